/** The second person's check: what the text contains, whether it says what was served, and the result. */
import { Button } from 'antd';
import type { FormDocumentView, MatterView } from '../../matter/matter.api.ts';
import type { PublicationPreview } from '../../publicity/publication.api.ts';
import { isCleared } from '../../publicity/review-answers.ts';
import type { PersonView } from '../../staff/staff.api.ts';
import { useSession } from '../account/session.ts';
import { serverNow } from '../api/server-clock.ts';
import { useAnswer } from '../api/use-answer.ts';
import type { Draft } from '../api/use-draft.ts';
import { ChoiceField, TextField } from '../offices/field.tsx';
import { Switch } from '../offices/switch.tsx';
import { useAct, useVerdict } from '../offices/use-act.ts';
import { Loaded } from '../parts/loaded.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { Refusals } from '../parts/refusals.tsx';
import { dayOf, momentWords, timeWords } from '../words/dates.ts';
import {
  CHECK_FORM,
  type CheckDraft,
  type CheckSources,
  checkValues,
  containsAnswers,
  containsQuestions,
  missingInCheck,
} from './check.ts';
import { PUBLICATION_TEXTS as T } from './publication.texts.ts';

const ACT = 'publication.reviewed';

export interface CheckPanelProps {
  readonly matter: MatterView;
  readonly preview: PublicationPreview;
  readonly draft: Draft<CheckDraft>;
  readonly change: (part: Partial<CheckDraft>) => void;
  /** Whether this person may check; whether the check is under way. */
  readonly isMine: boolean;
  readonly isChecking: boolean;
  readonly setAgain: (isAgain: boolean) => void;
}

export function CheckPanel(props: CheckPanelProps) {
  const { matter, isMine, isChecking, setAgain } = props;
  const form = useAnswer('Form', `/matters/${matter.id}/forms/${ACT}`);
  const done = matter.acts.find(({ type }) => type === ACT);
  const today = dayOf(serverNow());
  return (
    <section className="office-panel">
      <header>
        <h2>{T.checkTitle}</h2>
        <small>{T.checkNote}</small>
      </header>
      {done && !isChecking ? (
        <>
          <p>
            {T.reviewedBy(
              done.by.map(({ name }) => name).join('、'),
              momentWords(done.happened, today),
            )}
          </p>
          {isMine && <Button onClick={() => setAgain(true)}>{T.again}</Button>}
        </>
      ) : isMine ? (
        <Loaded of={form}>
          {({ documents }) => {
            const sheet = documents.find(({ code }) => code === CHECK_FORM);
            return sheet ? (
              <CheckForm {...props} sheet={sheet} onDone={() => setAgain(false)} />
            ) : null;
          }}
        </Loaded>
      ) : (
        <p className="note">{T.notMine}</p>
      )}
    </section>
  );
}

interface CheckFormProps extends Pick<CheckPanelProps, 'matter' | 'preview' | 'draft' | 'change'> {
  readonly sheet: FormDocumentView;
  readonly onDone: () => void;
}

function CheckForm({ matter, preview, draft, change, sheet, onDone }: CheckFormProps) {
  const { value } = draft;
  const people = usePeople(matter, value);
  const questions = containsQuestions(sheet);
  const { person } = useSession();
  const sources: CheckSources = {
    procedure: matter.procedure.id,
    publication: matter.publication,
    preview,
    questions,
    reviewer: { name: person.name, post: person.post },
    recorder: people.recorder,
    responsible: people.responsible,
  };
  const missing = missingInCheck(value, sources);
  const hidden = value.hidden ?? preview.hidden;
  const cleared = value.cleared ?? preview.cleared;
  const content = {
    documents: { [CHECK_FORM]: checkValues(value, sources) },
    hidden,
    cleared: preview.suspects
      .filter((one) => isCleared(one, cleared))
      .map(({ paragraph, segment, text }) => ({ paragraph, segment, text })),
  };
  const verdict = useVerdict(matter.id, ACT, missing.length === 0 ? content : null, matter.seq);
  const { record, running, problem } = useAct(matter.id, ACT, matter.seq);
  const refusals = verdict?.refusals ?? [];
  const faults = verdict?.problems ?? [];

  const sign = async (): Promise<void> => {
    if (missing.length > 0 || !(await record(content))) return;
    draft.discard();
    onDone();
  };
  return (
    <div className="publication-check">
      <Contains
        questions={questions}
        answers={containsAnswers(value, preview)}
        onAnswer={(name, answer) => change({ contains: { ...value.contains, [name]: answer } })}
      />
      <div className="office-checks">
        <label>
          <input
            type="checkbox"
            checked={value.isConsistent}
            onChange={({ target }) => change({ isConsistent: target.checked })}
          />
          {T.consistent}
        </label>
        <label>
          <input
            type="checkbox"
            checked={value.isPartyTold}
            onChange={({ target }) => change({ isPartyTold: target.checked })}
          />
          {T.partyTold}
        </label>
      </div>
      <div className="office-grid">
        <ChoiceField
          label={T.form}
          required
          value={value.form}
          choices={choicesOf(sheet, 'form')}
          onChange={(form) => change({ form })}
        />
        <ChoiceField
          label={T.recorder}
          required
          value={people.recorderId}
          choices={people.choices}
          onChange={(recorder) => change({ recorder })}
        />
        <ChoiceField
          label={T.responsible}
          required
          value={people.responsibleId}
          choices={people.choices}
          onChange={(responsible) => change({ responsible })}
        />
      </div>
      <TextField
        label={T.opinion}
        required
        lines={2}
        maxLength={1000}
        value={value.opinion}
        onChange={(opinion) => change({ opinion })}
      />
      {value.opinion === '' && (
        <button type="button" className="link" onClick={() => change({ opinion: T.opinionPhrase })}>
          {T.takePhrase}：{T.opinionPhrase}
        </button>
      )}
      <div className="publication-result">
        <span>{T.result}</span>
        <Switch
          label={T.result}
          choices={choicesOf(sheet, 'result')}
          value={value.result}
          onChoose={(result) => change({ result })}
        />
      </div>
      {value.result === 'withhold' && (
        <TextField
          label={T.withholdGround}
          required
          lines={2}
          maxLength={500}
          value={value.withholdGround}
          onChange={(withholdGround) => change({ withholdGround })}
        />
      )}
      {missing.length === 0 && (refusals.length > 0 || faults.length > 0) && (
        <div role="status">
          <h3>{T.wouldRefuse}</h3>
          <Refusals refusals={refusals} />
          <ul>
            {faults.map(({ pointer, message }) => (
              <li key={pointer}>{message}</li>
            ))}
          </ul>
        </div>
      )}
      {refusals.length === 0 && <ProblemNotice problem={problem} />}
      <div className="office-actions">
        <Button
          type={matter.acts.some(({ type }) => type === ACT) ? 'default' : 'primary'}
          loading={running}
          aria-disabled={missing.length > 0}
          onClick={() => void sign()}
        >
          {T.pass}
        </Button>
        <small role="status">
          {missing.join('；')}
          {missing.length === 0 && draft.savedAt !== null && T.savedAt(timeWords(draft.savedAt))}
        </small>
      </div>
    </div>
  );
}

function Contains({
  questions,
  answers,
  onAnswer,
}: {
  readonly questions: readonly { readonly name: string; readonly label: string }[];
  readonly answers: Readonly<Record<string, string>>;
  readonly onAnswer: (name: string, answer: string) => void;
}) {
  return (
    <fieldset className="office-checks">
      <legend>{T.contains}</legend>
      {questions.map(({ name, label }) => (
        <div key={name} className="publication-question">
          <span>{label}</span>
          <Switch
            label={label}
            choices={YES_NO}
            value={answers[name] ?? ''}
            onChoose={(answer) => onAnswer(name, answer)}
          />
        </div>
      ))}
    </fieldset>
  );
}

const YES_NO = [
  { value: 'no', label: T.no },
  { value: 'yes', label: T.yes },
];

/** Who typed the information in, and who answers for it: as the file suggests until somebody chooses. */
function usePeople(matter: MatterView, draft: CheckDraft) {
  const { data } = useAnswer('People', '/people');
  const own = (data?.people ?? []).filter(({ unit, active }) => active && unit === matter.unit.id);
  const recorderId = draft.recorder || (matter.handlers[0]?.id ?? '');
  const responsibleId =
    draft.responsible || (own.find(({ roles }) => roles.includes('unit-head'))?.id ?? '');
  const named = (id: string): PersonView | null => own.find((one) => one.id === id) ?? null;
  return {
    choices: own.map(({ id, name, post }) => ({ value: id, label: `${name} ${post}` })),
    recorderId,
    responsibleId,
    recorder: named(recorderId),
    responsible: named(responsibleId),
  };
}

function choicesOf(
  sheet: FormDocumentView,
  field: string,
): readonly { readonly value: string; readonly label: string }[] {
  return (
    sheet.sections.flatMap(({ fields }) => fields).find(({ name }) => name === field)?.choices ?? []
  );
}
