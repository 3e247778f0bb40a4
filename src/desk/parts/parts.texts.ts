/** Words of the shared parts. */
export const PARTS_TEXTS = {
  loading: '正在取',
  retry: '再试一次',
  export: '导出 XLSX',
  filter: '筛选',
  clear: '清除',
  required: '必填',
  more: '再看一些',
  close: '关闭',
  menu: '菜单',
  copy: '复制',
  copied: '已复制',
  copyFailed: '没有复制成，请手工选取',
} as const;
