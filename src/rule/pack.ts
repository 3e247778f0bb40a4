/**
 * Rule packs: the national pack and those of the bureaus, as read from `rules/`. Parsing is strict; a
 * pack that does not hold throws, naming file and rule, so that a wrong law never starts.
 */
import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { type HolidayYear, type WorkCalendar, workCalendar } from '../calendar/calendar.ts';
import { type ActForms, parseActForms } from '../matter/act-form.ts';
import { isGateCode, isRefusalCode, type RefusalCode } from '../matter/gates.ts';
import { parseProcedure, type Procedure, type ProcedureId } from '../matter/procedure.ts';
import { type Law, lawOf, scriptedLaw } from './law.ts';
import { parseRules, type Rule } from './rule.ts';

const text = Type.String({ minLength: 1 });
const exact = { additionalProperties: false };

const Instrument = Type.Object({ short: text, title: text, level: text, from: text }, exact);
export type Instrument = Static<typeof Instrument>;

const RefusalText = Type.Object(
  {
    code: text,
    requirements: Type.Array(text),
    basis: Type.Array(text),
    /** A matter of form: no article of law stands behind it. */
    form: Type.Optional(Type.Literal(true)),
    title: text,
    help: text,
  },
  exact,
);
/** What a refusal says to people, on which basis, and which requirements it answers. */
export type RefusalText = Static<typeof RefusalText>;

const Bureau = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z]+$' }),
    /** Prefix of the requirement ids of this bureau's papers. */
    prefix: text,
    area: Type.String({ pattern: '^\\d{6}$' }),
    name: text,
    shortName: text,
    superior: text,
    government: text,
    justice: text,
    court: text,
    unitWord: text,
    document: text,
    from: text,
  },
  exact,
);
export type BureauIdentity = Static<typeof Bureau>;

const HolidayYearSchema = Type.Object({
  year: Type.Integer(),
  notices: Type.Array(Type.Object({ number: text, issued: text, title: text })),
  spans: Type.Array(
    Type.Object({ name: text, notice: text, from: text, to: text, work: Type.Array(text) }),
  ),
});

const instrumentsOf = Compile(Type.Array(Instrument));
const refusalsOf = Compile(Type.Array(RefusalText));
const bureauOf = Compile(Bureau);
const yearOf = Compile(HolidayYearSchema);

/** The files of a pack, parsed as JSON, by their path below `rules/`. */
export type PackFiles = ReadonlyMap<string, unknown>;

export interface Pack {
  readonly instruments: readonly Instrument[];
  readonly refusals: ReadonlyMap<RefusalCode, RefusalText>;
  readonly procedures: ReadonlyMap<ProcedureId, Procedure>;
  readonly forms: ActForms;
  readonly bureaus: ReadonlyMap<string, BureauIdentity>;
  readonly holidays: readonly HolidayYear[];
  /** What those years make of each day. */
  readonly calendar: WorkCalendar;
  readonly rules: readonly Rule[];
  /** The law for a bureau's id, or for `national` the baseline alone; `more` rules come on top. */
  law(bureau: string, more?: readonly Rule[]): Law;
}

/** National files that are not lists of rules. */
const OWN_SHAPE: ReadonlySet<string> = new Set([
  'instruments.json',
  'refusals.json',
  'act-forms.json',
]);

/** Reads a pack from its files. Throws Error naming the file. */
export function parsePack(files: PackFiles): Pack {
  const need = (path: string): unknown => {
    if (!files.has(path)) throw new Error(`${path}: missing`);
    return files.get(path);
  };
  const instruments = checked(
    instrumentsOf,
    need('national/instruments.json'),
    'national/instruments.json',
  );
  const known = new Set(instruments.map((instrument) => instrument.short));
  const rules: Rule[] = [];
  const procedures = new Map<ProcedureId, Procedure>();
  const bureaus = new Map<string, BureauIdentity>();
  const holidays: HolidayYear[] = [];
  for (const [path, json] of files) {
    const [folder, name, file] = path.split('/');
    if (folder === 'calendars') holidays.push(checked(yearOf, json, path));
    else if (folder === 'national' && name === 'procedures') {
      const procedure = parseProcedure(json, path);
      for (const row of procedure.acts)
        for (const gate of row.gates)
          if (!isGateCode(gate)) throw new Error(`${path}: ${row.act} names no guard ${gate}`);
      procedures.set(procedure.id, procedure);
    } else if (folder === 'bureaus' && file === 'bureau.json')
      bureaus.set(name ?? '', checked(bureauOf, json, path));
    else if (folder === 'bureaus' && file === 'rules.json')
      rules.push(...parseRules(json, name ?? '', path, known));
    else if (folder === 'national' && !OWN_SHAPE.has(name ?? ''))
      rules.push(...parseRules(json, 'national', path, known));
  }
  const texts = checked(refusalsOf, need('national/refusals.json'), 'national/refusals.json');
  const refusals = new Map<RefusalCode, RefusalText>();
  for (const refusal of texts) {
    const { code } = refusal;
    if (!isRefusalCode(code)) throw new Error(`national/refusals.json: no guard ${code}`);
    refusals.set(code, refusal);
  }
  const laws = new Map<string, { readonly rules: readonly Rule[]; readonly law: Law }>();
  return {
    instruments,
    refusals,
    procedures,
    forms: parseActForms(need('national/act-forms.json'), 'national/act-forms.json'),
    bureaus,
    holidays,
    calendar: workCalendar(holidays),
    rules,
    law: (bureau, more = []) => {
      const own = bureaus.has(bureau) ? bureau : 'national';
      let made = laws.get(own);
      if (!made) {
        const applying = rules.filter(({ source }) => source === 'national' || source === own);
        made = { rules: applying, law: lawOf(applying) };
        laws.set(own, made);
      }
      return more.length === 0 ? made.law : scriptedLaw(made.law, made.rules, more);
    },
  };
}

function checked<T>(
  schema: {
    Check(value: unknown): value is T;
    Errors(value: unknown): { instancePath: string; message: string }[];
  },
  json: unknown,
  path: string,
): T {
  if (schema.Check(json)) return json;
  throw new Error(
    `${path}: ${schema
      .Errors(json)
      .map((e) => `${e.instancePath} ${e.message}`)
      .join('; ')}`,
  );
}
