/** What acts are called that stand in no procedure, and the streams they stand in. */
import { DESK_ACT_TERMS } from './desk-acts.texts.ts';

export const ACT_TERMS: Readonly<Record<string, string>> = {
  'officer.registered': '登记人员',
  'post.changed': '调动',
  'officer.left': '离开',
  'certificate.issued': '登记执法证',
  'certificate.revoked': '注销执法证',
  'training.completed': '登记培训',
  'account.opened': '开账号',
  'account.closed': '停用账号',
  'reviewer.listed': '列入审核人员名单',
  'duty.granted': '授权',
  'duty.withdrawn': '收回授权',
  'bureau.founded': '设立机关',
  'bureau.amended': '变更机关信息',
  'rules.adopted': '采用规则包',
  'unit.opened': '设立机构',
  'notice.published': '发布事前公开',
  ...DESK_ACT_TERMS,
};

export const STREAM_TERMS = { matter: '案件', officer: '人员', bureau: '机构' } as const;
