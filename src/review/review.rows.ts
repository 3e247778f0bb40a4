/** The rows of the gate: the chain, the opinions, the decision (migrations 0006 and 0007). */
import type { RecordedAct } from '../act/act.ts';
import { bytesOfHex, type Row, row, table } from '../act/row.ts';
import { saidBy } from '../act/said.ts';
import { moment } from '../calendar/moment.ts';
import type { PlainDate } from '../calendar/plain-date.ts';
import { partyClass } from '../decision/penalty.ts';
import type { CaseFile } from '../matter/case-file.ts';
import type { DataOf } from '../matter/act-data.ts';
import type { Law } from '../rule/law.ts';
import { type PersonSnapshot, snapshotOf } from '../staff/snapshot.ts';
import { decidingRound, reviewRounds } from './review.ts';
import type { BasisState } from './review-basis.ts';

export const REVIEW_BASIS = table(
  'facts.review_basis',
  'fact',
  ['bureau_id', 'matter_id', 'version'],
  {
    bureau_id: 'text',
    matter_id: 'uuid',
    version: 'integer',
    seq: 'integer',
    act_type: 'text',
    prev_version: 'integer',
    prev_seq: 'integer',
    procedure: 'text',
    pack_hash: 'bytea',
    scope: 'text',
    review_list: 'jsonb',
    flags: 'text[]',
    prev_flags: 'text[]',
    hearing_seq: 'integer',
    prev_hearing_seq: 'integer',
    handlers: 'uuid[]',
    prev_handlers: 'uuid[]',
    participants: 'uuid[]',
    prev_participants: 'uuid[]',
    proposal: 'jsonb',
    prev_proposal: 'jsonb',
    outcome: 'text',
    fine: 'bigint',
    confiscation: 'bigint',
    kinds: 'text[]',
    grounds: 'text[]',
    required: 'text',
    opinion_seq: 'integer',
    prev_opinion_seq: 'integer',
    legal_seq: 'integer',
    prev_legal_seq: 'integer',
    legal_agreed: 'boolean',
    prev_legal_agreed: 'boolean',
    closed: 'boolean',
    prev_closed: 'boolean',
    happened_at: 'timestamptz',
    prev_happened_at: 'timestamptz',
    concluded_kind: 'text',
    conclusion: 'text',
    reviewer_id: 'uuid',
    said: 'jsonb',
  },
);

export const REVIEW_OPINION = table(
  'facts.review_opinion',
  'fact',
  ['bureau_id', 'matter_id', 'seq'],
  {
    bureau_id: 'text',
    matter_id: 'uuid',
    seq: 'integer',
    act_type: 'text',
    round: 'integer',
    prev_round: 'integer',
    kind: 'text',
    conclusion: 'text',
    text_hash: 'bytea',
    procedure: 'text',
    pack_hash: 'bytea',
    basis_version: 'integer',
    prev_opinion_seq: 'integer',
    handlers: 'uuid[]',
    participants: 'uuid[]',
    request_seq: 'integer',
    request_type: 'text',
    accepted_seq: 'integer',
    accepted_type: 'text',
    reviewer_id: 'uuid',
    listing_seq: 'integer',
    qualified: 'boolean',
    listed_from: 'date',
    listed_until: 'date',
    concluded_on: 'date',
    licence_for: 'text',
    review_items: 'text[]',
    review_items_penalty: 'text[]',
    items: 'text[]',
    said: 'jsonb',
    request_said: 'jsonb',
    accepted_said: 'jsonb',
  },
);

export const DECISION = table('facts.decision', 'fact', ['bureau_id', 'matter_id'], {
  bureau_id: 'text',
  matter_id: 'uuid',
  seq: 'integer',
  act_type: 'text',
  procedure: 'text',
  pack_hash: 'bytea',
  party_class: 'text',
  summary_natural: 'bigint',
  summary_organisation: 'bigint',
  outcome: 'text',
  fine: 'bigint',
  confiscation: 'bigint',
  kinds: 'text[]',
  number: 'text',
  text_hash: 'bytea',
  decided_on: 'date',
  basis_version: 'integer',
  required: 'text',
  hearing_seq: 'integer',
  handlers: 'uuid[]',
  participants: 'uuid[]',
  counted_opinion: 'integer',
  counted_legal: 'integer',
  opinion_seq: 'integer',
  opinion_kind: 'text',
  opinion_conclusion: 'text',
  opinion_text_hash: 'bytea',
  opinion_pack_hash: 'bytea',
  reviewer_id: 'uuid',
  said: 'jsonb',
});

/** The rows of the gate that `act` adds; `before` is null for the first act of a matter. */
export function reviewRows(
  bureau: string,
  before: CaseFile | null,
  act: RecordedAct,
  after: CaseFile,
  law: Law,
): Row[] {
  const rows =
    after.basis === before?.basis ? [] : [basisRow(bureau, before?.basis ?? null, act, after, law)];
  if (act.type === 'review.concluded' && before)
    rows.push(opinionRow(bureau, before, act, after, law));
  if (act.type === 'decision.made') rows.push(decisionRow(bureau, act, after, law));
  return rows;
}

function basisRow(
  bureau: string,
  previous: BasisState | null,
  act: RecordedAct,
  file: CaseFile,
  law: Law,
): Row {
  const { basis } = file;
  return row(REVIEW_BASIS, {
    bureau_id: bureau,
    matter_id: file.id,
    version: basis.version,
    seq: basis.seq,
    act_type: basis.actType,
    prev_version: previous?.version ?? null,
    prev_seq: previous?.seq ?? null,
    procedure: file.matter.procedure.id,
    pack_hash: bytesOfHex(file.pack),
    ...reviewRule(law, file),
    flags: basis.flags,
    prev_flags: previous?.flags ?? null,
    hearing_seq: basis.hearingSeq,
    prev_hearing_seq: previous?.hearingSeq ?? null,
    handlers: basis.handlers,
    prev_handlers: previous?.handlers ?? null,
    participants: basis.participants,
    prev_participants: previous?.participants ?? null,
    proposal: basis.proposal,
    prev_proposal: previous?.proposal ?? null,
    outcome: basis.outcome,
    fine: basis.fine,
    confiscation: basis.confiscation,
    kinds: basis.kinds,
    grounds: basis.grounds,
    required: basis.required,
    opinion_seq: basis.opinionSeq,
    prev_opinion_seq: previous?.opinionSeq ?? null,
    legal_seq: basis.legalSeq,
    prev_legal_seq: previous?.legalSeq ?? null,
    legal_agreed: basis.legalAgreed,
    prev_legal_agreed: previous?.legalAgreed ?? null,
    closed: basis.closed,
    prev_closed: previous?.closed ?? null,
    happened_at: instant(basis.happened),
    prev_happened_at: previous ? instant(previous.happened) : null,
    concluded_kind: basis.concluded?.kind ?? null,
    conclusion: basis.concluded?.conclusion ?? null,
    reviewer_id: seizingReviewer(file),
    said: saidBy(act),
  });
}

/** A moment as its column gives it back. */
function instant(happened: string): string {
  return new Date(moment(happened).ms).toISOString();
}

/** Who reviewed an independent seizure; the decision of any other matter names its reviewer itself. */
function seizingReviewer({ matter, basis }: CaseFile): string | null {
  const seizes =
    basis.actType === 'seizure.ordered' && matter.procedure.id === 'compulsion.seizure';
  if (!seizes || basis.required !== 'legal') return null;
  return decidingRound(matter, 'legal')?.concluded?.by[0] ?? null;
}

/** The scope and list the matter is held to: those of the day it began, as the adopted pack states them. */
function reviewRule(law: Law, file: CaseFile): { scope: string; review_list: object } {
  const day = dayBegun(file);
  return { scope: law.value('review.scope', day), review_list: law.value('review.list', day) };
}

/** What an opinion in the matter must answer, and who may give it: under the rules of the same day. */
function opinionRule(law: Law, file: CaseFile) {
  const day = dayBegun(file);
  return {
    licence_for: law.value('review.licenceFor', day),
    review_items: law.value('review.items', day),
    review_items_penalty: law.value('review.items.penalty', day),
  };
}

function dayBegun(file: CaseFile): PlainDate {
  return moment(`${file.beganOn}T00:00:00+08:00`).day;
}

function opinionRow(
  bureau: string,
  before: CaseFile,
  act: RecordedAct,
  after: CaseFile,
  law: Law,
): Row {
  const data = act.data as unknown as DataOf<'review.concluded'>;
  const rounds = reviewRounds(after.matter).filter((round) => round.concluded);
  const round = rounds.at(-1);
  const reviewer = act.by[0] ?? '';
  const listing = snapshotOf(act, reviewer)?.listing;
  if (!round?.accepted || !listing)
    throw new RangeError('an opinion without a round or a listed reviewer');
  const { kind } = round.requested.data;
  return row(REVIEW_OPINION, {
    bureau_id: bureau,
    matter_id: after.id,
    seq: act.seq,
    act_type: act.type,
    round: rounds.length,
    prev_round: rounds.length === 1 ? null : rounds.length - 1,
    kind,
    conclusion: data.opinion,
    text_hash: bytesOfHex(round.requested.data.draft),
    procedure: after.matter.procedure.id,
    pack_hash: bytesOfHex(after.pack),
    basis_version: before.basis.version,
    prev_opinion_seq: before.basis.opinionSeq,
    handlers: before.basis.handlers,
    participants: before.basis.participants,
    request_seq: round.requested.n,
    request_type: round.requested.code,
    accepted_seq: round.accepted.n,
    accepted_type: round.accepted.code,
    reviewer_id: reviewer,
    ...listingCells(listing),
    concluded_on: moment(act.happened).day,
    ...opinionRule(law, after),
    items: data.items,
    said: saidBy(act),
    request_said: saidAt(after, round.requested.n),
    accepted_said: saidAt(after, round.accepted.n),
  });
}

/** What the act in position `seq` says. */
function saidAt(file: CaseFile, seq: number) {
  const act = file.acts[seq - 1];
  if (!act) throw new RangeError(`no act in position ${seq}`);
  return saidBy(act);
}

function listingCells(listing: NonNullable<PersonSnapshot['listing']>) {
  return {
    listing_seq: listing.seq,
    qualified: listing.qualified,
    listed_from: listing.from,
    listed_until: listing.until,
  };
}

function decisionRow(bureau: string, act: RecordedAct, file: CaseFile, law: Law): Row {
  const data = act.data as unknown as DataOf<'decision.made'>;
  const { basis, matter } = file;
  const day = moment(act.happened).day;
  const round = basis.required === 'none' ? undefined : decidingRound(matter, basis.required);
  const concluded = round?.concluded;
  const began = dayBegun(file);
  return row(DECISION, {
    bureau_id: bureau,
    matter_id: file.id,
    seq: act.seq,
    act_type: act.type,
    procedure: matter.procedure.id,
    pack_hash: bytesOfHex(file.pack),
    party_class: partyClass(matter.party, law, began),
    summary_natural: law.value('summary.limit.natural', began),
    summary_organisation: law.value('summary.limit.organisation', began),
    outcome: basis.outcome,
    fine: basis.fine,
    confiscation: basis.confiscation,
    kinds: basis.kinds,
    number: data.number ?? null,
    text_hash: bytesOfHex(data.draft ?? ''),
    decided_on: day,
    basis_version: basis.version,
    required: basis.required,
    hearing_seq: basis.hearingSeq,
    handlers: basis.handlers,
    participants: basis.participants,
    counted_opinion: basis.opinionSeq,
    counted_legal: basis.legalSeq,
    opinion_seq: concluded?.n ?? null,
    opinion_kind: round?.requested.data.kind ?? null,
    opinion_conclusion: concluded?.data.opinion ?? null,
    opinion_text_hash: round ? bytesOfHex(round.requested.data.draft) : null,
    opinion_pack_hash: round ? bytesOfHex(file.pack) : null,
    reviewer_id: concluded?.by[0] ?? null,
    said: saidBy(act),
  });
}
