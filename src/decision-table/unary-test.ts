/**
 * The cells of a decision table: FEEL unary tests (DMN 1.3 §10.3.1.2, grammar rules 7 to 17), as far as a lawyer's table
 * needs them and a machine can reason about them: a dash, literals, comparisons, intervals, lists and `not`. Pure.
 *
 * Numbers are integers; amounts are in 分.
 */

/** A value an input can have. Null: nobody knows yet. */
export type Known = number | string | boolean;

/** One condition on a value. */
export type Condition =
  | { readonly kind: 'equal'; readonly value: Known }
  /** From `low` to `high`, which belong to it or not; null is no end. */
  | {
      readonly kind: 'range';
      readonly low: number | null;
      readonly high: number | null;
      readonly withLow: boolean;
      readonly withHigh: boolean;
    };

/** A cell: any value, one that meets a condition, or one that meets none of them. */
export interface UnaryTest {
  readonly any: boolean;
  readonly not: boolean;
  readonly conditions: readonly Condition[];
}

/** A cell that says nothing a table may say; `at` is the position in its text. */
export class CellError extends Error {
  readonly at: number;
  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

/** Matches every value, known or not. */
export const ANY: UnaryTest = { any: true, not: false, conditions: [] };

const TOKEN =
  /\s*(?:(?<text>"(?:[^"\\]|\\["\\])*")|(?<number>-?\d+(?!\d|\.\d))|(?<word>true|false|not)(?![\p{L}\d])|(?<sign><=|>=|\.\.|[<>()[\],-]))/uy;

interface Token {
  readonly kind: 'text' | 'number' | 'word' | 'sign';
  readonly text: string;
  readonly at: number;
}

function tokens(cell: string): Token[] {
  const found: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < cell.trimEnd().length) {
    const from = TOKEN.lastIndex;
    const groups = TOKEN.exec(cell)?.groups;
    const named = Object.entries(groups ?? {}).find(([, value]) => value !== undefined);
    if (!named) throw new CellError(`cannot read ${cell.slice(from).trim()}`, from);
    found.push({ kind: named[0] as Token['kind'], text: named[1] ?? '', at: from }); // named by TOKEN
  }
  return found;
}

/**
 * Reads a cell.
 *
 * @throws CellError with the position of what cannot be read
 */
export function parseCell(cell: string): UnaryTest {
  const rest = tokens(cell);
  const [first] = rest;
  if (!first || (rest.length === 1 && first.text === '-')) return ANY;
  const reader = new Reader(rest, cell.length);
  const test = reader.test();
  reader.end();
  return test;
}

class Reader {
  private readonly tokens: readonly Token[];
  private readonly length: number;
  private next = 0;

  constructor(all: readonly Token[], length: number) {
    this.tokens = all;
    this.length = length;
  }

  test(): UnaryTest {
    if (!this.takes('not')) return { any: false, not: false, conditions: this.list() };
    this.need('(');
    const conditions = this.list();
    this.need(')');
    return { any: false, not: true, conditions };
  }

  end(): void {
    const left = this.tokens[this.next];
    if (left) throw new CellError(`${left.text} is not expected here`, left.at);
  }

  private list(): Condition[] {
    const conditions = [this.condition()];
    while (this.takes(',')) conditions.push(this.condition());
    return conditions;
  }

  private condition(): Condition {
    const token = this.take();
    switch (token.text) {
      case '<':
      case '<=':
        return range(null, this.number(), false, token.text === '<=');
      case '>':
      case '>=':
        return range(this.number(), null, token.text === '>=', false);
      case '[':
      case '(':
      case ']':
        return this.interval(token);
      default:
        return { kind: 'equal', value: literal(token) };
    }
  }

  /** `[a..b]`, with `(` or `]` where the low end is left out and `)` or `[` where the high end is. */
  private interval(open: Token): Condition {
    const low = this.number();
    this.need('..');
    const high = this.number();
    const close = this.take();
    if (close.text !== ']' && close.text !== ')' && close.text !== '[')
      throw new CellError('an interval ends with ], ) or [', close.at);
    if (high < low) throw new CellError('an interval ends before it begins', open.at);
    return range(low, high, open.text === '[', close.text === ']');
  }

  private number(): number {
    const token = this.take();
    if (token.kind !== 'number') throw new CellError('a number is expected', token.at);
    return integer(token);
  }

  private takes(text: string): boolean {
    const found = this.tokens[this.next]?.text === text;
    if (found) this.next += 1;
    return found;
  }

  private need(text: string): void {
    if (!this.takes(text))
      throw new CellError(`${text} is expected`, this.tokens[this.next]?.at ?? this.length);
  }

  private take(): Token {
    const token = this.tokens[this.next];
    if (!token) throw new CellError('the cell ends too early', this.length);
    this.next += 1;
    return token;
  }
}

function range(
  low: number | null,
  high: number | null,
  withLow: boolean,
  withHigh: boolean,
): Condition {
  return { kind: 'range', low, high, withLow, withHigh };
}

function literal(token: Token): Known {
  if (token.kind === 'number') return integer(token);
  if (token.kind === 'text') return token.text.slice(1, -1).replaceAll(/\\(["\\])/g, '$1');
  if (token.text === 'true' || token.text === 'false') return token.text === 'true';
  throw new CellError(`${token.text} is no value`, token.at);
}

function integer({ text, at }: Token): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new CellError(`${text} is too large`, at);
  return value;
}

/** Whether a value meets the cell. What nobody knows meets a dash only. */
export function meetsCell(test: UnaryTest, value: Known | null): boolean {
  if (test.any) return true;
  if (value === null) return false;
  return test.conditions.some((condition) => meets(condition, value)) !== test.not;
}

function meets(condition: Condition, value: Known): boolean {
  if (condition.kind === 'equal') return condition.value === value;
  if (typeof value !== 'number') return false;
  const { low, high, withLow, withHigh } = condition;
  return (
    (low === null || value > low || (withLow && value === low)) &&
    (high === null || value < high || (withHigh && value === high))
  );
}
