/**
 * For tests: a sequencer in a process of its own, to be killed.
 *
 *     node --import tsx sequencer-process.testkit.ts <settings as JSON>
 *
 * With a point it kills itself there, at the nth time; without one it goes on until somebody else does.
 */

import process from 'node:process';
import { openDatabase } from '../platform/db/pool.ts';
import type { Role } from '../platform/db/roles.ts';
import type { Failpoint } from './failpoint.ts';
import { createSequencer } from './ledger.service.ts';
import { openLogKeys } from './log-keys.store.ts';

export interface ProcessSettings {
  readonly urls: Readonly<Record<Role, string>>;
  /** Hexadecimal. */
  readonly contextKey: string;
  readonly dataDir: string;
  readonly prefix: string;
  readonly bureau: string;
  readonly point: Failpoint | null;
  readonly nth: number;
}

const settings: ProcessSettings = JSON.parse(process.argv[2] ?? '');
let left = settings.nth;
const db = openDatabase({
  urls: settings.urls,
  contextKey: Buffer.from(settings.contextKey, 'hex'),
  now: Date.now,
});
const sequencer = createSequencer({
  db,
  dataDir: settings.dataDir,
  keys: openLogKeys(settings.dataDir, settings.prefix),
  now: () => new Date(),
  bureaus: () => Promise.resolve([settings.bureau]),
  failpoints(point) {
    if (point !== settings.point) return;
    left -= 1;
    if (left === 0) process.kill(process.pid, 'SIGKILL');
  },
});
do await sequencer.sequenceOnce(settings.bureau);
while (settings.point === null);
await db.close();
