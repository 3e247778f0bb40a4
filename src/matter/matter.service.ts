/** Recording acts in matters: load, prepare, decide, issue the documents, commit. */
import type { NewAct, RecordedAct } from '../act/act.ts';
import { findByKey, requestHash } from '../act/act.store.ts';
import { asData, type Loaded, type Recorder } from '../act/recorder.ts';
import type { Job } from '../act/statement.ts';
import type { Bureau } from '../bureau/bureau.ts';
import type { Registry } from '../bureau/registry.ts';
import type { WorkCalendar } from '../calendar/calendar.ts';
import { moment } from '../calendar/moment.ts';
import type { DocumentTemplate } from '../document/document.ts';
import { valuesHash } from '../document/issue.ts';
import type { Json } from '../ledger/canonical-json.ts';
import type { Database } from '../platform/db/pool.ts';
import type { Role as DatabaseRole } from '../platform/db/roles.ts';
import type { PackStore } from '../platform/rules/pack-store.ts';
import { deskRefusals } from './desk-refusals.ts';
import { signatureProblems } from '../review/signature.ts';
import { peopleOn } from '../staff/people-on.ts';
import type { StaffMember } from '../staff/staff.ts';
import type { ActForm } from './act-form.ts';
import { isPermitted } from './act-permission.ts';
import { approvalProblems } from './approval-request.ts';
import { type CaseFile, engineAct, fold, type FoldContext } from './case-file.ts';
import type { DeskDataOf } from './desk-act-data.ts';
import { decide } from './decide.ts';
import type { RefusalCode } from './gates.ts';
import type { FieldProblem } from './act-input.ts';
import type { IssueDocuments } from './issue-documents.ts';
import { matterProjection } from './matter.projection.ts';
import { latestMoment, orderSaid } from './order-said.ts';
import {
  type ActRequest,
  prepareAct,
  type PrepareContext,
  type PreparedAct,
} from './prepare-act.ts';
import { paperProblems } from './paper-problems.ts';
import { mayRead } from './reading.ts';
import { momentProblems } from './moment-problems.ts';
import { CommandRefused, invalid, refused, refuseWith } from './refusal.ts';
import type { Said } from './refusal-view.ts';

export interface MatterWorld {
  readonly db: Database;
  readonly recorder: Recorder;
  readonly registry: Registry;
  readonly packs: PackStore;
  readonly calendar: WorkCalendar;
  readonly templates: ReadonlyMap<string, DocumentTemplate>;
  readonly issue: IssueDocuments;
  /** What no font can print, with its place in the values. */
  readonly unprintable: PrepareContext['unprintable'];
  readonly now: () => number;
  /** Called after each commit, so that the log need not wait. */
  readonly committed: (bureau: string) => void;
}

/** Who sends a command. */
export interface Actor {
  readonly bureau: string;
  readonly person: StaffMember;
}

/** How a matter begins. */
export interface Begin {
  /** UUIDv7 of the act `matter.begun`. */
  readonly id: string;
  readonly data: DeskDataOf<'matter.begun'>;
}

export interface Done {
  readonly matter: string;
  readonly seq: number;
  readonly act: string;
  /** True when the same command had been carried out before. */
  readonly repeated: boolean;
}

/** What would stand in the way of an act, without doing it. */
export interface Verdict {
  readonly problems: readonly FieldProblem[];
  readonly refusals: readonly RefusalCode[];
  /** Why it is out of order, in words; null where it is not. */
  readonly said: Said | null;
}

/** An act as it would be recorded, and what speaks against it. */
export interface Prepared {
  readonly verdict: Verdict;
  readonly form: ActForm;
  readonly by: readonly string[];
  /** Its papers as they would be issued. */
  readonly documents: PreparedAct['documents'];
  readonly issue: () => Promise<Record<string, Json>>;
}

export interface MatterService {
  /** The file as it stands; null when there is no such matter. */
  file(bureau: string, matter: string): Promise<CaseFile | null>;
  /** The file for somebody who may read it; throws CommandRefused for others as if there were none. */
  read(actor: Actor, matter: string): Promise<CaseFile>;
  /** Records an act. `expected` is the last position the sender saw; null where it does not matter. Throws CommandRefused. */
  act(actor: Actor, matter: string, request: ActRequest, expected: number | null): Promise<Done>;
  /** Begins a matter with its first act; both are recorded or neither. Throws CommandRefused. */
  begin(actor: Actor, matter: string, begun: Begin, request: ActRequest): Promise<Done>;
  /** Says what would be refused, and why. */
  check(actor: Actor, matter: string, request: ActRequest): Promise<Verdict>;
  /** Records acts that another service has prepared, under the same guarantees. */
  record(
    actor: Actor,
    matter: string,
    key: string,
    request: Json,
    expected: number | null,
    prepare: (file: CaseFile | null) => Promise<readonly NewAct[]>,
  ): Promise<Done>;
  /** An act judged but not recorded; `issue` makes its papers, and gives its data with them. */
  prepare(actor: Actor, file: CaseFile, request: ActRequest): Promise<Prepared>;
  /** What preparing and judging an act needs. */
  setting(actor: Actor, file: CaseFile, today: string): Promise<PrepareContext>;
  lawByHash(bureau: Pick<Bureau, 'pack'>): (hash: string) => FoldContext;
}

/** Acts of the reviewers come in through their own connection; no other role may write an opinion. */
const REVIEW_ACTS: ReadonlySet<string> = new Set([
  'review.accepted',
  'review.extended',
  'review.concluded',
]);

export function createMatterService(world: MatterWorld): MatterService {
  const laws = new Map<string, FoldContext>();

  function lawByHash(bureau: Pick<Bureau, 'pack'>): (hash: string) => FoldContext {
    return (hash) => {
      const key = `${bureau.pack} ${hash}`;
      let known = laws.get(key);
      if (!known) {
        const pack = world.packs.byHash(hash);
        known = { pack, law: pack.law(bureau.pack) };
        laws.set(key, known);
      }
      return known;
    };
  }

  async function bureauOf(id: string): Promise<Bureau> {
    const bureau = await world.registry.bureau(id);
    if (!bureau) throw invalid('matter/not-found');
    return bureau;
  }

  async function setting(actor: Actor, file: CaseFile, today: string): Promise<PrepareContext> {
    const bureau = await bureauOf(actor.bureau);
    const people = await world.registry.people(actor.bureau);
    return {
      bureau,
      people,
      today,
      templates: world.templates,
      unprintable: world.unprintable,
      calendar: world.calendar,
      actor: actor.person,
      ...lawByHash(bureau)(file.pack),
    };
  }

  /** Everything that speaks against the act. */
  function judge(
    file: CaseFile,
    request: ActRequest,
    prepared: PreparedAct,
    { law, people, actor }: PrepareContext,
  ): Pick<Verdict, 'refusals' | 'said'> {
    const at = moment(request.at);
    const act = engineAct({
      type: request.act,
      seq: file.acts.length + 1,
      happened: request.at,
      by: prepared.by,
      data: prepared.data,
    });
    const latest = latestMoment(file.matter);
    const said = orderSaid(file.matter, act, latest);
    // Its approval has to fit the order of the procedure; the act itself is judged when it is done.
    if (request.beforehand) return { refusals: said ? ['act/out-of-order'] : [], said };
    const refusals = decide(
      file.matter,
      act,
      {
        law,
        calendar: world.calendar,
        people: peopleOn(people, at.day),
        lists: { inspectionItems: [], frequencyCap: null },
      },
      latest,
    );
    const more = new Set([...refusals, ...deskRefusals(file, act, actor, law, at.day)]);
    return { refusals: [...more], said };
  }

  async function prepare(actor: Actor, file: CaseFile, request: ActRequest): Promise<Prepared> {
    const context = await setting(actor, file, request.at.slice(0, 10));
    const as = (one: ActRequest): PreparedAct => prepareAct(file, one, context, valuesHash);
    const prepared = as(request);
    const problems = [...prepared.problems];
    for (const id of prepared.by)
      if (id !== 'party' && !context.people.has(id))
        problems.push({ pointer: '/by', code: 'act/person-unknown', message: '没有这个人。' });
    problems.push(
      ...approvalProblems(file, request, prepared, context, as),
      ...signatureProblems(request.act, prepared.by, actor.person.id),
      ...paperProblems(file, request, prepared, context),
      ...momentProblems(request.at, world.now(), world.calendar.from),
    );
    const judged =
      problems.length > 0 ? { refusals: [], said: null } : judge(file, request, prepared, context);
    return {
      verdict: { problems, ...judged },
      form: prepared.form,
      by: prepared.by,
      documents: prepared.documents,
      issue: () => world.issue(file, request, prepared, context),
    };
  }

  /** The act as it will be recorded, after everything that could speak against it. */
  async function newAct(actor: Actor, state: CaseFile, request: ActRequest): Promise<NewAct> {
    if (!isPermitted(state, request, actor.person)) throw invalid('act/not-permitted');
    const { verdict, by, issue } = await prepare(actor, state, request);
    if (verdict.problems.length > 0) throw invalid('input/invalid', verdict.problems);
    if (verdict.refusals.length > 0) throw refused(verdict.refusals, verdict.said);
    const data = await issue();
    return {
      id: request.id,
      type: request.act,
      happened: request.at,
      by,
      recordedBy: actor.person.id,
      pack: state.pack,
      data: asData(data),
    };
  }

  /** The same for the first act of a matter, which is sent as `first`. */
  async function firstAct(actor: Actor, file: CaseFile, request: ActRequest): Promise<NewAct> {
    try {
      return await newAct(actor, file, request);
    } catch (error) {
      if (error instanceof CommandRefused && error.reason.kind === 'invalid')
        refuseWith(error.reason.problems, '/first');
      throw error;
    }
  }

  async function caseFile(bureauId: string, matter: string): Promise<CaseFile | null> {
    const bureau = await world.registry.bureau(bureauId);
    if (!bureau) return null;
    const loaded = await world.recorder.read(
      'desk',
      bureauId,
      { kind: 'matter', id: matter },
      matterProjection(bureauId, lawByHash(bureau), world.calendar),
    );
    return loaded.state;
  }

  async function read(actor: Actor, matter: string): Promise<CaseFile> {
    const found = await caseFile(actor.bureau, matter);
    if (!found || !mayRead(found, actor.person)) throw invalid('matter/not-found');
    return found;
  }

  async function write(
    role: DatabaseRole,
    actor: Actor,
    matter: string,
    key: string,
    request: Json,
    expected: number | null,
    decideActs: (
      loaded: Loaded<CaseFile>,
    ) => Promise<{ acts: readonly NewAct[]; jobs: readonly Job[] }>,
  ): Promise<Done> {
    const bureau = await bureauOf(actor.bureau);
    const hash = requestHash(request);
    try {
      const result = await world.recorder.record<CaseFile>({
        role,
        bureau: actor.bureau,
        stream: { kind: 'matter', id: matter },
        projection: matterProjection(actor.bureau, lawByHash(bureau), world.calendar),
        requestHash: hash,
        decide: async (loaded) => {
          if (expected !== null && expected !== loaded.tip.seq) throw invalid('command/stale');
          return decideActs(loaded);
        },
      });
      if (result.outcome === 'recorded') {
        world.committed(actor.bureau);
        const last = result.acts.at(-1);
        return { matter, seq: last?.seq ?? 0, act: last?.type ?? '', repeated: false };
      }
      if (result.outcome === 'contended') throw invalid('command/contended');
    } catch (error) {
      if (!(error instanceof CommandRefused)) throw error;
      const earlier = await earlierOf(actor.bureau, key, hash);
      if (earlier) return earlier;
      throw error;
    }
    const earlier = await earlierOf(actor.bureau, key, hash);
    // Another act of the command has an id that was used before.
    if (!earlier) throw invalid('command/reused');
    return earlier;
  }

  /** What an earlier command with this key did; refuses a key used for something else. */
  async function earlierOf(bureau: string, key: string, hash: Uint8Array): Promise<Done | null> {
    const earlier = await findByKey(world.db, 'desk', bureau, key);
    if (!earlier) return null;
    if (Buffer.compare(earlier.requestHash, hash) !== 0) throw invalid('command/reused');
    return { matter: earlier.stream.id, seq: earlier.seq, act: earlier.type, repeated: true };
  }

  return {
    file: caseFile,
    prepare,
    setting,
    lawByHash,
    read,
    async check(actor, matter, request) {
      const found = await read(actor, matter);
      return (await prepare(actor, found, request)).verdict;
    },
    act(actor, matter, request, expected) {
      const role = REVIEW_ACTS.has(request.act) ? 'review' : 'desk';
      const asked = { matter, actor: actor.person.id, request } as unknown as Json; // came in as JSON
      return write(role, actor, matter, request.id, asked, expected, async ({ state }) => {
        if (!state || !mayRead(state, actor.person)) throw invalid('matter/not-found');
        const act = await newAct(actor, state, request);
        return { acts: [act], jobs: jobsOf(act, actor.bureau) };
      });
    },
    async begin(actor, matter, begun, request) {
      const bureau = await bureauOf(actor.bureau);
      if (bureau.rules === null) throw invalid('matter/not-found');
      const first: NewAct = {
        id: begun.id,
        type: 'matter.begun',
        happened: request.at,
        by: [actor.person.id],
        recordedBy: actor.person.id,
        pack: bureau.rules,
        data: asData(begun.data),
      };
      const asked = { matter, actor: actor.person.id, begun, request } as unknown as Json; // came in as JSON
      // The answer is about the first act proper, so a repetition is told by its id.
      return write('desk', actor, matter, request.id, asked, null, async ({ state }) => {
        if (state) throw invalid('command/stale');
        refuseWith(world.unprintable({ subject: begun.data.subject, party: begun.data.party }));
        refuseWith(momentProblems(request.at, world.now(), world.calendar.from), '/first');
        const placed: RecordedAct = {
          ...first,
          stream: { kind: 'matter', id: matter },
          seq: 1,
          recorded: new Date(world.now()).toISOString(),
        };
        const file = fold(null, placed, lawByHash(bureau)(first.pack ?? ''));
        return { acts: [first, await firstAct(actor, file, request)], jobs: [] };
      });
    },
    record(actor, matter, key, request, expected, prepareActs) {
      return write('desk', actor, matter, key, request, expected, async ({ state }) => {
        const acts = await prepareActs(state && mayRead(state, actor.person) ? state : null);
        for (const act of acts)
          refuseWith(momentProblems(act.happened, world.now(), world.calendar.from));
        return { acts, jobs: acts.flatMap((act) => jobsOf(act, actor.bureau)) };
      });
    },
  };
}

/** What has to happen outside the transaction after an act. */
function jobsOf(act: Pick<RecordedAct, 'type'>, bureau: string): Job[] {
  const publishes = act.type === 'publication.published' || act.type === 'publication.withdrawn';
  return publishes ? [{ task: 'publish', payload: { bureau }, key: `publish:${bureau}` }] : [];
}
