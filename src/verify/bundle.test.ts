import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { type BuildResult, build } from 'esbuild';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const vectors = join(root, 'test/vectors/ledger');

/** The verifier, the pure files of the ledger, and the curves and hashes these use. */
const ALLOWED =
  /^(src\/verify\/[a-z0-9-]+(\.cli)?\.ts|src\/ledger\/[a-z0-9-]+(\.pure)?\.ts|node_modules\/@noble\/(curves|hashes)\/.*\.js)$/;
const SERVER_SIDE = 'src/ledger/index.ts';

function bundle(): Promise<BuildResult<{ metafile: true; write: false }>> {
  return build({
    stdin: {
      contents: `import process from 'node:process';
import { runVerify } from './verify.cli.ts';
process.exitCode = await runVerify(process.argv.slice(2));`,
      resolveDir: join(root, 'src/verify'),
    },
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    format: 'esm',
    metafile: true,
    write: false,
    logLevel: 'silent',
  });
}

test('the verifier is made of its own files, pure ledger files, @noble and Node built-ins', async () => {
  const { metafile } = await bundle();
  const inputs = Object.entries(metafile.inputs).filter(([path]) => path !== '<stdin>');
  expect(inputs.map(([path]) => path).filter((path) => !ALLOWED.test(path))).toEqual([]);
  expect(metafile.inputs).not.toHaveProperty([SERVER_SIDE]);
  const external = inputs.flatMap(([path, { imports }]) =>
    imports.filter((i) => i.external === true).map((i) => ({ path, builtin: i.path })),
  );
  expect(external.length).toBeGreaterThan(0);
  for (const { path, builtin } of external) {
    expect(builtin).toMatch(/^node:/);
    expect(path).toBe('src/verify/verify.cli.ts');
  }
});

test('the bundle runs alone, on a machine without this project', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'verifier-'));
  try {
    const { outputFiles } = await bundle();
    const program = join(folder, 'verify.mjs');
    writeFileSync(program, outputFiles[0]?.contents ?? '');
    const good = join(vectors, 'index-1-vkeys.tlog-proof');
    const bad = join(folder, 'bad.tlog-proof');
    writeFileSync(bad, readFileSync(good, 'utf8').replace('index 1', 'index 2'));
    const codes = [good, bad, join(folder, 'missing')].map(
      (file) => spawnSync(process.execPath, [program, file], { cwd: folder }).status,
    );
    expect(codes).toEqual([0, 1, 2]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
