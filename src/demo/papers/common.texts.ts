/** Facts that hold in every case until its scenario says otherwise. */
import type { DemoParty, Templates } from '../plot.ts';
import { STATEMENTS } from './decision.texts.ts';

/** Who speaks for a party. */
export const REPRESENTATIVES: Readonly<
  Record<
    DemoParty['kind'],
    { readonly post: string | null; readonly kind: string; readonly agent: string }
  >
> = {
  legal: { post: '法定代表人', kind: 'representative', agent: 'representative' },
  'individual-business': { post: '经营者', kind: 'representative', agent: 'representative' },
  natural: { post: null, kind: 'party', agent: 'self' },
};

export const COMMON_FACTS: Templates = {
  ...STATEMENTS.none,
  sourceKind: 'inspection',
  sourceWords: '在日常监督检查中发现{party}涉嫌{subject}',
  sourceNamed: null,
  provider: null,
  providerContact: null,
  verificationApproval: '{on:verification.extended}经本局负责人批准延长十五个工作日',
  site: '{party.address}',
  present: '{rep}',
  presence: '检查前已通知{present}到场，{present}全程在场。',
  inspectionOf: '{party}涉嫌{subject}',
  verified: ['{on:premises.inspected}，执法人员{o1}、{o2}对{party}现场检查，{found}'],
  findings: [
    '执法人员{o1}、{o2}向{present}出示执法证件后检查。',
    '{found}',
    '执法人员对现场全貌和细节逐一拍照。',
  ],
  rectifyFacts: ['{found}'],
  process: [
    '{on:source.registered}，本局{sourceWords}。{on:premises.inspected}，本局执法人员{o1}、{o2}出示执法证件后到现场检查，制作现场笔录。{on:case.opened}，经本局负责人批准立案调查。',
    '调查期间，本局询问了{rep}，调取了有关单据，并责令当事人改正，当事人已经改正。',
  ],
  evidence: [
    { name: '现场笔录1份、现场照片', source: '本局制作', proves: '检查时的现场情况' },
    { name: '询问笔录1份', source: '本局制作', proves: '当事人承认违法事实及其经过' },
    {
      name: '{extractName}',
      source: '当事人提供，与原件核对一致',
      proves: '主体资格以及商品或者服务的数量、金额',
    },
  ],
  sceneStatement: ['{present}：情况属实，我没有意见。'],
  interviewPlace: '{site}',
  extractName: '营业执照、进货单据和销售记录复印件',
  extractCount: 5,
  extractSource: '{party}提供，与原件核对一致',
  extractContent: '证明当事人的主体资格，以及涉案商品的来源、数量和金额。',
  measuresTaken: ['未采取行政强制措施。'],
  reportOutcome: 'penalty',
  reviewKind: 'case',
  reasonsEvidence: [
    '以上证据由执法人员依法取得，经当事人核对签字，来源合法，内容真实，相互印证，与案件事实直接关联，本局予以采信。',
  ],
  step: 'lighter',
  standard: '《示例省市场监督管理行政处罚裁量权基准（演示）》',
  rectification: ['本局已责令当事人立即改正，当事人已经改正。'],
  materials: [
    { name: '案件调查终结报告', pages: 3 },
    { name: '证据材料', pages: 14 },
    { name: '拟处理决定稿', pages: 4 },
  ],
  legalGrounds: ['complex'],
  hearingRight: 'not-in-scope',
  hearingNote: '拟作处罚未达到听证标准。',
  reviewNote: ['审核机构审核同意。'],
  discussionNote: '未经集体讨论。',
  discussionReason: 'complex',
  statementPapers: '书面陈述材料一份',
  goodsEnd: '无涉案物品需要处理。',
  closingGround: 'executed',
  closingResult: ['当事人已按照决定履行完毕。'],
  finePaid: '{fine}',
  receiptNumber: 'YS-{day:decision.delivered}',
  decisionTitle: '行政处罚决定书',
  preservationMeasure: 'returned',
  payment: 'bank',
  withholdingNote: '决定书记载的配方和进货渠道属于商业秘密，公开会损害当事人的合法权益。',
  withholdingWord: '同意不予公开。',
  overturning: '演示区人民政府行政复议决定书，撤销原处罚决定',
  withdrawalReason: '原处罚决定已被行政复议机关撤销，依法撤回公示信息。',
  correction: '公示摘要中的法定代表人姓名有误，请求更正。',
  correctionReasons: '经核对营业执照，姓名确有误写，已经更正。',
  crime: '涉嫌销售假冒注册商标的商品罪，违法经营数额达到立案追诉标准',
  shownTo: '{present}',
  waiverNote: '当事人于{on:statement.waived}书面声明放弃陈述、申辩权',
  hearingRequestNote: '当事人书面提出听证申请',
  performanceNote: '电子缴款凭证 YS-{day:decision.delivered}',
  paymentBank: '示例银行演示支行',
  onSpotGround: null,
};
