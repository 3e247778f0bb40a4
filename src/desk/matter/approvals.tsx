/** What was put before the head: for the head to approve or to refuse with a reason, for the others to know. */
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { MatterView, RequestView } from '../../matter/matter.api.ts';
import { useHas } from '../account/session.ts';
import { serverNow } from '../api/server-clock.ts';
import { dayOf, momentWords } from '../words/dates.ts';
import { MATTER_TEXTS } from './matter.texts.ts';
import { RefuseRequest } from './refuse-request.tsx';

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
        <RefuseRequest matter={matter} request={seq} onCancel={() => setRefusing(false)} />
      )}
    </li>
  );
}
