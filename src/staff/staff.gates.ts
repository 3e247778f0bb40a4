/** Guards on who acts: approval by the head, two certified officers, training, certificates shown. */
import { type Attempt, type Gate, type Gates, isFieldAct } from '../matter/attempt.ts';
import { actsOf, lastOf } from '../matter/matter.ts';
import { countedOfficers, hasRole, holdsCertificate, type Person } from './person.ts';

/** The people the act counts on: those named by an assignment or draw, else those who act. */
function named({ act }: Attempt): readonly string[] {
  if (act.code === 'handlers.assigned') return act.data.handlers;
  return act.code === 'inspection.drawn' ? act.data.officers : act.by;
}

function counts(attempt: Attempt): boolean {
  return (
    attempt.act.code === 'handlers.assigned' ||
    attempt.act.code === 'inspection.drawn' ||
    isFieldAct(attempt)
  );
}

const officers = (attempt: Attempt): Person[] => countedOfficers(attempt.people, named(attempt));

/** An urgent measure may come first and be approved within its hours; only a suspension of the investigation needs approval among the stops. */
const unapproved: Gate = ({ act, people }) => {
  const { data } = act;
  if ('urgent' in data && data.urgent === true) return false;
  if (act.code === 'time.stopped' && act.data.ground !== 'suspension') return false;
  const head =
    act.code === 'disagreement.resolved'
      ? act.data.decidedBy
      : 'approvedBy' in data
        ? data.approvedBy
        : undefined;
  return !hasRole(people, head, 'head');
};

/** Officers must be the handlers assigned last, or those drawn for the inspection. */
const notAssigned: Gate = (attempt) => {
  if (!counts(attempt)) return false;
  const { matter } = attempt;
  const assigned =
    matter.procedure.id === 'inspection.random'
      ? lastOf(matter, 'inspection.drawn')?.data.officers
      : lastOf(matter, 'handlers.assigned')?.data.handlers;
  return (
    assigned !== undefined && officers(attempt).some((officer) => !assigned.includes(officer.id))
  );
};

const identityNotShown: Gate = (attempt) => {
  if (!isFieldAct(attempt)) return false;
  const needed = officers(attempt).map((officer) => officer.id);
  return !actsOf(attempt.matter, 'identity.shown').some(
    (shown) => shown.at.day === attempt.day && needed.every((id) => shown.by.includes(id)),
  );
};

/** Officers assigned or drawn, and the reviewer, must have ended their training before the post; assistants hold no such post. */
const untrained: Gate = (attempt) => {
  const { act, law, people, day } = attempt;
  if (!law.value('training.required', day)) return false;
  const reviews = act.code === 'review.accepted' || act.code === 'review.concluded';
  const held = reviews ? act.by.slice(0, 1).map((id) => people.get(id)) : officers(attempt);
  return held.some((person) => !person?.trained || person.trained > day);
};

export const staffGates = {
  'approval/missing': unapproved,
  'handlers/too-few': (attempt) =>
    counts(attempt) &&
    officers(attempt).length < attempt.law.value('handlers.minimum', attempt.day),
  'handlers/certificate-invalid': (attempt) =>
    counts(attempt) && officers(attempt).some((officer) => !holdsCertificate(officer, attempt.day)),
  'handlers/not-assigned': notAssigned,
  'training/missing': untrained,
  'identity/not-shown': identityNotShown,
} as const satisfies Gates;
