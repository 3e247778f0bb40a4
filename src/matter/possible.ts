/**
 * What can be done in a matter now, and for everything else the rule that says why not. Judged on the
 * state of the file with data as they would most likely be filled in; the form itself is judged again
 * with what is really filled in.
 */
import type { Json } from '../ledger/canonical-json.ts';
import type { StaffMember } from '../staff/staff.ts';
import { isPermitted } from './act-permission.ts';
import type { ActCode } from './act-data.ts';
import { type Attempt, type Gate, type Setting } from './attempt.ts';
import { engineAct, type CaseFile } from './case-file.ts';
import type { Moment } from '../calendar/moment.ts';
import { addDays } from '../calendar/plain-date.ts';
import { deskRefusals } from './desk-refusals.ts';
import { findClock } from './clocks.ts';
import { GATES, type GateCode, isGateCode, type RefusalCode } from './gates.ts';
import { actsOf, type AnyAct, lastOf } from './matter.ts';
import { isResolved, isHeld, orderFault } from './order.ts';
import { orderSaid } from './order-said.ts';
import type { ActRow } from './procedure.ts';
import type { Said } from './refusal-view.ts';
import { decidingRound, reviewGrounds, type ReviewKind, reviewKind } from '../review/review.ts';
import { proposedPenalty } from '../decision/penalty.ts';

export interface Possibility {
  readonly act: ActCode;
  readonly term: string;
  readonly stage: string;
  /** Whether this person may record it; otherwise who may. */
  readonly mine: boolean;
  readonly who: readonly string[];
  readonly refusals: readonly RefusalCode[];
  /** Why it is out of order, in words; null where it is not. */
  readonly said: Said | null;
  /** Acts of which one must come first, by their terms. */
  readonly missing: readonly (readonly string[])[];
  /** The day from which a period no longer stands in the way. */
  readonly opensOn: string | null;
}

/** Guards that depend on what is already on file, not on how the form is filled in. */
const STATE_GATES: ReadonlySet<GateCode> = new Set<GateCode>([
  'review/materials-missing',
  'review/reviewer-is-handler',
  'review/reviewer-unqualified',
  'review/not-passed',
  'review/draft-changed',
  'hearing/pending',
  'hearing/not-in-scope',
  'hearing/request-late',
  'hearing/notice-too-short',
  'notice/statement-period-open',
  'statement/not-reviewed',
  'discussion/missing',
  'transfer/pending',
  'preservation/lapsed',
  'seizure/lapsed',
  'measure/unresolved',
  'clock/extension-late',
  'record/text-missing',
  'record/av-missing',
  'archive/incomplete',
  'archive/archivist-missing',
  'case/not-executed',
  'publication/not-reviewed',
  'publication/secret',
  'publication/overturned',
  'enforcement/not-due',
  'enforcement/demand-period-open',
  'enforcement/remedy-period-open',
]);

/** Every act of the procedure, as it stands for this person at that moment. */
export function possibilities(
  file: CaseFile,
  person: StaffMember,
  setting: Setting,
  now: Moment,
): Possibility[] {
  return file.matter.procedure.acts.map((row) => possibility(file, person, setting, now, row));
}

function possibility(
  file: CaseFile,
  person: StaffMember,
  setting: Setting,
  now: Moment,
  row: ActRow,
): Possibility {
  const { matter } = file;
  const act = probe(file, row.act, person, now);
  const fault = orderFault(matter, act, row, null);
  const refusals: readonly RefusalCode[] = fault
    ? ['act/out-of-order']
    : stateRefusals(file, { ...setting, matter, act, row, day: now.day }, person);
  return {
    act: row.act,
    term: row.term,
    stage: row.stage,
    mine: isPermitted(file, { act: row.act, by: [], request: null }, person),
    who: row.who,
    refusals,
    said: fault && orderSaid(matter, act, null),
    missing:
      fault?.kind === 'missing'
        ? fault.steps.map((any) => any.map((code) => termOf(file, code)))
        : [],
    opensOn: refusals.includes('notice/statement-period-open')
      ? afterStatement(file, setting)
      : null,
  };
}

function stateRefusals(file: CaseFile, attempt: Attempt, person: StaffMember): RefusalCode[] {
  const { act, row, law, day } = attempt;
  const refusals = row.gates.filter(isGateCode).filter((code) => {
    const gate: Gate = GATES[code];
    return STATE_GATES.has(code) && gate(attempt);
  });
  return [...new Set([...refusals, ...deskRefusals(file, act, person, law, day)])];
}

function termOf({ matter }: CaseFile, code: ActCode): string {
  return matter.procedure.rows.get(code)?.term ?? code;
}

/** The day after the last of the period: the period runs until its last day is over. */
function afterStatement(file: CaseFile, setting: Setting): string | null {
  const notice = lastOf(file.matter, 'notice.served');
  const last = notice && findClock(file.matter, setting, 'statement', notice.n)?.dueDay;
  return last ? addDays(last, 1) : null;
}

/** The act with the data it would most likely have. */
function probe(file: CaseFile, act: ActCode, person: StaffMember, now: Moment): AnyAct {
  return engineAct({
    type: act,
    seq: file.acts.length + 1,
    happened: now.text,
    by: [person.id],
    data: likely(file, act, person),
  });
}

function likely(file: CaseFile, act: ActCode, person: StaffMember): Record<string, Json> {
  const { matter } = file;
  const approved = person.roles.includes('head') ? { approvedBy: person.id } : {};
  switch (act) {
    case 'decision.made': {
      const penalty = proposedPenalty(matter);
      const draft = decidingRound(matter, 'case')?.requested.data.draft ?? '';
      return { outcome: 'penalty', penalty: { ...penalty }, draft, ...approved };
    }
    case 'case.closed':
      return { ground: 'executed', ...approved };
    case 'preservation.resolved':
      return {
        of:
          actsOf(matter, 'preservation.ordered').findLast(({ n }) => !isResolved(matter, n))?.n ??
          0,
        measure: 'returned',
      };
    case 'seizure.extended':
    case 'seizure.lifted':
    case 'seizure.disposed':
      return {
        of: actsOf(matter, 'seizure.ordered').findLast(({ n }) => isHeld(matter, n))?.n ?? 0,
        days: 1,
        how: 'return',
        told: true,
      };
    case 'approval.given':
      return { of: urgentOpen(file), ...approved };
    case 'time.resumed':
      return { ground: lastOf(matter, 'time.stopped')?.data.ground ?? 'testing' };
    case 'time.stopped':
      return { ground: 'testing' };
    case 'publication.withdrawn':
      return {
        channel: lastOf(matter, 'publication.published')?.data.channel ?? 'WEB',
        reason: '—',
      };
    case 'record.av.made':
    case 'record.av.skipped':
    case 'record.text.added':
      return { of: matter.acts.at(-1)?.n ?? 0, id: '—', reason: '—' };
    case 'record.av.stored':
      return { id: openRecording(file) };
    default:
      return {
        ...approved,
        items: [],
        contents: [],
        rights: [],
        days: 1,
        channel: 'WEB',
        form: 'summary',
        chair: '',
      };
  }
}

function urgentOpen({ matter }: CaseFile): number {
  const given = new Set(actsOf(matter, 'approval.given').map((act) => act.data.of));
  const urgent = [
    ...actsOf(matter, 'preservation.ordered'),
    ...actsOf(matter, 'seizure.ordered'),
  ].filter((act) => act.data.urgent === true && !given.has(act.n));
  return urgent.at(-1)?.n ?? 0;
}

function openRecording({ matter }: CaseFile): string {
  const stored = new Set(actsOf(matter, 'record.av.stored').map((act) => act.data.id));
  return actsOf(matter, 'record.av.made').find((act) => !stored.has(act.data.id))?.data.id ?? '';
}

/** The kind of review the matter needs as it stands, with its grounds. */
export function reviewNeeded(
  file: CaseFile,
  setting: Setting,
  now: Moment,
): { kind: ReviewKind; grounds: string[] } {
  const grounds = reviewGrounds(file.matter, setting.law, now.day);
  return { kind: reviewKind(file.matter, grounds), grounds };
}
