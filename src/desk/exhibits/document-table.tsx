/** The documents of a matter: opened and printed in place, their numbers voided where that must be. */
import { Button, Input } from 'antd';
import { Fragment, useState } from 'react';
import type { DocumentView, MatterView } from '../../matter/matter.api.ts';
import { useHas } from '../account/session.ts';
import { serverNow } from '../api/server-clock.ts';
import { useCommand } from '../api/use-command.ts';
import { Empty } from '../parts/empty.tsx';
import { Field } from '../parts/field.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { dayOf, dayWords, momentText } from '../words/dates.ts';
import { documentAddress, DocumentOpen } from './document-open.tsx';
import { EXHIBIT_TEXTS } from './exhibits.texts.ts';
import { papersInOrder } from './papers.ts';

export function DocumentTable({ matter }: { readonly matter: MatterView }) {
  const documents = papersInOrder(matter.acts);
  const { columns } = EXHIBIT_TEXTS;
  return (
    <section aria-labelledby="contents-documents">
      <div className="exhibits-list-head">
        <h2 id="contents-documents">{EXHIBIT_TEXTS.documents}</h2>
      </div>
      {documents.length === 0 ? (
        <Empty>{EXHIBIT_TEXTS.noDocuments}</Empty>
      ) : (
        <table className="exhibits-table">
          <thead>
            <tr>
              <th scope="col">{columns.seq}</th>
              <th scope="col">{columns.title}</th>
              <th scope="col">{columns.number}</th>
              <th scope="col">{columns.date}</th>
              <th scope="col">{columns.pages}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {documents.map((one) => (
              <DocumentRow
                key={`${one.seq} ${one.ordinal}`}
                document={one}
                matter={matter.id}
                // A decision that is made is corrected, never voided.
                isDecision={one.number !== null && one.number === matter.decisionNumber}
              />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function DocumentRow({
  document,
  matter,
  isDecision,
}: {
  readonly document: DocumentView;
  readonly matter: string;
  readonly isDecision: boolean;
}) {
  const [open, setOpen] = useState<'paper' | 'void' | null>(null);
  const mayVoid = useHas('unit-head', 'head');
  const { seq, title, number, date, pages, voided } = document;
  const toggle = (what: 'paper' | 'void'): void => setOpen(open === what ? null : what);
  return (
    <Fragment>
      <tr>
        <td>{seq}</td>
        <td>{title}</td>
        <td>
          {voided ? <s>{number}</s> : number}
          {voided && ` ${EXHIBIT_TEXTS.voided}`}
        </td>
        <td>{dayWords(date, dayOf(serverNow()))}</td>
        <td>{EXHIBIT_TEXTS.pages(pages)}</td>
        <td>
          <span className="exhibits-row-tools">
            <button
              type="button"
              className="link"
              aria-expanded={open === 'paper'}
              onClick={() => toggle('paper')}
            >
              {open === 'paper' ? EXHIBIT_TEXTS.close : EXHIBIT_TEXTS.open}
              <span className="unseen">{title}</span>
            </button>
            {mayVoid && number !== null && !voided && !isDecision && (
              <button
                type="button"
                className="link"
                aria-expanded={open === 'void'}
                onClick={() => toggle('void')}
              >
                {EXHIBIT_TEXTS.void}
                <span className="unseen">{number}</span>
              </button>
            )}
          </span>
        </td>
      </tr>
      {open !== null && (
        <tr>
          <td colSpan={6} className={open === 'paper' ? 'exhibits-opened' : undefined}>
            {open === 'paper' ? (
              <DocumentOpen address={documentAddress(matter, document)} document={document} />
            ) : (
              <VoidForm document={document} matter={matter} onDone={() => setOpen(null)} />
            )}
          </td>
        </tr>
      )}
    </Fragment>
  );
}

function VoidForm({
  document: { seq, number },
  matter,
  onDone,
}: {
  readonly document: DocumentView;
  readonly matter: string;
  readonly onDone: () => void;
}) {
  const [reason, setReason] = useState('');
  const voiding = useCommand<'Done'>({
    method: 'POST',
    path: `/matters/${matter}/documents/void`,
    onDone,
  });
  return (
    <form
      className="fields"
      onSubmit={(event) => {
        event.preventDefault();
        void voiding.send((id) => ({ id, at: momentText(serverNow()), of: seq, number, reason }));
      }}
    >
      <Field
        label={EXHIBIT_TEXTS.voidReason}
        hint={EXHIBIT_TEXTS.voidHint}
        fault={voiding.faultOf('/reason')}
        required
      >
        <Input value={reason} onChange={({ target }) => setReason(target.value)} />
      </Field>
      <ProblemNotice problem={voiding.problem} shown={['/reason']} />
      <span>
        <Button htmlType="submit" loading={voiding.running} disabled={reason.trim() === ''}>
          {EXHIBIT_TEXTS.voidGo}
        </Button>
      </span>
    </form>
  );
}
