/** What stands before the desk: setting up, signing in, the first password, the code generator. */
import { lazy, type ReactNode, Suspense } from 'react';
import { useAnswer } from '../api/use-answer.ts';
import { Lines } from '../parts/lines.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { SessionContext } from './session.ts';
import { SignInAgain } from './sign-in-again.tsx';

const SetupPage = lazy(() =>
  import('../setup/setup.page.tsx').then(({ Page }) => ({ default: Page })),
);
const SignIn = lazy(() => import('./sign-in.tsx').then((module) => ({ default: module.SignIn })));
const FirstPassword = lazy(() =>
  import('./first-password.tsx').then((module) => ({ default: module.FirstPassword })),
);
const EnrolCode = lazy(() =>
  import('./enrol-code.tsx').then((module) => ({ default: module.EnrolCode })),
);

/** Shows `children` to whoever is fully signed in, and what is still to be done to everybody else. */
export function Entrance({ children }: { readonly children: ReactNode }) {
  const { data, error, refetch } = useAnswer('Session', '/session');
  if (!data)
    return error ? (
      <main className="page">
        <ProblemNotice problem={error} retry={() => void refetch()} />
      </main>
    ) : (
      <Lines />
    );
  const { session } = data;
  if (session === null)
    return (
      <Suspense fallback={<Lines />}>
        <Stranger />
      </Suspense>
    );
  if (session.pending !== 'none')
    return (
      <Suspense fallback={<Lines />}>
        {session.pending === 'change-password' ? (
          <FirstPassword session={session} />
        ) : (
          <EnrolCode session={session} />
        )}
      </Suspense>
    );
  return (
    <SessionContext value={session}>
      {children}
      <SignInAgain session={session} />
    </SessionContext>
  );
}

/** Whoever is not signed in: an empty installation is set up first. */
function Stranger() {
  const { data } = useAnswer('Setup', '/setup');
  if (!data) return <Lines />;
  const isLoading = data.rehearsal !== null && data.rehearsal.state !== 'done';
  return data.empty || isLoading ? <SetupPage /> : <SignIn />;
}
