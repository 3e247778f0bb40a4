/** Cases of special equipment and measuring. */
import type { Scenario } from '../plot.ts';
import { SEALED } from '../plots/measures.ts';
import { UNPUNISHED } from '../plots/unusual.ts';

export const UNINSPECTED_FORKLIFT: Scenario = {
  procedure: 'penalty.ordinary',
  subject: '使用未经检验的特种设备',
  plot: SEALED,
  facts: {
    clue: ['检查发现{party}厂区内使用的叉车没有检验合格标志。'],
    found: '厂区内有叉车一台正在使用，车身没有检验合格标志，当事人不能提供检验报告。',
    violated: '《中华人民共和国特种设备安全法》第四十条第三款',
    basis: '《中华人民共和国特种设备安全法》第八十四条第一项',
    dialogue: [
      { question: '这台叉车什么时候投入使用？', answer: '三个月前购进二手叉车，一直在用。' },
      { question: '有没有申报检验？', answer: '没有，不知道二手车也要先检验。' },
    ],
    extractName: '叉车购置发票、使用登记台账复印件',
    rectifyMeasures: ['停止使用未经检验的叉车，检验合格后方可使用。'],
    measuresTaken: ['{on:seizure.ordered}，对涉案叉车就地查封，检验合格后予以解除。'],
    established: [
      '经查，当事人自购进二手叉车之日起，在未经检验的情况下使用三个月，未发生事故。查封后当事人申报检验，检验结论为合格。',
    ],
    reasonsBasis: [
      '《中华人民共和国特种设备安全法》第八十四条第一项规定，使用未经检验的特种设备的，处三万元以上三十万元以下罚款。',
    ],
    discretion: [
      '当事人系初次违法，未发生事故，查封后及时申报检验并合格，符合从轻情形，从轻罚款幅度为三万元以上十一万一千元以下，确定罚款32000元。',
    ],
    penalties: [{ kind: 'fine', amount: 3200000 }],
    fine: 3200000,
    fineMin: 3000000,
    fineMax: 30000000,
    measure: 'seal',
    measureObject: 'facilities',
    measureBasis: '《中华人民共和国特种设备安全法》第六十一条第一款第三项',
    measureReason: '涉案叉车未经检验，继续使用存在事故隐患。',
    storagePlace: '当事人厂区西侧车库',
    storage: '原地停放，不得启用、转移。',
    liftReason: ['涉案叉车已经检验合格，无需继续查封。'],
    goodsList: [{ name: '平衡重式叉车', spec: 'YS-30', unit: '台', quantity: 1, value: 4600000 }],
    seizedName: '叉车一台',
    urgentItem: 'compulsion',
    urgentAt: '{at:seizure.ordered}',
    urgentContent: ['对{party}的叉车一台就地查封。'],
    urgentBasis: '《中华人民共和国行政强制法》第十九条',
    goodsEnd: '查封的叉车检验合格后已解除查封。',
  },
  exhibits: {
    'premises.inspected': [
      { kind: 'photo', name: '叉车正面.jpg', scene: 'machine', caption: '没有检验合格标志' },
    ],
    documents: [
      {
        kind: 'scan',
        name: '购置发票.pdf',
        title: '二手叉车购置发票（演示）',
        lines: ['购买方：{party}', '货物：平衡重式叉车  1台', '价税合计：46000元'],
      },
    ],
  },
};

export const UNVERIFIED_SCALES: Scenario = {
  procedure: 'penalty.ordinary',
  subject: '使用未经检定的计量器具',
  plot: UNPUNISHED,
  facts: {
    clue: ['集贸市场计量检查发现{party}使用的电子秤没有检定标志。'],
    found: '摊位上有电子秤一台正在使用，没有检定标志，当场用标准砝码核对，误差在允许范围内。',
    violated: '《中华人民共和国计量法》第九条第一款',
    basis: '《中华人民共和国计量法》第二十五条',
    dialogue: [
      { question: '电子秤什么时候购买？', answer: '上个月新买的，不知道还要检定。' },
      { question: '有没有短斤少两？', answer: '没有，旁边的复秤台随时可以核对。' },
    ],
    extractName: '购秤凭证、复秤记录',
    rectifyMeasures: ['立即停止使用未经检定的电子秤，检定合格后方可使用。'],
    reportOutcome: 'no-penalty',
    established: [
      '经查，当事人使用未经强制检定的电子秤一台约一个月，核对误差在允许范围内，未造成消费者损失。当事人已于案发次日申请检定并合格。',
    ],
    reasonsBasis: [
      '当事人系初次违法，危害后果轻微并及时改正，符合《中华人民共和国行政处罚法》第三十三条第一款关于可以不予行政处罚的规定。',
    ],
    discretion: ['当事人系初次违法，主动改正，没有违法所得，不予行政处罚足以起到教育作用。'],
    penalties: null,
    fine: 0,
    noPenaltyGround: 'first',
    noPenaltyBasis: '《中华人民共和国行政处罚法》第三十三条第一款',
    education: ['使用属于强制检定范围的计量器具，应当先申请检定，检定合格后方可使用。'],
    decisionTitle: '不予行政处罚决定书',
    closingGround: 'not-punished',
    closingResult: ['不予行政处罚决定已经送达。'],
    finePaid: null,
    receiptNumber: null,
  },
  exhibits: {
    'premises.inspected': [
      { kind: 'photo', name: '电子秤.jpg', scene: 'scales', caption: '没有检定标志的电子秤' },
    ],
  },
};
