/** Answers that are not success, as the desk handles them: problem documents (RFC 9457), and no answer at all. */
import type { RefusalView } from '../../matter/matter.api.ts';
import { API_TEXTS } from './api.texts.ts';

/** A field that does not hold. `pointer` is a JSON pointer (RFC 6901) into what was sent. */
export interface FieldFault {
  readonly pointer: string;
  readonly code: string;
  readonly message: string;
}

/** The server refused, or failed. `message` is the title; what to do stands in `detail`. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly problems: readonly FieldFault[];
  readonly refusals: readonly RefusalView[];

  constructor(document: Omit<Problem, keyof Error>) {
    super(document.title);
    this.name = 'Problem';
    this.status = document.status;
    this.code = document.code;
    this.title = document.title;
    this.detail = document.detail;
    this.problems = document.problems;
    this.refusals = document.refusals;
  }

  /** Nobody can tell whether the command was carried out: it may be sent again with the same id, and with no other. */
  get isUncertain(): boolean {
    return this.status >= 500;
  }
}

/** No answer came: the network or the server is away. Whether the command arrived is not known. */
export class NetworkLost extends Error {
  constructor() {
    super(API_TEXTS.notSaved);
    this.name = 'NetworkLost';
  }
}

/** Whether an error leaves open if the server did what it was asked. */
export function isUncertain(error: unknown): boolean {
  return error instanceof NetworkLost || (error instanceof Problem && error.isUncertain);
}

/** The problem in the body of an answer. A body that is no problem document makes a plain one of the status. */
export function problemOf(status: number, body: unknown): Problem {
  const read = isObject(body) ? body : {};
  const text = (name: string, otherwise: string): string => {
    const value = read[name];
    return typeof value === 'string' && value !== '' ? value : otherwise;
  };
  return new Problem({
    status,
    code: text('code', 'http/unknown'),
    title: text('title', API_TEXTS.failed),
    detail: text('detail', API_TEXTS.notSaved),
    problems: list(read['problems'], isFault),
    refusals: list(read['refusals'], isRefusal),
    isUncertain: status >= 500,
  });
}

/** Title and advice for a person, whatever went wrong. */
export function wordsOf(error: unknown): { readonly title: string; readonly detail: string } {
  if (error instanceof Problem) return { title: error.title, detail: error.detail };
  if (error instanceof NetworkLost)
    return { title: API_TEXTS.notSavedTitle, detail: API_TEXTS.notSaved };
  return { title: API_TEXTS.failed, detail: API_TEXTS.reload };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function list<T>(value: unknown, is: (one: unknown) => one is T): T[] {
  return Array.isArray(value) ? value.filter(is) : [];
}

function isFault(value: unknown): value is FieldFault {
  return (
    isObject(value) &&
    typeof value['pointer'] === 'string' &&
    typeof value['code'] === 'string' &&
    typeof value['message'] === 'string'
  );
}

function isRefusal(value: unknown): value is RefusalView {
  return (
    isObject(value) &&
    typeof value['code'] === 'string' &&
    typeof value['title'] === 'string' &&
    typeof value['help'] === 'string' &&
    Array.isArray(value['basis'])
  );
}
