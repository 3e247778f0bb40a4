/** Where this package lies: sources and the built program find templates, rules and migrations from there. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder above `from` that holds the rule packs. Throws Error when there is none. */
export function findRoot(from: string = import.meta.url): string {
  let folder = dirname(fileURLToPath(from));
  while (!existsSync(join(folder, 'rules', 'national')) || !existsSync(join(folder, 'templates'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`no package root above ${from}`);
    folder = parent;
  }
  return folder;
}
