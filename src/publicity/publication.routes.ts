/** Decisions and the public: what is due, what the public would see, what citizens handed in. */
import { Type } from 'typebox';
import type { Registry } from '../bureau/registry.ts';
import type { WorkCalendar } from '../calendar/calendar.ts';
import { momentAt } from '../calendar/moment.ts';
import type { PlainDate } from '../calendar/plain-date.ts';
import type { CaseFile } from '../matter/case-file.ts';
import { caseSecrets } from '../matter/case-secrets.ts';
import type { MatterService } from '../matter/matter.service.ts';
import { refuseWith } from '../matter/refusal.ts';
import { dueOf } from '../matter/clock.views.ts';
import { lastOf } from '../matter/matter.ts';
import type { Database } from '../platform/db/pool.ts';
import { HttpProblem } from '../http/problems.ts';
import { type Route, route, STAFF } from '../http/route.ts';
import { asTable, exact, opt, uuid } from '../http/shapes.ts';
import { sendTable } from '../http/table.ts';
import { shownFields, siteChannels } from './channels.ts';
import { withFoundLater } from './found-later.ts';
import { publicEntry, type PublicationChoice } from './entry.ts';
import type {
  ChannelClock,
  DecisionLine,
  PublicationPreview,
  PublicRequestView,
} from './publication.api.ts';
import { HiddenPlaces } from './review.schema.ts';
import { servedDecision } from './served.ts';
import type { Cleared } from './review-answers.ts';
import { type Hidden, openSuspects, placeProblems } from './review-text.ts';

export interface PublicationRoutesWorld {
  readonly calendar: WorkCalendar;
  readonly db: Database;
  readonly registry: Registry;
  readonly matters: MatterService;
  readonly now: () => number;
}

const MOST = 2000;

export function publicationRoutes({
  db,
  registry,
  matters,
  calendar,
  now,
}: PublicationRoutesWorld): Route[] {
  async function decisions(bureau: string, today: PlainDate): Promise<DecisionLine[]> {
    const units = new Map(
      (await registry.bureau(bureau))?.units.map((unit) => [unit.id, unit.name]),
    );
    const rows = await db.query<SlotRow & Record<string, unknown>>('desk', bureau, {
      text: `select m.matter_id, s.number, m.party_name, m.subject, m.unit_id, s.decided_on, s.required, s.due_on,
          s.published_on, s.withdrawn_on, s.withheld_on, s.entry_id
        from published.slot s join work.matter m on m.bureau_id = s.bureau_id and m.decision_number = s.number
        where s.bureau_id = $1 order by s.decided_on desc, s.serial desc limit ${MOST}`,
      values: [bureau],
    });
    const clocks = await channelClocks(
      bureau,
      today,
      rows.map((row) => row.matter_id),
    );
    return rows.map((row) =>
      decisionLine(
        row,
        units.get(row.unit_id) ?? '',
        today,
        clocks.flatMap(({ matter, ...clock }) => (matter === row.matter_id ? [clock] : [])),
      ),
    );
  }

  async function channelClocks(
    bureau: string,
    today: PlainDate,
    of: readonly string[],
  ): Promise<(ChannelClock & { readonly matter: string })[]> {
    const rows = await db.query<ClockRow & Record<string, unknown>>('desk', bureau, {
      text: `select matter_id, clock_id, name, due_on, estimated_on, ended_at from work.clock
        where bureau_id = $1 and matter_id = any ($2::uuid[]) and name like 'publication.%'
        order by coalesce(due_on, estimated_on) nulls last, name`,
      values: [bureau, of],
    });
    return rows.map(({ matter_id, clock_id, name, due_on, estimated_on, ended_at }) => {
      const { day, provisional, left } = dueOf(due_on, estimated_on, today, calendar);
      const isOpen = ended_at === null;
      return {
        matter: matter_id,
        channel: name.slice('publication.'.length),
        clock: clock_id,
        due: day,
        provisional,
        workingDaysLeft: isOpen ? left : null,
        isOpen,
      };
    });
  }

  return [
    route({
      method: 'GET',
      path: '/api/decisions',
      access: STAFF,
      summary:
        'Decisions, latest first, each with its place before the public; with format=xlsx as a table.',
      query: asTable,
      answer: 'Decisions',
      async handle({ session, query, reply }) {
        const lines = await decisions(session.bureau, momentAt(now()).day);
        if (!query.format) return { decisions: lines };
        return sendTable(
          reply,
          '公示台账',
          lines.map((line) => ({
            决定书文号: line.number,
            当事人: line.party,
            案由: line.subject,
            决定日期: line.decidedOn,
            公示期限: line.dueOn,
            公示日期: line.publishedOn,
            撤下日期: line.withdrawnOn,
            状态: STATUS_TERMS[line.status],
            承办: line.unit,
          })),
          [
            '决定书文号',
            '当事人',
            '案由',
            '决定日期',
            '公示期限',
            '公示日期',
            '撤下日期',
            '状态',
            '承办',
          ],
        );
      },
    }),
    route({
      method: 'POST',
      path: '/api/matters/:matter/publication',
      access: { any: ['publisher', 'unit-head', 'head', 'officer'] },
      summary:
        'What the public would see with these further segments hidden, beside the text as served. Records nothing.',
      params: Type.Object({ matter: uuid }),
      body: Type.Object(
        {
          form: opt(Type.Enum(['both', 'summary', 'document'])),
          channel: opt(Type.String({ maxLength: 20 })),
          hidden: opt(HiddenPlaces),
        },
        exact,
      ),
      answer: 'Publication',
      async handle({ session, params, body }): Promise<PublicationPreview> {
        const file = await matters.read(session, params.matter);
        const bureau = await registry.bureau(session.bureau);
        const served = servedDecision(file);
        if (!bureau || !served) throw new HttpProblem('matter/not-found');
        const { day } = momentAt(now());
        const { law, templates } = await matters.setting(session, file, day);
        const channel = body.channel ?? siteChannels(law, day)[0] ?? '';
        const checked = lastCheck(file);
        const asked = body.hidden ?? checked.hidden;
        refuseWith(placeProblems(served, asked, law, day));
        const hidden = withFoundLater(served.text, asked, caseSecrets(file, templates));
        const choice: PublicationChoice = {
          form: body.form ?? 'both',
          fields: shownFields(file.matter, law, day, channel),
          hidden,
        };
        const entry = publicEntry(served, file.matter.party, choice, law, day);
        const { title, party, partyCode, summary, body: text, withheld } = entry;
        return {
          served: served.text.map((segments, index) => ({
            style: served.styles[index] ?? 'body',
            segments,
          })),
          public: { title, party, partyCode, summary, body: text, withheld },
          suspects: openSuspects(file, served, hidden, templates),
          cleared: checked.cleared,
          grounds: Object.entries(law.value('publish.withholding', day)).map(([id, note]) => ({
            id,
            what: note.what,
            clause: note.clause,
          })),
          hidden,
        };
      },
    }),
    route({
      method: 'GET',
      path: '/api/requests',
      access: { any: ['publisher', 'head', 'unit-head'] },
      summary:
        'What citizens handed in on the portal: requests for disclosure, corrections, objections, complaints.',
      query: asTable,
      answer: 'PublicRequests',
      async handle({ session, query, reply }) {
        const requests = await db.query<RequestRow & Record<string, unknown>>(
          'desk',
          session.bureau,
          {
            text: `select request_id as id, kind, entry_id as entry, field, name, contact, content, received_at as "receivedAt"
            from intake.request where bureau_id = $1 order by received_at desc limit 500`,
            values: [session.bureau],
          },
        );
        if (!query.format)
          return {
            requests: requests.map((one) => ({ ...one, receivedAt: one.receivedAt.toISOString() })),
          };
        return sendTable(
          reply,
          '来件',
          requests.map((one) => ({
            类别: REQUEST_TERMS[one.kind] ?? one.kind,
            时间: one.receivedAt.toISOString(),
            姓名: one.name,
            联系方式: one.contact,
            内容: one.content,
          })),
          ['类别', '时间', '姓名', '联系方式', '内容'],
        );
      },
    }),
  ];
}

/** What the last check hid and declared harmless. */
function lastCheck({ matter }: CaseFile): { readonly hidden: Hidden; readonly cleared: Cleared } {
  const data = lastOf(matter, 'publication.reviewed')?.data ?? {};
  const list = (name: string): readonly unknown[] => {
    const value: unknown = Reflect.get(data, name);
    return Array.isArray(value) ? value : [];
  };
  return { hidden: list('hidden') as Hidden, cleared: list('cleared') as Cleared }; // recorded by the check
}

interface ClockRow {
  readonly matter_id: string;
  readonly clock_id: string;
  readonly name: string;
  readonly due_on: string | null;
  readonly estimated_on: string | null;
  readonly ended_at: Date | null;
}

interface SlotRow {
  readonly matter_id: string;
  readonly number: string;
  readonly party_name: string;
  readonly subject: string;
  readonly unit_id: string;
  readonly decided_on: string;
  readonly required: boolean;
  readonly due_on: string | null;
  readonly published_on: string | null;
  readonly withdrawn_on: string | null;
  readonly withheld_on: string | null;
  readonly entry_id: string | null;
}

type RequestRow = Omit<PublicRequestView, 'receivedAt'> & { readonly receivedAt: Date };

const STATUS_TERMS: Readonly<Record<DecisionLine['status'], string>> = {
  'not-required': '不需公示',
  waiting: '待公示',
  overdue: '逾期未公示',
  published: '已公示',
  late: '逾期公示',
  withheld: '不予公开',
  withdrawn: '已撤下',
};

const REQUEST_TERMS: Readonly<Record<string, string>> = {
  disclosure: '依申请公开',
  correction: '更正申请',
  objection: '异议',
  complaint: '投诉举报',
};

function decisionLine(
  row: SlotRow,
  unit: string,
  today: string,
  channels: readonly ChannelClock[],
): DecisionLine {
  return {
    matter: row.matter_id,
    number: row.number,
    party: row.party_name,
    subject: row.subject,
    decidedOn: row.decided_on,
    required: row.required,
    dueOn: row.due_on,
    publishedOn: row.published_on,
    withdrawnOn: row.withdrawn_on,
    withheldOn: row.withheld_on,
    status: statusOf(row, today),
    unit,
    entry: row.entry_id,
    channels,
  };
}

function statusOf(row: SlotRow, today: string): DecisionLine['status'] {
  if (row.withdrawn_on !== null) return 'withdrawn';
  if (row.published_on !== null)
    return row.due_on !== null && row.published_on > row.due_on ? 'late' : 'published';
  if (row.withheld_on !== null) return 'withheld';
  if (!row.required) return 'not-required';
  return row.due_on !== null && row.due_on < today ? 'overdue' : 'waiting';
}
