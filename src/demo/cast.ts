/** Who plays which part in a case. Pure. */
import { PEOPLE, UNITS, type DemoPerson } from './bureau.texts.ts';
import { demoId } from './demo-ids.ts';
import type { Cast, DemoCase } from './plot.ts';

/** Everybody who works across units, until a case says otherwise. */
const HOUSE = {
  head: 'juzhang',
  deputy: 'fujuzhang',
  reviewer: 'shenhe1',
  reviewHead: 'fagui',
  checker: 'xinyong',
  publisher: 'gongshi',
  archivist: 'dangan',
  chair: 'tingzheng',
  clerk: 'shenhe2',
} as const;

/** The person behind a part. @throws RangeError where nobody plays it */
export function castOf(demoCase: DemoCase, part: Cast): DemoPerson {
  return personOf(loginOf(demoCase, part));
}

function loginOf({ unit, officers, approver = 'head', reviewer }: DemoCase, part: Cast): string {
  const found = UNITS.find((one) => one.key === unit);
  const [o1, o2] = officers ?? found?.officers ?? [];
  switch (part) {
    case 'o1':
      return named(o1, part);
    case 'o2':
      return named(o2, part);
    case 'unitHead':
      return named(found?.head, part);
    case 'approver':
      return HOUSE[approver];
    case 'reviewer':
      return reviewer ?? HOUSE.reviewer;
    default:
      return HOUSE[part];
  }
}

function named(login: string | undefined, part: Cast): string {
  if (login === undefined) throw new RangeError(`nobody is ${part}`);
  return login;
}

/** A person of the rehearsal bureau. @throws RangeError for an unknown login */
export function personOf(login: string): DemoPerson {
  const person = PEOPLE.find((one) => one.login === login);
  if (!person) throw new RangeError(`no such person: ${login}`);
  return person;
}

export function personId(login: string): string {
  return demoId(`person ${login}`);
}

export function unitId(key: string): string {
  return demoId(`unit ${key}`);
}

export function unitName(key: string): string {
  return UNITS.find((one) => one.key === key)?.name ?? '';
}
