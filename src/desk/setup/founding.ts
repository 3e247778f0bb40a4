/** Founding a bureau: what is filled in, what is wrong with it, the first passwords. Pure. */
import type { SetupView } from '../../bureau/setup.api.ts';
import { setupProblems } from '../../bureau/setup-problems.ts';
import type { ProfileItem } from './setup.texts.ts';

export const DUTIES = ['sysadmin', 'secadmin', 'auditadmin'] as const;
export type Duty = (typeof DUTIES)[number];

export interface Administrator {
  readonly name: string;
  readonly login: string;
  readonly password: string;
}

export interface Founding {
  /** Id of the pack of a bureau, or `national`. */
  readonly pack: string;
  readonly area: string;
  readonly profile: Readonly<Record<ProfileItem, string>>;
  readonly administrators: Readonly<Record<Duty, Administrator>>;
}

type Preset = SetupView['presets'][number];

const EMPTY: Founding['profile'] = {
  name: '',
  shortName: '',
  superior: '',
  government: '',
  justice: '',
  court: '',
  address: '',
  phone: '',
  bank: '',
  payee: '',
  account: '',
};

/** An empty form. `passwords` are the first ones, in the order of DUTIES. */
export function startFounding(passwords: readonly string[]): Founding {
  const administrator = (duty: Duty, index: number): [Duty, Administrator] => [
    duty,
    { name: '', login: duty, password: passwords[index] ?? '' },
  ];
  return {
    pack: 'national',
    area: '',
    profile: EMPTY,
    administrators: Object.fromEntries(DUTIES.map(administrator)) as Founding['administrators'], // one for each duty
  };
}

/** That bureau of the rule pack, or one of one's own; administrators, address and account stay as typed. */
export function withPreset(founding: Founding, preset: Preset | null): Founding {
  const { name, shortName, superior, government, justice, court } = preset?.profile ?? EMPTY;
  return {
    ...founding,
    pack: preset?.pack ?? 'national',
    area: preset?.area ?? '',
    profile: { ...founding.profile, name, shortName, superior, government, justice, court },
  };
}

/** What is wrong, by JSON pointer into the request; empty when it can be sent. The server asks the same. */
export function foundingFaults(founding: Founding): ReadonlyMap<string, string> {
  return new Map(setupProblems(founding).map(({ pointer, message }) => [pointer, message]));
}

/** Without letters and digits that are taken for one another when copied from paper. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz';
const DIGITS = '23456789';

/**
 * A first password from random bytes: three groups of letters and digits, such as `hkmw-7364-tpqr`; 14 characters, about
 * 51 bits. It is changed by whoever gets it. Throws RangeError for fewer than 12 bytes.
 */
export function firstPassword(random: Uint8Array): string {
  if (random.length < 12) throw new RangeError('a first password needs 12 random bytes');
  const pick = (from: string, index: number): string =>
    from.charAt((random[index] ?? 0) % from.length);
  const group = (from: string, start: number): string =>
    [0, 1, 2, 3].map((offset) => pick(from, start + offset)).join('');
  return [group(LETTERS, 0), group(DIGITS, 4), group(LETTERS, 8)].join('-');
}
