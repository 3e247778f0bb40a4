import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { expect, it } from 'vitest';
import { PROBLEMS as EVIDENCE } from '../../src/evidence/evidence.problems.ts';
import type { ProblemCode as DocumentCode } from '../../src/document/document.ts';
import { FIELD_TEXTS, type FieldCode, PROBLEMS } from '../../src/http/problems.texts.ts';
import type { PaperFault } from '../../src/matter/paper.ts';
import { findRoot } from '../../src/platform/package-root.ts';
import { readPackFiles } from '../../src/platform/rules/read-pack.ts';
import { cite } from '../../src/rule/cite.ts';
import { parsePack } from '../../src/rule/pack.ts';

const root = findRoot(import.meta.url);

it('docs/errors.md lists every code the program answers with', async () => {
  const path = join(root, 'docs', 'errors.md');
  const text = errors();
  if (process.env['UPDATE_GOLDEN'] === '1') await writeFile(path, text);
  expect(await readFile(path, 'utf8')).toBe(text);
});

/** What is said of a single field of a document; the message names the field. */
const OF_DOCUMENTS: Readonly<Record<DocumentCode | PaperFault | 'document/unknown', string>> = {
  'document/after-act': 'later than the act that makes it',
  'document/amount-differs': 'not the amount the decision leaves to be paid',
  'document/before-issue': 'received before it was issued',
  'document/choice-unknown': 'no such choice',
  'document/code-malformed': 'the check digit of a code does not fit',
  'document/contradicts-file': 'the file says otherwise',
  'document/date-impossible': 'no such day or time',
  'document/field-missing': 'the law or the form wants it',
  'document/field-unknown': 'the form has no such item',
  'document/glyph-missing': 'no installed font prints this character',
  'document/not-on-file': 'the file has no paper with this number',
  'document/number-malformed': 'not a document number',
  'document/number-missing': 'the document has no number yet',
  'document/officers-differ': 'not the officers who do the act',
  'document/range-reversed': 'ends before it begins',
  'document/too-few': 'too few rows',
  'document/too-long': 'too many characters',
  'document/type-wrong': 'another kind of value',
  'document/unknown': 'the act makes no such document',
};

/** The same of any other field. */
const OF_FIELDS: Readonly<Record<FieldCode | 'staff/login-taken', string>> = {
  'field/choice-unknown': 'no such choice',
  'field/date-impossible': 'no such day',
  'field/moment-impossible': 'no such day or time of it',
  'field/missing': 'it is wanted',
  'field/not-declared': 'whoever records has to declare it',
  'field/out-of-range': 'the number is too small or too large',
  'field/range-reversed': 'ends before it begins',
  'field/taken': 'registered already',
  'field/too-long': 'too many characters or rows',
  'field/type-wrong': 'another kind of value',
  'field/unknown': 'no such field',
  'field/not-voidable': 'the number of a decision that has been made',
  'field/wrong-medium': 'a file of another kind is wanted',
  'field/unreadable': 'holds characters nobody can see, or broken ones',
  'staff/login-taken': 'another account has this name',
};

it('every code the program gives to a field is one of those listed', async () => {
  const listed = new Set([...Object.keys(OF_FIELDS), ...Object.keys(OF_DOCUMENTS)]);
  const found = new Set<string>();
  // The ledger and its verifier have codes of the same look, which nobody meets in a form.
  for (const file of await readdir(join(root, 'src'), { recursive: true }))
    if (/\.tsx?$/.test(file) && !/\.test\.|^(ledger|verify)\//.test(file))
      for (const [, code = ''] of (await readFile(join(root, 'src', file), 'utf8')).matchAll(
        /'((?:field|document)\/[a-z-]+)'/g,
      ))
        found.add(code);
  expect([...found].filter((code) => !listed.has(code))).toEqual([]);
  expect(found.size).toBeGreaterThan(20);
});

function errors(): string {
  const pack = parsePack(readPackFiles(root));
  const technical = Object.entries({ ...EVIDENCE, ...PROBLEMS }).sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  return [
    '# Errors',
    '',
    'Made and checked by `test/docs/errors.test.ts`. Every refusal is an RFC 9457 problem document with a `code`; `problems[]` points to the fields at',
    'fault, `refusals[]` lists every rule that stands in the way with its basis.',
    '',
    '## What the law refuses',
    '',
    'Status 409. The words are data: `rules/national/refusals.json`.',
    '',
    '| code | what it says | what to do | basis |',
    '| --- | --- | --- | --- |',
    ...[...pack.refusals.values()].map(
      ({ code, title, help, basis, form }) =>
        `| \`${code}\` | ${title} | ${help} | ${form ? 'a matter of form' : basis.map(cite).join('；')} |`,
    ),
    '',
    '## What else is refused',
    '',
    'Matters of form, of permission and of the machine: no article of law stands behind them.',
    '',
    '| code | status | what it says | what to do |',
    '| --- | --- | --- | --- |',
    ...technical.map(
      ([code, { status, title, detail }]) => `| \`${code}\` | ${status} | ${title} | ${detail} |`,
    ),
    '',
    '## What is said of a field',
    '',
    'Codes in `problems[]`, each with a pointer and a message; codes of the tables above stand there as well.',
    '',
    '| code | meaning | says, where nothing more exact can be said |',
    '| --- | --- | --- |',
    ...Object.entries({ ...OF_FIELDS, ...OF_DOCUMENTS }).map(
      ([code, meaning]) => `| \`${code}\` | ${meaning} | ${Reflect.get(FIELD_TEXTS, code) ?? ''} |`,
    ),
    '',
  ].join('\n');
}
