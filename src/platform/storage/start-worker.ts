import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';

/**
 * Starting program files beside the one that asks, both from the sources (through tsx) and from a bundle, where each
 * such file is an entry point of its own.
 */

/** The address of `./<name>.ts` beside the sources, `./<name>.js` beside a bundle. `from` is `import.meta.url`. */
export function siblingFile(name: string, from: string): URL {
  return new URL(`./${name}.${from.endsWith('.ts') ? 'ts' : 'js'}`, from);
}

/** Flags for a child process that runs `file`. */
export function loaderFlags(file: URL): string[] {
  return isSource(file) ? ['--import', tsx('tsx').href] : [];
}

/** A worker thread running `file`. Node 20 takes no loader from `execArgv` there, so sources register tsx first. */
export function startWorker(file: URL, data: unknown): Worker {
  if (!isSource(file)) return new Worker(file, { workerData: data, execArgv: [] });
  // What a CommonJS caller is given cannot register itself; its neighbour can.
  const loader = new URL('./index.mjs', tsx('tsx/esm/api')).href;
  const start = `import('${loader}').then((tsx) => { tsx.register(); return import('${file.href}'); })`;
  return new Worker(start, { eval: true, workerData: data, execArgv: [] });
}

function isSource(file: URL): boolean {
  return file.pathname.endsWith('.ts');
}

function tsx(entry: string): URL {
  return pathToFileURL(createRequire(import.meta.url).resolve(entry));
}
