/** Before a review is accepted: what was handed in, what is missing, and whether this person may review it. */
import { Button } from 'antd';
import { useState } from 'react';
import type { MatterView } from '../../matter/matter.api.ts';
import { useAct, useVerdict } from '../offices/use-act.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { Refusals } from '../parts/refusals.tsx';
import { submittedMaterials } from './files.ts';
import { REVIEW_TEXTS as T } from './review.texts.ts';
import type { Reading } from './use-reading.ts';

const ACT = 'review.accepted';
const NOTHING = {};

export function Acceptance({
  matter,
  reading,
}: {
  readonly matter: MatterView;
  readonly reading: Reading;
}) {
  const verdict = useVerdict(matter.id, ACT, NOTHING, matter.seq);
  const { record, running, problem } = useAct(matter.id, ACT, matter.seq);
  const materials = submittedMaterials(matter, reading.draftPages);
  const rows = Object.values(T.materials).map((name) => {
    const found = materials.find((one) => one.name === name);
    const isThere =
      found !== undefined && (name !== T.materials.draft || reading.draft !== undefined);
    return { name, isThere, pages: found?.pages ?? null };
  });
  const missing = rows.filter(({ isThere }) => !isThere).map(({ name }) => name);
  const refusals = verdict?.refusals ?? [];
  const requested = matter.acts.find((act) => act.type === 'review.requested');
  return (
    <section className="office-panel">
      <header>
        <h2>{T.acceptance}</h2>
      </header>
      <dl className="review-materials">
        {rows.map(({ name, isThere, pages }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd data-there={isThere}>
              {isThere ? (pages === null ? T.present : T.presentPages(pages)) : T.absent}
            </dd>
          </div>
        ))}
      </dl>
      {requested && requested.gist.length > 0 && (
        <ul className="review-gist">
          {requested.gist.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {missing.length === 0 && refusals.length === 0 && <p className="note">{T.complete}</p>}
      {refusals.length > 0 && <Refusals refusals={refusals} />}
      <ProblemNotice problem={problem} />
      <div className="office-actions">
        <Button
          type="primary"
          size="large"
          loading={running}
          disabled={refusals.length > 0}
          onClick={() => void record(NOTHING)}
        >
          {T.acceptAction}
        </Button>
        {(missing.length > 0 || refusals.length > 0) && (
          <CopyMissing
            text={T.missingMaterials(
              missing.join('、') || refusals.map(({ title }) => title).join('、'),
            )}
          />
        )}
        <small>{T.acceptanceNote}</small>
      </div>
    </section>
  );
}

/** What is missing, in words for the unit that handed it in. */
function CopyMissing({ text }: { readonly text: string }) {
  const [isCopied, setCopied] = useState(false);
  return (
    <Button
      size="large"
      onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
    >
      {isCopied ? T.copied : T.copyMissing}
    </Button>
  );
}
