/** The form a matter begins with. */
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import type { FormField, FormView } from '../../matter/matter.api.ts';
import type { ProcedureView } from '../../rule/law.api.ts';
import type { PersonView } from '../../staff/staff.api.ts';
import { isUncertain, Problem } from '../api/problem.ts';
import { FieldView } from '../forms/field-view.tsx';
import { FormContext } from '../forms/form-context.ts';
import { isAside, isNeeded, isValues, openDocuments, type Values } from '../forms/form-values.ts';
import { Moment } from '../forms/time-controls.tsx';
import { differing } from '../forms/field-words.ts';
import { Lines } from '../parts/lines.tsx';
import { OtherWindow } from '../parts/other-window.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { timeWords } from '../words/dates.ts';
import { isGiven } from './begin.ts';
import { BEGIN_TEXTS } from './begin.texts.ts';
import { FLAGS_FIELD, HANDLERS_FIELD, partyItems, SUBJECT_FIELD } from './fields.ts';
import { KnownParty } from './known-party.tsx';
import { NOT_BEGUN } from './not-begun.ts';
import { type Begin, useBegin } from './use-begin.ts';

export interface BeginFormProps {
  readonly form: FormView;
  readonly procedure: string;
  readonly procedures: readonly ProcedureView[];
  readonly people: readonly PersonView[];
  readonly onProcedure: (procedure: string) => void;
}

export function BeginForm({ form, procedure, procedures, people, onProcedure }: BeginFormProps) {
  const work = useBegin(form, procedure);
  const { beginning, isReady } = work;
  const { state } = beginning;
  const party = isValues(state.fields['party']) ? state.fields['party'] : {};
  const kept = beginning.procedure;
  const isAsked = useRef(false);
  // What was kept may have been begun under the other procedure.
  useEffect(() => {
    if (isReady && !isAsked.current) onProcedure(kept);
    if (isReady) isAsked.current = true;
  }, [isReady, kept, onProcedure]);

  const { store } = work;

  if (!isReady) return <Lines />;
  return (
    <FormContext value={{ form, matter: NOT_BEGUN, people, store, isPut: () => false }}>
      <form
        className="forms-body begin"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void work.send();
        }}
      >
        {work.isFound && (
          <p className="forms-found" role="status">
            {BEGIN_TEXTS.found}
            <button type="button" className="link" onClick={work.startAgain}>
              {BEGIN_TEXTS.startAgain}
            </button>
          </p>
        )}
        {work.other && (
          <OtherWindow draft={work} differing={differing(form, people, state, work.other.state)} />
        )}
        <section className="forms-part" aria-labelledby="begin-party">
          <h2 id="begin-party">{BEGIN_TEXTS.party}</h2>
          <Fields
            fields={partyItems(party['kind'])}
            place={['fields', 'party']}
            values={party}
            whole
          />
          <KnownParty party={party} onUse={(known) => store.set(['fields', 'party'], known)} />
        </section>
        <section className="forms-part" aria-labelledby="begin-matter">
          <h2 id="begin-matter">{BEGIN_TEXTS.matter}</h2>
          <ProcedureChoice
            procedures={procedures}
            chosen={procedure}
            onChoose={(id) => {
              isAsked.current = true;
              onProcedure(id);
            }}
          />
          <Fields
            fields={[SUBJECT_FIELD, HANDLERS_FIELD, FLAGS_FIELD]}
            place={['fields']}
            values={state.fields}
          />
        </section>
        <FirstAct form={form} work={work} />
        <div className="forms-foot">
          <Outcome work={work} />
          <div className="forms-submit">
            <Button
              type="primary"
              size="large"
              htmlType="submit"
              loading={work.sending}
              disabled={work.isAlready}
            >
              {work.sending
                ? BEGIN_TEXTS.sending
                : isUncertain(work.problem)
                  ? BEGIN_TEXTS.again
                  : BEGIN_TEXTS.send}
            </Button>
            <span className="note">
              {work.savedAt === null
                ? BEGIN_TEXTS.keptHere
                : BEGIN_TEXTS.keptAt(timeWords(work.savedAt))}
            </span>
          </div>
        </div>
      </form>
    </FormContext>
  );
}

function ProcedureChoice({
  procedures,
  chosen,
  onChoose,
}: {
  readonly procedures: readonly ProcedureView[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}) {
  return (
    <fieldset className="field begin-procedures">
      <legend>{BEGIN_TEXTS.procedure}</legend>
      {procedures.map(({ id, title }) => (
        <label key={id}>
          <input
            type="radio"
            name="procedure"
            checked={id === chosen}
            onChange={() => onChoose(id)}
          />
          {title}
        </label>
      ))}
    </fieldset>
  );
}

function FirstAct({ form, work }: { readonly form: FormView; readonly work: Begin }) {
  const { state } = work.beginning;
  return (
    <section className="forms-part" aria-labelledby="begin-first">
      <h2 id="begin-first">{BEGIN_TEXTS.first(form.term)}</h2>
      <div className="forms-grid">
        <div className="forms-cell">
          <Moment field={{ label: BEGIN_TEXTS.at }} path={['at']} needed withTime />
        </div>
      </div>
      <Fields fields={form.fields} place={['fields']} values={state.fields} />
      {openDocuments(form, state).flatMap((document) =>
        document.sections.map(({ title, fields }) => {
          const asked = fields.filter(
            ({ name }) => !document.fixed.includes(name) && !isGiven(name),
          );
          return asked.length === 0 ? null : (
            <div className="forms-section" key={`${document.code}:${title}`}>
              <h3>{title}</h3>
              <Fields
                fields={asked}
                place={['documents', document.code]}
                values={state.documents[document.code] ?? {}}
              />
            </div>
          );
        }),
      )}
    </section>
  );
}

function Fields({
  fields,
  place,
  values,
  whole = false,
}: {
  readonly fields: readonly FormField[];
  readonly place: readonly string[];
  readonly values: Values;
  /** Also what another answer does not ask for. */
  readonly whole?: boolean;
}) {
  const shown = whole ? fields : fields.filter((field) => !isAside(field, values));
  if (shown.length === 0) return null;
  return (
    <div className="forms-grid">
      {shown.map((field) => (
        <FieldView
          key={field.name}
          field={field}
          path={[...place, field.name]}
          needed={isNeeded(field, values)}
        />
      ))}
    </div>
  );
}

function Outcome({ work }: { readonly work: Begin }) {
  if (work.isAlready)
    return (
      <p role="alert">
        {BEGIN_TEXTS.already}
        <Link to={`/matters/${work.beginning.matter}`} onClick={work.startAgain}>
          {BEGIN_TEXTS.open}
        </Link>
      </p>
    );
  // Each fault stands at its field; those of no field below.
  const shown =
    work.problem instanceof Problem ? work.problem.problems.map(({ pointer }) => pointer) : [];
  return (
    <>
      <ProblemNotice problem={work.problem} shown={shown} />
      {work.faults.elsewhere.length > 0 && (
        <ul>
          {work.faults.elsewhere.map(({ pointer, message }) => (
            <li key={pointer}>{message}</li>
          ))}
        </ul>
      )}
    </>
  );
}
