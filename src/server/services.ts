/** The services that record acts, over one clock: the real one, or that of a rehearsal. */
import { createRecorder, type Recorder } from '../act/recorder.ts';
import { archiveDocuments } from '../archive/archive.documents.ts';
import { type BureauService, createBureauService } from '../bureau/bureau.service.ts';
import { openRegistry, type Registry } from '../bureau/registry.ts';
import type { WorkCalendar } from '../calendar/calendar.ts';
import type { DocumentTemplate } from '../document/document.ts';
import { createIssuer } from '../document/issue.ts';
import type { Renderer } from '../document/render.ts';
import { nodeHashes } from '../ledger/hashes.node.ts';
import { type Approvals, createApprovals } from '../matter/approval.service.ts';
import { createDeskActs, type DeskActs } from '../matter/desk-acts.service.ts';
import { createIssueDocuments } from '../matter/issue-documents.ts';
import { createMatterService, type MatterService } from '../matter/matter.service.ts';
import type { Database } from '../platform/db/pool.ts';
import type { PackStore } from '../platform/rules/pack-store.ts';
import { openSalts } from '../platform/salts.ts';
import type { BlobStore } from '../platform/storage/blob-store.ts';
import { createStaffService, type StaffService } from '../staff/staff.service.ts';

/** What the services stand on. */
export interface Foundation {
  readonly root: string;
  readonly db: Database;
  readonly packs: PackStore;
  readonly calendar: WorkCalendar;
  readonly templates: ReadonlyMap<string, DocumentTemplate>;
  readonly renderer: Renderer;
  readonly blobs: BlobStore;
  /** Origin of a bureau's log. */
  readonly origin: (bureau: string) => string;
  /** Address of the portal without a slash at the end. */
  readonly publicUrl: string;
  readonly newId: () => string;
  /** Called after each commit of a bureau. */
  readonly committed: (bureau: string) => void;
}

export interface Services {
  readonly recorder: Recorder;
  readonly registry: Registry;
  readonly bureaus: BureauService;
  readonly staff: StaffService;
  readonly matters: MatterService;
  readonly desk: DeskActs;
  readonly approvals: Approvals;
}

/** `now` gives milliseconds since 1970. */
export function createServices(foundation: Foundation, now: () => number): Services {
  const { root, db, packs, calendar, templates, renderer, blobs, newId, committed } = foundation;
  const recorder = createRecorder({
    db,
    hashes: nodeHashes,
    salt: openSalts(),
    now: () => new Date(now()),
    origin: foundation.origin,
  });
  const registry = openRegistry(db, recorder, now);
  const shared = { recorder, registry, packs, now, newId, committed };
  const matters = createMatterService({
    ...shared,
    db,
    calendar,
    templates,
    unprintable: (values) => renderer.unprintable(values),
    issue: createIssueDocuments({
      db,
      issuer: createIssuer(root, renderer, blobs),
      publicUrl: foundation.publicUrl,
      generate: archiveDocuments((text) => renderer.missingGlyphs(text)),
    }),
  });
  return {
    recorder,
    registry,
    bureaus: createBureauService(shared),
    staff: createStaffService(shared),
    matters,
    desk: createDeskActs(matters),
    approvals: createApprovals(matters),
  };
}
