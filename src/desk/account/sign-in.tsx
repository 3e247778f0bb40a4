/** Signing in with login, password and the code of the moment. */
import { useState } from 'react';
import { useAnswer } from '../api/use-answer.ts';
import { ACCOUNT_TEXTS } from './account.texts.ts';
import { Doorstep } from './doorstep.tsx';
import { RehearsalAccounts } from './rehearsal-accounts.tsx';
import { type Credentials, SignInForm } from './sign-in-form.tsx';

export function SignIn() {
  const { data: setup } = useAnswer('Setup', '/setup');
  const [filled, setFilled] = useState<{
    readonly credentials: Credentials;
    readonly at: number;
  }>();
  return (
    <Doorstep title={ACCOUNT_TEXTS.signIn}>
      <SignInForm
        key={filled?.at}
        bureaus={setup?.bureaus ?? []}
        {...(filled ? { filled: filled.credentials } : {})}
      />
      <RehearsalAccounts
        onChosen={(credentials) => setFilled({ credentials, at: performance.now() })}
      />
    </Doorstep>
  );
}
