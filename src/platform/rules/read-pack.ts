/** Reads the rule packs of this installation from disk. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type Pack, type PackFiles, parsePack } from '../../rule/pack.ts';

/** The pack in the folder `rules` of the package at `root`. Throws Error naming a file that does not hold. */
export function readPack(root: string): Pack {
  return parsePack(readPackFiles(root));
}

/** Its files, parsed as JSON, by their path below `rules/`. */
export function readPackFiles(root: string): PackFiles {
  const folder = join(root, 'rules');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return new Map(
    files.map((file) => [relative(folder, file).split(sep).join('/'), readJson(file)]),
  );
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file}: not JSON`, { cause: error });
  }
}
