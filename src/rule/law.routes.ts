/** The law as this bureau has it: every rule in force with those it beat, and why (QZ-10c, XZ-G-9c). */
import { Type } from 'typebox';
import type { Registry } from '../bureau/registry.ts';
import { momentAt } from '../calendar/moment.ts';
import { type PlainDate, plainDate } from '../calendar/plain-date.ts';
import { HttpProblem } from '../http/problems.ts';
import { type Route, route } from '../http/route.ts';
import { asTable, day, exact, opt } from '../http/shapes.ts';
import { sendTable } from '../http/table.ts';
import type { Database } from '../platform/db/pool.ts';
import type { PackStore } from '../platform/rules/pack-store.ts';
import { isRuleKey, RULE_KEYS, type RuleKey } from './keys.ts';
import type { ProcedureView, RuleView, SettledRuleView } from './law.api.ts';
import { byUse, procedureCells, ruleCells } from './law.tables.ts';
import type { Resolution } from './resolve.ts';
import type { Rule } from './rule.ts';

export interface LawRoutesWorld {
  readonly db: Database;
  readonly registry: Registry;
  readonly packs: PackStore;
  readonly now: () => number;
}

const query = Type.Object({ on: opt(day) }, exact);
const tableQuery = Type.Object({ on: opt(day), format: opt(Type.Literal('xlsx')) }, exact);

export function lawRoutes({ db, registry, packs, now }: LawRoutesWorld): Route[] {
  async function packOf(id: string) {
    const bureau = await registry.bureau(id);
    if (!bureau || bureau.rules === null) throw new HttpProblem('matter/not-found');
    return { bureau, pack: packs.byHash(bureau.rules), hash: bureau.rules };
  }
  /** The day the pack in use was adopted, in China. */
  async function adoptedOn(bureau: string, pack: string): Promise<string> {
    const [row] = await db.query<{ happened_at: Date }>('desk', bureau, {
      text: `select a.happened_at from facts.rule_pack p
        join acts.act a on a.bureau_id = p.bureau_id and a.stream_id = p.stream_id and a.seq = p.seq
        where p.bureau_id = $1 and p.pack_hash = decode($2, 'hex') order by a.happened_at desc limit 1`,
      values: [bureau, pack],
    });
    if (!row) throw new Error(`bureau ${bureau} works under a pack it never adopted`);
    return momentAt(row.happened_at.getTime()).day;
  }

  /** How many matters each procedure has in the bureau. */
  async function matterCounts(bureau: string): Promise<ReadonlyMap<string, number>> {
    const rows = await db.query<{ procedure: string; count: number }>('desk', bureau, {
      text: `select procedure, count(*)::int as count from work.matter where bureau_id = $1 group by procedure`,
      values: [bureau],
    });
    return new Map(rows.map(({ procedure, count }) => [procedure, count]));
  }

  const onDay = (text: string | undefined): PlainDate =>
    text === undefined ? momentAt(now()).day : plainDate(text);

  return [
    route({
      method: 'GET',
      path: '/api/law',
      access: 'signed-in',
      summary:
        'Every rule key on a day: the rule chosen, the rules beaten, and the reasons; with format=xlsx as a table.',
      query: tableQuery,
      answer: 'Law',
      async handle({ session, query: { on, format }, reply }) {
        const { bureau, pack, hash } = await packOf(session.bureau);
        const law = pack.law(bureau.pack);
        const date = onDay(on);
        const keys = Object.keys(RULE_KEYS) as RuleKey[];
        const rules = keys.map((key) => settled(law.resolution(key, date)));
        if (format) return sendTable(reply, '规则', rules.flatMap(ruleCells));
        const adopted = await adoptedOn(session.bureau, hash);
        return { on: date, bureau: bureau.profile.name, pack: hash, adopted, rules };
      },
    }),
    route({
      method: 'GET',
      path: '/api/law/:key',
      access: 'signed-in',
      summary: 'One rule key on a day.',
      params: Type.Object({ key: Type.String({ maxLength: 60 }) }),
      query,
      answer: 'Rule',
      async handle({ session, params, query: { on } }): Promise<SettledRuleView> {
        if (!isRuleKey(params.key)) throw new HttpProblem('http/not-found');
        const { bureau, pack } = await packOf(session.bureau);
        return settled(pack.law(bureau.pack).resolution(params.key, onDay(on)));
      },
    }),
    route({
      method: 'GET',
      path: '/api/procedures',
      access: 'signed-in',
      summary:
        'The procedures, those used most in front: stages, acts, who does them, in which order, on which basis; with format=xlsx as a table.',
      query: asTable,
      answer: 'Procedures',
      async handle({ session, query: { format }, reply }) {
        const { pack } = await packOf(session.bureau);
        const used = await matterCounts(session.bureau);
        const procedures = byUse([...pack.procedures.values()], used).map(
          (procedure): ProcedureView => ({
            id: procedure.id,
            title: procedure.title,
            stages: procedure.stages.map(({ id, title }) => ({ id, title })),
            acts: procedure.acts.map(({ act, term, stage, who, basis }) => ({
              act,
              term,
              stage,
              who,
              basis,
            })),
          }),
        );
        return format
          ? sendTable(reply, '程序', procedures.flatMap(procedureCells))
          : { procedures };
      },
    }),
  ];
}

function settled({ key, on, chosen, beaten }: Resolution): SettledRuleView {
  return {
    key,
    on,
    chosen: chosen && { ...ruleView(chosen.rule), reason: chosen.reason },
    beaten: beaten.map(({ rule, reason }) => ({ ...ruleView(rule), reason })),
  };
}

function ruleView({ id, source, value, basis, from, to, confidence, note }: Rule): RuleView {
  return { id, source, value, basis, from, to, confidence, note };
}
