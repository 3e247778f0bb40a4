/** The acts of a rehearsal script: shape, people, and the data each act needs. */
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { type Moment, parseMoment } from '../calendar/moment.ts';
import { ACT_DATA, type ActCode, isActCode, OUTCOMES_IN, REQUIRED_IN } from '../matter/act-data.ts';
import type { Procedure } from '../matter/procedure.ts';
import type { People } from '../staff/person.ts';
import { InputError, insist } from './input-error.ts';

/** An act as scripted. `data` fits its code where the procedure uses that code; others are refused on playing. */
export interface ScriptedAct {
  readonly at: Moment;
  readonly code: string;
  readonly by: readonly string[];
  readonly data: Readonly<Record<string, unknown>>;
}

const entry = Compile(
  Type.Object({
    at: Type.String(),
    act: Type.String(),
    by: Type.Optional(Type.Array(Type.String())),
    data: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
  }),
);

const checks = new Map(Object.entries(ACT_DATA).map(([code, schema]) => [code, Compile(schema)]));

/** Fields of act data that name people. */
const PEOPLE_FIELDS = ['approvedBy', 'decidedBy', 'handlers', 'officers', 'chair'];

export function parseActs(
  acts: readonly unknown[],
  procedure: Procedure,
  people: People,
): ScriptedAct[] {
  return acts.map((json, index) => {
    const pointer = `/acts/${index}`;
    insist(entry, json, pointer);
    const at = parseMoment(json.at);
    if (!at) throw new InputError('input/malformed', `${pointer}/at`);
    const { by = [], data = {}, act: code } = json;
    by.forEach((id, place) => known(id, people, `${pointer}/by/${place}`));
    if (isActCode(code) && procedure.rows.has(code))
      checkData(code, data, procedure, people, `${pointer}/data`);
    return { at, code, by, data };
  });
}

function checkData(
  code: ActCode,
  data: Record<string, unknown>,
  procedure: Procedure,
  people: People,
  pointer: string,
): void {
  const check = checks.get(code);
  if (check) insist(check, data, pointer);
  for (const { act, procedures, field } of REQUIRED_IN)
    if (act === code && procedures.includes(procedure.id) && !(field in data))
      throw new InputError('input/field-missing', `${pointer}/${field}`);
  const outcomes = code === 'decision.made' ? OUTCOMES_IN[procedure.id] : undefined;
  if (outcomes && !outcomes.some((outcome) => outcome === data['outcome']))
    throw new InputError('input/malformed', `${pointer}/outcome`);
  for (const field of PEOPLE_FIELDS) {
    const value = data[field];
    if (typeof value === 'string') known(value, people, `${pointer}/${field}`);
    else if (Array.isArray(value))
      value.forEach((id, place) => known(String(id), people, `${pointer}/${field}/${place}`));
  }
}

function known(id: string, people: People, pointer: string): void {
  if (id !== 'party' && !people.has(id)) throw new InputError('input/person-unknown', pointer);
}
