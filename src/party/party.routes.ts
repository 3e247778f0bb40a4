/** One party, one place: every matter, paper and recording of it together (QZ-18a). */
import { Type } from 'typebox';
import type { Registry } from '../bureau/registry.ts';
import type { WorkCalendar } from '../calendar/calendar.ts';
import { momentAt } from '../calendar/moment.ts';
import type { MatterService } from '../matter/matter.service.ts';
import { documentView, exhibitView } from '../matter/matter.views.ts';
import { listMatters } from '../matter/queue.views.ts';
import { readsAllMatters } from '../matter/reading.ts';
import type { Database } from '../platform/db/pool.ts';
import { HttpProblem } from '../http/problems.ts';
import { type Route, route, STAFF } from '../http/route.ts';
import { exact, opt } from '../http/shapes.ts';
import { sendTable } from '../http/table.ts';
import type { SignedIn } from '../staff/session.service.ts';
import type { PartyFileView, PartyLine } from './party.api.ts';

export interface PartyRoutesWorld {
  readonly db: Database;
  readonly registry: Registry;
  readonly matters: MatterService;
  readonly calendar: WorkCalendar;
  readonly now: () => number;
}

/** Matters of one party shown at most; a party with more is found through the list of matters. */
const MOST = 100;

export function partyRoutes(world: PartyRoutesWorld): Route[] {
  const { db, registry, matters } = world;

  /** Parties of the matters this person may read. */
  async function partyLines({ bureau, person }: SignedIn, text: string): Promise<PartyLine[]> {
    return db.query<PartyLine & Record<string, unknown>>('desk', bureau, {
      text: `select party_name as name, party_code as code, count(*)::int as matters, max(last_at) as "lastAt",
          count(*) filter (where state in ('open', 'decided'))::int as open
        from work.matter
        where bureau_id = $1 and ($2 = '' or party_name ilike $3 or party_code ilike $3)
          and ($4 or unit_id = $5::uuid or $6::uuid = any (handlers))
        group by party_name, party_code order by max(last_at) desc limit 200`,
      values: [
        bureau,
        text,
        `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`,
        readsAllMatters(person),
        person.unit,
        person.id,
      ],
    });
  }

  return [
    route({
      method: 'GET',
      path: '/api/parties',
      access: STAFF,
      summary: 'Parties by their latest matter; with format=xlsx as a table.',
      query: Type.Object(
        { text: opt(Type.String({ maxLength: 100 })), format: opt(Type.Literal('xlsx')) },
        exact,
      ),
      answer: 'Parties',
      async handle({ session, query, reply }) {
        const parties = await partyLines(session, query.text ?? '');
        if (!query.format) return { parties };
        return sendTable(
          reply,
          '当事人',
          parties.map((one) => ({
            当事人: one.name,
            统一社会信用代码: one.code,
            事项: one.matters,
            在办: one.open,
            最近办理: one.lastAt,
          })),
          ['当事人', '统一社会信用代码', '事项', '在办', '最近办理'],
        );
      },
    }),
    route({
      method: 'GET',
      path: '/api/parties/:key',
      access: STAFF,
      summary:
        'Everything about one party, found by its credit code or its exact name: matters, papers, recordings.',
      params: Type.Object({ key: Type.String({ minLength: 1, maxLength: 200 }) }),
      answer: 'Party',
      async handle({ session, params }): Promise<PartyFileView> {
        const bureau = await registry.bureau(session.bureau);
        if (!bureau) throw new HttpProblem('matter/not-found');
        const page = await listMatters(
          db,
          { party: params.key, limit: MOST },
          {
            bureau,
            people: await registry.people(session.bureau),
            calendar: world.calendar,
            now: momentAt(world.now()),
            viewer: session.person,
          },
        );
        if (page.matters.length === 0) throw new HttpProblem('matter/not-found');
        const lines = page.matters.toSorted((a, b) => (a.lastAt < b.lastAt ? 1 : -1));
        const files = await Promise.all(lines.map((line) => matters.read(session, line.id)));
        const [first] = files;
        return {
          name: first?.matter.party.name ?? params.key,
          code: first?.matter.party.code ?? null,
          address: first?.begun.party.address ?? null,
          complete: page.next === null,
          matters: lines.flatMap((line, index) => {
            const file = files[index];
            if (!file) return [];
            return [
              {
                ...line,
                documents: file.documents.map((one) => documentView(one, file)),
                exhibits: file.exhibits.map(exhibitView),
              },
            ];
          }),
        };
      },
    }),
  ];
}
