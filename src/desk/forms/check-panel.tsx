/** What would happen if the form were handed in now: what is missing, what the law says against it. */
import { Link } from 'react-router';
import type { FormView, MatterView, RefusalView } from '../../matter/matter.api.ts';
import { Problem, wordsOf } from '../api/problem.ts';
import { remedyOf } from '../matter/can.ts';
import { KeyCap } from '../parts/key-cap.tsx';
import { FORM_TEXTS } from './form.texts.ts';
import { focusControl } from './focus.ts';
import type { FormState } from './form-values.ts';
import { openDocuments } from './form-values.ts';
import { isContradiction, type PlacedFaults } from './pointers.ts';
import type { Check } from './use-check.ts';

export interface CheckPanelProps {
  readonly check: Check;
  readonly faults: PlacedFaults;
  readonly form: FormView;
  readonly state: FormState;
  readonly matter: MatterView;
  readonly asks: boolean;
  readonly approves: boolean;
  readonly beforehand: boolean;
}

/** Refusals that asking the head is there to take away. */
const ASKED_FOR: ReadonlySet<string> = new Set([
  'approval/missing',
  'clock/extension-not-approved',
]);

export function CheckPanel(props: CheckPanelProps) {
  const { check, faults, form, state, matter, asks, approves, beforehand } = props;
  const refusals = relevantRefusals(props);
  // What was found before the last key says nothing of what stands there now.
  const isKnown = check.verdict !== null && check.state !== 'failed';
  const verb = asks ? FORM_TEXTS.ask : approves ? FORM_TEXTS.approve : FORM_TEXTS.record;
  const all = [...faults.byField.values()].flat().length + faults.elsewhere.length;
  const contradicting =
    [...faults.contradicting.values()].flat().length +
    faults.elsewhere.filter(isContradiction).length;
  const missing = all - contradicting;
  return (
    <section className="forms-check" aria-labelledby="forms-check" aria-live="polite">
      <h2 id="forms-check">{FORM_TEXTS.checkTitle}</h2>
      {check.state === 'failed' && <CheckFailed problem={check.problem} />}
      {check.state === 'asking' && check.verdict === null && <p>{FORM_TEXTS.checking}</p>}
      {isKnown && all === 0 && refusals.length === 0 && (
        <p className="forms-check-fine">{FORM_TEXTS.checkFine(verb)}</p>
      )}
      {all > 0 && (
        <>
          <p>
            {missing > 0 && <strong>{FORM_TEXTS.checkMissing(missing)}</strong>}
            {missing > 0 && contradicting > 0 && '，'}
            {contradicting > 0 && <strong>{FORM_TEXTS.checkContradicting(contradicting)}</strong>}
          </p>
          <ul className="forms-check-parts">
            {partsOf(form, state, faults).map(({ title, count, first }) => (
              <li key={title}>
                <button type="button" className="link" onClick={() => focusControl(first)}>
                  {title}
                </button>
                <span>{count}</span>
              </li>
            ))}
            {faults.elsewhere.map(({ pointer, message }) => (
              <li key={pointer}>{message}</li>
            ))}
          </ul>
        </>
      )}
      {refusals.length > 0 && (
        <>
          <p>
            <strong>{FORM_TEXTS.checkRefused}</strong>
          </p>
          <ul className="refusals">
            {refusals.map((refusal) => (
              <RefusalLine
                key={refusal.code}
                refusal={refusal}
                matter={matter}
                isApprovable={form.approval.length > 0}
              />
            ))}
          </ul>
        </>
      )}
      {asks && (
        <p className="note">
          {beforehand ? FORM_TEXTS.checkAsksBeforehand : FORM_TEXTS.checkAsksHead}
        </p>
      )}
      <p className="note">
        <KeyCap>Ctrl Enter</KeyCap> {verb}
      </p>
    </section>
  );
}

/** No answer, or one that says nothing about the form. */
function CheckFailed({ problem }: { readonly problem: unknown }) {
  if (!(problem instanceof Problem)) return <p>{FORM_TEXTS.checkNetwork}</p>;
  const { title, detail } = wordsOf(problem);
  return (
    <p>
      <strong>{FORM_TEXTS.checkNone(title)}</strong>
      {detail}
    </p>
  );
}

function RefusalLine({
  refusal: { code, title, help, basis },
  matter,
  isApprovable,
}: {
  readonly refusal: RefusalView;
  readonly matter: MatterView;
  /** Whether the head can approve the act beforehand. */
  readonly isApprovable: boolean;
}) {
  const remedy = remedyOf(code, matter.possible);
  return (
    <li title={code}>
      <strong>{title}</strong>
      {help !== '' && <p>{help}</p>}
      {basis.length > 0 && <small>{basis.join('；')}</small>}
      {isApprovable && code === 'approval/missing' && (
        <Link to="?beforehand">{FORM_TEXTS.askBeforehand}</Link>
      )}
      {remedy?.mine === true && (
        <Link to={`/matters/${matter.id}/acts/${remedy.act}`}>
          {FORM_TEXTS.checkRemedy(remedy.term)}
        </Link>
      )}
    </li>
  );
}

/** What the check says, and before the form is complete what the state of the file already says against the act. */
function relevantRefusals(props: CheckPanelProps): readonly RefusalView[] {
  const { check, form, matter, asks, beforehand } = props;
  const said = check.verdict?.refusals ?? [];
  if (beforehand) return said;
  const known = matter.possible.find(({ act }) => act === form.act)?.refusals ?? [];
  const all = said.length > 0 || check.verdict?.problems.length === 0 ? said : known;
  return asks ? all.filter(({ code }) => !ASKED_FOR.has(code)) : all;
}

interface Part {
  readonly title: string;
  readonly count: number;
  /** Pointer of its first fault. */
  readonly first: string;
}

/** Faults by the part of the form they stand in. */
function partsOf(form: FormView, state: FormState, { byField }: PlacedFaults): Part[] {
  const own = {
    title: FORM_TEXTS.facts,
    is: (pointer: string) => !pointer.startsWith('/documents/'),
  };
  const documents = openDocuments(form, state).map(({ code, title }) => ({
    title,
    is: (pointer: string) => pointer.startsWith(`/documents/${code}/`),
  }));
  return [own, ...documents].flatMap(({ title, is }) => {
    const here = [...byField].filter(([pointer]) => is(pointer));
    const [first] = here;
    return first
      ? [{ title, count: here.reduce((sum, [, said]) => sum + said.length, 0), first: first[0] }]
      : [];
  });
}
