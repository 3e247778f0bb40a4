/** A form as it is filled in: time and people, the act's own questions, its documents, and what speaks against it. */
import { Button, Input } from 'antd';
import { useMemo, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { FormView, MatterView, RequestView } from '../../matter/matter.api.ts';
import type { PersonView } from '../../staff/staff.api.ts';
import { useSession } from '../account/session.ts';
import { isUncertain, Problem } from '../api/problem.ts';
import { serverNow } from '../api/server-clock.ts';
import { FormFiles } from '../exhibits/form-files.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { MATTER_TEXTS } from '../matter/matter.texts.ts';
import { RefuseRequest } from '../matter/refuse-request.tsx';
import { Lines } from '../parts/lines.tsx';
import { OtherWindow } from '../parts/other-window.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { dayOf, momentWords, timeWords } from '../words/dates.ts';
import { roleListWords } from '../../staff/role.texts.ts';
import { CheckPanel } from './check-panel.tsx';
import { DocumentChooser } from './document-chooser.tsx';
import { DocumentPart } from './document-part.tsx';
import { DoneNotice } from './done-notice.tsx';
import { FieldView } from './field-view.tsx';
import { differing } from './field-words.ts';
import { FORM_TEXTS } from './form.texts.ts';
import { FormContext, type FormContextValue } from './form-context.ts';
import { isBlank, isNeeded, isPut, openDocuments, type Values } from './form-values.ts';
import { ByControl } from './people-controls.tsx';
import { RefusedNotice } from './refused-notice.tsx';
import { StaleNotice } from './stale-notice.tsx';
import { Moment } from './time-controls.tsx';
import { useActForm } from './use-act-form.ts';

export interface FormEditorProps {
  readonly matter: MatterView;
  readonly form: FormView;
  readonly people: readonly PersonView[];
  readonly request: RequestView | null;
  readonly asks: boolean;
  readonly beforehand: boolean;
  readonly preset: Values;
}

export function FormEditor(props: FormEditorProps) {
  const { matter, form, people, request, asks, beforehand, preset } = props;
  const { person } = useSession();
  const spec = { matter, form, request, asks, beforehand, preset };
  const work = useActForm(spec);
  const { draft, faults, done, sending, problem } = work;
  const { state } = draft;
  const [refusing, setRefusing] = useState(false);
  const navigate = useNavigate();
  useKeys({ 'Ctrl+Enter': () => void work.send() }, work.isReady && done === null, true);
  const { store } = work;
  const context = useMemo<FormContextValue>(
    () => ({
      form,
      matter,
      people,
      store,
      isPut: (field) => isPut(form, request, person.roles, field),
    }),
    [form, matter, people, store, request, person.roles],
  );

  if (done !== null)
    return (
      <DoneNotice
        done={done}
        form={form}
        matter={matter}
        outcome={asks ? 'asked' : beforehand ? 'granted' : 'recorded'}
        files={draft.files}
        onFiled={() => work.change({ files: [] })}
      />
    );
  if (!work.isReady) return <Lines />;

  const { newer } = work;
  const approves = request !== null && request.granted === null;
  const verb = asks ? FORM_TEXTS.ask : approves ? FORM_TEXTS.approve : FORM_TEXTS.record;
  // What was put before the head with nothing in it stays empty.
  const asked = form.fields.filter(
    (field) => !context.isPut(field) || !isBlank(state.fields[field.name]),
  );
  const isAgain = problem !== null && isUncertain(problem);
  return (
    <FormContext value={context}>
      <FormHead matter={matter} form={form} request={request} beforehand={beforehand} />
      {form.refused && <RefusedNotice refused={form.refused} />}
      <div className="forms-columns">
        <div>
          <form
            className="forms-body"
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              void work.send();
            }}
          >
            {work.found > 0 && (
              <p className="forms-found" role="status">
                {FORM_TEXTS.draftFound(work.found)}
                <button type="button" className="link" onClick={work.startAgain}>
                  {FORM_TEXTS.draftDrop}
                </button>
              </p>
            )}
            {work.other && (
              <OtherWindow
                draft={work}
                differing={differing(form, people, state, work.other.state)}
              />
            )}
            {newer && (
              <StaleNotice
                key={matter.seq}
                acts={matter.acts.filter(({ seq }) => seq > newer.since)}
                merged={newer.merged}
                verb={verb}
                onGo={work.goOn}
              />
            )}
            <section className="forms-part" aria-labelledby="forms-facts">
              <header className="forms-part-head">
                <h2 id="forms-facts">{FORM_TEXTS.facts}</h2>
              </header>
              <div className="forms-grid">
                <div className="forms-cell">
                  <Moment
                    field={{ label: FORM_TEXTS.at, hint: FORM_TEXTS.atHint }}
                    path={['at']}
                    needed
                    withTime
                  />
                </div>
                {!beforehand && <Doers form={form} asks={asks} />}
                {asked.map((field) => (
                  <FieldView
                    key={field.name}
                    field={field}
                    path={['fields', field.name]}
                    needed={isNeeded(field, state.fields)}
                  />
                ))}
              </div>
            </section>
            {approves ? (
              form.documents.length > 0 && <p className="note">{FORM_TEXTS.putHint}</p>
            ) : (
              <DocumentChooser
                onChange={(included) => work.change({ state: { ...state, included } })}
              />
            )}
            {openDocuments(form, state).map((document) => (
              <DocumentPart key={document.code} document={document} />
            ))}
            <FormFiles
              place={`${matter.id} ${form.act}`}
              files={draft.files}
              onChange={(files) => work.change({ files })}
            />
            {asks && (
              <section className="forms-part">
                <label className="field">
                  <span className="forms-label">
                    {FORM_TEXTS.note}
                    <span className="field-must">{FORM_TEXTS.optional}</span>
                  </span>
                  <Input.TextArea
                    value={draft.note}
                    autoSize={{ minRows: 2 }}
                    maxLength={2000}
                    onChange={({ target }) => work.change({ note: target.value })}
                  />
                </label>
              </section>
            )}
            <div className="forms-foot">
              {problem instanceof Problem && problem.code === 'command/reused' ? (
                <p role="alert">
                  {FORM_TEXTS.reused}{' '}
                  <Link to={`/matters/${matter.id}`}>{FORM_TEXTS.doneBack}</Link>
                </p>
              ) : (
                !newer?.merged && (
                  <ProblemNotice problem={problem} shown={[...faults.byField.keys()]} />
                )
              )}
              <div className="forms-submit">
                <Button type="primary" size="large" htmlType="submit" loading={sending}>
                  {sending ? FORM_TEXTS.sending : isAgain ? FORM_TEXTS.again : verb}
                </Button>
                {approves && !refusing && (
                  <Button size="large" onClick={() => setRefusing(true)}>
                    {MATTER_TEXTS.refuse}
                  </Button>
                )}
                <span className="note">
                  {approves ? FORM_TEXTS.approveHint : FORM_TEXTS.recordHint}
                  <br />
                  {work.isWritten &&
                    (work.savedAt === null
                      ? FORM_TEXTS.draftHere
                      : FORM_TEXTS.draftKept(timeWords(work.savedAt)))}
                </span>
              </div>
            </div>
          </form>
          {approves && refusing && (
            <RefuseRequest
              matter={matter.id}
              request={request.seq}
              onCancel={() => setRefusing(false)}
              onDone={() => void navigate(`/matters/${matter.id}`)}
            />
          )}
        </div>
        <aside className="forms-aside">
          <CheckPanel
            check={work.check}
            faults={faults}
            form={form}
            state={state}
            matter={matter}
            asks={asks}
            approves={approves}
            beforehand={beforehand}
          />
        </aside>
      </div>
    </FormContext>
  );
}

/** Who does it; what the head approves is the head's own, so there is nobody to choose. */
function Doers({ form, asks }: Pick<FormEditorProps, 'form' | 'asks'>) {
  const { person } = useSession();
  if (form.needsApproval && asks) return null;
  return form.needsApproval ? (
    <div className="forms-cell field">
      <span className="forms-label">{FORM_TEXTS.approver}</span>
      <p>{`${person.name}　${person.post}`}</p>
    </div>
  ) : (
    <div className="forms-wide">
      <ByControl inField={form.field} />
    </div>
  );
}

function FormHead({
  matter,
  form,
  request,
  beforehand,
}: {
  readonly matter: MatterView;
  readonly form: FormView;
  readonly request: RequestView | null;
  readonly beforehand: boolean;
}) {
  return (
    <header className="forms-head">
      <h1>{beforehand ? FORM_TEXTS.beforehandTitle(form.term) : form.term}</h1>
      <p>
        <Link to={`/matters/${matter.id}`}>{matter.party.name}</Link>
        <span>{matter.subject}</span>
        <span>
          {FORM_TEXTS.who}：{roleListWords(form.who)}
        </span>
        {form.basis.length > 0 && (
          <span>
            {FORM_TEXTS.basis}：{form.basis.join('；')}
          </span>
        )}
      </p>
      {!beforehand && form.approval.length > 0 && (
        <p>
          {request?.granted ? (
            FORM_TEXTS.grantedBy(
              request.granted.by?.name ?? '',
              momentWords(request.granted.at, dayOf(serverNow())),
            )
          ) : (
            <Link to="?beforehand">{FORM_TEXTS.askBeforehand}</Link>
          )}
        </p>
      )}
      {request && (
        <p>
          {FORM_TEXTS.requestOf(
            request.by?.name ?? '',
            momentWords(request.at, dayOf(serverNow())),
          )}
          {request.note !== null && <q>{request.note}</q>}
        </p>
      )}
    </header>
  );
}
