/** `npm run check`: format, types, lint, directions of imports, what nobody uses, requirements. Runs all, then fails if any did. */
import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';

const STEPS = [
  { name: 'format', command: ['biome', 'check', '.'] },
  { name: 'types', command: ['tsc', '--noEmit', '-p', '.'] },
  { name: 'lint', command: ['oxlint', '--type-aware', 'src', 'test', 'bench', 'scripts'] },
  {
    name: 'imports',
    command: ['depcruise', 'src', 'test', 'bench', '--config', '.dependency-cruiser.mjs'],
  },
  { name: 'unused', command: ['knip', '--no-progress'] },
];

/** Names of the steps that failed. What they print goes to `say` when they did. */
export function check(root, say) {
  const failed = STEPS.filter(({ name, command }) => {
    const done = spawnSync('npx', ['--no-install', ...command], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 ** 2,
    });
    const sound = done.status === 0 && !(name === 'imports' && cruisedNothing(done.stdout));
    say(`${sound ? '✓' : '✗'} ${name}`);
    if (!sound) say(`${done.stdout}${done.stderr}`);
    return !sound;
  }).map(({ name }) => name);
  const traced = spawnSync(process.execPath, ['scripts/trace.mjs'], {
    cwd: root,
    encoding: 'utf8',
  });
  say(`${traced.status === 0 ? '✓' : '✗'} requirements`);
  if (traced.status !== 0) say(traced.stderr);
  return traced.status === 0 ? failed : [...failed, 'requirements'];
}

/** A newer compiler makes dependency-cruiser find no module at all, and be content. */
function cruisedNothing(output) {
  const count = /\((\d+) modules/.exec(output)?.[1];
  return count === undefined || Number(count) < 100;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const root = dirname(dirname(fileURLToPath(import.meta.url)));
  const failed = check(root, (line) => process.stdout.write(`${line}\n`));
  process.exitCode = failed.length > 0 ? 1 : 0;
}
