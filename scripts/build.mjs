/** Builds `dist/`: the program bundled from `src/`, the desk by Vite. Does nothing when the sources are unchanged. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Program files: the command line, and what runs in threads and processes of its own beside it. */
const ENTRIES = {
  zhuding: 'src/cli/main.ts',
  'render.worker': 'src/document/render.worker.ts',
  'describe.worker': 'src/platform/storage/describe.worker.ts',
  'inspect.process': 'src/evidence/media/inspect.process.ts',
  'bind.worker': 'src/archive/file-pdf/bind.worker.ts',
};
const SOURCES = [
  'src',
  'package-lock.json',
  'tsconfig.json',
  'vite.config.ts',
  'scripts/build.mjs',
];

/** Builds what is out of date. Throws Error with the compiler's words. */
export async function build(root, say) {
  const mark = join(root, 'dist', '.sources');
  const wanted = fingerprint(root);
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return;
  say('正在构建……');
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  mkdirSync(join(root, 'dist'));
  await Promise.all([buildProgram(root), buildDesk(root)]);
  writeFileSync(mark, wanted);
}

async function buildProgram(root, outdir = 'dist') {
  const { build: bundle } = await import('esbuild');
  await bundle({
    absWorkingDir: root,
    entryPoints: Object.entries(ENTRIES).map(([out, file]) => ({ in: file, out })),
    outdir,
    bundle: true,
    splitting: true,
    platform: 'node',
    target: 'node20.19',
    format: 'esm',
    packages: 'external',
    sourcemap: 'linked',
    jsx: 'automatic',
    chunkNames: 'chunks-[hash]',
    logLevel: 'warning',
  });
}

async function buildDesk(root) {
  const { build: pack } = await import('vite');
  await pack({ configFile: join(root, 'vite.config.ts'), logLevel: 'warn' });
}

/** SHA-256 over the names and bytes of everything that is built. */
function fingerprint(root) {
  const hash = createHash('sha256');
  for (const source of SOURCES) addFile(hash, join(root, source), source);
  return hash.digest('hex');
}

function addFile(hash, path, name) {
  if (!existsSync(path)) return;
  const entries = readdirOrNull(path);
  if (entries === null) {
    hash.update(`${name}\n`).update(readFileSync(path));
    return;
  }
  for (const entry of entries) addFile(hash, join(path, entry), `${name}/${entry}`);
}

function readdirOrNull(path) {
  try {
    return readdirSync(path).sort();
  } catch (error) {
    if (error.code === 'ENOTDIR') return null;
    throw error;
  }
}

// With a folder: the program alone, into it.
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const root = dirname(dirname(fileURLToPath(import.meta.url)));
  const [outdir] = process.argv.slice(2);
  if (outdir === undefined) await build(root, (line) => process.stdout.write(`${line}\n`));
  else await buildProgram(root, outdir);
}
