/** What must be public beforehand (事前公开): the ten items, their versions, and what is still missing (WD-2.1.2a). */
import { Type } from 'typebox';
import type { Database } from '../platform/db/pool.ts';
import { type Route, route } from '../http/route.ts';
import { asTable, exact, uuid } from '../http/shapes.ts';
import { sendTable } from '../http/table.ts';
import { BUREAU_ACT_DATA, NOTICE_ITEMS, type NoticeItem } from './bureau.ts';
import type { BureauService } from './bureau.service.ts';
import type { NoticeView } from './notice.api.ts';

export function noticeRoutes(db: Database, bureaus: BureauService): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/notices',
      access: 'signed-in',
      summary:
        'Every version of what is public beforehand, and the items of which nothing is yet; with format=xlsx the missing ones as a table.',
      query: asTable,
      answer: 'Notices',
      async handle({ session, query, reply }) {
        const { notices, missing } = await noticesOf(db, session.bureau);
        if (!query.format) return { notices, missing };
        return sendTable(
          reply,
          '未公开清单',
          missing.map((item) => ({ 项目: ITEM_TERMS[item], 状态: '未公开' })),
          ['项目', '状态'],
        );
      },
    }),
    route({
      method: 'POST',
      path: '/api/notices',
      access: { any: ['publisher'] },
      summary: 'Publish a new version of one of the items.',
      body: Type.Object({ id: uuid, ...BUREAU_ACT_DATA['notice.published'].properties }, exact),
      answer: 'Notices',
      async handle({ session, body }) {
        const { id, ...notice } = body;
        await bureaus.publishNotice(session.bureau, session.person.id, id, notice);
        return noticesOf(db, session.bureau);
      },
    }),
  ];
}

/** The items in the words of the bureau's papers. */
const ITEM_TERMS: Readonly<Record<NoticeItem, string>> = {
  subject: '执法主体',
  people: '执法人员',
  duties: '职责',
  powers: '权限',
  'inspection-items': '随机抽查事项清单',
  basis: '执法依据',
  procedure: '执法程序',
  supervision: '监督方式',
  remedies: '救济渠道',
  complaints: '投诉举报方式',
};

async function noticesOf(
  db: Database,
  bureau: string,
): Promise<{ notices: NoticeView[]; missing: NoticeItem[] }> {
  const notices = await db.query<NoticeView & Record<string, unknown>>('desk', bureau, {
    text: `select item, version, title, content, unit, effective_on as "effectiveOn", reason
      from published.notice where bureau_id = $1 order by item, version desc`,
    values: [bureau],
  });
  const missing = NOTICE_ITEMS.filter((item) => !notices.some((one) => one.item === item));
  return { notices, missing };
}
