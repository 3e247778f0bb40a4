/** A client that does not give up: what was not answered is asked again, word for word, until it is. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer, Visitor } from '../support/visitor.ts';

/** What has been asked and answered, over all clients. */
export interface Tally {
  /** Requests that were not answered, or with a fault of the server's own (5xx). */
  unanswered: number;
  answered: number;
}

const PATIENCE_MS = 240_000;
const PAUSE_MS = 100;

/** Thrown by what is repeated: there was no answer, and why. */
export class Unanswered extends Error {}

/** Repeats `ask` until it gives something; it throws Unanswered, or what `fetch` throws, where no answer came. */
export async function insist<T>(ask: () => Promise<T>, tally: Tally): Promise<T> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      const answer = await ask();
      tally.answered += 1;
      return answer;
    } catch (error) {
      if (!isUnanswered(error)) throw error;
      tally.unanswered += 1;
      if (performance.now() > deadline)
        throw new Error(`no answer for ${PATIENCE_MS / 1000} s`, { cause: error });
    }
    await sleep(PAUSE_MS);
  }
}

/** fetch throws TypeError for a connection that was refused or cut, JSON SyntaxError for half an answer. */
function isUnanswered(error: unknown): boolean {
  return error instanceof Unanswered || error instanceof TypeError || error instanceof SyntaxError;
}

/** Sends a command until it is answered. Throws with the answer when it is refused. */
export async function command(
  who: Visitor,
  path: string,
  body: unknown,
  tally: Tally,
): Promise<Answer['body']> {
  const { status, body: said } = await insist(async () => {
    const answer = await who.call('POST', path, body);
    if (answer.status >= 500) throw new Unanswered(`${path}: ${JSON.stringify(answer.body)}`);
    return answer;
  }, tally);
  if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(said)}`);
  return said;
}
