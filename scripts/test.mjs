/** `npm test`: installs what is missing, checks, builds, and runs every test from unit to browser. `npm test -- unit db` runs parts. */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { ensureInstalled, stop } from './install.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const say = (line) => void process.stdout.write(`${line}\n`);
const started = Date.now();

ensureInstalled(root, say);
const { browserEnvironment } = await import('./browser.mjs');
const { check } = await import('./check.mjs');
const { build } = await import('./build.mjs');

const report = (project) => join(root, 'test-results', `${project}.json`);
const vitest = (project) => () => {
  rmSync(report(project), { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile=${report(project)}`];
  return run('vitest', 'run', '--project', project, ...reporters);
};
const PARTS = {
  check: () => check(root, say).length === 0,
  unit: vitest('unit'),
  db: vitest('db'),
  faults: vitest('faults'),
  browser: () => run('playwright', 'test'),
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in PARTS));
if (unknown.length > 0)
  stop(`没有叫 ${unknown.join('、')} 的部分。有：${Object.keys(PARTS).join('、')}。`);
const parts = asked.length > 0 ? asked : Object.keys(PARTS);

let environment = {};
try {
  environment = await browserEnvironment(root, say);
} catch (error) {
  stop(error.message);
}
await build(root, say);
const failed = [];
for (const name of parts) {
  const from = Date.now();
  say(`—— ${name}`);
  if (!PARTS[name]()) failed.push(name);
  say(`—— ${name}: ${Math.round((Date.now() - from) / 1000)} s`);
}
for (const name of failed) for (const line of failures(name)) say(line);
const minutes = ((Date.now() - started) / 60_000).toFixed(1);
if (failed.length > 0) stop(`没有通过：${failed.join('、')}（${minutes} 分钟）`);
say(`全部通过（${minutes} 分钟）`);

/** What did not hold, said again at the end, where a long output is read. */
function failures(project) {
  try {
    const { testResults } = JSON.parse(readFileSync(report(project), 'utf8'));
    return testResults.flatMap(({ name, message, assertionResults }) => [
      ...(message ? [`✗ ${name}: ${message}`] : []),
      ...assertionResults
        .filter(({ status }) => status === 'failed')
        .map((test) => `✗ ${name} > ${test.fullName}\n${test.failureMessages.join('\n')}`),
    ]);
  } catch {
    return []; // check and browser say their own; a killed run leaves no report
  }
}

function run(command, ...args) {
  const done = spawnSync('npx', ['--no-install', command, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  });
  return done.status === 0;
}
