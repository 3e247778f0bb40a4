/** What was put before the head: for the head to approve or to refuse with a reason, for the others to know. */
import { Button, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { MatterView, RequestView } from '../../matter/matter.api.ts';
import { useHas } from '../account/session.ts';
import { serverNow } from '../api/server-clock.ts';
import { useCommand } from '../api/use-command.ts';
import { Field } from '../parts/field.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { dayOf, momentText, momentWords } from '../words/dates.ts';
import { MATTER_TEXTS } from './matter.texts.ts';

export function Approvals({ matter }: { readonly matter: MatterView }) {
  const isHead = useHas('head');
  const isOfficer = useHas('officer');
  if (matter.requests.length === 0) return null;
  return (
    <section>
      <h2>{isHead ? MATTER_TEXTS.requests : MATTER_TEXTS.requested}</h2>
      <ul className="matter-requests">
        {matter.requests.map((request) => (
          <Approval
            key={request.seq}
            request={request}
            matter={matter.id}
            isHead={isHead}
            isOfficer={isOfficer}
          />
        ))}
      </ul>
    </section>
  );
}

function Approval({
  request: { seq, act, term, by, at, note, granted },
  matter,
  isHead,
  isOfficer,
}: {
  readonly request: RequestView;
  readonly matter: string;
  readonly isHead: boolean;
  readonly isOfficer: boolean;
}) {
  const [refusing, setRefusing] = useState(false);
  const [reason, setReason] = useState('');
  const refuse = useCommand<'Done'>({
    method: 'POST',
    path: `/matters/${matter}/requests/${seq}/refusal`,
  });
  return (
    <li>
      <strong>{term}</strong>
      <small>{MATTER_TEXTS.requestBy(by?.name ?? '', momentWords(at, dayOf(serverNow())))}</small>
      {note !== null && <p>{note}</p>}
      {granted && (
        <p className="matter-request-tools">
          <small>
            {MATTER_TEXTS.granted(
              granted.by?.name ?? '',
              momentWords(granted.at, dayOf(serverNow())),
            )}
          </small>
          {isOfficer && (
            <Link className="matter-button" to={`/matters/${matter}/acts/${act}?request=${seq}`}>
              {MATTER_TEXTS.carryOut}
            </Link>
          )}
        </p>
      )}
      {isHead && granted === null && !refusing && (
        <p className="matter-request-tools">
          <Link className="matter-button" to={`/matters/${matter}/acts/${act}?request=${seq}`}>
            {MATTER_TEXTS.approve}
          </Link>
          <Button onClick={() => setRefusing(true)}>{MATTER_TEXTS.refuse}</Button>
        </p>
      )}
      {refusing && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void refuse.send((id) => ({ id, at: momentText(serverNow()), reason }));
          }}
        >
          <Field label={MATTER_TEXTS.refuseReason} fault={refuse.faultOf('/reason')}>
            <Input.TextArea
              autoFocus
              autoSize={{ minRows: 2 }}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          </Field>
          <ProblemNotice problem={refuse.problem} shown={['/reason']} />
          <p className="matter-request-tools">
            <Button htmlType="submit" disabled={reason.trim() === ''} loading={refuse.running}>
              {MATTER_TEXTS.refuseGo}
            </Button>
            <Button type="text" onClick={() => setRefusing(false)}>
              {MATTER_TEXTS.cancel}
            </Button>
          </p>
        </form>
      )}
    </li>
  );
}
