/**
 * A matter told as the rows it puts into the tables, exactly as the law asks, from a plan of its acts.
 * An attack is such a story with something in it bent. Nothing here uses the code under `src`, so that
 * the rows are a second opinion on what the program writes.
 */
import { groundsOf, type RulePack } from './law.ts';
import type { Somebody } from './people.ts';
import { type Cells, draft, type Row, type Step, uuid } from './rows.ts';
import { type Says, StreamWriter } from './stream.ts';
import type { Place } from './world.ts';

export interface Penalty {
  readonly fine?: number;
  readonly confiscation?: number;
  readonly kinds?: readonly string[];
}

/** An act, and what it says as far as the gate is concerned. */
export interface Planned {
  readonly type: string;
  /** Who gathered evidence. */
  readonly by?: readonly Somebody[];
  /** Who recorded it, where not the first of those who did it. */
  readonly recorder?: Somebody;
  /** When it happened, where not as everything else. */
  readonly at?: string;
  readonly handlers?: readonly Somebody[];
  readonly flags?: readonly string[];
  readonly penalty?: Penalty;
  /** Of a request. */
  readonly kind?: 'legal' | 'case';
  /** Of a request and of a decision. */
  readonly text?: string;
  readonly conclusion?: string;
  readonly reviewer?: Somebody;
  readonly items?: readonly string[];
  readonly outcome?: string;
}

export interface Plan {
  readonly procedure: string;
  readonly partyClass?: string;
  readonly flags?: readonly string[];
  readonly pack?: RulePack;
  readonly acts: readonly Planned[];
}

export interface Story {
  readonly matter: string;
  readonly steps: Step[];
}

const LINKED = new Set([
  'matter.begun',
  'subject.flagged',
  'handlers.assigned',
  'premises.inspected',
  'evidence.recorded',
  'preservation.ordered',
  'seizure.ordered',
  'investigation.concluded',
  'notice.served',
  'hearing.held',
  'review.concluded',
  'decision.made',
]);
const REVIEWED_BY = new Set(['review.accepted', 'review.concluded']);
const TAKING_PART = new Set([
  'premises.inspected',
  'evidence.recorded',
  'preservation.ordered',
  'seizure.ordered',
  'investigation.concluded',
]);
const AT = '2024-09-09T11:00:00+08:00';
const OPINION = {
  opinion_seq: null,
  opinion_kind: null,
  opinion_conclusion: null,
  opinion_text_hash: null,
  opinion_pack_hash: null,
  reviewer_id: null,
};

const FIRST = 0x900000000;
let matters = 0;

/** Tells the plan in `place`, as a new matter unless one is given. */
export function tell(place: Place, plan: Plan, matter = uuid(FIRST + (matters += 1))): Story {
  return new Teller(place, plan, matter).tell();
}

class Teller {
  private readonly stream: StreamWriter;
  private readonly pack: RulePack;
  private readonly steps: Step[] = [];
  private readonly opinions: Row[] = [];
  private link: Cells | null = null;
  private requested: { act: Cells; kind: string; text: string } | null = null;
  private accepted: Cells = {};
  /** The act written last. */
  private act: Cells = {};
  private readonly place: Place;
  private readonly plan: Plan;

  constructor(place: Place, plan: Plan, matter: string) {
    this.place = place;
    this.plan = plan;
    this.pack = plan.pack ?? place.pack;
    this.stream = new StreamWriter(place.id, matter, 'matter');
  }

  tell(): Story {
    this.begin();
    for (const [index, act] of this.plan.acts.entries()) this.add(act, this.reviewerOf(index));
    return { matter: this.stream.id, steps: this.steps };
  }

  private begin(): void {
    const { procedure, partyClass = 'organisation', flags = [] } = this.plan;
    const begun: Planned = { type: 'matter.begun', flags };
    this.write(begun, this.place.cast.officer, {
      'data.procedure': procedure,
      'data.party': partyClass === 'natural' ? 'natural' : 'legal',
      'data.flags': flags,
    });
    this.put('facts.matter', {
      ...this.head('matter.begun'),
      procedure,
      pack_hash: this.pack.hash,
      party_class: partyClass,
      unit_id: this.place.unit,
      said: this.act['said'],
    });
    this.extend(begun);
  }

  /** Who accepts or concludes the review that act belongs to: whoever concludes it. */
  private reviewerOf(index: number): Somebody {
    const next = this.plan.acts.slice(index).find(({ type }) => type === 'review.concluded');
    return next?.reviewer ?? this.place.cast.reviewer;
  }

  private add(act: Planned, reviewer: Somebody): void {
    const recorder =
      act.recorder ??
      (REVIEWED_BY.has(act.type) ? reviewer : (act.by?.[0] ?? this.place.cast.officer));
    this.write(act, recorder, this.saying(act));
    if (act.type === 'review.requested')
      this.requested = { act: this.act, kind: act.kind ?? 'legal', text: act.text ?? 'text' };
    if (act.type === 'review.accepted') this.accepted = this.act;
    const before = this.link;
    if (LINKED.has(act.type)) this.extend(act);
    if (act.type === 'review.concluded' && before) this.conclude(act, before);
    if (act.type === 'decision.made') this.decide(act);
  }

  /** What the act says besides when it happened, who did it and who recorded it. */
  private saying(act: Planned): Says {
    const hex = (text: string): string => draft(text).slice(2);
    switch (act.type) {
      case 'subject.flagged':
        return { 'data.flags': act.flags ?? [] };
      case 'handlers.assigned':
        return { 'data.handlers': ids(act.handlers) ?? [] };
      case 'review.requested':
        return { 'data.kind': act.kind ?? 'legal', 'data.draft': hex(act.text ?? 'text') };
      case 'review.concluded':
        return {
          'data.opinion': act.conclusion ?? 'agree',
          'data.items': act.items ?? [...this.pack.items, ...this.pack.itemsPenalty],
        };
      case 'decision.made':
        return {
          'data.outcome': act.outcome ?? 'penalty',
          'data.draft': hex(act.text ?? 'text'),
          ...(act.penalty ? { 'data.penalty': penaltySaid(act.penalty) } : {}),
        };
      default:
        return act.penalty ? { 'data.penalty': penaltySaid(act.penalty) } : {};
    }
  }

  /** The act itself, in the step of the role that records acts of this type. */
  private write({ type, by, at = AT }: Planned, recorder: Somebody, says: Says): void {
    const role = REVIEWED_BY.has(type) ? 'review' : 'desk';
    if (this.steps.at(-1)?.role !== role)
      this.steps.push({ role, bureau: this.place.id, rows: [] });
    const done = by ? { by: ids(by) } : {};
    const pack = this.pack.hash.slice(2);
    const row = this.stream.act(type, at, recorder.id, { ...done, pack, ...says });
    this.act = row.cells;
    this.steps.at(-1)?.rows.push(row);
  }

  private put(table: string, cells: Cells): Row {
    const row = { table, cells };
    this.steps.at(-1)?.rows.push(row);
    return row;
  }

  private head(type: string): Cells {
    const { bureau, id, seq } = this.stream;
    return { bureau_id: bureau, matter_id: id, seq, act_type: type };
  }

  private extend(act: Planned): void {
    const last = this.link;
    const { seq } = this.stream;
    const concluded = act.type === 'review.concluded' ? this.requested : null;
    const legal = concluded?.kind === 'legal';
    const penalty = act.penalty;
    const flags = [...(texts(last, 'flags') ?? []), ...(act.flags ?? [])];
    const taking = TAKING_PART.has(act.type)
      ? [...(ids(act.by) ?? []), String(this.act['recorded_by'])]
      : [];
    const state = {
      flags,
      hearing_seq: act.type === 'hearing.held' ? seq : (last?.['hearing_seq'] ?? 0),
      handlers: ids(act.handlers) ?? texts(last, 'handlers') ?? [],
      participants: [...new Set([...(texts(last, 'participants') ?? []), ...taking])],
      proposal: penalty
        ? { by: act.type, penalty: penaltySaid(penalty) }
        : (last?.['proposal'] ?? {}),
      opinion_seq: concluded ? seq : (last?.['opinion_seq'] ?? 0),
      legal_seq: legal ? seq : (last?.['legal_seq'] ?? 0),
      legal_agreed: legal
        ? (act.conclusion ?? 'agree') === 'agree'
        : (last?.['legal_agreed'] ?? false),
      closed: last?.['closed'] === true || act.type === 'decision.made',
      happened_at: this.act['happened_at'],
    };
    const proposed = {
      outcome: act.type === 'decision.made' ? (act.outcome ?? 'penalty') : '',
      fine: penalty ? (penalty.fine ?? 0) : Number(last?.['fine'] ?? 0),
      confiscation: penalty ? (penalty.confiscation ?? 0) : Number(last?.['confiscation'] ?? 0),
      kinds: penalty ? (penalty.kinds ?? []) : (texts(last, 'kinds') ?? []),
    };
    const heard = state.hearing_seq !== 0;
    const grounds = groundsOf(this.pack, this.plan.procedure, { ...proposed, flags, heard });
    const cells: Cells = {
      ...this.head(act.type),
      version: Number(last?.['version'] ?? 0) + 1,
      prev_version: last?.['version'] ?? null,
      prev_seq: last?.['seq'] ?? null,
      procedure: this.plan.procedure,
      pack_hash: this.pack.hash,
      scope: this.pack.scope,
      review_list: this.pack.list,
      ...state,
      ...Object.fromEntries(
        Object.keys(state).map((column) => [`prev_${column}`, last?.[column] ?? null]),
      ),
      ...proposed,
      grounds,
      required: requiredBy(this.plan.procedure, grounds),
      concluded_kind: concluded?.kind ?? null,
      conclusion: concluded ? (act.conclusion ?? 'agree') : null,
      reviewer_id: this.seizes(act) ? this.lastLegal() : null,
      said: this.act['said'],
    };
    this.put('facts.review_basis', cells);
    this.link = cells;
  }

  /** An independent seizure decides by itself. */
  private seizes({ type }: Planned): boolean {
    return type === 'seizure.ordered' && this.plan.procedure === 'compulsion.seizure';
  }

  private lastLegal(): unknown {
    return (
      this.opinions.findLast(({ cells }) => cells['kind'] === 'legal')?.cells['reviewer_id'] ?? null
    );
  }

  private conclude(act: Planned, before: Cells): void {
    const reviewer = act.reviewer ?? this.place.cast.reviewer;
    const { listing } = reviewer;
    const round = this.opinions.length + 1;
    const { procedure } = this.plan;
    this.opinions.push(
      this.put('facts.review_opinion', {
        ...this.head(act.type),
        round,
        prev_round: round === 1 ? null : round - 1,
        kind: this.requested?.kind,
        conclusion: act.conclusion ?? 'agree',
        text_hash: draft(this.requested?.text ?? ''),
        procedure,
        pack_hash: this.pack.hash,
        basis_version: before['version'],
        prev_opinion_seq: before['opinion_seq'],
        handlers: before['handlers'],
        participants: before['participants'],
        request_seq: this.requested?.act['seq'],
        request_type: 'review.requested',
        accepted_seq: this.accepted['seq'],
        accepted_type: 'review.accepted',
        reviewer_id: reviewer.id,
        listing_seq: listing?.seq,
        qualified: listing?.qualified,
        listed_from: listing?.from,
        listed_until: listing?.until,
        concluded_on: (act.at ?? AT).slice(0, 10),
        licence_for: this.pack.licenceFor,
        review_items: this.pack.items,
        review_items_penalty: this.pack.itemsPenalty,
        items: act.items ?? [...this.pack.items, ...this.pack.itemsPenalty],
        said: this.act['said'],
        request_said: this.requested?.act['said'],
        accepted_said: this.accepted['said'],
      }),
    );
  }

  private decide(act: Planned): void {
    const link = this.link ?? {};
    const { required } = link;
    const counted = this.opinions
      .map((row) => row.cells)
      .findLast((one) => required === 'case' || (required === 'legal' && one['kind'] === 'legal'));
    this.put('facts.decision', {
      ...this.head('decision.made'),
      procedure: this.plan.procedure,
      pack_hash: this.pack.hash,
      party_class: this.plan.partyClass ?? 'organisation',
      summary_natural: this.pack.natural,
      summary_organisation: this.pack.organisation,
      outcome: link['outcome'],
      fine: link['fine'],
      confiscation: link['confiscation'],
      kinds: link['kinds'],
      number: null,
      text_hash: draft(act.text ?? 'text'),
      decided_on: (act.at ?? AT).slice(0, 10),
      basis_version: link['version'],
      required,
      hearing_seq: link['hearing_seq'],
      handlers: link['handlers'],
      participants: link['participants'],
      counted_opinion: link['opinion_seq'],
      counted_legal: link['legal_seq'],
      ...(counted ? opinionCells(counted) : OPINION),
      said: this.act['said'],
    });
  }
}

/** A penalty as an act says it. */
function penaltySaid({ fine = 0, confiscation = 0, kinds = [] }: Penalty): Says {
  const imposed = Object.fromEntries(kinds.map((kind) => [kind, true]));
  return { fine, gains: confiscation, ...imposed };
}

/** What a decision repeats of the opinion it rests on. */
export function opinionCells(opinion: Cells): Cells {
  return {
    opinion_seq: opinion['seq'],
    opinion_kind: opinion['kind'],
    opinion_conclusion: opinion['conclusion'],
    opinion_text_hash: opinion['text_hash'],
    opinion_pack_hash: opinion['pack_hash'],
    reviewer_id: opinion['reviewer_id'],
  };
}

export function requiredBy(procedure: string, grounds: readonly string[]): string {
  if (grounds.length > 0) return 'legal';
  return procedure === 'penalty.ordinary' ? 'case' : 'none';
}

function ids(people: readonly Somebody[] | undefined): string[] | undefined {
  return people?.map(({ id }) => id);
}

function texts(cells: Cells | null, column: string): string[] | undefined {
  const value = cells?.[column];
  return Array.isArray(value) ? value.map(String) : undefined;
}
