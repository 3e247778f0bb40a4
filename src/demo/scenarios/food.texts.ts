/** Cases of food safety. */
import type { Scenario, Templates } from '../plot.ts';
import { PLAIN, SPOKEN } from '../plots/ordinary.ts';
import { WHAT_WAS_SAID } from './statement.texts.ts';
import { DECLINED, TESTED } from '../plots/unusual.ts';

export const EXPIRED_FOOD: Scenario = {
  procedure: 'penalty.ordinary',
  subject: '经营超过保质期的食品',
  plot: PLAIN,
  facts: {
    sourceKind: 'report',
    sourceNamed: 'named',
    provider: '赵小某',
    providerContact: '19900009999',
    clue: ['举报人反映，在{party}购买的风味酸乳已经超过保质期，货架上还有同一批次的商品在售。'],
    sourceWords: '接到举报，反映{party}销售超过保质期的食品',
    found:
      '在冷藏柜第二层发现待售的风味酸乳28盒，标注的保质期届满日早于检查当日，当事人当场承认未及时清理并全部下架。',
    violated: '《中华人民共和国食品安全法》第三十四条第十项',
    basis: '《中华人民共和国食品安全法》第一百二十四条第一款第五项',
    dialogue: [
      {
        question: '请介绍你的身份和经营情况。',
        answer: '我是{party}的负责人，主要经营预包装食品和生鲜。',
      },
      {
        question: '涉案风味酸乳从哪里购进，进价和售价是多少？',
        answer: '从示例乳品批发部购进42盒，进价每盒22元，售价每盒30元。',
      },
      { question: '超过保质期以后售出多少？', answer: '售出14盒，收入380元，其余28盒已经下架。' },
      { question: '你是否有补充？', answer: '是我们疏忽，愿意接受处理，请从轻。' },
    ],
    extractName: '营业执照、食品经营许可证、进货单据和销售记录复印件',
    rectifyMeasures: ['立即停止经营超过保质期的食品。', '建立并执行食品保质期检查制度。'],
    established: [
      '经查，当事人在经营场所冷藏柜内摆放待售超过保质期的风味酸乳共42盒，其中14盒已售出，28盒于检查当日下架。',
      '上述食品标价每盒30元，货值金额1260元，违法所得380元。',
    ],
    reasonsBasis: [
      '《中华人民共和国食品安全法》第一百二十四条第一款第五项对经营超过保质期的食品有专门规定，货值金额不足一万元的，处五万元以上十万元以下罚款。涉案货值金额1260元，应当适用该档。',
    ],
    discretion: [
      '当事人系初次违法，案发后当日下架全部涉案食品并如实说明来源，符合《中华人民共和国行政处罚法》第三十二条规定的从轻情形，从轻罚款幅度为五万元以上六万五千元以下，确定罚款52000元。',
    ],
    penalties: [
      { kind: 'gains', amount: 38000 },
      { kind: 'fine', amount: 5200000 },
    ],
    fine: 5200000,
    fineMin: 5000000,
    fineMax: 10000000,
    finePaid: 5238000,
    goodsEnd: '涉案食品28盒由当事人自行销毁，执法人员现场监督。',
  },
  exhibits: {
    'premises.inspected': [
      { kind: 'photo', name: '冷藏柜全貌.jpg', scene: 'shelf', caption: '冷藏柜第二层' },
      { kind: 'photo', name: '商品标签.jpg', scene: 'bottles', caption: '标签所示保质期' },
    ],
    documents: [
      {
        kind: 'scan',
        name: '进货单据.pdf',
        title: '示例乳品批发部送货单',
        lines: ['收货单位：{party}', '品名：风味酸乳  42盒', '单价：22元', '合计：924元'],
      },
    ],
  },
};

/** The same with the goods kept where they are. */
export const PRESERVED_GOODS: Templates = {
  goodsList: [{ name: '风味酸乳', spec: '每盒200克', unit: '盒', quantity: 28, value: 84000 }],
  preservationMeasure: 'returned',
  urgentItem: 'preservation',
  urgentAt: '{at:preservation.ordered}',
  urgentContent: ['对{party}的风味酸乳28盒先行登记保存。'],
  urgentBasis: '《中华人民共和国行政处罚法》第五十六条',
};

export const UNLICENSED_CATERING: Scenario = {
  procedure: 'penalty.ordinary',
  subject: '未取得食品经营许可从事餐饮服务',
  plot: SPOKEN,
  facts: {
    ...WHAT_WAS_SAID,
    sourceKind: 'complaint',
    sourceNamed: 'anonymous',
    clue: ['匿名投诉反映，演示区一处店铺没有食品经营许可证却提供堂食。'],
    sourceWords: '接到投诉，反映{party}无证从事餐饮服务',
    found: '现场设有灶台两处、餐桌六张，正在为顾客制作面食，当事人不能出示食品经营许可证。',
    violated: '《中华人民共和国食品安全法》第三十五条第一款',
    basis: '《中华人民共和国食品安全法》第一百二十二条第一款',
    dialogue: [
      { question: '你从什么时候开始经营？', answer: '两个月以前开始的，只做早餐和午餐。' },
      { question: '有没有办理食品经营许可证？', answer: '没有，我以为等生意稳定了再办也可以。' },
      { question: '经营收入是多少？', answer: '收入3600元，有微信收款记录。' },
    ],
    extractName: '收款记录、房屋租赁合同复印件',
    rectifyMeasures: ['立即停止无证从事餐饮服务，取得食品经营许可后方可经营。'],
    established: [
      '经查，当事人未取得食品经营许可，自行租用店面从事餐饮服务两个月，经营收入3600元，货值金额3600元。',
      '案发后当事人立即停业，并已提交食品经营许可申请。',
    ],
    reasonsBasis: [
      '《中华人民共和国食品安全法》第一百二十二条第一款规定，未取得食品经营许可从事食品经营活动，货值金额不足一万元的，并处五万元以上十万元以下罚款。',
    ],
    step: 'mitigated',
    discretion: [
      '当事人系初次违法，经营时间短、规模小，案发后立即停业并申请许可，未造成危害后果，符合《中华人民共和国行政处罚法》第三十二条规定的减轻情形，减轻罚款至8000元。',
    ],
    penalties: [
      { kind: 'gains', amount: 360000 },
      { kind: 'fine', amount: 800000 },
    ],
    fine: 800000,
    fineMin: 5000000,
    fineMax: 10000000,
    finePaid: 1160000,
  },
  exhibits: {
    'premises.inspected': [
      { kind: 'photo', name: '后厨灶台.jpg', scene: 'kitchen', caption: '正在使用的灶台' },
      { kind: 'photo', name: '店面全貌.jpg', scene: 'shop', caption: '店铺门面' },
    ],
    documents: [
      {
        kind: 'scan',
        name: '房屋租赁合同.jpg',
        title: '房屋租赁合同',
        lines: ['承租人：{rep}', '用途：餐饮', '月租金：1500元', '以上内容为演示。'],
      },
    ],
  },
};

export const EXPIRED_COSMETICS: Scenario = {
  procedure: 'penalty.ordinary',
  subject: '经营超过使用期限的化妆品',
  plot: TESTED,
  facts: {
    sourceKind: 'sampling',
    clue: ['监督抽检中发现{party}使用的护肤精华液标签模糊，疑似超过使用期限，需要检验。'],
    sourceWords: '在监督抽检中发现{party}涉嫌{subject}',
    found: '在操作间柜内发现护肤精华液12瓶，瓶身标签局部磨损，已封样送检。',
    violated: '《化妆品监督管理条例》第三十九条',
    basis: '《化妆品监督管理条例》第六十条第五项',
    dialogue: [
      { question: '涉案精华液何时购进？', answer: '前年购进20瓶，用去8瓶，剩下的没有及时清理。' },
      { question: '收费标准是多少？', answer: '每次护理60元，超过使用期限以后用了8次。' },
    ],
    extractName: '进货票据、护理登记簿复印件',
    rectifyMeasures: ['立即停止使用超过使用期限的化妆品。', '建立化妆品使用期限台账。'],
    established: [
      '经查，当事人经营场所存放超过使用期限的护肤精华液12瓶，超过使用期限后向顾客提供护理8次，违法所得480元，货值金额1680元。',
      '检验结论证实涉案化妆品的批号与使用期限。',
    ],
    reasonsBasis: [
      '《化妆品监督管理条例》第六十条第五项规定，经营超过使用期限的化妆品，货值金额不足一万元的，并处一万元以上五万元以下罚款。',
    ],
    discretion: [
      '当事人积极配合调查，主动联系顾客说明情况，符合从轻情形，从轻罚款幅度为一万元以上二万二千元以下，确定罚款12000元。',
    ],
    penalties: [
      { kind: 'gains', amount: 48000 },
      { kind: 'goods', amount: 168000, detail: '超过使用期限的护肤精华液12瓶' },
      { kind: 'fine', amount: 1200000 },
    ],
    fine: 1200000,
    fineMin: 1000000,
    fineMax: 5000000,
    finePaid: 1248000,
    goodsEnd: '没收的精华液12瓶已入罚没物品库。',
  },
  exhibits: {
    sample: [
      { kind: 'photo', name: '封样照片.jpg', scene: 'bottles', caption: '封样的精华液' },
      {
        kind: 'scan',
        name: '检验报告.pdf',
        title: '检验报告（演示）',
        lines: ['样品：护肤精华液', '检验项目：标签标识', '结论：超过标注的使用期限'],
      },
    ],
  },
};

export const SLIGHT_LABELLING: Scenario = {
  procedure: 'penalty.ordinary',
  subject: '未按规定标示食品贮存条件',
  plot: DECLINED,
  facts: {
    clue: ['日常检查发现{party}散装食品柜的一处标签没有标示贮存条件。'],
    found: '散装食品柜的一处标签缺少贮存条件，当事人当场补齐。',
    violated: '《中华人民共和国食品安全法》第六十八条',
    basis: '《中华人民共和国食品安全法》第一百二十六条',
    declineGround: 'minor',
    declineReasons: ['违法行为轻微并当场改正，没有造成危害后果，建议不予立案。'],
  },
  exhibits: {
    'premises.inspected': [
      { kind: 'photo', name: '散装食品柜.jpg', scene: 'shelf', caption: '补齐后的标签' },
    ],
  },
};
