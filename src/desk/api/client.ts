/** Requests to the API. Answers are typed by their name in `src/http/answers.ts`, which the routes are typed by as well. */
import { v7 } from 'uuid';
import type { AnswerName, Answers } from '../../http/answers.ts';
import { NetworkLost, problemOf } from './problem.ts';
import { learnTime } from './server-clock.ts';
import { signInAgain, signInsSoFar } from './session-gate.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** Parts of a query; what is empty or undefined is left out. */
export type Query = Readonly<Record<string, string | undefined>>;

/** An id for a command. The same command keeps it until it is answered, so that nothing is recorded twice. */
export function newId(): string {
  return v7();
}

/** `path` below `/api`, with its query. */
export function address(path: string, query: Query = {}): string {
  const parts = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return parts.length === 0 ? `/api${path}` : `/api${path}?${parts.join('&')}`;
}

/** Asks for the answer of that name. Rejects with Problem or NetworkLost. */
export async function get<N extends AnswerName>(
  path: string,
  query: Query = {},
  signal?: AbortSignal,
): Promise<Answers[N]> {
  const response = await send('GET', address(path, query), undefined, signal);
  return (await response.json()) as Answers[N]; // the route of this path answers under this name
}

/** Sends a command and takes its answer; undefined for commands that answer with nothing. Rejects with Problem or NetworkLost. */
export async function sendCommand<N extends AnswerName | null>(
  method: Exclude<Method, 'GET'>,
  path: string,
  body?: unknown,
): Promise<N extends AnswerName ? Answers[N] : undefined> {
  const response = await send(method, address(path), body);
  const text = await response.text();
  const answer: unknown = text === '' ? undefined : JSON.parse(text);
  return answer as N extends AnswerName ? Answers[N] : undefined; // the route of this path answers under this name
}

/** Sends a command that answers with a file, such as a preview. Rejects with Problem or NetworkLost. */
export async function fetchFile(path: string, body: unknown, signal?: AbortSignal): Promise<Blob> {
  return (await send('POST', address(path), body, signal)).blob();
}

async function send(
  method: Method,
  url: string,
  body: unknown,
  signal?: AbortSignal,
): Promise<Response> {
  const seen = signInsSoFar();
  const response = await fetchOnce(method, url, body, signal);
  if (response.ok) return response;
  const problem = problemOf(response.status, await response.json().catch(() => null));
  const again = problem.code === 'auth/needed' ? signInAgain(seen) : null;
  if (again === null) throw problem;
  await again;
  const second = await fetchOnce(method, url, body, signal);
  if (second.ok) return second;
  throw problemOf(second.status, await second.json().catch(() => null));
}

async function fetchOnce(
  method: Method,
  url: string,
  body: unknown,
  signal: AbortSignal | undefined,
): Promise<Response> {
  const started = performance.now();
  try {
    const response = await fetch(url, {
      method,
      credentials: 'same-origin',
      ...(signal ? { signal } : {}),
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    learnTime(response.headers.get('date'), performance.now() - started);
    return response;
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new NetworkLost();
  }
}
