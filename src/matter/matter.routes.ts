/** Matters over HTTP: lists, the file, its clocks, the forms of its acts. */
import { Type } from 'typebox';
import { momentAt } from '../calendar/moment.ts';
import { parsePlainDate } from '../calendar/plain-date.ts';
import type { WorkCalendar } from '../calendar/calendar.ts';
import { HttpProblem } from '../http/problems.ts';
import { type Route, route, STAFF } from '../http/route.ts';
import { asTable, exact, opt, uuid } from '../http/shapes.ts';
import { sendTable } from '../http/table.ts';
import type { Database } from '../platform/db/pool.ts';
import type { Registry } from '../bureau/registry.ts';
import type { DocumentTemplate } from '../document/document.ts';
import { isActCode } from './act-data.ts';
import { blankFile, firstAct } from './blank-file.ts';
import { allClocks } from './clocks.ts';
import { clockExplanation } from './clock.views.ts';
import type { CaseFile } from './case-file.ts';
import { formView } from './form.views.ts';
import { matterView, type ViewSetting } from './matter.views.ts';
import type { MatterService } from './matter.service.ts';
import {
  MATTER_COLUMNS,
  matterCells,
  RECORDED_COLUMNS,
  recordedCells,
  TASK_COLUMNS,
  taskCells,
} from './matter.tables.ts';
import { reviewNeeded } from './possible.ts';
import type { Procedure } from './procedure.ts';
import {
  listMatters,
  listRecorded,
  type ListSetting,
  listTasks,
  type PageEnd,
  sealedPositions,
} from './queue.views.ts';
import type { SignedIn } from '../staff/session.service.ts';
import { personOn } from '../staff/staff.ts';
import { termsOf } from '../rule/act-terms.ts';
import { PROCEDURES } from '../rule/keys.ts';

export interface MatterRoutesWorld {
  readonly db: Database;
  readonly registry: Registry;
  readonly matters: MatterService;
  readonly calendar: WorkCalendar;
  readonly templates: ReadonlyMap<string, DocumentTemplate>;
  readonly now: () => number;
}

const matterParams = Type.Object({ matter: uuid });
const actParams = Type.Object({ matter: uuid, act: Type.String({ maxLength: 60 }) });

export function matterRoutes(world: MatterRoutesWorld): Route[] {
  const { matters } = world;

  async function listSetting(session: SignedIn): Promise<ListSetting> {
    const bureau = await world.registry.bureau(session.bureau);
    if (!bureau) throw new HttpProblem('matter/not-found');
    return {
      bureau,
      people: await world.registry.people(session.bureau),
      calendar: world.calendar,
      now: momentAt(world.now()),
      viewer: session.person,
    };
  }

  async function viewSetting(session: SignedIn, file: CaseFile): Promise<ViewSetting> {
    const { bureau, people, now, calendar } = await listSetting(session);
    const { pack, law } = matters.lawByHash(bureau)(file.pack);
    return {
      pack,
      law,
      templates: world.templates,
      bureau,
      calendar,
      now,
      members: people,
      people: new Map([...people].map(([id, member]) => [id, personOn(member, now.day)])),
      lists: { inspectionItems: [], frequencyCap: null },
      viewer: session.person,
      sealed: await sealedPositions(world.db, session.bureau, file.id),
    };
  }

  /** The procedures of the rules the bureau works under. */
  function proceduresOf({ bureau }: ListSetting): ReadonlyMap<string, Procedure> {
    return bureau.rules === null
      ? new Map()
      : matters.lawByHash(bureau)(bureau.rules).pack.procedures;
  }

  return [
    route({
      method: 'GET',
      path: '/api/queue',
      access: STAFF,
      summary:
        'What waits for me, for my unit, or what I wait for, soonest first; of reviews alone on request; with format=xlsx as a table.',
      query: Type.Object(
        {
          scope: opt(Type.Enum(['mine', 'unit', 'asked'])),
          of: opt(Type.Literal('review')),
          format: opt(Type.Literal('xlsx')),
        },
        exact,
      ),
      answer: 'Tasks',
      async handle({ session, query, reply }) {
        const setting = await listSetting(session);
        const all = await listTasks(world.db, query.scope ?? 'mine', session.person, setting);
        const tasks = query.of ? all.filter(({ act }) => act.startsWith('review.')) : all;
        if (!query.format) return { tasks };
        const terms = termsOf([...proceduresOf(setting).values()]);
        return sendTable(
          reply,
          query.of ? '待审' : '待办',
          tasks.map((task) => taskCells(task, (act) => terms.get(act))),
          TASK_COLUMNS,
        );
      },
    }),
    route({
      method: 'GET',
      path: '/api/queue/done',
      access: STAFF,
      summary: 'What I recorded, newest first; the last 200 acts.',
      query: asTable,
      answer: 'RecordedActs',
      async handle({ session, query, reply }) {
        const setting = await listSetting(session);
        const procedures = proceduresOf(setting);
        const acts = await listRecorded(world.db, setting, (procedure, act) => {
          const rows = procedures.get(procedure)?.rows;
          return (isActCode(act) && rows?.get(act)?.term) || null;
        });
        if (!query.format) return { acts };
        return sendTable(reply, '已办', acts.map(recordedCells), RECORDED_COLUMNS);
      },
    }),
    route({
      method: 'GET',
      path: '/api/matters',
      access: STAFF,
      summary:
        'Matters by the latest act, page by page; with format=xlsx the first 10,000 as a table.',
      query: Type.Object(
        {
          text: opt(Type.String({ maxLength: 100 })),
          procedure: opt(Type.String({ maxLength: 40 })),
          state: opt(Type.String({ maxLength: 20 })),
          stage: opt(Type.String({ maxLength: 40 })),
          unit: opt(uuid),
          handler: opt(uuid),
          party: opt(Type.String({ maxLength: 200 })),
          after: opt(Type.String({ maxLength: 80 })),
          format: opt(Type.Literal('xlsx')),
        },
        exact,
      ),
      answer: 'Matters',
      async handle({ session, query, reply }) {
        const { format, after, ...filter } = query;
        const setting = await listSetting(session);
        const page = await listMatters(
          world.db,
          { ...filter, after: pageEnd(after), limit: format ? 10_000 : 50 },
          setting,
        );
        if (!format) return page;
        const procedures = proceduresOf(setting);
        return sendTable(
          reply,
          '事项',
          page.matters.map((line) => matterCells(line, (id) => procedures.get(id)?.title)),
          MATTER_COLUMNS,
        );
      },
    }),
    route({
      method: 'GET',
      path: '/api/matters/:matter',
      access: STAFF,
      summary:
        'A matter: stages, clocks, acts newest first, what can be done now and what cannot and why.',
      params: matterParams,
      answer: 'Matter',
      async handle({ session, params }) {
        const file = await matters.read(session, params.matter);
        return matterView(file, await viewSetting(session, file));
      },
    }),
    route({
      method: 'GET',
      path: '/api/matters/:matter/clocks/:clock',
      access: STAFF,
      summary:
        'Why a clock is due on that day: each day counted or skipped and the notice that says so.',
      params: Type.Object({ matter: uuid, clock: Type.String({ maxLength: 80 }) }),
      answer: 'Clock',
      async handle({ session, params }) {
        const file = await matters.read(session, params.matter);
        const setting = await viewSetting(session, file);
        const clock = allClocks(file.matter, setting).find((one) => one.id === params.clock);
        if (!clock) throw new HttpProblem('http/not-found');
        return clockExplanation(clock, file, setting.now, setting.calendar);
      },
    }),
    route({
      method: 'GET',
      path: '/api/procedures/:procedure/first-form',
      access: { any: ['officer', 'unit-head'] },
      summary: 'The form of the act a matter of this procedure begins with.',
      params: Type.Object({ procedure: Type.Enum([...PROCEDURES]) }),
      answer: 'Form',
      async handle({ session, params }) {
        const { bureau, people, now } = await listSetting(session);
        if (bureau.rules === null) throw new HttpProblem('matter/not-found');
        const context = matters.lawByHash(bureau)(bureau.rules);
        const file = blankFile(params.procedure, {
          ...context,
          hash: bureau.rules,
          unit: session.person.unit,
          handler: session.person.id,
          at: now.text,
        });
        const act = firstAct(file);
        const form =
          act &&
          formView(file, act, {
            pack: context.pack,
            law: context.law,
            bureau,
            people,
            today: now.day,
            calendar: world.calendar,
            templates: world.templates,
            reviewKind: 'none',
            viewer: session.person,
          });
        if (!form) throw new HttpProblem('http/not-found');
        return form;
      },
    }),
    route({
      method: 'GET',
      path: '/api/matters/:matter/forms/:act',
      access: STAFF,
      summary: 'The form of an act, filled in as far as the file knows.',
      params: actParams,
      answer: 'Form',
      async handle({ session, params }) {
        const file = await matters.read(session, params.matter);
        const setting = await viewSetting(session, file);
        const { pack, law, bureau, members, now } = setting;
        const form = isActCode(params.act)
          ? formView(file, params.act, {
              pack,
              law,
              bureau,
              people: members,
              today: now.day,
              calendar: setting.calendar,
              templates: world.templates,
              reviewKind: reviewNeeded(file, setting, now).kind,
              viewer: session.person,
            })
          : null;
        if (!form) throw new HttpProblem('http/not-found');
        return form;
      },
    }),
  ];
}
/** Where the last page ended, as `listMatters` said it: `moment|id`. */
function pageEnd(text: string | undefined): PageEnd | undefined {
  if (text === undefined) return undefined;
  const [due = '', at = '', id = ''] = text.split('|');
  const isDay = due === 'infinity' || parsePlainDate(due) !== null;
  if (!isDay || Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/.test(id))
    throw new HttpProblem('http/malformed', [
      { pointer: '?/after', code: 'field/type-wrong', message: '照上一页给出的 next 原样填写。' },
    ]);
  return { due, at: new Date(at), id };
}
