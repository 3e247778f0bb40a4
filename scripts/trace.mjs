/**
 * `npm run trace`: which tests prove which requirement. Titles of tests begin with the ids in brackets. Fails on
 * an id that `docs/requirements.json` does not know, and on one it claims that no test names. `--json` prints data.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';

/** Titles may stand in a table of cases or a constant; what begins with ids in brackets is one. */
const HEAD = /^(?:\[(?:QZ|WD|XZ|JX|GY)-[^\]]+\] ?)+/;
const ID = /\[([^\]]+)\]/g;

/** Every named test: `{ id, file, line, title }`, in the order of files and lines. */
export function namedTests(root) {
  const files = ['src', 'test'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(test|journey)\.tsx?$/.test(name))
      .map((name) => join(root, folder, name)),
  );
  return files.sort().flatMap((file) => namedIn(root, file));
}

function namedIn(root, file) {
  const text = readFileSync(file, 'utf8');
  if (!text.includes('[')) return [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found = [];
  visit(source);
  return found;

  function visit(node) {
    if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) {
      const words = node.getText(source).slice(1, -1);
      const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
      const [ids] = HEAD.exec(words) ?? [''];
      for (const [, id] of ids.matchAll(ID))
        found.push({ id, file: relative(root, file), line, title: words });
    }
    ts.forEachChild(node, visit);
  }
}

/** What is wrong: ids nobody knows, titles that say no more than ids, and claimed ids without a test. */
export function faults({ claimed, requirements }, tests) {
  const known = new Set(requirements.map(({ id }) => id));
  const tested = new Set(tests.map(({ id }) => id));
  return [
    ...tests
      .filter(({ id }) => !known.has(id))
      .map(({ id, file, line }) => `${file}:${line}: no requirement is called ${id}`),
    ...tests
      .filter(({ title }) => title.replace(HEAD, '').trim() === '')
      .map(({ id, file, line }) => `${file}:${line}: ${id} stands in no title`),
    ...claimed.filter((id) => !known.has(id)).map((id) => `claimed, and unknown: ${id}`),
    ...claimed.filter((id) => !tested.has(id)).map((id) => `claimed, and no test names it: ${id}`),
  ];
}

function main() {
  const root = dirname(dirname(fileURLToPath(import.meta.url)));
  const list = JSON.parse(readFileSync(join(root, 'docs', 'requirements.json'), 'utf8'));
  const tests = namedTests(root);
  if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(tests, null, 2)}\n`);
  else
    for (const { id, system } of list.requirements) {
      const own = tests.filter((test) => test.id === id);
      if (own.length === 0) continue;
      process.stdout.write(`${id} ${system}\n`);
      for (const { file, line, title } of own)
        process.stdout.write(`    ${file}:${line}  ${title}\n`);
    }
  const wrong = faults(list, tests);
  for (const line of wrong) process.stderr.write(`${line}\n`);
  process.stderr.write(
    `${tests.length} named tests, ${new Set(tests.map(({ id }) => id)).size} requirements of ${list.requirements.length}, ${list.claimed.length} claimed\n`,
  );
  if (wrong.length > 0) process.exitCode = 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
