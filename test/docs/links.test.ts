/** What the papers beside the code point at is there, and says something. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const below = (folder: string) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((path) =>
    join(folder, path),
  );
const PAPERS = [
  'README.md',
  'README.zh-CN.md',
  ...['docs', 'src', 'bench', 'templates'].flatMap(below),
].filter((path) => path.endsWith('.md'));

it.each(PAPERS)('%s points only at what is there', (paper) => {
  const text = readFileSync(join(ROOT, paper), 'utf8');
  expect(text.length).toBeGreaterThan(200);
  const targets = [...text.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(
    ([, target]) => target ?? '',
  );
  for (const target of targets.filter((one) => !/^[a-z]+:/.test(one))) {
    const path = join(ROOT, dirname(paper), target);
    const found = statSync(path, { throwIfNoEntry: false });
    expect(found && (found.isDirectory() || found.size > 0), target).toBe(true);
  }
});

it('the two front pages say the same in the same order', () => {
  const outline = (paper: string) =>
    readFileSync(join(ROOT, paper), 'utf8')
      .split('\n')
      .flatMap((line) =>
        [...line.matchAll(/^#+ |`[^`]+`|docs\/[\w./-]+/g)].map(([found]) => found),
      );
  const english = outline('README.md').filter((one) => !one.includes('FILE'));
  const chinese = outline('README.zh-CN.md').filter((one) => !one.includes('文件'));
  expect(english).toEqual(chinese);
});
