/** Cases of the order of the market: advertising, prices, trade marks, trade on the net. */
import { STATEMENTS } from '../papers/decision.texts.ts';
import type { Scenario } from '../plot.ts';
import { HEARD, PLAIN } from '../plots/ordinary.ts';
import { RETURNED } from '../plots/reviewed.ts';
import { DETAINED } from '../plots/measures.ts';
import { ONLINE } from '../plots/unusual.ts';

export const FALSE_ADVERTISING: Scenario = {
  procedure: 'penalty.ordinary',
  subject: '发布虚假广告',
  flags: ['complex'],
  plot: HEARD,
  facts: {
    ...STATEMENTS.hearing,
    reviewKind: 'legal',
    interviewPlace: '{bureau}询问室',
    hearingRight: 'told',
    hearingNote: '拟作处罚达到听证标准，告知时一并告知要求听证的权利。',
    discussionNote: '决定作出前提请集体讨论。',
    sourceKind: 'media',
    clue: ['媒体反映{party}在门店海报和宣传册中宣称其按摩仪能够治疗颈椎病。'],
    sourceWords: '根据媒体反映的线索，对{party}发布的广告进行核查',
    found:
      '门店内悬挂海报三幅、摆放宣传册两百份，均宣称按摩仪“三个疗程治好颈椎病”，当事人不能提供依据。',
    violated: '《中华人民共和国广告法》第四条第一款、第二十八条第二款第二项',
    basis: '《中华人民共和国广告法》第五十五条第一款',
    dialogue: [
      { question: '海报和宣传册由谁制作？', answer: '我们自己设计，找广告公司印刷，费用62000元。' },
      {
        question: '“三个疗程治好颈椎病”有什么依据？',
        answer: '没有检测报告，是参考同行的说法写的。',
      },
      { question: '宣传册发放了多少份？', answer: '印了五百份，已经发放三百份。' },
    ],
    extractName: '广告设计合同、付款凭证和宣传册',
    rectifyMeasures: ['立即停止发布上述广告，并在相应范围内消除影响。'],
    established: [
      '经查，当事人为推销按摩仪，制作发布含有“三个疗程治好颈椎病”等内容的海报三幅、宣传册五百份，宣传内容没有依据，构成引人误解的虚假内容，广告费用62000元。',
    ],
    reasonsBasis: [
      '《中华人民共和国广告法》第五十五条第一款规定，发布虚假广告的，处广告费用三倍以上五倍以下的罚款。广告费用62000元，罚款幅度为186000元以上310000元以下。',
    ],
    discretion: [
      '当事人配合调查并及时撤下广告、回收宣传册，符合从轻情形，从轻罚款幅度为186000元以上223200元以下，确定罚款198000元。',
    ],
    penalties: [{ kind: 'fine', amount: 19800000 }],
    fine: 19800000,
    fineMin: 18600000,
    fineMax: 31000000,
    hearingCase: [
      '{o1}：当事人发布的广告宣称按摩仪能够治疗疾病，没有依据，构成虚假广告，建议{penaltyWords}。证据有现场笔录、海报和宣传册、合同与付款凭证、询问笔录。',
    ],
    statement: ['{rep}：承认广告用语不当，已经回收宣传册并登报说明，请求从宽处理。'],
    statementReview:
      '当事人所述的改正情况属实，拟作处罚已按从轻情形确定，在法定幅度之内，维持拟作出的处罚。',
    materials: [
      { name: '案件调查终结报告', pages: 4 },
      { name: '证据材料', pages: 26 },
      { name: '拟处理决定稿', pages: 5 },
    ],
  },
  exhibits: {
    'premises.inspected': [
      { kind: 'photo', name: '门店海报.jpg', scene: 'shop', caption: '门店内外的海报' },
    ],
    documents: [
      {
        kind: 'scan',
        name: '广告设计合同.pdf',
        title: '广告设计制作合同',
        lines: ['委托方：{party}', '内容：海报三幅、宣传册五百份', '费用：62000元'],
      },
    ],
  },
};

export const PRICE_FRAUD: Scenario = {
  procedure: 'penalty.ordinary',
  subject: '利用虚假的价格手段诱骗消费者',
  flags: ['complex'],
  plot: RETURNED,
  facts: {
    reviewKind: 'legal',
    discussionNote: '决定作出前提请集体讨论。',
    sourceKind: 'complaint',
    sourceNamed: 'named',
    provider: '孙小某',
    providerContact: '19900008888',
    clue: ['消费者投诉{party}的“原价”从未实际成交过，促销是假的。'],
    sourceWords: '接到消费者投诉，反映{party}虚构原价',
    found: '卖场内标有“原价399元、现价199元”的电热水壶，系统中没有以399元成交的记录。',
    violated: '《中华人民共和国价格法》第十四条第四项',
    basis: '《中华人民共和国价格法》第四十条、《价格违法行为行政处罚规定》第七条',
    dialogue: [
      { question: '标示的原价399元有没有成交过？', answer: '没有，促销前的售价一直是219元。' },
      { question: '促销期间售出多少？', answer: '售出86台，销售额17114元。' },
    ],
    extractName: '销售系统记录、促销标签照片',
    rectifyMeasures: ['立即改正虚构原价的标价行为。'],
    established: [
      '经查，当事人在促销活动中标示电热水壶“原价399元、现价199元”，该商品在促销前七日内从未以399元成交，促销期间售出86台。',
    ],
    reasonsBasis: [
      '《价格违法行为行政处罚规定》第七条规定，没有违法所得的，处五万元以上五十万元以下的罚款。当事人的促销价低于此前售价，没有违法所得。',
    ],
    discretion: [
      '当事人主动撤下标签并向消费者说明，符合从轻情形，从轻罚款幅度为五万元以上十八万五千元以下，确定罚款60000元。',
    ],
    penalties: [{ kind: 'fine', amount: 6000000 }],
    fine: 6000000,
    fineMin: 5000000,
    fineMax: 50000000,
    reviewDoubt: [
      '当事人对违法所得的说明缺少进销单据印证，建议补充促销前三十日的成交记录，并在决定书中说明没有违法所得的理由。',
    ],
    disagreement: '成交记录已在卷，足以证明没有违法所得，补充调取三十日记录对认定事实没有影响。',
    ruling: '采纳办案机构意见，决定稿补充理由后重新送审。',
  },
  exhibits: {
    'premises.inspected': [
      { kind: 'photo', name: '促销标签.jpg', scene: 'shelf', caption: '标示原价与现价的标签' },
      { kind: 'photo', name: '销售系统.jpg', scene: 'screen', caption: '成交价格记录' },
    ],
  },
};

export const COUNTERFEIT_GOODS: Scenario = {
  procedure: 'penalty.ordinary',
  subject: '销售侵犯注册商标专用权的商品',
  plot: DETAINED,
  facts: {
    sourceKind: 'transfer',
    provider: '示例市市场监督管理局',
    providerContact: '0599-00000300',
    clue: ['上级移交权利人投诉材料：{party}销售标有他人注册商标的运动鞋。'],
    sourceWords: '收到上级机关移交的线索，反映{party}销售侵权商品',
    found: '货架上摆放标有他人注册商标的运动鞋64双，当事人不能提供授权文件和合法来源。',
    violated: '《中华人民共和国商标法》第五十七条第三项',
    basis: '《中华人民共和国商标法》第六十条第二款',
    dialogue: [
      {
        question: '这些运动鞋从哪里购进？',
        answer: '从上门推销的人手里购进70双，每双90元，没有票据。',
      },
      { question: '售出多少？', answer: '售出6双，每双200元。' },
    ],
    extractName: '销售记录、权利人鉴别意见复印件',
    rectifyMeasures: ['立即停止销售侵犯注册商标专用权的商品。'],
    measuresTaken: ['{on:seizure.ordered}，对涉案运动鞋64双依法扣押，期限届满前延长三十日。'],
    established: [
      '经查，当事人购进并销售侵犯他人注册商标专用权的运动鞋70双，售出6双，64双被本局扣押，违法经营额14000元。',
    ],
    reasonsBasis: [
      '《中华人民共和国商标法》第六十条第二款规定，违法经营额不足五万元的，可以处二十五万元以下的罚款。违法经营额14000元，应当适用该档。',
    ],
    discretion: [
      '当事人配合调查，社会影响较小，符合从轻情形，从轻罚款幅度为七万五千元以下，确定罚款20000元。',
    ],
    penalties: [
      { kind: 'goods', amount: 1280000, detail: '侵权运动鞋64双' },
      { kind: 'fine', amount: 2000000 },
    ],
    fine: 2000000,
    fineMin: 0,
    fineMax: 25000000,
    measure: 'detain',
    measureObject: 'goods',
    measureBasis: '《中华人民共和国商标法》第六十二条第一款第四项',
    measureReason: '有证据证明涉案运动鞋是侵犯他人注册商标专用权的商品。',
    storagePlace: '{bureau}涉案物品仓库',
    storage: '常温、干燥，专人保管。',
    extensionReason: ['权利人鉴别和来源调查尚未完成，案情复杂。'],
    goodsList: [{ name: '运动鞋', spec: '38至43码', unit: '双', quantity: 64, value: 1280000 }],
    disposedList: [{ name: '运动鞋', spec: '38至43码', unit: '双', quantity: 64 }],
    seizedName: '运动鞋64双',
    urgentItem: 'compulsion',
    urgentAt: '{at:seizure.ordered}',
    urgentContent: ['对{party}的运动鞋64双采取扣押措施。'],
    urgentBasis: '《中华人民共和国行政强制法》第十九条',
    goodsEnd: '没收的侵权运动鞋64双已经销毁。',
  },
  exhibits: {
    'premises.inspected': [
      { kind: 'photo', name: '货架上的运动鞋.jpg', scene: 'shelf', caption: '货架全貌' },
    ],
    documents: [
      {
        kind: 'scan',
        name: '鉴别意见.pdf',
        title: '商标权利人鉴别意见（演示）',
        lines: ['送鉴单位：{bureau}', '商品：运动鞋', '结论：非权利人生产或者授权生产'],
      },
    ],
  },
};

export const FAKE_SALES: Scenario = {
  procedure: 'penalty.ordinary',
  subject: '对商品的销售状况作虚假的商业宣传',
  plot: ONLINE,
  facts: {
    hearingRight: 'told',
    hearingNote: '拟作处罚达到听证标准，告知时一并告知要求听证的权利。',
    sourceKind: 'inspection',
    clue: ['网络交易监测发现{party}网店同一商品短时间内出现大量相似的订单和评价。'],
    sourceWords: '在网络交易监测中发现{party}涉嫌{subject}',
    found: '当事人网店首页标示某款保温杯“月销三万件”，后台显示真实成交四百余件。',
    violated: '《中华人民共和国反不正当竞争法》第九条第一款',
    basis: '《中华人民共和国反不正当竞争法》第二十五条第一款',
    dialogue: [
      { question: '页面上的销量怎么来的？', answer: '找人下单后退款，商品没有真正发出。' },
      { question: '共虚构了多少订单？', answer: '两个月里大约两万九千单，支付服务费8700元。' },
    ],
    secretWords: '技术服务费率',
    carrier: '当事人网店后台服务器及公开网页',
    screenSize: 184320,
    screenDigest: '4f2d9a7be1c05a3388e6b1d7f0947c2e5ab96d13c8740fe2915b6ad0c3e87f41',
    extractName: '服务费支付凭证、后台订单记录',
    rectifyMeasures: ['立即删除虚假的销量信息，停止虚构交易。'],
    established: [
      '经查，当事人通过虚构交易的方式，使网店保温杯的显示销量由四百余件变为三万件，欺骗、误导消费者。',
      '当事人与平台约定的技术服务费率为百分之三点五，虚构交易未实际支付该费用。',
    ],
    reasonsBasis: [
      '《中华人民共和国反不正当竞争法》第二十五条第一款规定，处一百万元以下的罚款；情节严重的，处一百万元以上二百万元以下的罚款。本案不属于情节严重。',
    ],
    discretion: [
      '当事人主动删除虚假销量，持续时间较短，符合从轻情形，从轻罚款幅度为三十万元以下，确定罚款120000元。',
    ],
    penalties: [{ kind: 'fine', amount: 12000000 }],
    fine: 12000000,
    fineMin: 0,
    fineMax: 100000000,
  },
  exhibits: {
    electronic: [
      { kind: 'photo', name: '网店首页截图.jpg', scene: 'screen', caption: '标示的销量' },
      { kind: 'photo', name: '后台订单截图.jpg', scene: 'screen', caption: '真实成交记录' },
    ],
  },
};

export const UNMARKED_FEES: Scenario = {
  procedure: 'penalty.ordinary',
  subject: '收取未予标明的费用',
  plot: PLAIN,
  facts: {
    sourceKind: 'complaint',
    sourceNamed: 'named',
    provider: '李小某',
    providerContact: '19900007777',
    clue: ['消费者投诉{party}结账时加收没有标明的“餐位费”。'],
    sourceWords: '接到消费者投诉，反映{party}加收未标明的费用',
    found: '点菜单和店堂价目表均未标明餐位费，收银系统对每位顾客加收3元。',
    violated: '《中华人民共和国价格法》第十三条第二款',
    basis: '《中华人民共和国价格法》第四十二条、《价格违法行为行政处罚规定》第十三条',
    dialogue: [
      { question: '餐位费从什么时候开始收取？', answer: '上个月初，每位3元，共收取2106元。' },
      { question: '为什么不标明？', answer: '是店长设置的，没有想到要写在菜单上。' },
    ],
    extractName: '收银系统记录、点菜单',
    rectifyMeasures: ['停止收取未予标明的费用，退还多收价款。'],
    established: [
      '经查，当事人在提供餐饮服务时收取未予标明的餐位费共2106元，案发后已退还1890元，其余无法退还。',
    ],
    reasonsBasis: [
      '《价格违法行为行政处罚规定》第十三条规定，没收违法所得，可以并处五千元以下的罚款。',
    ],
    step: 'ordinary',
    discretion: [
      '当事人已退还大部分费用，但违法行为持续一个月，按一般情形处罚，罚款幅度为一千五百元以上三千五百元以下，确定罚款2000元。',
    ],
    penalties: [
      { kind: 'gains', amount: 21600 },
      { kind: 'fine', amount: 200000 },
    ],
    fine: 200000,
    fineMin: 0,
    fineMax: 500000,
    finePaid: 221600,
  },
  exhibits: {
    'premises.inspected': [
      { kind: 'photo', name: '收银系统.jpg', scene: 'screen', caption: '加收餐位费的记录' },
    ],
  },
};
