/**
 * A rehearsal script: what may stand in the input of `zhuding rehearse`, parsed once and strictly.
 * Input that does not hold is an InputError with a code and a JSON pointer into the played object.
 */
import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import type { Moment } from '../calendar/moment.ts';
import { parseMoment } from '../calendar/moment.ts';
import { type PlainDate, parsePlainDate } from '../calendar/plain-date.ts';
import { type Party, type Subject, SUBJECT_FLAGS } from '../matter/matter.ts';
import type { Lists } from '../matter/attempt.ts';
import type { Procedure } from '../matter/procedure.ts';
import { citizenNumberFault, creditCodeFault } from '../party/identifier.ts';
import { isRuleKey, PROCEDURES, RULE_KEYS } from '../rule/keys.ts';
import { scriptedRule } from '../rule/law.ts';
import type { Pack } from '../rule/pack.ts';
import type { Rule } from '../rule/rule.ts';
import { type People, type Person, ROLES } from '../staff/person.ts';
import { parseActs, type ScriptedAct } from './script-acts.ts';
import { InputError, insist } from './input-error.ts';

export interface Script {
  readonly bureaus: readonly string[];
  /** Whether the input named several bureaus, so that the output is by bureau. */
  readonly several: boolean;
  readonly procedure: Procedure;
  /** Rules that replace those of the packs, by bureau. */
  readonly overrides: ReadonlyMap<string, readonly Rule[]>;
  readonly calendarUntil: PlainDate | null;
  readonly lists: Lists;
  readonly party: Party;
  readonly subject: Subject;
  readonly people: People;
  readonly acts: readonly ScriptedAct[];
  readonly asOf: Moment | null;
}

const text = Type.String({ minLength: 1 });
const opt = Type.Optional;
const Values = Type.Record(Type.String(), Type.Unknown());

const Input = Type.Object({
  bureau: opt(Type.Union([text, Type.Array(text, { minItems: 1 })])),
  bureaus: opt(Type.Union([text, Type.Array(text, { minItems: 1 })])),
  procedure: Type.Enum([...PROCEDURES]),
  pack: opt(Values),
  packs: opt(Type.Record(Type.String(), Values)),
  calendar: opt(Type.Object({ until: opt(text) })),
  lists: opt(
    Type.Object({
      inspectionItems: opt(Type.Array(text)),
      frequencyCap: opt(Type.Integer({ minimum: 0 })),
    }),
  ),
  party: Type.Object({
    kind: Type.Enum(['legal', 'natural', 'individual-business', 'other']),
    name: text,
    code: opt(Type.String()),
    idNumber: opt(Type.String()),
    surname: opt(text),
    representative: opt(Type.String()),
  }),
  subject: opt(
    Type.Object({
      matter: opt(Type.String()),
      flags: opt(Type.Array(Type.Enum([...SUBJECT_FLAGS]))),
    }),
  ),
  officers: Type.Array(
    Type.Object({
      id: text,
      name: text,
      roles: Type.Array(Type.Enum([...ROLES])),
      certificate: opt(Type.Object({ number: opt(Type.String()), from: text, until: text })),
      lawLicence: opt(Type.Boolean()),
      firstReviewOn: opt(text),
      trained: opt(text),
    }),
  ),
  acts: Type.Array(Type.Unknown()),
  asOf: opt(text),
});
const input = Compile(Input);
type Input = Static<typeof Input>;

/** The script in `json`; a top-level key `input` is played and its siblings are ignored. Throws InputError. */
export function parseScript(json: unknown, pack: Pack): Script {
  const played = typeof json === 'object' && json !== null && 'input' in json ? json.input : json;
  insist(input, played, '');
  const { procedure: id, party, subject } = played;
  const procedure = pack.procedures.get(id);
  if (!procedure) throw new InputError('input/malformed', '/procedure');
  const { bureaus, pointer } = bureausOf(played);
  for (const bureau of bureaus)
    if (!isBureau(bureau, pack)) throw new InputError('input/malformed', pointer);
  if (party.code !== undefined && creditCodeFault(party.code) !== undefined)
    throw new InputError('input/code-invalid', '/party/code');
  if (party.idNumber !== undefined && citizenNumberFault(party.idNumber) !== undefined)
    throw new InputError('input/id-invalid', '/party/idNumber');
  const people = peopleOf(played);
  return {
    bureaus,
    several: played.bureaus !== undefined || Array.isArray(played.bureau),
    procedure,
    overrides: overridesOf(played, bureaus, pack),
    calendarUntil:
      played.calendar?.until === undefined ? null : dayAt(played.calendar.until, '/calendar/until'),
    lists: {
      inspectionItems: played.lists?.inspectionItems ?? [],
      frequencyCap: played.lists?.frequencyCap ?? null,
    },
    party: {
      kind: party.kind,
      name: party.name,
      surname: party.surname ?? null,
      code: party.code ?? null,
      idNumber: party.idNumber ?? null,
      representative: party.representative ?? null,
    },
    subject: { matter: subject?.matter ?? '', flags: subject?.flags ?? [] },
    people,
    acts: parseActs(played.acts, procedure, people),
    asOf: played.asOf === undefined ? null : momentOrFail(played.asOf, '/asOf'),
  };
}

/** Whether a script may name it: a bureau with a pack, or `national` for the baseline alone. */
function isBureau(name: string, pack: Pack): boolean {
  return name === 'national' || pack.bureaus.has(name);
}

function bureausOf({ bureau, bureaus }: Input): { bureaus: string[]; pointer: string } {
  const named = bureaus ?? bureau;
  if (named === undefined) throw new InputError('input/field-missing', '/bureau');
  return {
    bureaus: typeof named === 'string' ? [named] : [...new Set(named)],
    pointer: bureaus === undefined ? '/bureau' : '/bureaus',
  };
}

/** The values each bureau's run starts from instead of its pack's; those given for the bureau win. What is given for a bureau not played must hold too. */
function overridesOf(
  { pack: common = {}, packs = {} }: Input,
  bureaus: readonly string[],
  pack: Pack,
): Map<string, Rule[]> {
  const forAll = rulesOf(common, '/pack');
  const own = new Map<string, ReadonlyMap<string, Rule>>();
  for (const [bureau, values] of Object.entries(packs)) {
    const pointer = `/packs/${escaped(bureau)}`;
    if (!isBureau(bureau, pack)) throw new InputError('input/malformed', pointer);
    own.set(bureau, rulesOf(values, pointer));
  }
  return new Map(
    bureaus.map((bureau) => [
      bureau,
      [...new Map([...forAll, ...(own.get(bureau) ?? [])]).values()],
    ]),
  );
}

/** The rules that scripted values make, by key. */
function rulesOf(values: Readonly<Record<string, unknown>>, base: string): Map<string, Rule> {
  const rules = new Map<string, Rule>();
  for (const [key, value] of Object.entries(values)) {
    const pointer = `${base}/${escaped(key)}`;
    if (!isRuleKey(key) || !RULE_KEYS[key].scripted)
      throw new InputError('input/pack-key-unknown', pointer);
    const rule = scriptedRule(key, value);
    if (!rule) throw new InputError('input/malformed', pointer);
    rules.set(key, rule);
  }
  return rules;
}

/** A name as a step of a JSON pointer (RFC 6901 §3). */
function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

function peopleOf({ officers }: Input): Map<string, Person> {
  const people = new Map<string, Person>();
  officers.forEach((officer, index) => {
    const at = `/officers/${index}`;
    if (people.has(officer.id) || officer.id === 'party')
      throw new InputError('input/malformed', `${at}/id`);
    const { certificate } = officer;
    people.set(officer.id, {
      id: officer.id,
      name: officer.name,
      roles: new Set(officer.roles),
      certificate: certificate
        ? {
            number: certificate.number ?? '',
            from: dayAt(certificate.from, `${at}/certificate/from`),
            until: dayAt(certificate.until, `${at}/certificate/until`),
          }
        : null,
      lawLicence: officer.lawLicence === true,
      firstReviewOn:
        officer.firstReviewOn === undefined
          ? null
          : dayAt(officer.firstReviewOn, `${at}/firstReviewOn`),
      trained: officer.trained === undefined ? null : dayAt(officer.trained, `${at}/trained`),
    });
  });
  return people;
}

function dayAt(value: string, pointer: string): PlainDate {
  const day = parsePlainDate(value);
  if (day === null) throw new InputError('input/malformed', pointer);
  return day;
}

export function momentOrFail(value: string, pointer: string): Moment {
  const parsed = parseMoment(value);
  if (parsed === null) throw new InputError('input/malformed', pointer);
  return parsed;
}
