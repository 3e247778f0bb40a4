/** Cases decided on the spot. */
import type { Scenario } from '../plot.ts';
import { COLLECTED, PAID_LATER, WARNED } from '../plots/summary.ts';

export const NO_PRICE_TAGS: Scenario = {
  procedure: 'penalty.summary',
  subject: '不明码标价',
  plot: COLLECTED,
  facts: {
    found: '摊位上出售的蔬菜没有标明价格。',
    violated: '《中华人民共和国价格法》第十三条第一款',
    basis: '《中华人民共和国价格法》第四十二条',
    established: ['当事人在农贸市场销售蔬菜，没有标明品名、计价单位和价格。'],
    summaryEvidence: '现场笔录一份、现场照片一张。',
    penalties: [{ kind: 'fine', amount: 5000 }],
    fine: 5000,
    payment: 'on-spot',
    paymentBank: null,
    onSpotGround: 'small',
  },
  exhibits: {
    'premises.inspected': [
      { kind: 'photo', name: '摊位.jpg', scene: 'scales', caption: '没有价格标签的摊位' },
    ],
  },
};

export const HIDDEN_LICENCE: Scenario = {
  procedure: 'penalty.summary',
  subject: '未在首页显著位置公示营业执照信息',
  plot: PAID_LATER,
  facts: {
    found: '当事人网店首页没有公示营业执照信息，也没有该信息的链接标识。',
    violated: '《中华人民共和国电子商务法》第十五条第一款',
    basis: '《中华人民共和国电子商务法》第七十六条第一款第一项',
    established: ['当事人经营的网店未在首页显著位置公示营业执照信息，当日已经改正。'],
    summaryEvidence: '现场笔录一份、网页截图一张。',
    penalties: [{ kind: 'fine', amount: 100000 }],
    fine: 100000,
  },
  exhibits: {
    'premises.inspected': [
      { kind: 'photo', name: '网店首页.jpg', scene: 'screen', caption: '首页没有执照信息' },
    ],
  },
};

export const NO_PURCHASE_CHECK: Scenario = {
  procedure: 'penalty.summary',
  subject: '进货时未查验许可证和相关证明文件',
  plot: WARNED,
  facts: {
    found: '当事人采购食用油时没有查验供货者的许可证和合格证明文件。',
    violated: '《中华人民共和国食品安全法》第五十三条第一款',
    basis: '《中华人民共和国食品安全法》第一百二十六条第一款第三项',
    established: ['当事人采购食用油十桶，未查验供货者的许可证和合格证明文件，当日已经补齐。'],
    summaryEvidence: '现场笔录一份、进货单据一份。',
    penalties: [{ kind: 'warning' }],
    fine: 0,
    payment: 'none',
    paymentBank: null,
  },
};
