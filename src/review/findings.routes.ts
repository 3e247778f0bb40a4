/** What the machine finds in a file, for the reviewer. */
import { Type } from 'typebox';
import type { Registry } from '../bureau/registry.ts';
import type { WorkCalendar } from '../calendar/calendar.ts';
import { momentAt } from '../calendar/moment.ts';
import { HttpProblem } from '../http/problems.ts';
import { type Route, route, STAFF } from '../http/route.ts';
import { uuid } from '../http/shapes.ts';
import type { MatterService } from '../matter/matter.service.ts';
import { findingsOf } from './findings.ts';

export interface FindingRoutesWorld {
  readonly registry: Registry;
  readonly matters: MatterService;
  readonly calendar: WorkCalendar;
  readonly now: () => number;
}

export function findingRoutes({ registry, matters, calendar, now }: FindingRoutesWorld): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/matters/:matter/review-findings',
      access: STAFF,
      summary:
        'What can be read off the file beside the items of its review; the conclusions are the reviewer’s.',
      params: Type.Object({ matter: uuid }),
      answer: 'ReviewFindings',
      async handle({ session, params }) {
        const bureau = await registry.bureau(session.bureau);
        if (!bureau) throw new HttpProblem('matter/not-found');
        const file = await matters.read(session, params.matter);
        const { law } = matters.lawByHash(bureau)(file.pack);
        return { findings: findingsOf(file, { law, calendar, now: momentAt(now()) }) };
      },
    }),
  ];
}
