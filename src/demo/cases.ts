/**
 * The cases of the rehearsal bureau: who, what, and how far it has come. The first are over, the others stand at every stage
 * of their procedure; two hide a defect (`defects.ts`).
 */
import type { DemoCase } from './plot.ts';
import { ENFORCED, CORRECTED, LATE, TRANSFERRED, WITHDRAWN, WITHHELD } from './plots/unusual.ts';
import { PRESERVED } from './plots/measures.ts';
import { AT_THE_OFFICE, OWN_SITE, WAIVED } from './plots/ordinary.ts';
import { DISPUTED } from './plots/reviewed.ts';
import { PRESERVED_GOODS } from './scenarios/food.texts.ts';
import { AT_THE_BUREAU, COUNTED_SURCHARGE } from './scenarios/variants.texts.ts';
import type { ScenarioName } from './scenarios/scenarios.ts';

type More = Omit<DemoCase, 'id' | 'scenario' | 'party' | 'unit' | 'until' | 'ago'>;

function over(
  id: string,
  scenario: ScenarioName,
  party: string,
  unit: string,
  ago: number,
  more: More = {},
): DemoCase {
  return at(id, scenario, party, unit, 'file.archived', ago, more);
}

function at(
  id: string,
  scenario: ScenarioName,
  party: string,
  unit: string,
  until: string,
  ago: number,
  more: More = {},
): DemoCase {
  return { id, scenario, party, unit, until, ago, ...more };
}

const DONE: readonly DemoCase[] = [
  over('c01', 'expired-food', 'chenhe', 'food', 205),
  over('c02', 'unmarked-fees', 'tangwan', 'market', 190, { approver: 'deputy' }),
  over('c03', 'false-advertising', 'zhouyin', 'market', 160),
  over('c04', 'uninspected-forklift', 'juding', 'safety', 150),
  over('c05', 'counterfeit-goods', 'bufan', 'market', 140, { recordings: { interview: 'voice' } }),
  over('c06', 'unlicensed-catering', 'xuemian', 'east', 128),
  over('c07', 'price-fraud', 'liangjia', 'market', 115, { reviewer: 'fagui' }),
  over('c08', 'expired-cosmetics', 'yanyan', 'west', 100, { approver: 'deputy' }),
  over('c09', 'unverified-scales', 'yutou', 'safety', 120),
  over('c10', 'slight-labelling', 'hedao', 'west', 95),
  over('c11', 'expired-food', 'yunguo', 'service', 88, { plot: WAIVED, reviewer: 'shenhe2' }),
  over('c12', 'fake-sales', 'xinshi', 'market', 70),
  over('c13', 'expired-food', 'qinglan', 'food', 62, { plot: PRESERVED, facts: PRESERVED_GOODS }),
  over('c14', 'unlicensed-catering', 'liuyi', 'west', 48, { plot: OWN_SITE, reviewer: 'shenhe2' }),
  over('c15', 'unmarked-fees', 'muyu', 'east', 55, { plot: CORRECTED }),
  at('c16', 'expired-food', 'shanye', 'east', 'published.GSXT', 30, { plot: LATE }),
  over('s01', 'no-price-tags', 'dongcai', 'east', 180),
  over('s02', 'hidden-licence', 'luoluo', 'market', 110),
  over('s03', 'no-purchase-check', 'guoguo', 'west', 33),
  over('s04', 'no-price-tags', 'tianbu', 'west', 72),
];

const STANDING: readonly DemoCase[] = [
  at('c17', 'expired-food', 'futai', 'west', 'withdrawn.GSXT', 3, { plot: WITHDRAWN }),
  at('c18', 'expired-cosmetics', 'meizhi', 'service', 'publication.withheld', 5, {
    plot: WITHHELD,
  }),
  at('c19', 'expired-food', 'beiduo', 'east', 'enforcement.applied', 6, {
    plot: ENFORCED,
    facts: COUNTED_SURCHARGE,
  }),
  at('c20', 'price-fraud', 'jingtian', 'market', 'published.GSXT', 5, { plot: DISPUTED }),
  at('c21', 'unmarked-fees', 'lanwei', 'market', 'case.closed', 9, {
    plot: AT_THE_OFFICE,
    facts: AT_THE_BUREAU,
    recordings: { interview: null },
  }),
  at('c22', 'expired-food', 'hedao', 'food', 'source.registered', 0),
  at('c23', 'unlicensed-catering', 'laozhao', 'east', 'premises.inspected', 2),
  at('c24', 'expired-food', 'wenge', 'west', 'premises.inspected', 19),
  at('c25', 'expired-cosmetics', 'yanyan', 'service', 'verification.extended', 2),
  at('c26', 'unmarked-fees', 'wenge', 'market', 'case.opened?', 0),
  at('c27', 'expired-food', 'futai', 'food', 'handlers.assigned', 3),
  at('c28', 'unmarked-fees', 'hanmo', 'market', 'documents', 78),
  at('c29', 'uninspected-forklift', 'gongxu', 'safety', 'documents', 4),
  at('c30', 'expired-food', 'muyu', 'west', 'documents', 42, { officers: ['xisuo1', 'xisuo3'] }),
  at('c31', 'counterfeit-goods', 'changlin', 'market', 'transfer.sent', 8, { plot: TRANSFERRED }),
  at('c32', 'expired-food', 'shanye', 'food', 'investigation.concluded', 1),
  at('c33', 'unmarked-fees', 'tangwan', 'east', 'review.requested', 0),
  at('c34', 'price-fraud', 'qinglan', 'market', 'review.accepted', 2),
  at('c35', 'price-fraud', 'liangjia', 'market', 'review.concluded', 3),
  at('c36', 'expired-food', 'chenhe', 'food', 'proposal.approved?', 0),
  at('c37', 'unmarked-fees', 'futai', 'service', 'proposal.approved', 0, { approver: 'deputy' }),
  at('c38', 'expired-food', 'yunguo', 'food', 'notice.served', 2),
  at('c39', 'unlicensed-catering', 'huaping', 'west', 'statement.heard', 1),
  at('c40', 'unlicensed-catering', 'maqian', 'east', 'statement.reviewed', 0, { plot: OWN_SITE }),
  at('c41', 'false-advertising', 'beiduo', 'market', 'hearing.notified', 4),
  at('c42', 'false-advertising', 'jingtian', 'market', 'hearing.held', 1),
  at('c43', 'false-advertising', 'meizhi', 'market', 'discussion.held', 1),
  at('c44', 'uninspected-forklift', 'antong', 'safety', 'decision.made?', 0),
  at('c45', 'expired-food', 'lanwei', 'food', 'decision.made', 2),
  at('c46', 'fake-sales', 'luoluo', 'market', 'decision.delivered', 1),
  at('c47', 'unlicensed-catering', 'songyu', 'west', 'publication.reviewed', 1, { plot: OWN_SITE }),
  at('c48', 'counterfeit-goods', 'bufan', 'market', 'performance.recorded', 3, {
    recordings: { interview: 'voice' },
  }),
  at('c49', 'unmarked-fees', 'liangjia', 'east', 'enforcement.demanded', 4, {
    plot: ENFORCED,
    facts: COUNTED_SURCHARGE,
  }),
  at('c50', 'expired-food', 'hanmo', 'service', 'case.closed', 2),
  at('s05', 'no-price-tags', 'dongcai', 'west', 'identity.shown', 0),
  at('s06', 'no-purchase-check', 'yutou', 'east', 'premises.inspected', 0),
  at('s07', 'hidden-licence', 'xinshi', 'market', 'decision.made', 0),
  at('s08', 'no-price-tags', 'guoguo', 'service', 'decision.delivered', 1),
  at('s09', 'no-price-tags', 'tianbu', 'east', 'performance.recorded', 1),
  at('s10', 'hidden-licence', 'wenge', 'market', 'published.WEB', 1),
];

export const CASES: readonly DemoCase[] = [...DONE, ...STANDING];
