/**
 * `npm run bench -- [--json FILE] [name …]`: runs the benches of `bench/`, each in a process of its own, and prints what
 * they measured. Ends with 1 when one of them could not measure; figures below their target end nothing.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureInstalled, stop } from './install.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const say = (line) => void process.stdout.write(`${line}\n`);
const BENCH = /^export (?:const|(?:async )?function) bench\b/m;

const { values, positionals } = parseArgs({
  options: { json: { type: 'string' } },
  allowPositionals: true,
});
ensureInstalled(root, say);
const known = readdirSync(join(root, 'bench'))
  .filter(
    (file) => file.endsWith('.ts') && BENCH.test(readFileSync(join(root, 'bench', file), 'utf8')),
  )
  .map((file) => file.slice(0, -3));
const wanted = positionals.length > 0 ? positionals : known;
for (const name of wanted)
  if (!known.includes(name)) stop(`没有这项测量：${name}。有的是：${known.join('、')}。`);

const rows = [];
const failed = [];
for (const name of wanted) {
  process.stderr.write(`正在测量 ${name} ……\n`);
  const figures = await measure(name);
  if (figures === null) failed.push(name);
  else rows.push(...figures);
}
say(table(rows));
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(rows, null, 2)}\n`);
if (failed.length > 0) stop(`没有测成：${failed.join('、')}。`);

/** The figures of a bench; null when it ended without any. */
async function measure(name) {
  const child = fork(join(root, 'bench', 'run.ts'), [name], {
    cwd: root,
    execArgv: ['--import', 'tsx', '--expose-gc'],
  });
  let figures = null;
  child.on('message', (message) => {
    figures = message;
  });
  const [code] = await once(child, 'exit');
  return code === 0 ? figures : null;
}

function table(figures) {
  const lines = [
    ['name', 'value', 'unit', 'floor', 'ratio'],
    ...figures.map(({ name, value, unit, floor, ratio }) => [
      name,
      figure(value),
      unit,
      figure(floor),
      ratio === null ? '' : ratio.toFixed(2),
    ]),
  ];
  const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  return lines
    .map((line) =>
      line
        .map((cell, column) =>
          column === 0 || column === 2
            ? cell.padEnd(widths[column])
            : cell.padStart(widths[column]),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function figure(value) {
  if (value === null) return '';
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
