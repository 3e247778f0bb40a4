/** Every route of the API, in one list: the server, its description and the table of permissions are made from it. */
import { auditRoutes } from '../act/audit.routes.ts';
import { archiveRoutes } from '../archive/archive.routes.ts';
import { noticeRoutes } from '../bureau/notice.routes.ts';
import { setupRoutes } from '../bureau/setup.routes.ts';
import { rehearsalRoutes } from '../demo/rehearsal.routes.ts';
import { documentRoutes } from '../document/document.routes.ts';
import { exhibitRoutes } from '../evidence/exhibit.routes.ts';
import type { Route } from '../http/route.ts';
import { approvalRoutes } from '../matter/approval.routes.ts';
import { commandRoutes } from '../matter/command.routes.ts';
import { draftRoutes } from '../matter/draft.routes.ts';
import { matterRoutes } from '../matter/matter.routes.ts';
import { partyRoutes } from '../party/party.routes.ts';
import { publicationRoutes } from '../publicity/publication.routes.ts';
import { coverageRoutes } from '../review/coverage.routes.ts';
import { findingRoutes } from '../review/findings.routes.ts';
import { lawRoutes } from '../rule/law.routes.ts';
import { sessionRoutes } from '../staff/session.routes.ts';
import { staffRoutes } from '../staff/staff.routes.ts';
import type { World } from './world.ts';

export function apiRoutes(world: World): Route[] {
  const { db, registry, now } = world;
  return [
    ...setupRoutes({ ...world, trustLocal: world.settings.publicUrl === null }),
    ...rehearsalRoutes(world),
    ...sessionRoutes(world.sessions, registry, world.settings.secure),
    ...staffRoutes(world),
    ...noticeRoutes(db, world.bureaus),
    ...lawRoutes(world),
    ...matterRoutes(world),
    ...commandRoutes(world),
    ...approvalRoutes(world),
    ...exhibitRoutes(world),
    ...documentRoutes(world),
    ...archiveRoutes(world),
    ...partyRoutes(world),
    ...publicationRoutes(world),
    ...coverageRoutes(db),
    ...findingRoutes(world),
    ...draftRoutes(db, () => new Date(now())),
    ...auditRoutes(world),
  ];
}
