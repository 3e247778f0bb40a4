/** A bureau at work in a test database: founded, staffed, with the services of the desk. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { createRecorder, type Recorder } from '../../src/act/recorder.ts';
import { archiveDocuments } from '../../src/archive/archive.documents.ts';
import { type Bureau } from '../../src/bureau/bureau.ts';
import { createBureauService } from '../../src/bureau/bureau.service.ts';
import { openRegistry, type Registry } from '../../src/bureau/registry.ts';
import { workCalendar } from '../../src/calendar/calendar.ts';
import { loadTemplates } from '../../src/document/catalogue.ts';
import { createIssuer } from '../../src/document/issue.ts';
import { openRenderer, type Renderer } from '../../src/document/render.ts';
import { nodeHashes } from '../../src/ledger/hashes.node.ts';
import { type Approvals, createApprovals } from '../../src/matter/approval.service.ts';
import { createDeskActs, type DeskActs } from '../../src/matter/desk-acts.service.ts';
import { createIssueDocuments } from '../../src/matter/issue-documents.ts';
import {
  type Actor,
  createMatterService,
  type MatterService,
} from '../../src/matter/matter.service.ts';
import type { Database } from '../../src/platform/db/pool.ts';
import { openPackStore, type PackStore } from '../../src/platform/rules/pack-store.ts';
import type { BlobStore } from '../../src/platform/storage/blob-store.ts';
import { openDescriber } from '../../src/platform/storage/describer.ts';
import { openBlobStore } from '../../src/platform/storage/disk-blob-store.ts';
import {
  createStaffService,
  type StaffAct,
  type StaffService,
} from '../../src/staff/staff.service.ts';
import type { TestDatabase } from './database.ts';
import { uuidv7 } from './uuid.ts';

export { uuidv7 };

/** The people of the test bureau by what they do. */
export type Cast =
  | 'o1'
  | 'o2'
  | 'o3'
  | 'expired'
  | 'unitHead'
  | 'head'
  | 'reviewer'
  | 'unqualified'
  | 'publisher'
  | 'archivist'
  | 'chair';

export interface TestDesk {
  readonly db: Database;
  readonly bureau: Bureau;
  readonly ids: Readonly<Record<Cast, string>>;
  readonly matters: MatterService;
  readonly desk: DeskActs;
  readonly approvals: Approvals;
  readonly staff: StaffService;
  readonly registry: Registry;
  readonly recorder: Recorder;
  readonly packs: PackStore;
  readonly blobs: BlobStore;
  readonly renderer: Renderer;
  /** Somebody of the cast, as they stand. */
  actor(who: Cast): Promise<Actor>;
}

const PROFILE = {
  address: '示例大街100号',
  phone: '0595-00000311',
  bank: '示例银行支行',
  payee: '财政局非税收入专户',
  account: '6200000000000000117',
};

/** Founds a bureau under the rules of `pack` and staffs it. */
export async function openTestDesk(database: TestDatabase, pack = 'licheng'): Promise<TestDesk> {
  const root = database.packageRoot;
  const dataDir = await mkdtemp(join(tmpdir(), 'zhuding-desk-'));
  const renderer = openRenderer({ root });
  const describer = openDescriber();
  const blobs = await openBlobStore(join(dataDir, 'blobs'), describer);
  afterAll(async () => {
    await renderer.close();
    await describer.close();
    await rm(dataDir, { recursive: true, force: true });
  });
  const db = database.open();
  const packs = openPackStore(root, dataDir);
  const now = () => Date.now();
  const newId = () => uuidv7();
  const recorder = createRecorder({
    db,
    hashes: nodeHashes,
    salt: () => randomBytes(32),
    now: () => new Date(),
    origin: (bureau) => `zhuding.test/log/${bureau}`,
  });
  const registry = openRegistry(db, recorder, now);
  const world = { recorder, registry, packs, now, newId, committed: () => {} };
  const identity = packs.current.pack.bureaus.get(pack);
  if (!identity) throw new Error(`no pack ${pack}`);
  const { name, shortName, superior, government, justice, court, area } = identity;
  const bureaus = createBureauService(world);
  const staff = createStaffService(world);
  await bureaus.found({
    area,
    pack,
    rehearsal: true,
    profile: { name, shortName, superior, government, justice, court, ...PROFILE },
    at: '2024-01-01T09:00:00+08:00',
  });
  const unit = uuidv7();
  const legal = uuidv7();
  await bureaus.openUnit(area, newId(), {
    unit,
    name: '食品安全监督管理股',
    kind: 'department',
    functions: ['enforcement'],
  });
  await bureaus.openUnit(area, newId(), {
    unit: legal,
    name: '法规股',
    kind: 'department',
    functions: ['legal-review'],
  });
  const ids = await hire(staff, area, unit, legal);
  const bureau = await registry.bureau(area);
  if (!bureau) throw new Error('the bureau was not founded');
  const issue = createIssueDocuments({
    db,
    issuer: createIssuer(root, renderer, blobs),
    publicUrl: 'http://localhost',
    generate: archiveDocuments((text) => renderer.missingGlyphs(text)),
  });
  const matters = createMatterService({
    db,
    recorder,
    registry,
    packs,
    calendar: workCalendar(packs.current.pack.holidays),
    templates: loadTemplates(root),
    unprintable: (values) => renderer.unprintable(values),
    issue,
    now,
    committed: () => {},
  });
  return {
    db,
    bureau,
    ids,
    matters,
    desk: createDeskActs(matters),
    approvals: createApprovals(matters),
    staff,
    registry,
    recorder,
    packs,
    blobs,
    renderer,
    async actor(who) {
      const person = (await registry.people(area)).get(ids[who]);
      if (!person) throw new Error(`nobody is ${who}`);
      return { bureau: area, person };
    },
  };
}

async function hire(
  staff: StaffService,
  bureau: string,
  unit: string,
  legal: string,
): Promise<Record<Cast, string>> {
  const security = uuidv7();
  const at = '2024-01-01T10:00:00+08:00';
  const certificate = (number: string, until: string): StaffAct => ({
    type: 'certificate.issued',
    data: {
      number,
      issuerKind: 'provincial-government',
      issuer: '福建省人民政府',
      from: '2023-01-01',
      until,
    },
  });
  const listed = (lawLicence: boolean): StaffAct => ({
    type: 'reviewer.listed',
    data: {
      lawLicence,
      ...(lawLicence ? { licenceNumber: 'A20183505020117' } : {}),
      firstReviewOn: '2022-08-01',
      from: '2024-01-01',
      until: '2030-12-31',
      licenceSince: '2021-07-15',
    },
  });
  const trained: StaffAct = {
    type: 'training.completed',
    data: { on: '2023-12-01', course: '岗前培训' },
  };
  const role = (
    name: 'officer' | 'reviewer' | 'head' | 'unit-head' | 'publisher' | 'archivist' | 'chair',
  ): StaffAct => ({ type: 'duty.granted', data: { role: name } });
  const cast: readonly (readonly [Cast, string, string, string, readonly StaffAct[]])[] = [
    [
      'o1',
      '陈志雄',
      unit,
      '执法人员',
      [certificate('350502-0311', '2028-12-31'), trained, role('officer')],
    ],
    [
      'o2',
      '黄雅玲',
      unit,
      '执法人员',
      [certificate('350502-0326', '2028-12-31'), trained, role('officer')],
    ],
    [
      'o3',
      '曾庆山',
      unit,
      '执法人员',
      [certificate('350502-0402', '2028-12-31'), trained, role('officer')],
    ],
    [
      'expired',
      '田小勇',
      unit,
      '执法人员',
      [certificate('350502-0088', '2024-02-28'), trained, role('officer')],
    ],
    ['unitHead', '苏建章', unit, '股长', [role('unit-head')]],
    ['head', '王景峰', unit, '局长', [role('head')]],
    ['reviewer', '蔡明哲', legal, '法制审核', [listed(true), trained, role('reviewer')]],
    ['unqualified', '林晓东', legal, '法制审核', [listed(false), trained, role('reviewer')]],
    ['publisher', '吴彩云', legal, '公示管理', [role('publisher')]],
    ['archivist', '许丽卿', legal, '档案管理', [role('archivist')]],
    ['chair', '郑美华', legal, '听证主持', [role('chair')]],
  ];
  const ids = Object.fromEntries(cast.map(([who]) => [who, uuidv7()])) as Record<Cast, string>;
  for (const [who, name, of, post, acts] of cast)
    await staff.record(
      bureau,
      security,
      ids[who],
      [{ type: 'officer.registered', data: { name, unit: of, post } }, ...acts],
      at,
    );
  return ids;
}
