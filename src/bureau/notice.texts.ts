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

/** The table of what is not public yet. */
export const MISSING_TABLE = {
  title: '未公开清单',
  item: '项目',
  state: '状态',
  missing: '未公开',
} as const;
