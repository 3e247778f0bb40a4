/** The answers of a check before publication, for the server and the desk alike. Pure. */
import type { Suspect } from './suspects.ts';

/** What the check declares harmless: a suspect, by its place and its text. */
export type Cleared = readonly Pick<Suspect, 'paragraph' | 'segment' | 'text'>[];

export function isCleared(suspect: Cleared[number], cleared: Cleared): boolean {
  return cleared.some(
    ({ paragraph, segment, text }) =>
      paragraph === suspect.paragraph && segment === suspect.segment && text === suspect.text,
  );
}

const QUESTIONS: readonly string[] = [
  'contains-state-secret',
  'contains-forbidden',
  'contains-security',
  'contains-commercial-secret',
];

/** The question of the form that a hidden segment answers with yes: whatever is no secret of its own kind is personal. */
export function questionOf(ground: string): string {
  const own = `contains-${ground}`;
  return QUESTIONS.includes(own) ? own : 'contains-privacy';
}
