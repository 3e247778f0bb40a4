import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { nodeHashes } from '../../../../src/ledger/hashes.node.ts';
import { extendBundles, extendTiles } from '../../../../src/ledger/tile-tree.ts';
import { treeHasher } from '../../../../src/ledger/tree.ts';
import { vectorEntries } from '../vectors.ts';

const GOPATH = '/usr/share/gocode';
const SIZE = 70_000;
const available =
  spawnSync('go', ['version']).status === 0 && existsSync(`${GOPATH}/src/golang.org/x/mod/sumdb`);

if (!available) {
  console.warn(
    'SKIPPED: the cross-check with Go. Install golang-go and golang-golang-x-mod-dev to run it.',
  );
}

test.skipIf(!available)(
  'golang.org/x/mod agrees on notes, roots, proofs and tiles',
  { timeout: 180_000 },
  () => {
    const folder = fileURLToPath(new URL('.', import.meta.url));
    const tiles = mkdtempSync(join(tmpdir(), 'ledger-tiles-'));
    try {
      const entries = vectorEntries(SIZE);
      const hasher = treeHasher(nodeHashes.sha256);
      const leaves = entries.map((entry) => hasher.leaf(entry));
      const objects = [
        ...extendTiles(hasher, 0, [], leaves),
        ...extendBundles(0, undefined, entries),
      ];
      for (const { path, bytes } of objects) {
        mkdirSync(dirname(join(tiles, path)), { recursive: true });
        writeFileSync(join(tiles, path), bytes);
      }
      const report = execFileSync('go', ['run', `${folder}main.go`, dirname(folder), tiles], {
        env: { ...process.env, GO111MODULE: 'off', GOPATH, GOCACHE: join(tiles, 'cache') },
        encoding: 'utf8',
      });
      expect(report.trim().split('\n')).toEqual([
        'ok checkpoint',
        'ok entry bundles',
        'ok roots',
        'ok inclusion proof',
        'ok consistency proof',
        'ok tiles',
      ]);
    } finally {
      rmSync(tiles, { recursive: true });
    }
  },
);
