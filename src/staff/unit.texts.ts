/** Kinds and functions of units in words. */
export const UNIT_KINDS = {
  department: '内设机构',
  station: '派出机构',
  entrusted: '受委托组织',
} as const;

export const UNIT_FUNCTIONS: Readonly<Record<string, string>> = {
  enforcement: '执法办案',
  'legal-review': '法制审核',
  publicity: '公示管理',
};
