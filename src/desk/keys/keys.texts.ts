/** The keys as the help shows them, and the words of the palette. */
export const KEY_GROUPS: readonly {
  readonly where: string;
  readonly keys: readonly (readonly [keys: readonly string[], what: string])[];
}[] = [
  {
    where: '各处',
    keys: [
      [['Ctrl K'], '查找，或办事'],
      [['/'], '筛选'],
      [['?'], '快捷键'],
      [['Esc'], '关闭'],
      [['G', 'Q'], '工作台'],
      [['G', 'M'], '事项'],
      [['G', 'R'], '审核'],
      [['G', 'P'], '公示'],
    ],
  },
  {
    where: '列表',
    keys: [
      [['J'], '下一行'],
      [['K'], '上一行'],
      [['Enter'], '打开'],
      [['E'], '导出 XLSX'],
      [['Y'], '为什么是这一天'],
    ],
  },
  {
    where: '事项',
    keys: [
      [['Y'], '为什么是这一天'],
      [['A'], '现在可以做什么'],
      [['L', 'B', 'C'], '去办旁边标着这个字母的事'],
      [['['], '上一个环节'],
      [[']'], '下一个环节'],
      [['D'], '案卷目录'],
    ],
  },
  {
    where: '审核',
    keys: [
      [['1–9', '0', '-'], '选第几项，0 是第 10 项，- 是第 11 项'],
      [['M'], '满足'],
      [['B'], '不满足'],
      [['N'], '不适用'],
      [['O'], '打开证据'],
      [['V'], '播放'],
      [['Ctrl Enter'], '签署意见'],
    ],
  },
];

export const KEY_TEXTS = {
  help: '快捷键',
  helpNote: '正在填写时，字母键只当文字。',
  close: '关闭',
} as const;

export const FINDER_TEXTS = {
  title: '查找或办事',
  hint: '案号、当事人，或要办的事',
  doing: '要办的事',
  pages: '去哪里',
  matters: '事项',
  parties: '当事人',
  nothing: '没有找到。换几个字，或者从事项列表筛选。',
  begin: '登记案源',
  move: '移动',
  open: '打开',
  results: '找到的',
} as const;
