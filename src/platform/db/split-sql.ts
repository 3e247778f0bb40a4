/**
 * Splitting an SQL file into its statements: one statement a call is what PostgreSQL's extended
 * protocol and distributed PostgreSQL ask for, and what lets an error name its line.
 *
 * Knows what a semicolon can hide in: strings, with backslashes after E, quoted names, dollar quotes,
 * comments (block comments nest), parentheses, and BEGIN ATOMIC bodies. Pure.
 */

export interface SqlStatement {
  /** Without the closing semicolon and without comments before it. */
  readonly text: string;
  /** Line of its first character in the file, from 1. */
  readonly line: number;
}

/**
 * The statements of `sql` in order; stretches of only blanks and comments are none.
 * Throws SyntaxError, naming the line, for a quote, comment, parenthesis or body that never ends.
 */
export function splitSql(sql: string): SqlStatement[] {
  const statements: SqlStatement[] = [];
  const atomic = new AtomicBody();
  let start: number | null = null;
  let depth = 0;
  let at = 0;
  const finish = (end: number): void => {
    if (start !== null) {
      statements.push({ text: sql.slice(start, end).trimEnd(), line: lineAt(sql, start) });
    }
    start = null;
    atomic.reset();
  };
  while (at < sql.length) {
    const token = readToken(sql, at);
    const end = at + token.length;
    if (token.kind === 'end' && depth === 0 && !atomic.open) {
      finish(at);
    } else if (token.kind !== 'blank') {
      start ??= at;
      if (token.kind === 'open') depth += 1;
      else if (token.kind === 'close') depth = Math.max(0, depth - 1);
      else if (token.kind === 'word') atomic.read(sql.slice(at, end).toLowerCase());
    }
    at = end;
  }
  if (start !== null && depth > 0) throw unfinished(sql, start, 'a parenthesis');
  if (start !== null && atomic.open) throw unfinished(sql, start, 'a BEGIN ATOMIC body');
  finish(sql.length);
  return statements;
}

type TokenKind = 'blank' | 'word' | 'quoted' | 'open' | 'close' | 'end' | 'other';

interface Token {
  readonly kind: TokenKind;
  readonly length: number;
}

// Sticky: each matches at exactly one place. \u0080 and above are letters to PostgreSQL.
const SPACE = /\s+/y;
const LINE_COMMENT = /--[^\n]*/y;
const WORD = /[A-Za-z_\u0080-\uffff][A-Za-z0-9_$\u0080-\uffff]*/y;
const NUMBER = /\d[\w.]*/y;
const PLAIN_STRING = /'[^']*(?:''[^']*)*'/y;
const ESCAPE_STRING = /[eE]'[^'\\]*(?:(?:''|\\[^])[^'\\]*)*'/y;
const QUOTED_NAME = /"[^"]*(?:""[^"]*)*"/y;
const DOLLAR_TAG = /\$(?:[A-Za-z_\u0080-\uffff][A-Za-z0-9_\u0080-\uffff]*)?\$/y;
const PARAMETER = /\$\d+/y;

function readToken(sql: string, at: number): Token {
  const char = sql[at];
  const match = (pattern: RegExp): number => matchLength(pattern, sql, at);
  if (char === ';') return { kind: 'end', length: 1 };
  if (char === '(') return { kind: 'open', length: 1 };
  if (char === ')') return { kind: 'close', length: 1 };
  const blank = match(SPACE) || match(LINE_COMMENT) || blockCommentLength(sql, at);
  if (blank > 0) return { kind: 'blank', length: blank };
  if (char === "'") return quoted(sql, at, match(PLAIN_STRING), 'a string');
  if (char === '"') return quoted(sql, at, match(QUOTED_NAME), 'a quoted name');
  if ((char === 'e' || char === 'E') && sql[at + 1] === "'") {
    return quoted(sql, at, match(ESCAPE_STRING), 'a string');
  }
  if (char === '$') {
    const tag = match(DOLLAR_TAG);
    if (tag > 0) return quoted(sql, at, dollarLength(sql, at, tag), 'a dollar quote');
    return { kind: 'other', length: match(PARAMETER) || 1 };
  }
  const word = match(WORD);
  if (word > 0) return { kind: 'word', length: word };
  return { kind: 'other', length: match(NUMBER) || 1 };
}

function quoted(sql: string, at: number, length: number, what: string): Token {
  if (length === 0) throw unfinished(sql, at, what);
  return { kind: 'quoted', length };
}

function matchLength(pattern: RegExp, sql: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(sql)?.[0].length ?? 0;
}

/** From the opening tag to the same tag again; 0 when it never comes. */
function dollarLength(sql: string, at: number, tagLength: number): number {
  const close = sql.indexOf(sql.slice(at, at + tagLength), at + tagLength);
  return close === -1 ? 0 : close + tagLength - at;
}

function blockCommentLength(sql: string, at: number): number {
  if (!sql.startsWith('/*', at)) return 0;
  let depth = 0;
  for (let next = at; next < sql.length; ) {
    if (sql.startsWith('/*', next)) {
      depth += 1;
      next += 2;
    } else if (sql.startsWith('*/', next)) {
      depth -= 1;
      next += 2;
      if (depth === 0) return next - at;
    } else {
      next += 1;
    }
  }
  throw unfinished(sql, at, 'a comment');
}

/**
 * Follows the words of one statement: in `create [or replace] function|procedure … begin atomic …
 * end` semicolons belong to the body. `case … end` nests inside it.
 */
class AtomicBody {
  #words: string[] = [];
  #previous = '';
  #depth = 0;

  get open(): boolean {
    return this.#depth > 0;
  }

  reset(): void {
    this.#words = [];
    this.#previous = '';
    this.#depth = 0;
  }

  read(word: string): void {
    if (this.#words.length < 4) this.#words.push(word);
    if (this.#depth === 0) {
      if (word === 'atomic' && this.#previous === 'begin' && this.#isRoutine()) this.#depth = 1;
    } else if (word === 'case' || word === 'begin') {
      this.#depth += 1;
    } else if (word === 'end') {
      this.#depth -= 1;
    }
    this.#previous = word;
  }

  #isRoutine(): boolean {
    const [create, second, , fourth] = this.#words;
    const noun = second === 'or' ? fourth : second;
    return create === 'create' && (noun === 'function' || noun === 'procedure');
  }
}

function unfinished(sql: string, at: number, what: string): SyntaxError {
  return new SyntaxError(`line ${lineAt(sql, at)}: ${what} that does not end`);
}

function lineAt(sql: string, at: number): number {
  let line = 1;
  for (let next = 0; next < at; next += 1) if (sql[next] === '\n') line += 1;
  return line;
}
