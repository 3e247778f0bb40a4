/** The own account: who I am here, my password, where I am signed in. */
import { Button } from 'antd';
import { useState } from 'react';
import { deviceWords } from '../../staff/device.ts';
import type { OpenSessionView } from '../../staff/session.api.ts';
import { address } from '../api/client.ts';
import { serverNow } from '../api/server-clock.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useCommand } from '../api/use-command.ts';
import { Empty } from '../parts/empty.tsx';
import { type Column, ListTable } from '../parts/list-table.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { dayOf, momentWords } from '../words/dates.ts';
import { roleListWords } from '../../staff/role.texts.ts';
import './account.css';
import { ACCOUNT_TEXTS } from './account.texts.ts';
import { NewPassword } from './new-password.tsx';
import { useSession } from './session.ts';

export function Page() {
  const { person, bureau } = useSession();
  const held = roleListWords([...person.roles, ...person.duties]);
  const sessions = useAnswer('Sessions', '/sessions');
  const [isChanged, setChanged] = useState(false);
  return (
    <div className="page">
      <PageHead title={ACCOUNT_TEXTS.account} siblings={false} />
      <dl className="account-facts">
        <dt>{ACCOUNT_TEXTS.name}</dt>
        <dd>
          {person.name}（{person.login}）
        </dd>
        <dt>{ACCOUNT_TEXTS.unit}</dt>
        <dd>
          {bureau.name} {person.unit.name}
        </dd>
        <dt>{ACCOUNT_TEXTS.post}</dt>
        <dd>{person.post === held ? held : `${person.post}（${held}）`}</dd>
      </dl>
      <div className="account-columns">
        <section>
          <h2>{ACCOUNT_TEXTS.sessions}</h2>
          <p className="note">{ACCOUNT_TEXTS.sessionsHint}</p>
          <Loaded of={sessions}>{(data) => <Sessions sessions={data.sessions} />}</Loaded>
        </section>
        <section>
          <h2>{ACCOUNT_TEXTS.changePassword}</h2>
          {isChanged && <p role="status">{ACCOUNT_TEXTS.changed}</p>}
          <NewPassword login={person.login ?? ''} onDone={() => setChanged(true)} />
        </section>
      </div>
    </div>
  );
}

function Sessions({ sessions }: { readonly sessions: readonly OpenSessionView[] }) {
  const today = dayOf(serverNow());
  return (
    <ListTable
      label={ACCOUNT_TEXTS.sessions}
      rows={sessions}
      rowKey={({ id }) => id}
      empty={<Empty>{ACCOUNT_TEXTS.noSessions}</Empty>}
      columns={columns(today)}
      exportTo={address('/sessions', { format: 'xlsx' })}
    />
  );
}

function columns(today: string): Column<OpenSessionView>[] {
  return [
    {
      key: 'device',
      title: ACCOUNT_TEXTS.device,
      cell: ({ device }) => deviceWords(device) ?? ACCOUNT_TEXTS.unknownDevice,
    },
    {
      key: 'since',
      title: ACCOUNT_TEXTS.since,
      cell: ({ createdAt }) => momentWords(createdAt, today),
    },
    { key: 'seen', title: ACCOUNT_TEXTS.seen, cell: ({ seenAt }) => momentWords(seenAt, today) },
    {
      key: 'end',
      title: ACCOUNT_TEXTS.end,
      align: 'right',
      cell: (one) => (one.current ? ACCOUNT_TEXTS.thisOne : <EndButton session={one} />),
    },
  ];
}

function EndButton({ session }: { readonly session: OpenSessionView }) {
  const end = useCommand({ method: 'DELETE', path: `/sessions/${session.id}` });
  return (
    <>
      <Button size="small" loading={end.running} onClick={() => void end.send()}>
        {ACCOUNT_TEXTS.end}
      </Button>
      <ProblemNotice problem={end.problem} />
    </>
  );
}
