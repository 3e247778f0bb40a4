import type { Category } from './document.ts';

/**
 * The 56 forms of 市场监督管理行政处罚文书格式范本 (2021 revision, 国市监法发〔2021〕42号): number, title, category. Pure.
 * Those with a folder below `templates/` can be made here; the others are filed as scans under their number.
 */

/** A form of the catalogue. */
export interface Form {
  readonly no: number;
  readonly title: string;
  readonly category: Category;
}

const ROWS: readonly (readonly [number, string, Category])[] = [
  [1, '案件来源登记表', 'internal'],
  [2, '指定管辖通知书', 'external'],
  [3, '案件交办通知书', 'external'],
  [4, '案件移送函', 'external'],
  [5, '涉嫌犯罪案件移送书', 'external'],
  [6, '查封/扣押物品移送告知书', 'external'],
  [7, '立案/不予立案审批表', 'internal'],
  [8, '行政处罚案件有关事项审批表', 'internal'],
  [9, '现场笔录', 'transcript'],
  [10, '送达地址确认书', 'external'],
  [11, '证据提取单', 'transcript'],
  [12, '电子数据证据提取笔录', 'transcript'],
  [13, '询问通知书', 'external'],
  [14, '询问笔录', 'transcript'],
  [15, '限期提供材料通知书', 'external'],
  [16, '协助辨认/鉴别通知书', 'external'],
  [17, '协助调查函', 'external'],
  [18, '协助扣押通知书', 'external'],
  [19, '先行登记保存证据通知书', 'external'],
  [20, '解除先行登记保存证据通知书', 'external'],
  [21, '实施行政强制措施决定书', 'external'],
  [22, '延长行政强制措施期限决定书', 'external'],
  [23, '解除行政强制措施决定书', 'external'],
  [24, '场所/设施/财物清单', 'external'],
  [25, '封条', 'external'],
  [26, '实施行政强制措施场所/设施/财物委托保管书', 'external'],
  [27, '先行处置物品确认书', 'external'],
  [28, '先行处置物品公告', 'external'],
  [29, '抽样记录', 'transcript'],
  [30, '检测/检验/检疫/鉴定委托书', 'external'],
  [31, '检测/检验/检疫/鉴定期间告知书', 'external'],
  [32, '检测/检验/检疫/鉴定结果告知书', 'external'],
  [33, '责令改正通知书', 'external'],
  [34, '责令退款通知书', 'external'],
  [35, '案件调查终结报告', 'internal'],
  [36, '案件审核/法制审核表', 'internal'],
  [37, '行政处罚告知书', 'external'],
  [38, '陈述申辩笔录', 'transcript'],
  [39, '行政处罚听证通知书', 'external'],
  [40, '听证笔录', 'transcript'],
  [41, '听证报告', 'internal'],
  [42, '行政处罚案件集体讨论记录', 'internal'],
  [43, '行政处理决定审批表', 'internal'],
  [44, '当场行政处罚决定书', 'external'],
  [45, '行政处罚决定书', 'external'],
  [46, '不予行政处罚决定书', 'external'],
  [47, '延期/分期缴纳罚款通知书', 'external'],
  [48, '行政处罚决定履行催告书', 'external'],
  [49, '强制执行申请书', 'external'],
  [50, '送达回证', 'external'],
  [51, '行政处罚文书送达公告', 'external'],
  [52, '涉案物品处理记录', 'transcript'],
  [53, '结案审批表', 'internal'],
  [54, '卷宗封面', 'file'],
  [55, '卷内文件目录', 'file'],
  [56, '卷内备考表', 'file'],
];

/** All forms in order of their numbers. */
export const FORMS: readonly Form[] = ROWS.map(([no, title, category]) => ({
  no,
  title,
  category,
}));
