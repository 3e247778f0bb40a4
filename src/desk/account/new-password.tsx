/** The fields of a new password. */
import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { useCommand } from '../api/use-command.ts';
import { Field } from '../parts/field.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { ACCOUNT_TEXTS } from './account.texts.ts';
import { passwordFaults } from './password.ts';

export function NewPassword({
  login,
  onDone,
}: {
  readonly login: string;
  readonly onDone?: () => void;
}) {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [tried, setTried] = useState(false);
  const change = useCommand({
    method: 'PUT',
    path: '/session/password',
    onDone: () => {
      setCurrent('');
      setNext('');
      setAgain('');
      setTried(false);
      onDone?.();
    },
  });
  const faults = passwordFaults({ login, current, next, again });
  const isGood = Object.keys(faults).length === 0 && current !== '';
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setTried(true);
    if (isGood) void change.send(() => ({ current, next }));
    else event.currentTarget.querySelector<HTMLInputElement>('[aria-invalid="true"]')?.focus();
  };
  return (
    <form className="fields" onSubmit={submit}>
      <input type="text" name="username" autoComplete="username" value={login} readOnly hidden />
      <Field label={ACCOUNT_TEXTS.current}>
        <Input.Password
          autoComplete="current-password"
          value={current}
          onChange={(event) => setCurrent(event.target.value)}
        />
      </Field>
      <Field
        label={ACCOUNT_TEXTS.next}
        fault={tried || next.length >= 10 ? faults.next : undefined}
        hint={ACCOUNT_TEXTS.weak}
      >
        <Input.Password
          autoComplete="new-password"
          value={next}
          onChange={(event) => setNext(event.target.value)}
        />
      </Field>
      <Field
        label={ACCOUNT_TEXTS.again}
        fault={tried || again.length >= next.length ? faults.again : undefined}
      >
        <Input.Password
          autoComplete="new-password"
          value={again}
          onChange={(event) => setAgain(event.target.value)}
        />
      </Field>
      <ProblemNotice problem={change.problem} />
      <Button type="primary" htmlType="submit" loading={change.running}>
        {ACCOUNT_TEXTS.change}
      </Button>
    </form>
  );
}
