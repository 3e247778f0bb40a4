/**
 * The file of a matter: everything recorded in it, folded act by act. It holds the matter as the rules
 * see it, and beside it what the desk needs: who began it, what waits for approval, documents, exhibits.
 */
import type { RecordedAct } from '../act/act.ts';
import { moment } from '../calendar/moment.ts';
import type { Law } from '../rule/law.ts';
import type { Pack } from '../rule/pack.ts';
import { compoundSurname } from '../party/surname.ts';
import { type BasisState, firstBasis, nextBasis, withGrounds } from '../review/review-basis.ts';
import { type ActCode, isActCode } from './act-data.ts';
import type { DeskDataOf, DeskParty } from './desk-act-data.ts';
import { type AnyAct, evolve, type Matter, newMatter, type Party } from './matter.ts';

/** A document an act produced, as its act recorded it. */
export interface FiledDocument {
  readonly seq: number;
  readonly ordinal: number;
  readonly code: string;
  readonly form: number | null;
  readonly title: string;
  readonly number: string | null;
  readonly date: string;
  readonly pages: number;
  readonly pdf: { readonly sha256: string; readonly sm3: string; readonly size: number };
  /** Lower-case hex SHA-256 of the canonical values, and of the template they were set with. */
  readonly valuesHash: string;
  readonly templateHash: string;
  readonly values: Readonly<Record<string, unknown>>;
}

export interface FiledExhibit extends DeskDataOf<'exhibit.added'> {
  readonly seq: number;
  /** Day it was filed, `YYYY-MM-DD`. */
  readonly filedOn: string;
  readonly derivedFrom: string | null;
  readonly recipe: string | null;
}

/** An act prepared by one person for another to approve. */
export interface ApprovalRequest {
  readonly seq: number;
  readonly act: ActCode;
  readonly data: Readonly<Record<string, unknown>>;
  readonly note: string | null;
  readonly by: string;
  readonly at: string;
  /** Who approved it beforehand; it then waits for those who carry it out. */
  readonly granted: { readonly by: string; readonly at: string } | null;
}

/** A request the head did not approve: back with whoever asked. */
export interface RefusedRequest extends Omit<ApprovalRequest, 'granted'> {
  readonly refusal: {
    readonly seq: number;
    readonly by: string;
    readonly at: string;
    readonly reason: string;
  };
}

export interface CaseFile {
  readonly id: string;
  /** The first act: procedure and subject as they were first known, the party as it was last amended. */
  readonly begun: DeskDataOf<'matter.begun'>;
  readonly beganOn: string;
  readonly pack: string;
  readonly matter: Matter;
  readonly acts: readonly RecordedAct[];
  readonly basis: BasisState;
  readonly requests: readonly ApprovalRequest[];
  /** What was refused, until the act is asked for again or recorded. */
  readonly refused: readonly RefusedRequest[];
  readonly documents: readonly FiledDocument[];
  readonly exhibits: readonly FiledExhibit[];
}

/** What folding needs besides the acts. */
export interface FoldContext {
  readonly pack: Pack;
  /** The law of the bureau under that pack. */
  readonly law: Law;
}

/** The file after one more act; `null` before the first, which must be `matter.begun`. */
export function fold(file: CaseFile | null, act: RecordedAct, context: FoldContext): CaseFile {
  if (file === null) return begin(act, context);
  const begun = amended(file.begun, act);
  const known = { ...file.matter, party: partyOf(begun.party) };
  const matter = isActCode(act.type) ? evolve(known, engineAct(act)) : flagged(known, act);
  const acts = [...file.acts, act];
  const next: CaseFile = {
    ...file,
    begun,
    matter,
    acts,
    requests: pendingAfter(file.requests, act),
    refused: refusedAfter(file, act),
    documents: [...file.documents, ...documentsIn(act)],
    exhibits: [...file.exhibits, ...exhibitIn(act)],
  };
  return { ...next, basis: nextBasis(file.basis, act, matter, context.law) };
}

function begin(act: RecordedAct, { pack, law }: FoldContext): CaseFile {
  if (act.type !== 'matter.begun' || act.pack === null)
    throw new RangeError('a matter begins with matter.begun');
  const begun = act.data as unknown as DeskDataOf<'matter.begun'>; // checked when it was recorded
  const procedure = pack.procedures.get(begun.procedure);
  if (!procedure) throw new RangeError(`no such procedure: ${begun.procedure}`);
  const matter = newMatter(procedure, partyOf(begun.party), {
    matter: begun.subject,
    flags: begun.flags,
  });
  const beganOn = moment(act.happened).day;
  return {
    id: act.stream.id,
    begun,
    beganOn,
    pack: act.pack,
    matter,
    acts: [act],
    basis: withGrounds(firstBasis(begun.flags, act.happened), matter, law, beganOn),
    requests: [],
    refused: [],
    documents: [],
    exhibits: [],
  };
}

/** An act as the rules see it: its position among all acts of the stream, its moment, its data. */
export function engineAct(
  act: Pick<RecordedAct, 'type' | 'seq' | 'happened' | 'by' | 'data'> &
    Partial<Pick<RecordedAct, 'recorded'>>,
): AnyAct {
  // The data were checked against the schema of this code before the act was recorded.
  return {
    n: act.seq,
    code: act.type,
    at: moment(act.happened),
    by: act.by,
    data: act.data,
    ...(act.recorded === undefined ? {} : { recorded: act.recorded }),
  } as unknown as AnyAct;
}

function amended(begun: CaseFile['begun'], act: RecordedAct): CaseFile['begun'] {
  if (act.type !== 'party.amended') return begun;
  const { party } = act.data as unknown as DeskDataOf<'party.amended'>; // checked when it was recorded
  return { ...begun, party };
}

function flagged(matter: Matter, act: RecordedAct): Matter {
  if (act.type !== 'subject.flagged') return matter;
  const { flags } = act.data as unknown as DeskDataOf<'subject.flagged'>;
  return {
    ...matter,
    subject: { ...matter.subject, flags: [...new Set([...matter.subject.flags, ...flags])] },
  };
}

export function partyOf(party: DeskParty): Party {
  return {
    kind: party.kind,
    name: party.name,
    surname: party.surname ?? compoundSurname(party.name) ?? null,
    code: party.code ?? null,
    idNumber: party.idNumber ?? null,
    representative: party.representative ?? null,
  };
}

function pendingAfter(
  requests: readonly ApprovalRequest[],
  act: RecordedAct,
): readonly ApprovalRequest[] {
  if (act.type === 'approval.requested') {
    const { act: wanted, data, note } = act.data as unknown as DeskDataOf<'approval.requested'>;
    const request = { act: wanted, data, note: note ?? null, by: act.recordedBy, at: act.happened };
    return [...requests, { seq: act.seq, ...request, granted: null }];
  }
  if (act.type === 'approval.granted') {
    const granted = { by: act.recordedBy, at: act.happened };
    return requests.map((request) =>
      request.seq === act.data['of'] ? { ...request, granted } : request,
    );
  }
  const answered = act.type === 'approval.refused' ? act.data['of'] : act.data['request'];
  return answered === undefined ? requests : requests.filter((request) => request.seq !== answered);
}

function refusedAfter(
  { requests, refused }: Pick<CaseFile, 'requests' | 'refused'>,
  act: RecordedAct,
): readonly RefusedRequest[] {
  if (act.type !== 'approval.refused') {
    const settled = act.type === 'approval.requested' ? act.data['act'] : act.type;
    return refused.filter((one) => one.act !== settled);
  }
  const { of, reason } = act.data as unknown as DeskDataOf<'approval.refused'>; // checked when it was recorded
  const refusal = { seq: act.seq, by: act.recordedBy, at: act.happened, reason };
  return [
    ...refused,
    ...requests
      .filter(({ seq }) => seq === of)
      .map(({ granted: _granted, ...request }) => ({ ...request, refusal })),
  ];
}

function documentsIn(act: RecordedAct): FiledDocument[] {
  const documents = act.data['documents'];
  if (!Array.isArray(documents)) return [];
  const day = moment(act.happened).day;
  // Written by the service that rendered them.
  return (documents as unknown as Omit<FiledDocument, 'seq' | 'ordinal' | 'date'>[]).map(
    (one, index) => ({ ...one, seq: act.seq, ordinal: index + 1, date: day }),
  );
}

/** Whether the document was taken back before it had effect; its number stays used. */
export function isVoided(
  file: CaseFile,
  { seq, number }: Pick<FiledDocument, 'seq' | 'number'>,
): boolean {
  return file.acts.some(
    (act) =>
      act.type === 'document.voided' && act.data['of'] === seq && act.data['number'] === number,
  );
}

function exhibitIn(act: RecordedAct): FiledExhibit[] {
  const filedOn = moment(act.happened).day;
  if (act.type === 'exhibit.added') {
    const data = act.data as unknown as DeskDataOf<'exhibit.added'>;
    return [{ ...data, seq: act.seq, filedOn, derivedFrom: null, recipe: null }];
  }
  if (act.type !== 'exhibit.derived') return [];
  const { from, ...data } = act.data as unknown as DeskDataOf<'exhibit.derived'>;
  return [{ ...data, seq: act.seq, filedOn, derivedFrom: from }];
}
