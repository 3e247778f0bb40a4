/** What stands before the desk: setting up, signing in, the first password, the code generator. */
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useAnswer, useRefresh } from '../api/use-answer.ts';
import { Lines } from '../parts/lines.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { findKept, isUnsettled } from '../setup/kept.ts';
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
  if (!data) return error ? <Broken error={error} retry={() => void refetch()} /> : <Lines />;
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

/** Whoever is not signed in: an empty installation is set up first, and the page of that stays until it is left, across a reload too. */
function Stranger() {
  const refresh = useRefresh();
  const { data, error, refetch } = useAnswer('Setup', '/setup');
  const [isLeft, setLeft] = useState(false);
  const [isBegun, setBegun] = useState(() => isUnsettled(findKept()));
  if (!data) return error ? <Broken error={error} retry={() => void refetch()} /> : <Lines />;
  const isLoading = data.rehearsal !== null && data.rehearsal.state !== 'done';
  if ((data.empty || isLoading) && !isBegun) setBegun(true);
  if (!isBegun || isLeft) return <SignIn />;
  return (
    <SetupPage
      onLeave={() => {
        setLeft(true);
        void refresh();
      }}
    />
  );
}

function Broken({ error, retry }: { readonly error: unknown; readonly retry: () => void }) {
  return (
    <main className="page">
      <ProblemNotice problem={error} retry={retry} />
    </main>
  );
}
