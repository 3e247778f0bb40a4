/** What must be public beforehand (事前公开): the items, their versions, and what is still missing (WD-2.1.2a). */
import { Type } from 'typebox';
import type { Database } from '../platform/db/pool.ts';
import { type Route, route } from '../http/route.ts';
import { asTable, exact, newId } from '../http/shapes.ts';
import { sendTable } from '../http/table.ts';
import { BUREAU_ACT_DATA } from './bureau.ts';
import type { BureauService } from './bureau.service.ts';
import type { NoticesView, NoticeView } from './notice.api.ts';
import { NOTICE_ITEM_TERMS, NOTICE_TABLE as T } from './notice.texts.ts';

export function noticeRoutes(db: Database, bureaus: BureauService): Route[] {
  async function noticesOf(bureau: string): Promise<NoticesView> {
    const [items, notices] = await Promise.all([
      bureaus.noticeItems(bureau),
      db.query<NoticeView & Record<string, unknown>>('desk', bureau, {
        text: `select item, version, title, content, unit, effective_on as "effectiveOn", reason
          from published.notice where bureau_id = $1 order by item, version desc`,
        values: [bureau],
      }),
    ]);
    const missing = items.filter((item) => !notices.some((one) => one.item === item));
    return { items, notices, missing };
  }

  return [
    route({
      method: 'GET',
      path: '/api/notices',
      access: 'signed-in',
      summary:
        'Every version of what is public beforehand, and the items of which nothing is yet; with format=xlsx as a table.',
      query: asTable,
      answer: 'Notices',
      async handle({ session, query, reply }) {
        const notices = await noticesOf(session.bureau);
        if (!query.format) return notices;
        return sendTable(reply, T.title, noticeCells(notices));
      },
    }),
    route({
      method: 'POST',
      path: '/api/notices',
      access: { any: ['publisher'] },
      summary: 'Publish a new version of one of the items.',
      body: Type.Object({ id: newId, ...BUREAU_ACT_DATA['notice.published'].properties }, exact),
      answer: 'Notices',
      async handle({ session, body }) {
        const { id, ...notice } = body;
        await bureaus.publishNotice(session.bureau, session.person.id, id, notice);
        return noticesOf(session.bureau);
      },
    }),
  ];
}

/** Items in the order of the rule, each with its versions, the newest in front; what is missing stands in its place. */
function noticeCells({ items, notices }: NoticesView): Record<string, string | number | null>[] {
  return items.flatMap((item) => {
    const versions = notices.filter((one) => one.item === item);
    const cells = (one: NoticeView | null, state: string) => ({
      [T.item]: NOTICE_ITEM_TERMS[item] ?? item,
      [T.state]: state,
      [T.version]: one?.version ?? null,
      [T.heading]: one?.title ?? null,
      [T.effectiveOn]: one?.effectiveOn ?? null,
      [T.unit]: one?.unit ?? null,
      [T.reason]: one?.reason ?? null,
    });
    return versions.length === 0
      ? [cells(null, T.states.missing)]
      : versions.map((one, index) => cells(one, index === 0 ? T.states.current : T.states.older));
  });
}
