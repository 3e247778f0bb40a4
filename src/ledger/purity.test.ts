import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

const folder = fileURLToPath(new URL('.', import.meta.url));
/** Tests, what only tests use, Node's side, and the list for server features. */
const IMPURE = /(\.test|\.testkit|\.node|\.store|\.service|\.routes|\.views)\.ts$|^index\.ts$/;
const pure = readdirSync(folder).filter((name) => name.endsWith('.ts') && !IMPURE.test(name));

test('pure files bundle for a browser: they import one another and @noble alone', async () => {
  expect(pure.length).toBeGreaterThan(20);
  const { metafile } = await build({
    entryPoints: pure.map((name) => `${folder}${name}`),
    bundle: true,
    platform: 'browser',
    format: 'esm',
    outdir: 'out',
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  const strangers = Object.keys(metafile.inputs).filter(
    (path) => !/(^|\/)src\/ledger\/[a-z0-9-]+(\.pure)?\.ts$|node_modules\/@noble\//.test(path),
  );
  expect(strangers).toEqual([]);
});
