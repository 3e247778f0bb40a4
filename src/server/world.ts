/** Wiring: opens everything a running Zhuding works with, and closes it again. No rules here. */
import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { createFilePdfs, type FilePdfs } from '../archive/file-pdf/file-pdf.service.ts';
import { createSetup, type SetupService } from '../bureau/setup.service.ts';
import { loadDemo } from '../demo/load-demo.ts';
import { loadTemplates } from '../document/catalogue.ts';
import { openRenderer } from '../document/render.ts';
import { openInspector } from '../evidence/media/inspector.ts';
import { openUploads, type Uploads } from '../evidence/upload/uploads.ts';
import { type LogKeys, openLogKeys } from '../ledger/log-keys.store.ts';
import type { LogStore } from '../ledger/log.store.ts';
import { createSequencer, openLogStore, type Sequencer } from '../ledger/ledger.service.ts';
import { createProofs, type Proofs } from '../ledger/proofs.service.ts';
import { migrate } from '../platform/db/migrate.ts';
import { type Database, openDatabase } from '../platform/db/pool.ts';
import { type Role, roleUrls } from '../platform/db/roles.ts';
import { contextKey, loadSecrets } from '../platform/db/secrets.ts';
import { createFileOnce } from '../platform/durable-file.ts';
import { type Postgres, startPostgres } from '../platform/postgres/postgres.ts';
import type { PostgresLog } from '../platform/postgres/start.ts';
import { openPackStore } from '../platform/rules/pack-store.ts';
import { openDescriber } from '../platform/storage/describer.ts';
import { openBlobStore } from '../platform/storage/disk-blob-store.ts';
import { openPortal, type Portal } from '../portal/portal.ts';
import { createSessionService, type SessionService } from '../staff/session.service.ts';
import { createServices, type Foundation, type Services } from './services.ts';
import type { Settings } from './settings.ts';

export interface World extends Foundation, Services {
  readonly settings: Settings;
  /** Where the workers of the job queue connect. */
  readonly jobsUrl: string;
  readonly uploads: Uploads;
  readonly filePdfs: FilePdfs;
  readonly logKeys: LogKeys;
  readonly logStore: (bureau: string) => LogStore;
  readonly sequencer: Sequencer;
  readonly proofs: Proofs;
  readonly sessions: SessionService;
  readonly setup: SetupService;
  readonly portal: Portal;
  /** What somebody who does not sit at the server must know to set it up. */
  readonly setupCode: () => Promise<string>;
  readonly now: () => number;
  /** Calls `listener` after each commit of a bureau. */
  onCommit(listener: (bureau: string) => void): void;
  /** Whether the database answers. */
  healthy(): Promise<boolean>;
  close(): Promise<void>;
}

export interface WorldLog extends PostgresLog {
  error(context: object, message: string): void;
}

export interface OpenOptions {
  readonly settings: Settings;
  readonly root: string;
  readonly log: WorldLog;
  readonly now?: () => number;
  /** Whether another program may be at work on the same data, as a server beside a check. */
  readonly beside?: boolean;
}

/** Starts or reaches the database, brings it up to this program, and opens the services. */
export async function openWorld(options: OpenOptions): Promise<World> {
  const { settings, root, log } = options;
  await mkdir(settings.dataDir, { recursive: true, mode: 0o711 });
  const secrets = await loadSecrets(settings.dataDir);
  const postgres = settings.databaseUrl === null ? await embedded(options) : null;
  const adminUrl = settings.databaseUrl ?? postgres?.adminUrl ?? '';
  try {
    const { applied } = await migrate({ adminUrl, secrets, packageRoot: root });
    if (applied.length > 0) log.info(`database brought up by ${applied.length} migrations`);
    const urls = roleUrls(adminUrl, secrets);
    const now = options.now ?? Date.now;
    const db = openDatabase({ urls, contextKey: contextKey(secrets), now });
    return await openServices({ ...options, now, db, urls, postgres });
  } catch (error) {
    await postgres?.stop();
    throw error;
  }
}

async function embedded({ settings, log, beside = false }: OpenOptions): Promise<Postgres> {
  const { dataDir, postgresBin } = settings;
  const postgres = await startPostgres({ dataDir, log, systemBin: postgresBin ?? undefined });
  if (postgres.origin !== 'shared' || beside) return postgres;
  await postgres.stop();
  throw new Error(`另一个铸鼎正在使用 ${dataDir}。先停掉它，或者用 ZHUDING_DATA 指定别的目录。`);
}

interface Opened extends OpenOptions {
  readonly now: () => number;
  readonly db: Database;
  readonly urls: Readonly<Record<Role, string>>;
  readonly postgres: Postgres | null;
}

async function openServices(opened: Opened): Promise<World> {
  const { settings, root, log, db, urls, postgres, now } = opened;
  const { dataDir } = settings;
  const listeners: ((bureau: string) => void)[] = [];
  const packs = openPackStore(root, dataDir);
  const describer = openDescriber();
  const inspector = openInspector();
  const blobs = await openBlobStore(join(dataDir, 'blobs'), describer);
  const uploads = await openUploads({
    store: blobs,
    describer,
    inspector,
    folder: join(dataDir, 'uploads'),
  });
  const fonts = join(dataDir, 'fonts');
  await mkdir(fonts, { recursive: true });
  const logKeys = openLogKeys(dataDir, settings.logOrigin);
  const logStore = (bureau: string): LogStore => openLogStore(dataDir, bureau);
  const foundation: Foundation = {
    root,
    db,
    packs,
    calendar: packs.current.pack.calendar,
    templates: loadTemplates(root),
    renderer: openRenderer({ root, fonts: { folders: [fonts] } }),
    blobs,
    origin: (bureau) => logKeys.origin(bureau),
    publicUrl: settings.publicUrl ?? `http://${settings.host}:${settings.port}`,
    newId: () => uuidv7(),
    committed: (bureau) => {
      for (const listener of listeners) listener(bureau);
    },
  };
  const services = createServices(foundation, now);
  const sequencer = createSequencer({
    db,
    dataDir,
    keys: logKeys,
    now: () => new Date(now()),
    bureaus: () => services.registry.bureaus(),
    report: (bureau, error) => log.error({ bureau, err: error }, 'sequencing failed'),
  });
  listeners.push((bureau) => sequencer.kick(bureau));
  const sessions = createSessionService(db, services.registry, now);
  const setup = createSetup({
    ...services,
    sessions,
    loadRehearsal: async (progress) => {
      await loadDemo({ foundation, sessions, now }, progress);
    },
    failed: (error) => log.error({ err: error }, 'loading the rehearsal bureau failed'),
  });
  const onCommit = (listener: (bureau: string) => void) => void listeners.push(listener);
  return {
    ...foundation,
    ...services,
    settings,
    jobsUrl: urls.worker,
    uploads,
    filePdfs: createFilePdfs(blobs, foundation.renderer),
    logKeys,
    logStore,
    sequencer,
    proofs: createProofs({ db, store: logStore }),
    sessions,
    setup,
    setupCode: () => readSetupCode(dataDir),
    now,
    portal: openPortal({ db, packs, root, now, onCommit }),
    onCommit,
    healthy: async () =>
      (await db.query('portal', null, { text: 'select 1' }).catch(() => [])).length === 1,
    async close() {
      await sequencer.stop();
      uploads.close();
      inspector.close();
      await describer.close();
      await foundation.renderer.close();
      await db.close();
      await postgres?.stop();
    },
  };
}

/** Made at the first question for it. */
async function readSetupCode(dataDir: string): Promise<string> {
  const fresh = `${randomBytes(9).toString('base64url')}\n`;
  return (await createFileOnce(join(dataDir, 'setup-code'), fresh)).trim();
}
