/** `zhuding doctor`: everything compared with the record. Exit 0 when all is as it should be, 1 when not. */
import { checkLedger } from '../ledger/ledger-check.service.ts';
import { openSigner } from '../ledger/signer.service.ts';
import type { StreamKind } from '../act/act.ts';
import type { Projection } from '../act/projection.ts';
import { bureauProjection } from '../bureau/bureau.projection.ts';
import { matterProjection } from '../matter/matter.projection.ts';
import type { World } from '../server/world.ts';
import { staffProjection } from '../staff/staff.projection.ts';
import type { Finding } from './compare.ts';
import { textSetting } from './decision-text.ts';
import { type DoctorOptions, examineRows } from './doctor.service.ts';
import { findingLine, summaryLine, TEXTS } from './doctor.texts.ts';
import { examinePages } from './pages.ts';

export interface DoctorIo {
  readonly say: (line: string) => void;
  readonly progress: (line: string) => void;
}

export interface DoctorRequest {
  /** One JSON object instead of sentences. */
  readonly json: boolean;
  /** Reads every stored file again and compares its hashes, however long that takes. */
  readonly deep: boolean;
}

/** Examines every bureau of the installation. */
export async function runDoctor(
  world: World,
  { json, deep }: DoctorRequest,
  { say, progress }: DoctorIo,
): Promise<number> {
  const findings: (Finding & { readonly bureau: string })[] = [];
  const totals = { bureaus: 0, streams: 0, acts: 0, rows: 0, files: 0 };
  for (const bureau of await world.registry.bureaus()) {
    const report = (finding: Finding): void => {
      findings.push({ bureau, ...finding });
      if (!json) say(findingLine(bureau, finding));
    };
    const examined = await examineRows({
      db: world.db,
      bureau,
      ...(await played(world, bureau)),
      report,
      progress: (done, of) => progress(TEXTS.replaying(bureau, done, of)),
    });
    await examinePages(world.db, world.portal, bureau, report);
    let files = 0;
    for (const [sha256, size] of examined.files) {
      await examineFile(world, sha256, size, deep, report);
      files += 1;
      if (files % 200 === 0) progress(TEXTS.files(bureau, files, examined.files.size));
    }
    progress(TEXTS.log(bureau));
    for (const { code, where, expected, found } of await ledgerFindings(world, bureau))
      report({ code, table: 'ledger', key: { where }, column: null, expected, found });
    totals.bureaus += 1;
    totals.streams += examined.streams;
    totals.acts += examined.acts;
    totals.rows += examined.rows;
    totals.files += files;
  }
  if (json) say(JSON.stringify({ ...totals, clean: findings.length === 0, findings }, null, 2));
  else say(summaryLine(totals, findings.length));
  return findings.length === 0 ? 0 : 1;
}

/** How the acts of a bureau are played again, and the texts of its decisions made again. */
async function played(
  world: World,
  bureau: string,
): Promise<Pick<DoctorOptions, 'projection' | 'texts'>> {
  // From the table and not from the acts: those of the bureau may be what is broken.
  const [found] = await world.db.query<{ pack: string }>('auditor', null, {
    text: 'select pack from facts.bureau where bureau_id = $1',
    values: [bureau],
  });
  const law = world.matters.lawByHash(found ?? { pack: '' });
  const matter = matterProjection(bureau, law, world.calendar);
  const all: Readonly<Record<StreamKind, unknown>> = {
    matter,
    officer: staffProjection(bureau),
    bureau: bureauProjection(bureau),
  };
  return {
    projection: (kind) => all[kind] as Projection<unknown>, // each folds the states it made itself
    texts: textSetting(world.templates, law),
  };
}

async function examineFile(
  { blobs }: World,
  sha256: string,
  size: number,
  deep: boolean,
  report: (finding: Finding) => void,
): Promise<void> {
  const at = { table: 'blobs', key: { sha256 }, column: null };
  const found = await blobs.stat(sha256);
  if (!found) return report({ ...at, code: 'blob-missing', expected: `${size}`, found: null });
  if (found.size !== size)
    return report({ ...at, code: 'blob-differs', expected: `${size}`, found: `${found.size}` });
  if (!deep) return;
  const actual = await hashOf(blobs, sha256);
  if (actual !== sha256) report({ ...at, code: 'blob-differs', expected: sha256, found: actual });
}

async function hashOf(blobs: World['blobs'], sha256: string): Promise<string> {
  const { createHash } = await import('node:crypto');
  const hash = createHash('sha256');
  for await (const piece of await blobs.read(sha256)) hash.update(piece as Uint8Array); // a stream of bytes
  return hash.digest('hex');
}

function ledgerFindings({ db, logStore, logKeys, settings, now }: World, bureau: string) {
  return checkLedger(
    {
      db,
      store: logStore,
      keys: logKeys,
      signer: openSigner({ dataDir: settings.dataDir, keys: logKeys }),
      now: () => new Date(now()),
    },
    bureau,
  );
}
