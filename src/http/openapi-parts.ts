/** What the parts of the API's description share. */
import type { Access } from './route.ts';

export type Json = Readonly<Record<string, unknown>>;

export const PROBLEM = {
  description: 'A refusal: what, why, and which fields (RFC 9457).',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

/** Who may, in words: `public`, `session`, `signed-in`, or roles and duties divided by spaces. */
export function accessWords(access: Access): string {
  return typeof access === 'string' ? access : access.any.join(' ');
}
