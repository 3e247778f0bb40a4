/** Words of what is public beforehand. */

/** The items of the rule `publish.beforehand`, in the words of the bureau's papers. */
export const NOTICE_ITEM_TERMS: Readonly<Record<string, string>> = {
  subject: '执法主体',
  people: '执法人员',
  duties: '职责',
  powers: '权限',
  'inspection-items': '随机抽查事项清单',
  basis: '执法依据',
  procedure: '执法程序',
  supervision: '监督方式',
  remedies: '救济渠道',
  complaints: '投诉举报方式',
};

/** The table of everything public beforehand. */
export const NOTICE_TABLE = {
  title: '事前公开',
  item: '项目',
  state: '状态',
  version: '版本',
  heading: '标题',
  effectiveOn: '生效日期',
  unit: '责任机构',
  reason: '为什么有这一版',
  states: { missing: '还没有公开', current: '现行', older: '已被新版代替' },
} as const;
