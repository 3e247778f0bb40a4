/** What the papers after a decision say: delivery, publication, performance, closing. */
import type { Templates } from '../plot.ts';

const RECEIPT: Templates = {
  method: 'direct',
  place: '{site}',
  'receiver-kind': 'self',
};

export const AFTER_PAPERS: Readonly<Record<string, Templates>> = {
  'delivery-receipt@rectification.ordered': {
    ...RECEIPT,
    'received-at': '{at:rectification.ordered}',
  },
  'delivery-receipt@notice.served': {
    ...RECEIPT,
    'received-at': '{at:notice.served}',
  },
  'delivery-receipt@decision.delivered': {
    ...RECEIPT,
    documents: [
      { title: '{decisionTitle}', number: '{number:decision}', copies: 1 },
      { title: '行政处罚信息公示告知', copies: 1 },
    ],
    'received-at': '{at:decision.delivered}',
    'publicity-told': true,
  },
  'publication-review': {
    'act-kind': 'penalty',
    deadline: '{day:decision.made+7w}',
    recorder: '{person:o2}',
    responsible: '{person:unitHead}',
    channels: '{channels}',
    form: 'both',
    summary: [
      '{number:decision}，{publicName}，{subject}，{penaltyWords}，{bureau}，{on:decision.made}。',
    ],
    'contains-state-secret': 'no',
    'contains-forbidden': 'no',
    'contains-security': 'no',
    'contains-commercial-secret': 'no',
    'contains-privacy': 'yes',
    redactions: [
      {
        place: '当事人信息',
        kind: '身份证件号码、联系电话',
        ground: '《市场监督管理行政处罚信息公示规定》第六条',
      },
    ],
    consistent: true,
    'party-told': true,
    result: 'pass',
    'reviewer-opinion': '内容准确，已作必要处理，可以公示。',
    reviewer: '{person:checker}',
    head: '{person:head}',
  },
  'performance-demand': {
    obligations: ['缴纳罚款{yuan:fine}', '缴纳加处罚款{yuan:surcharge}'],
    due: '{fine}',
    surcharge: '{surcharge}',
    'surcharge-note': ['自缴款期限届满次日起，每日按罚款数额的百分之三加处罚款。'],
  },
  'enforcement-application': {
    head: '{person:head}',
    agent: '{o1}，执法人员',
    requests: ['强制执行罚款{yuan:fine}', '强制执行加处罚款{yuan:fine}'],
    facts: ['被执行人{subject}，申请人决定{penaltyWords}，被执行人逾期未履行。'],
    basis: '{basis}',
    'remedy-state': '被执行人在法定期限内未申请行政复议，也未提起行政诉讼。',
    'demand-delivered-on': '{day:enforcement.demanded}',
    'party-view': '被执行人未提出意见。',
    property: '被执行人在示例银行演示支行开有基本账户。',
    attachments: [
      { name: '行政处罚决定书及送达回证', copies: 1 },
      { name: '催告书及送达回证', copies: 1 },
      { name: '作出决定的事实、理由和依据材料', copies: 1 },
    ],
  },
  'case-closing': {
    ground: '{closingGround}',
    result: '{closingResult}',
    'fine-paid': '{finePaid}',
    'receipt-number': '{receiptNumber}',
    goods: '{goodsEnd}',
    recheck: '经复查已改正。',
    'handlers-opinion': '建议结案。',
    'unit-opinion': '同意。',
    unit: '{person:unitHead}',
    'head-opinion': '同意结案。',
    head: '{person:approver}',
  },
};
