/** Posts and duties in the words of the law. */
const ROLES: Readonly<Record<string, string>> = {
  officer: '执法人员',
  assistant: '执法辅助人员',
  reviewer: '法制审核人员',
  head: '机关负责人',
  'unit-head': '办案机构负责人',
  publisher: '公示管理人员',
  archivist: '档案管理人员',
  chair: '听证主持人',
  sysadmin: '系统管理员',
  secadmin: '安全管理员',
  auditadmin: '审计管理员',
};

export function roleWords(role: string): string {
  return ROLES[role] ?? role;
}

/** 执法人员、办案机构负责人. */
export function roleListWords(roles: readonly string[]): string {
  return roles.map(roleWords).join('、');
}
