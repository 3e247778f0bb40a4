/** What would happen if the form were handed in now: what is missing, what the law says against it. */
import { Link } from 'react-router';
import type { ActView, FormView, MatterView, RefusalView } from '../../matter/matter.api.ts';
import { remedyOf } from '../matter/can.ts';
import { KeyCap } from '../parts/key-cap.tsx';
import { FORM_TEXTS } from './form.texts.ts';
import { focusControl } from './focus.ts';
import { momentShown } from './moment-typed.ts';
import type { FormState } from './form-values.ts';
import { openDocuments } from './form-values.ts';
import type { PlacedFaults } from './pointers.ts';
import type { Check } from './use-check.ts';

export interface CheckPanelProps {
  readonly check: Check;
  readonly faults: PlacedFaults;
  readonly form: FormView;
  readonly state: FormState;
  readonly matter: MatterView;
  readonly asks: boolean;
  readonly beforehand: boolean;
}

/** Refusals that asking the head is there to take away. */
const ASKED_FOR: ReadonlySet<string> = new Set([
  'approval/missing',
  'clock/extension-not-approved',
]);

export function CheckPanel(props: CheckPanelProps) {
  const { check, faults, form, state, matter, asks, beforehand } = props;
  const refusals = relevantRefusals(props);
  const missing = [...faults.byField.values()].flat().length + faults.elsewhere.length;
  return (
    <section className="forms-check" aria-labelledby="forms-check" aria-live="polite">
      <h2 id="forms-check">{FORM_TEXTS.checkTitle}</h2>
      {check.state === 'failed' && <p>{FORM_TEXTS.checkNetwork}</p>}
      {check.state === 'asking' && check.verdict === null && <p>{FORM_TEXTS.checking}</p>}
      {check.verdict !== null && missing === 0 && refusals.length === 0 && (
        <p className="forms-check-fine">{asks ? FORM_TEXTS.checkFineAsk : FORM_TEXTS.checkFine}</p>
      )}
      {missing > 0 && (
        <>
          <p>
            <strong>{FORM_TEXTS.checkMissing(missing)}</strong>
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
                at={state.at}
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
        <KeyCap>Ctrl Enter</KeyCap> {asks ? FORM_TEXTS.ask : FORM_TEXTS.keyHint}
      </p>
    </section>
  );
}

function RefusalLine({
  refusal: { code, title, help, basis },
  matter,
  at,
  isApprovable,
}: {
  readonly refusal: RefusalView;
  readonly matter: MatterView;
  readonly at: string;
  /** Whether the head can approve the act beforehand. */
  readonly isApprovable: boolean;
}) {
  const remedy = remedyOf(code, matter.possible);
  const later = code === 'act/out-of-order' ? laterAct(matter, at) : null;
  return (
    <li title={code}>
      <strong>
        {later
          ? FORM_TEXTS.beforeLater(later.seq, later.term, momentShown(later.happened, true))
          : title}
      </strong>
      {help !== '' && <p>{later ? FORM_TEXTS.beforeLaterHelp : help}</p>}
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

/** The latest act of the procedure that happened after this moment: a file is kept in the order of what happened. */
function laterAct(matter: MatterView, at: string): ActView | null {
  const steps = new Set(matter.possible.map(({ act }) => act));
  const [latest] = matter.acts
    .filter(({ type, happened }) => steps.has(type) && Date.parse(happened) > Date.parse(at))
    .toSorted((a, b) => Date.parse(b.happened) - Date.parse(a.happened));
  return latest ?? null;
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
