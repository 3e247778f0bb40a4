/** The plots and papers of every case, before any of it is recorded. */
import { describe, expect, it } from 'vitest';
import { plainDate } from '../calendar/plain-date.ts';
import { checkValue } from '../document/check.ts';
import { loadTemplates } from '../document/catalogue.ts';
import { fieldsOf, type Values } from '../document/document.ts';
import { checkFields } from '../matter/act-input.ts';
import { formOf } from '../matter/act-form.ts';
import { findRoot } from '../platform/package-root.ts';
import { readPack } from '../platform/rules/read-pack.ts';
import { PEOPLE } from './bureau.texts.ts';
import { CASES } from './cases.ts';
import { DEFECTS } from './defects.ts';
import { fill, type Resolve } from './fill.ts';
import { deskParty } from './identity.ts';
import { papersOf } from './papers.ts';
import { partyOf } from './parties.ts';
import { CAST } from './plot.ts';
import { castOf } from './cast.ts';
import {
  inOrder,
  type PlannedBeat,
  type PlannedCase,
  planCase,
  RECORDED_AFTER_MS,
} from './schedule.ts';
import { scopeOf } from './scope.ts';
import { SCENARIOS } from './scenarios/scenarios.ts';
import { skipFacts } from './skip-facts.ts';

const root = findRoot();
const pack = readPack(root);
const templates = loadTemplates(root);
const END = plainDate('2026-11-20');
const planned = CASES.map((one) => planCase(one, SCENARIOS[one.scenario], pack.calendar, END));

/** The names of the case, with a number and a position for whatever the file would know. */
function namesOf(one: PlannedCase, facts: Readonly<Record<string, unknown>> = {}): Resolve {
  const { party, serial } = partyOf(one.demoCase.party);
  const scope = scopeOf({
    planned: one,
    party,
    desk: deskParty(party, serial),
    calendar: pack.calendar,
    file: null,
    nextSerial: () => 1,
    year: 2026,
    facts,
  });
  return (name) => {
    if (name.startsWith('number:') || name === 'listNumber') return '演示市监处罚〔2026〕1号';
    return scope(name);
  };
}

/** What speaks against the papers and fields of a beat. */
function problemsOf(one: PlannedCase, { beat, label }: PlannedBeat): string[] {
  const resolve = namesOf(one);
  const form = formOf(pack.forms, one.scenario.procedure, beat.act);
  const fields = {
    ...Object(fill(beat.fields ?? {}, resolve)),
    ...(beat.of === undefined ? {} : { of: 1 }),
  };
  const papers = papersOf(beat, form, fields, String(fill('{reviewKind}', resolve)));
  return [
    ...checkFields(form, fields).map(({ pointer, code }) => `${label}${pointer} ${code}`),
    ...Object.entries(papers).flatMap(([code, paper]) =>
      valueProblems(code, Object(fill(paper, resolve))).map((text) => `${label} ${text}`),
    ),
  ];
}

/** Values that are no items of the document, or not what the item wants. */
function valueProblems(code: string, values: Values): string[] {
  const template = templates.get(code);
  if (!template) return [`${code}: no such document`];
  return Object.entries(values).flatMap(([name, value]) => {
    const field = fieldsOf(template).find((item) => item.name === name);
    if (!field) return [`${code}/${name}: no such item`];
    return checkValue(field, value).map((problem) => `${code}${problem.pointer} ${problem.code}`);
  });
}

describe('every case', () => {
  it.each(planned.map((one) => [one.demoCase.id, one] as const))(
    '%s: every template of every beat resolves to what its paper wants',
    (_id, one) => {
      expect([...one.beats.values()].flatMap((beat) => problemsOf(one, beat))).toEqual([]);
    },
  );
  it.each(planned.map((one) => [one.demoCase.id, one] as const))(
    '%s: exhibits and notes resolve, and its days follow each other',
    (_id, one) => {
      const resolve = namesOf(one);
      for (const plan of Object.values(one.scenario.exhibits ?? {}).flat())
        expect(fill(plan.name, resolve)).toMatch(/\.(jpg|pdf)$/);
      for (const { beat } of one.beats.values())
        if (beat.recording === 'skipped')
          expect(fill('{skip.stage}', namesOf(one, skipFacts(beat)))).toMatch(/^[a-z]+$/);
      const times = [...one.beats.values()].map((beat) => beat.ms);
      expect(times).toEqual([...times].sort((a, b) => a - b));
    },
  );
  it('has people for every part, and its own ids', () => {
    for (const one of CASES) for (const part of CAST) expect(PEOPLE).toContain(castOf(one, part));
    const ids = planned.flatMap((one) => one.steps.map((step) => step.id));
    expect(new Set(ids).size).toBe(ids.length);
  });
  it('is over before the last day is', () => {
    const last = inOrder(planned).at(-1)?.step.ms ?? 0;
    expect(last + RECORDED_AFTER_MS).toBeLessThan(Date.parse('2026-11-20T18:00:00+08:00'));
  });
});

describe('the cases together', () => {
  const standing = (procedure: 'penalty.ordinary' | 'penalty.summary') => {
    const table = pack.procedures.get(procedure);
    const stages = new Set(table?.stages.map((stage) => stage.id));
    const found = planned
      .filter((one) => one.scenario.procedure === procedure)
      .flatMap((one) => {
        const done = one.steps.filter((step) => step.kind === 'act').map((step) => step.label);
        const codes = done.map((label) => one.beats.get(label)?.beat.act);
        const stage = codes
          .map((code) => table?.acts.find((row) => row.act === code)?.stage ?? '')
          .findLast((id) => stages.has(id));
        return stage === undefined ? [] : [stage];
      });
    return { stages: [...stages].sort(), found: [...new Set(found)].sort() };
  };
  it('stand at every stage of the ordinary procedure', () => {
    const { stages, found } = standing('penalty.ordinary');
    expect(stages).toHaveLength(19);
    expect(found).toEqual(stages);
  });
  it('stand at every stage of the summary procedure', () => {
    const { stages, found } = standing('penalty.summary');
    expect(stages.length).toBeGreaterThan(5);
    expect(found).toEqual(stages);
  });
  it('concern organisations, individual businesses and natural persons, in every kind of unit', () => {
    expect(new Set(CASES.map((one) => partyOf(one.party).party.kind)).size).toBe(3);
    expect(new Set(CASES.map((one) => one.unit))).toEqual(
      new Set(['food', 'market', 'safety', 'east', 'west', 'service']),
    );
  });
  it('hold the planted defects, and wait for the head', () => {
    for (const { demoCase } of DEFECTS) expect(CASES.map((one) => one.id)).toContain(demoCase);
    expect(CASES.filter((one) => one.until.endsWith('?')).length).toBeGreaterThan(2);
  });
});
