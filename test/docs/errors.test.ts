import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { expect, it } from 'vitest';
import { PROBLEMS as EVIDENCE } from '../../src/evidence/evidence.problems.ts';
import { PROBLEMS } from '../../src/http/problems.texts.ts';
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
      ({ code, title, help, basis }) =>
        `| \`${code}\` | ${title} | ${help} | ${basis.map(cite).join('；')} |`,
    ),
    '',
    '## What else is refused',
    '',
    '| code | status | what it says | what to do |',
    '| --- | --- | --- | --- |',
    ...technical.map(
      ([code, { status, title, detail }]) => `| \`${code}\` | ${status} | ${title} | ${detail} |`,
    ),
    '',
  ].join('\n');
}
