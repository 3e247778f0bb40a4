/** The opinion in the words of a document, its conclusion, the rest of the form, and the signature. */
import { Button } from 'antd';
import { useState } from 'react';
import type { FormDocumentView, MatterView } from '../../matter/matter.api.ts';
import { newId, sendCommand } from '../api/client.ts';
import { Problem } from '../api/problem.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useKeys } from '../keys/use-keys.ts';
import { Switch } from '../offices/switch.tsx';
import { useAct, useVerdict } from '../offices/use-act.ts';
import type { Draft } from '../api/use-draft.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { Refusals } from '../parts/refusals.tsx';
import { FormRest } from './form-rest.tsx';
import { LICENCE_PHRASE } from './licence.ts';
import {
  isDoubtful,
  licenceOf,
  missingToSign,
  opinionText,
  type ReviewDraft,
  type ReviewSources,
  reviewValues,
} from './review-draft.ts';
import { choicesOf, REVIEW_FORM, type ReviewItem } from './review-form.ts';
import { REVIEW_TEXTS as T } from './review.texts.ts';

export interface OpinionPanelProps {
  readonly matter: MatterView;
  readonly sheet: FormDocumentView;
  readonly items: readonly ReviewItem[];
  readonly draft: ReviewDraft;
  readonly sources: ReviewSources;
  readonly kept: Draft<ReviewDraft>;
  readonly change: (make: (now: ReviewDraft) => ReviewDraft) => void;
}

const ACT = 'review.concluded';

export function OpinionPanel(props: OpinionPanelProps) {
  const { matter, sheet, items, draft, sources, kept, change } = props;
  const [isTried, setTried] = useState(false);
  const missing = missingToSign(items, draft, sources);
  const content = { documents: { [REVIEW_FORM]: reviewValues(items, draft, sources) } };
  const verdict = useVerdict(matter.id, ACT, missing.length === 0 ? content : null, matter.seq);
  const { record, running, problem } = useAct(matter.id, ACT, matter.seq);
  const phrases = useAnswer('Phrases', '/phrases', { field: LICENCE_PHRASE });
  const conclusions = choicesOf(sheet, 'opinion').map(({ value, label }) => ({
    value,
    label: T.conclusions[value] ?? label,
  }));
  const refusals = verdict?.refusals ?? [];
  const faults = verdict?.problems ?? [];

  const sign = async (): Promise<void> => {
    setTried(true);
    if (missing.length > 0 || running) return;
    if (!(await record(content))) return;
    kept.discard();
    await keepLicence(licenceOf(draft, sources), phrases.data?.phrases ?? []);
  };
  useKeys({ 'Ctrl+Enter': () => void sign() });

  return (
    <>
      <section className="office-panel review-opinion">
        <header>
          <h2>{T.opinion}</h2>
          <small>{T.opinionNote}</small>
        </header>
        <textarea
          className="review-opinion-text"
          aria-label={T.opinionLabel}
          rows={5}
          maxLength={4000}
          value={opinionText(items, draft)}
          onChange={({ target }) => change((now) => ({ ...now, text: target.value }))}
        />
        {draft.text !== null && (
          <button
            type="button"
            className="link"
            onClick={() => change((now) => ({ ...now, text: null }))}
          >
            {T.reassemble}
          </button>
        )}
        <div className="review-conclusion">
          <Switch
            label={T.conclusion}
            choices={conclusions}
            value={draft.conclusion}
            onChoose={(conclusion) => change((now) => ({ ...now, conclusion }))}
          />
          <Button
            type="primary"
            size="large"
            loading={running}
            aria-disabled={missing.length > 0}
            className={missing.length > 0 ? 'review-unready' : ''}
            onClick={() => void sign()}
          >
            {T.sign}
          </Button>
        </div>
        <p className="review-missing" role="status">
          {missing.join('；')}
        </p>
        {isDoubtful(items, draft) && <p className="note">{T.doubtful}</p>}
        {missing.length === 0 && (refusals.length > 0 || faults.length > 0) && (
          <div className="review-would" role="status">
            <h3>{T.wouldRefuse}</h3>
            <Refusals refusals={refusals} />
            <ul>
              {faults.map(({ pointer, message }) => (
                <li key={pointer}>{message}</li>
              ))}
            </ul>
          </div>
        )}
        {problem !== null && (!(problem instanceof Problem) || refusals.length === 0) && (
          <ProblemNotice problem={problem} />
        )}
        <p className="note">{T.signNote}</p>
      </section>
      <FormRest
        sheet={sheet}
        draft={draft}
        sources={sources}
        change={change}
        isOpen={isTried && missing.length > 0}
      />
    </>
  );
}

/** Keeps the number for the next time. Nothing hangs on it, so a failure is nobody's business. */
async function keepLicence(
  content: string,
  known: readonly { readonly content: string; readonly own: boolean }[],
): Promise<void> {
  if (content === '' || known.some((one) => one.own && one.content === content)) return;
  await sendCommand<null>('POST', '/phrases', {
    id: newId(),
    field: LICENCE_PHRASE,
    content,
  }).catch(() => {});
}
