/** The law as this bureau has it: every rule in force with those it beat, and why (QZ-10c, XZ-G-9c). */
import { Type } from 'typebox';
import type { Registry } from '../bureau/registry.ts';
import { momentAt } from '../calendar/moment.ts';
import { type PlainDate, plainDate } from '../calendar/plain-date.ts';
import { HttpProblem } from '../http/problems.ts';
import { type Route, route } from '../http/route.ts';
import { day, exact, opt } from '../http/shapes.ts';
import type { PackStore } from '../platform/rules/pack-store.ts';
import { isRuleKey, RULE_KEYS, type RuleKey } from './keys.ts';
import type { LawView, ProcedureView, RuleView, SettledRuleView } from './law.api.ts';
import type { Resolution } from './resolve.ts';
import type { Rule } from './rule.ts';

export interface LawRoutesWorld {
  readonly registry: Registry;
  readonly packs: PackStore;
  readonly now: () => number;
}

const query = Type.Object({ on: opt(day) }, exact);

export function lawRoutes({ registry, packs, now }: LawRoutesWorld): Route[] {
  async function packOf(id: string) {
    const bureau = await registry.bureau(id);
    if (!bureau || bureau.rules === null) throw new HttpProblem('matter/not-found');
    return { bureau, pack: packs.byHash(bureau.rules), hash: bureau.rules };
  }
  const onDay = (text: string | undefined): PlainDate =>
    text === undefined ? momentAt(now()).day : plainDate(text);

  return [
    route({
      method: 'GET',
      path: '/api/law',
      access: 'signed-in',
      summary: 'Every rule key on a day: the rule chosen, the rules beaten, and the reasons.',
      query,
      answer: 'Law',
      async handle({ session, query: { on } }): Promise<LawView> {
        const { bureau, pack, hash } = await packOf(session.bureau);
        const law = pack.law(bureau.pack);
        const date = onDay(on);
        const keys = Object.keys(RULE_KEYS) as RuleKey[];
        return {
          on: date,
          pack: hash,
          rules: keys.map((key) => settled(law.resolution(key, date))),
        };
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
      summary: 'The procedures: stages, acts, who does them, in which order, on which basis.',
      answer: 'Procedures',
      async handle({ session }): Promise<{ procedures: ProcedureView[] }> {
        const { pack } = await packOf(session.bureau);
        return {
          procedures: [...pack.procedures.values()].map((procedure) => ({
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
          })),
        };
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
