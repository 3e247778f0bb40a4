/** What was done in a matter, as a judge reads it: the acts in order and nothing else. It shares no code with the guards it judges. */
import type { AnyAct } from '../../src/matter/matter.ts';

export type Data = Readonly<Record<string, unknown>>;

const DAY = 86_400_000;

export class Past {
  static readonly NONE = new Past([], new Map());
  readonly acts: readonly AnyAct[];
  private readonly byCode: ReadonlyMap<string, readonly AnyAct[]>;

  private constructor(acts: readonly AnyAct[], byCode: ReadonlyMap<string, readonly AnyAct[]>) {
    this.acts = acts;
    this.byCode = byCode;
  }

  /** This and one more act. */
  and(act: AnyAct): Past {
    const byCode = new Map(this.byCode);
    byCode.set(act.code, [...this.all(act.code), act]);
    return new Past([...this.acts, act], byCode);
  }

  all(code: string): readonly AnyAct[] {
    return this.byCode.get(code) ?? [];
  }

  /** Whether one of them was done. */
  has(...codes: readonly string[]): boolean {
    return codes.some((code) => this.byCode.has(code));
  }

  last(code: string): AnyAct | undefined {
    return this.byCode.get(code)?.at(-1);
  }

  /** Position of the last act of that code; 0 where there is none. */
  at(code: string): number {
    return this.last(code)?.n ?? 0;
  }

  /** What the last act of that code said; empty where there is none. */
  said(code: string): Data {
    return this.last(code)?.data ?? {};
  }

  /** Whether an act of that code, saying that, was done after position `n`. */
  hasSince(n: number, code: string, says: (data: Data) => boolean = () => true): boolean {
    return this.all(code).some((act) => act.n > n && says(act.data));
  }
}

export function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** A text; empty where there is none. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Whether the list holds all that is wanted. */
export function holdsAll(value: unknown, wanted: readonly string[]): boolean {
  const found = texts(value);
  return wanted.every((one) => found.includes(one));
}

/** Whole days from one act to another at the same hour. */
export function daysFrom(from: AnyAct | undefined, to: AnyAct): number {
  return from ? Math.round((to.at.ms - from.at.ms) / DAY) : 0;
}

/** A penalty as a judge weighs it: amounts in 分, and what else is imposed. */
export interface Weight {
  readonly fine: number;
  readonly gains: number;
  readonly goods: number;
  readonly kinds: readonly string[];
}

export function weigh(penalty: unknown): Weight {
  const weight = { fine: 0, gains: 0, goods: 0, kinds: new Array<string>() };
  for (const [name, value] of Object.entries(Object(penalty) as Data))
    if (value === true) weight.kinds.push(name);
    else if (name === 'fine' || name === 'gains' || name === 'goods') weight[name] = Number(value);
  return weight;
}

/** Whether one penalty goes beyond another in any respect. */
export function isGraver(penalty: unknown, than: unknown): boolean {
  const [one, other] = [weigh(penalty), weigh(than)];
  return (
    one.fine > other.fine ||
    one.gains > other.gains ||
    one.goods > other.goods ||
    !holdsAll(other.kinds, one.kinds)
  );
}

/** A review: what was asked for, who took it on, what became of it. */
export interface Review {
  readonly kind: string;
  readonly draft: string;
  readonly materials: readonly string[];
  readonly outcome: string;
  readonly accepted: boolean;
  /** Position and content of the opinion. */
  readonly opinion: { readonly n: number; readonly agrees: boolean; readonly text: string } | null;
}

/** The reviews of a matter, oldest first; a request replaced before anybody took it on is left out. */
export function reviewsOf(past: Past): readonly Review[] {
  const known = READ.get(past) ?? readReviews(past);
  READ.set(past, known);
  return known;
}

/** A history is judged many times over. */
const READ = new WeakMap<Past, readonly Review[]>();

function readReviews(past: Past): Review[] {
  const reviews: Review[] = [];
  let asked: Review | null = null;
  for (const act of past.acts) {
    const data: Data = act.data;
    if (act.code === 'review.requested')
      asked = {
        kind: String(data['kind']),
        draft: String(data['draft']),
        materials: texts(data['materials']),
        outcome: textOf(data['outcome']),
        accepted: false,
        opinion: null,
      };
    else if (act.code === 'review.accepted' && asked) {
      reviews.push({ ...asked, accepted: true });
      asked = null;
    } else if (act.code === 'review.concluded') {
      const last = reviews.pop();
      const text = String(data['opinion']);
      if (last) reviews.push({ ...last, opinion: { n: act.n, agrees: text === 'agree', text } });
    }
  }
  if (asked) reviews.push(asked);
  return reviews;
}

/** Who handles the matter or took part in gathering its evidence. */
export function tookPart(past: Past): ReadonlySet<string> {
  const field = [
    'premises.inspected',
    'evidence.recorded',
    'preservation.ordered',
    'seizure.ordered',
  ];
  return new Set([
    ...texts(past.said('handlers.assigned')['handlers']),
    ...field.flatMap((code) => past.all(code).flatMap((act) => act.by)),
  ]);
}
