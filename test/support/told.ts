/** Answers and lists in brief. */
import type { Answer } from './visitor.ts';

/** Status, code, and the fields at fault of an answer. */
export async function told(answer: Promise<Answer>): Promise<unknown[]> {
  const { status, body } = await answer;
  const problems = Array.isArray(body['problems']) ? body['problems'] : [];
  return [status, body['code'], problems.map((one) => one.pointer)];
}

/** Texts in one order, where theirs does not matter. */
export function inOrder(list: unknown): string[] {
  return (Array.isArray(list) ? list.map(String) : []).sort((a, b) => (a < b ? -1 : 1));
}
