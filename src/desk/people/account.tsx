/** The account of a person: opened and given a password by one administrator, its code taken away by another. */
import { Button } from 'antd';
import { useState } from 'react';
import type { PersonView } from '../../staff/staff.api.ts';
import { useHas } from '../account/session.ts';
import { useCommand } from '../api/use-command.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { PEOPLE_TEXTS as T } from './people.texts.ts';
import { PersonAct } from './person-act.tsx';

/** A login as the server takes it. */
const LOGIN = /^[a-z0-9][a-z0-9._-]{1,39}$/;

export function Account({ person }: { readonly person: PersonView }) {
  const isSysadmin = useHas('sysadmin');
  const isSecadmin = useHas('secadmin');
  const { id, login, active } = person;
  return (
    <section className="office-panel">
      <h2>{T.sections.account}</h2>
      <p>{login === null ? T.noAccount : T.login(login)}</p>
      <div className="people-acts">
        {isSysadmin && active && login === null && (
          <PersonAct
            person={id}
            act="account.opened"
            fields={[
              {
                name: 'login',
                label: T.fields.login,
                kind: 'line',
                hint: T.hints.login,
                pattern: LOGIN,
              },
            ]}
          />
        )}
        {isSysadmin && login !== null && (
          <>
            <NewPassword person={id} />
            <PersonAct
              person={id}
              act="account.closed"
              fields={[{ name: 'reason', label: T.fields.reason, kind: 'line' }]}
            />
          </>
        )}
        {isSecadmin && login !== null && <ResetCode person={id} />}
      </div>
    </section>
  );
}

function NewPassword({ person }: { readonly person: string }) {
  const [password, setPassword] = useState<string | null>(null);
  const [isCopied, setCopied] = useState(false);
  const { send, running, problem } = useCommand<'Password'>({
    method: 'POST',
    path: `/people/${person}/password`,
    refresh: false,
    onDone: (answer) => setPassword(answer.password),
  });
  return (
    <div className="people-password">
      {password === null ? (
        <Button size="small" loading={running} onClick={() => void send()}>
          {T.newPassword}
        </Button>
      ) : (
        <p className="office-done" role="status">
          {T.password} <code>{password}</code>{' '}
          <Button
            size="small"
            onClick={() => void navigator.clipboard.writeText(password).then(() => setCopied(true))}
          >
            {isCopied ? T.copied : T.copy}
          </Button>
          <small>{T.passwordOnce}</small>
        </p>
      )}
      <ProblemNotice problem={problem} />
    </div>
  );
}

function ResetCode({ person }: { readonly person: string }) {
  const [isDone, setDone] = useState(false);
  const { send, running, problem } = useCommand({
    method: 'DELETE',
    path: `/people/${person}/code`,
    onDone: () => setDone(true),
  });
  return (
    <div className="people-password">
      {isDone ? (
        <p className="office-done" role="status">
          {T.codeReset}
        </p>
      ) : (
        <>
          <Button size="small" loading={running} onClick={() => void send()}>
            {T.resetCode}
          </Button>
          <p className="note">{T.resetCodeNote}</p>
        </>
      )}
      <ProblemNotice problem={problem} />
    </div>
  );
}
