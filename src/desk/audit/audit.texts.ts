/** Words of the audit list. */
import { STREAM_TERMS } from '../../matter/act.texts.ts';

export const AUDIT_TEXTS = {
  title: '操作记录',
  subtitle: '谁在何时记了什么。内容在案卷里，这里不看。',
  none: '还没有记录。',
  noneFound: '没有符合的记录。换个筛选再看。',
  kind: '类别',
  kinds: STREAM_TERMS,
  by: '记录人',
  act: '行为',
  columns: {
    recorded: '记录时间',
    act: '行为',
    kind: '类别',
    by: '记录人',
    gap: '发生到记录',
    leaf: '日志位置',
  },
  sealed: (leaf: number) => `第 ${leaf} 号`,
  unsealed: '未封存',
  sameTime: '当时',
  later: (span: string) => `晚 ${span}`,
  more: '再看 200 条',
} as const;
