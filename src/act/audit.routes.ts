/** What was recorded, by whom, from the newest back: for the audit administrator, who may not do anything else. */
import { Type } from 'typebox';
import type { AuditLine } from './audit.api.ts';
import type { Registry } from '../bureau/registry.ts';
import type { Database } from '../platform/db/pool.ts';
import { HttpProblem } from '../http/problems.ts';
import { type Route, route } from '../http/route.ts';
import { exact, opt } from '../http/shapes.ts';
import { sendTable } from '../http/table.ts';
import { ACT_TERMS, STREAM_TERMS } from '../matter/act.texts.ts';
import type { PackStore } from '../platform/rules/pack-store.ts';
import { termsOf } from '../rule/act-terms.ts';

interface AuditRow extends Record<string, unknown> {
  readonly stream_id: string;
  readonly stream_kind: AuditLine['kind'];
  readonly seq: number;
  readonly type: string;
  readonly happened_at: Date;
  readonly recorded_at: Date;
  readonly recorded_by: string;
  readonly idx: string | null;
}

/** A moment to page back from. */
function before(text: string | undefined): Date | null {
  if (text === undefined) return null;
  const ms = Date.parse(text);
  if (Number.isNaN(ms))
    throw new HttpProblem('http/malformed', [
      {
        pointer: '?/before',
        code: 'field/type-wrong',
        message: '写成 2026-09-23T10:00:00Z 的样子。',
      },
    ]);
  return new Date(ms);
}

export interface AuditRoutesWorld {
  readonly db: Database;
  readonly registry: Registry;
  readonly packs: PackStore;
}

export function auditRoutes({ db, registry, packs }: AuditRoutesWorld): Route[] {
  /** What acts are called under the rules the bureau works under. */
  async function termsFor(bureau: string): Promise<(act: string) => string> {
    const hash = (await registry.bureau(bureau))?.rules ?? null;
    const known = termsOf(hash === null ? [] : [...packs.byHash(hash).procedures.values()]);
    return (act) => ACT_TERMS[act] ?? known.get(act) ?? act;
  }

  return [
    route({
      method: 'GET',
      path: '/api/audit',
      access: { any: ['auditadmin'] },
      summary:
        'Every act of the bureau, newest first, without its content; with format=xlsx the newest 10,000 as a table.',
      query: Type.Object(
        {
          kind: opt(Type.Enum(['matter', 'officer', 'bureau'])),
          before: opt(Type.String({ maxLength: 40 })),
          format: opt(Type.Literal('xlsx')),
        },
        exact,
      ),
      answer: 'Acts',
      async handle({ session, query, reply }) {
        const people = await registry.people(session.bureau);
        const rows = await db.query<AuditRow>('auditor', session.bureau, {
          text: `select a.stream_id, a.stream_kind, a.seq, a.type, a.happened_at, a.recorded_at, a.recorded_by, l.idx
            from acts.act a
            left join ledger.leaf l on l.bureau_id = a.bureau_id and l.stream_id = a.stream_id and l.seq = a.seq
            where a.bureau_id = $1 and ($2::text is null or a.stream_kind = $2)
              and ($3::timestamptz is null or a.recorded_at < $3)
            order by a.recorded_at desc, a.stream_id, a.seq desc limit $4`,
          values: [
            session.bureau,
            query.kind ?? null,
            before(query.before),
            query.format ? 10_000 : 200,
          ],
        });
        const acts = rows.map(
          (row): AuditLine => ({
            stream: row.stream_id,
            kind: row.stream_kind,
            seq: row.seq,
            type: row.type,
            happened: row.happened_at.toISOString(),
            recorded: row.recorded_at.toISOString(),
            by: people.get(row.recorded_by)?.name ?? row.recorded_by,
            leaf: row.idx === null ? null : Number(row.idx),
          }),
        );
        if (!query.format) return { acts };
        const termOf = await termsFor(session.bureau);
        return sendTable(
          reply,
          '操作记录',
          acts.map((act) => ({
            类别: STREAM_TERMS[act.kind],
            行为: termOf(act.type),
            发生: act.happened,
            记录: act.recorded,
            记录人: act.by,
            日志位置: act.leaf,
          })),
          ['类别', '行为', '发生', '记录', '记录人', '日志位置'],
        );
      },
    }),
  ];
}
