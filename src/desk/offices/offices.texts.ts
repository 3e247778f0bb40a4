/** Words several offices share. */
export const OFFICE_TEXTS = {
  choose: '请选择',
  paperFailed: '这份文书没有打开。',
  newWindow: '在新窗口打开',
  page: (page: number) => `第 ${page} 页`,
} as const;
