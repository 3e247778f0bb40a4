/** The fields of signing in, on the page and over it. */
import { Button, Input, Select } from 'antd';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useCommand } from '../api/use-command.ts';
import { Field } from '../parts/field.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { ACCOUNT_TEXTS } from './account.texts.ts';

export interface Credentials {
  readonly bureau: string;
  readonly login: string;
  readonly password: string;
  readonly code: string;
}

export interface SignInFormProps {
  /** To choose from; with one there is nothing to choose. */
  readonly bureaus: readonly { readonly id: string; readonly name: string }[];
  readonly filled?: Credentials;
  /** Set where only this account may come in. */
  readonly only?: { readonly bureau: string; readonly login: string };
  /** Called when signed in; left out, the desk looks who it is. */
  readonly onSignedIn?: () => void;
}

export function SignInForm({ bureaus, filled, only, onSignedIn }: SignInFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [bureau, setBureau] = useState(only?.bureau ?? filled?.bureau);
  const [login, setLogin] = useState(only?.login ?? filled?.login ?? '');
  const [password, setPassword] = useState(filled?.password ?? '');
  const [code, setCode] = useState(filled?.code ?? '');
  const signIn = useCommand<'SignedIn'>({
    method: 'POST',
    path: '/session',
    refresh: onSignedIn === undefined,
    onDone: () => onSignedIn?.(),
  });
  const chosen = bureau ?? bureaus[0]?.id ?? '';

  // To what is still to be typed; where all is filled in, to the button.
  useEffect(() => {
    const empty = form.current?.querySelector<HTMLInputElement>(
      'input:placeholder-shown:not([role])',
    );
    (empty ?? form.current?.querySelector('button'))?.focus();
  }, []);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const done = await signIn.send(() => ({ bureau: chosen, login: login.trim(), password, code }));
    // A code holds once, and for half a minute.
    if (!done) setCode('');
  };
  return (
    <form ref={form} className="fields" onSubmit={(event) => void submit(event)}>
      {only === undefined && bureaus.length > 1 && (
        <Field label={ACCOUNT_TEXTS.bureau}>
          <Select
            value={chosen}
            options={bureaus.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setBureau}
          />
        </Field>
      )}
      <Field label={ACCOUNT_TEXTS.login}>
        <Input
          size="large"
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          placeholder=" "
          value={login}
          readOnly={only !== undefined}
          onChange={(event) => setLogin(event.target.value)}
        />
      </Field>
      <Field label={ACCOUNT_TEXTS.password}>
        <Input.Password
          size="large"
          name="password"
          autoComplete="current-password"
          placeholder=" "
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </Field>
      <Field label={ACCOUNT_TEXTS.code} hint={ACCOUNT_TEXTS.codeHint}>
        <Input
          size="large"
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          placeholder=" "
          maxLength={6}
          value={code}
          onChange={(event) => setCode(event.target.value.replaceAll(/\D/g, ''))}
        />
      </Field>
      <ProblemNotice problem={signIn.problem} />
      <Button
        type="primary"
        size="large"
        htmlType="submit"
        block
        loading={signIn.running}
        disabled={chosen === '' || login === '' || password === ''}
      >
        {ACCOUNT_TEXTS.enter}
      </Button>
    </form>
  );
}
