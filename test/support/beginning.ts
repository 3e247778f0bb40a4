/** The first command of a matter: a clue about food past its date, come in the day before the officers go out. */
import { PARTY, sample } from './food-case.ts';
import { uuidv7 } from './uuid.ts';
import type { Visitor } from './visitor.ts';
import { done } from './staffed.ts';

export const BEGUN = '2024-08-05T09:30:00+08:00';

/** The body of `POST /api/matters`, handled by the two officers of `ids`; `more` and `first` say what is otherwise. */
export function beginning(
  ids: Readonly<Record<string, string>>,
  more: object = {},
  first: object = {},
) {
  return {
    id: uuidv7(),
    matter: uuidv7(),
    procedure: 'penalty.ordinary',
    subject: '经营超过保质期的食品',
    flags: [],
    party: PARTY,
    handlers: [ids['officer1'], ids['officer2']],
    ...more,
    first: {
      act: 'source.registered',
      id: uuidv7(),
      at: BEGUN,
      documents: { 'case-source': sample('case-source') },
      ...first,
    },
  };
}

/** Begins it and gives its id. */
export async function begun(
  officer: Visitor,
  ids: Readonly<Record<string, string>>,
  more: object = {},
  first: object = {},
): Promise<string> {
  const { matter } = await done(officer, 'POST', '/api/matters', beginning(ids, more, first));
  return String(matter);
}
