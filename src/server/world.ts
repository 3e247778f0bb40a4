/** Wiring: opens everything a running Zhuding works with, and closes it again. No rules here. */
import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { createRecorder, type Recorder } from '../act/recorder.ts';
import { archiveDocuments } from '../archive/archive.documents.ts';
import { type BureauService, createBureauService } from '../bureau/bureau.service.ts';
import { openRegistry, type Registry } from '../bureau/registry.ts';
import { workCalendar, type WorkCalendar } from '../calendar/calendar.ts';
import { loadTemplates } from '../document/catalogue.ts';
import type { DocumentTemplate } from '../document/document.ts';
import { createIssuer } from '../document/issue.ts';
import { openRenderer, type Renderer } from '../document/render.ts';
import { openInspector } from '../evidence/media/inspector.ts';
import { openUploads, type Uploads } from '../evidence/upload/uploads.ts';
import { nodeHashes } from '../ledger/hashes.node.ts';
import { createSequencer, openLogStore, type Sequencer } from '../ledger/ledger.service.ts';
import { type LogKeys, openLogKeys } from '../ledger/log-keys.store.ts';
import type { LogStore } from '../ledger/log.store.ts';
import { createProofs, type Proofs } from '../ledger/proofs.service.ts';
import { createDeskActs, type DeskActs } from '../matter/desk-acts.service.ts';
import { createIssueDocuments } from '../matter/issue-documents.ts';
import { createMatterService, type MatterService } from '../matter/matter.service.ts';
import { migrate } from '../platform/db/migrate.ts';
import { type Database, openDatabase } from '../platform/db/pool.ts';
import { type Role, roleUrls } from '../platform/db/roles.ts';
import { contextKey, loadSecrets } from '../platform/db/secrets.ts';
import { type Postgres, startPostgres } from '../platform/postgres/postgres.ts';
import type { PostgresLog } from '../platform/postgres/start.ts';
import { openPackStore, type PackStore } from '../platform/rules/pack-store.ts';
import type { BlobStore } from '../platform/storage/blob-store.ts';
import { openDescriber } from '../platform/storage/describer.ts';
import { openBlobStore } from '../platform/storage/disk-blob-store.ts';
import { createSessionService, type SessionService } from '../staff/session.service.ts';
import { createStaffService, type StaffService } from '../staff/staff.service.ts';
import type { Settings } from './settings.ts';

export interface World {
  readonly settings: Settings;
  readonly root: string;
  readonly db: Database;
  /** Where the workers of the job queue connect. */
  readonly jobsUrl: string;
  readonly recorder: Recorder;
  readonly registry: Registry;
  readonly packs: PackStore;
  readonly calendar: WorkCalendar;
  readonly templates: ReadonlyMap<string, DocumentTemplate>;
  readonly renderer: Renderer;
  readonly blobs: BlobStore;
  readonly uploads: Uploads;
  readonly logKeys: LogKeys;
  readonly logStore: (bureau: string) => LogStore;
  readonly sequencer: Sequencer;
  readonly proofs: Proofs;
  readonly bureaus: BureauService;
  readonly staff: StaffService;
  readonly sessions: SessionService;
  readonly matters: MatterService;
  readonly desk: DeskActs;
  readonly now: () => number;
  readonly newId: () => string;
  /** Calls `listener` after each commit of a bureau. */
  onCommit(listener: (bureau: string) => void): void;
  /** Whether the database answers. */
  healthy(): Promise<boolean>;
  close(): Promise<void>;
}

export interface OpenOptions {
  readonly settings: Settings;
  readonly root: string;
  readonly log: WorldLog;
  readonly now?: () => number;
}

export interface WorldLog extends PostgresLog {
  error(context: object, message: string): void;
}

/** Starts or reaches the database, brings it up to this program, and opens the services. */
export async function openWorld({
  settings,
  root,
  log,
  now = Date.now,
}: OpenOptions): Promise<World> {
  await mkdir(settings.dataDir, { recursive: true, mode: 0o711 });
  const secrets = await loadSecrets(settings.dataDir);
  const postgres =
    settings.databaseUrl === null
      ? await startPostgres({
          dataDir: settings.dataDir,
          log,
          systemBin: settings.postgresBin ?? undefined,
        })
      : null;
  if (postgres?.origin === 'shared') {
    await postgres.stop();
    throw new Error(
      `另一个铸鼎正在使用 ${settings.dataDir}。先停掉它，或者用 ZHUDING_DATA 指定别的目录。`,
    );
  }
  try {
    const adminUrl = settings.databaseUrl ?? (postgres as Postgres).adminUrl;
    const { applied } = await migrate({ adminUrl, secrets, packageRoot: root });
    if (applied.length > 0) log.info(`database brought up by ${applied.length} migrations`);
    const urls = roleUrls(adminUrl, secrets);
    const db = openDatabase({
      urls,
      contextKey: contextKey(secrets),
      now,
    });
    return await openServices({ settings, root, log, db, urls, postgres, now });
  } catch (error) {
    await postgres?.stop();
    throw error;
  }
}

interface ServiceOptions extends Required<OpenOptions> {
  readonly db: Database;
  readonly urls: Readonly<Record<Role, string>>;
  readonly postgres: Postgres | null;
}

async function openServices({
  settings,
  root,
  log,
  db,
  urls,
  postgres,
  now,
}: ServiceOptions): Promise<World> {
  const { dataDir } = settings;
  const listeners: ((bureau: string) => void)[] = [];
  const committed = (bureau: string): void => {
    for (const listener of listeners) listener(bureau);
  };
  const newId = (): string => uuidv7();
  const packs = openPackStore(root, dataDir);
  const calendar = workCalendar(packs.current.pack.holidays);
  const templates = loadTemplates(root);
  const renderer = openRenderer({ root });
  const describer = openDescriber();
  const inspector = openInspector();
  const blobs = await openBlobStore(join(dataDir, 'blobs'), describer);
  const uploads = await openUploads({
    store: blobs,
    describer,
    inspector,
    folder: join(dataDir, 'uploads'),
  });
  const logKeys = openLogKeys(dataDir, settings.logOrigin);
  const logStore = (bureau: string): LogStore => openLogStore(dataDir, bureau);
  const recorder = createRecorder({
    db,
    hashes: nodeHashes,
    salt: () => randomBytes(32),
    now: () => new Date(now()),
    origin: logKeys.origin,
  });
  const registry = openRegistry(db, recorder, now);
  const sequencer = createSequencer({
    db,
    dataDir,
    keys: logKeys,
    now: () => new Date(now()),
    bureaus: registry.bureaus,
    report: (bureau, error) => log.error({ bureau, err: error }, 'sequencing failed'),
  });
  listeners.push((bureau) => sequencer.kick(bureau));
  const shared = { recorder, registry, packs, now, newId, committed };
  const issue = createIssueDocuments({
    db,
    issuer: createIssuer(root, renderer, blobs),
    publicUrl: settings.publicUrl ?? `http://${settings.host}:${settings.port}`,
    generate: archiveDocuments,
  });
  const matters = createMatterService({
    db,
    recorder,
    registry,
    packs,
    calendar,
    templates,
    issue,
    now,
    committed,
  });
  return {
    settings,
    root,
    db,
    jobsUrl: urls.worker,
    recorder,
    registry,
    packs,
    calendar,
    templates,
    renderer,
    blobs,
    uploads,
    logKeys,
    logStore,
    sequencer,
    proofs: createProofs({ db, store: logStore }),
    bureaus: createBureauService(shared),
    staff: createStaffService(shared),
    sessions: createSessionService(db, registry, now),
    matters,
    desk: createDeskActs(matters),
    now,
    newId,
    onCommit: (listener) => void listeners.push(listener),
    healthy: async () =>
      (await db.query('portal', null, { text: 'select 1' }).catch(() => [])).length === 1,
    async close() {
      await sequencer.stop();
      uploads.close();
      inspector.close();
      await describer.close();
      await renderer.close();
      await db.close();
      await postgres?.stop();
    },
  };
}
