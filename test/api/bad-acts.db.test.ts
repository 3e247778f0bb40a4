/** Every field of every act's form, and of every document it produces: what does not hold is refused at the field. */
import { describe, expect, it } from 'vitest';
import type { FormField, FormView } from '../../src/matter/matter.api.ts';
import { begun } from '../support/beginning.ts';
import { freshDatabase } from '../support/database.ts';
import { uuidv7 } from '../support/desk.ts';
import { type FieldFaultCase, badValues } from '../support/field-faults.ts';
import { sample } from '../support/food-case.ts';
import { rowCounts } from '../support/row-counts.ts';
import { openTestServer } from '../support/server.ts';
import { done, type Login, staff } from '../support/staffed.ts';

const database = await freshDatabase();
const server = await openTestServer(database);
const { as, ids } = await staff(server);
const admin = await database.connect('admin');
const { procedures } = server.world.packs.current.pack;

const LOGIN_OF: Readonly<Record<string, Login>> = {
  officer: 'officer1',
  'unit-head': 'unithead',
  head: 'head',
  publisher: 'publisher',
  reviewer: 'reviewer',
  archivist: 'archivist',
  chair: 'chair',
};
const AT = '2024-08-06T10:00:00+08:00';

/** A matter of each procedure the desk has forms for, just begun. */
function of(procedure: string, act: string): Promise<string> {
  const documents = act === 'source.registered' ? { 'case-source': sample('case-source') } : {};
  const fields = act === 'identity.shown' ? { to: '店长', uniform: 'worn' } : {};
  return begun(as.officer1, ids, { procedure }, { act, fields, documents });
}

const matters = {
  'penalty.ordinary': await of('penalty.ordinary', 'source.registered'),
  'penalty.summary': await of('penalty.summary', 'identity.shown'),
  'compulsion.seizure': await of('compulsion.seizure', 'source.registered'),
};

interface Case {
  readonly name: string;
  readonly matter: string;
  readonly act: string;
  readonly who: Login;
}

const CASES: readonly Case[] = Object.entries(matters).flatMap(([id, matter]) =>
  ([...procedures.values()].find((one) => one.id === id)?.acts ?? []).map(({ act, who }) => ({
    name: `${act} (${id})`,
    matter,
    act,
    who: LOGIN_OF[who.at(-1) ?? ''] ?? 'head',
  })),
);

/** Faults to put into the fields of a form at once: they are all named at once. */
function round(fields: readonly FormField[], number: number, at: string) {
  const faulty = fields.flatMap((field) => {
    const bad: FieldFaultCase | undefined = badValues(field)[number];
    return bad ? [{ field, ...bad }] : [];
  });
  return {
    values: Object.fromEntries(faulty.map(({ field, value }) => [field.name, value])),
    pointers: faulty.map(({ field, below = '' }) => `${at}/${field.name}${below}`),
  };
}

describe('a form', async () => {
  const before = await rowCounts(admin);

  it.each(CASES.map((one) => [one.name, one] as const))(
    'of %s refuses what does not hold',
    async (_name, { matter, act, who }) => {
      const form = (await done(
        as[who],
        'GET',
        `/api/matters/${matter}/forms/${act}`,
      )) as unknown as FormView;
      const found: string[] = [];
      for (let number = 0; number < 5; number += 1) {
        const own = round(form.fields, number, '/fields');
        // Documents are told apart by the choice they hang on; those without one come with every act.
        const filled = form.documents
          .filter(({ when }) => when === null || form.proposal)
          .map((document) => ({
            code: document.code,
            ...round(
              document.sections
                .flatMap(({ fields }) => fields)
                .filter(({ name }) => !document.fixed.includes(name)),
              number,
              `/documents/${document.code}`,
            ),
          }));
        const documents = form.proposal ? filled.slice(0, 1) : filled;
        const answer = await as[who].call('POST', `/api/matters/${matter}/acts/${act}`, {
          id: uuidv7(),
          at: AT,
          fields: { ...own.values, bogus: 1 },
          documents: {
            ...Object.fromEntries(
              documents.map(({ code, values }) => [code, { ...values, bogus: 1 }]),
            ),
            'no-such-document': {},
          },
        });
        const problems = Array.isArray(answer.body['problems']) ? answer.body['problems'] : [];
        const pointers = problems.map((one) => one.pointer);
        const wanted = [
          '/fields/bogus',
          '/documents/no-such-document',
          ...own.pointers,
          ...documents.flatMap(({ code, pointers: inside }) => [
            `/documents/${code}/bogus`,
            ...inside,
          ]),
        ];
        if (answer.status !== 422)
          found.push(`${number}: answered ${answer.status} ${String(answer.body['code'])}`);
        found.push(
          ...wanted
            .filter((one) => !pointers.some((at: string) => at === one || at.startsWith(`${one}/`)))
            .map((one) => `${number}: ${one} passes`),
        );
      }
      expect(found).toEqual([]);
    },
  );

  it.each(CASES.map((one) => [one.name, one] as const))(
    'of %s asks for what is missing',
    async (_name, { matter, act, who }) => {
      const form = (await done(
        as[who],
        'GET',
        `/api/matters/${matter}/forms/${act}`,
      )) as unknown as FormView;
      const needed = form.fields
        .filter(({ required }) => required)
        .map(({ name }) => `/fields/${name}`);
      const answer = await as[who].call('POST', `/api/matters/${matter}/acts/${act}`, {
        id: uuidv7(),
        at: '2026-02-30T10:00:00+08:00',
      });
      const problems = Array.isArray(answer.body['problems']) ? answer.body['problems'] : [];
      expect(answer.status).toBe(422);
      expect(problems.map((one) => one.pointer)).toEqual(
        expect.arrayContaining([...needed, '/at']),
      );
    },
  );

  it('has recorded nothing', async () => {
    expect(await rowCounts(admin)).toEqual(before);
  });
});
