/** Which paper tells of an act that was not recorded in sound and picture, and how the form calls that act. */
export const RECORDS: Readonly<Record<string, { readonly stage: string; readonly paper: string }>> =
  {
    'premises.inspected': { stage: 'inspection', paper: '现场笔录一份' },
    interview: { stage: 'inquiry', paper: '询问笔录一份' },
    sample: { stage: 'sampling', paper: '证据提取单一份' },
    electronic: { stage: 'electronic', paper: '电子数据证据提取笔录一份' },
    'preservation.ordered': { stage: 'preservation', paper: '先行登记保存证据通知书及清单' },
    'seizure.lifted': { stage: 'lift', paper: '解除行政强制措施决定书' },
    'seizure.disposed': { stage: 'disposal', paper: '涉案物品处理记录' },
    other: { stage: 'other', paper: '文字记录一份' },
  };
