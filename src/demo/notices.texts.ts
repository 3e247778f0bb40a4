/** The notices of the rehearsal bureau. The complaints line (`complaints`) is missing: a planted gap for the completeness check. */
export interface DemoNotice {
  readonly item: string;
  readonly title: string;
  readonly content: readonly string[];
  /** Key of the unit that answers for it. */
  readonly unit: string;
  readonly reason: string;
}

const REASON = '首次公开';

export const NOTICES: readonly DemoNotice[] = [
  {
    item: 'subject',
    title: '行政执法主体',
    content: [
      '演示市场监督管理局是演示区人民政府的工作部门，以自己的名义实施行政处罚、行政强制和行政检查。',
      '演示东、演示西市场监督管理所以派出机构名义在法定范围内执法；演示市场监管服务中心受本局委托，以本局名义执法。',
    ],
    unit: 'legal',
    reason: REASON,
  },
  {
    item: 'people',
    title: '行政执法人员名单',
    content: [
      '本局执法人员持示例省人民政府颁发的行政执法证件，证件编号以990001开头。',
      '执法时不出示证件的，您可以拒绝接受检查。',
    ],
    unit: 'legal',
    reason: REASON,
  },
  {
    item: 'duties',
    title: '机构职责',
    content: [
      '食品股：食品生产经营监督管理。',
      '市场秩序股：价格、广告、商标、网络交易和反不正当竞争执法。',
      '特设计量股：特种设备安全和计量监督管理。',
      '演示东、演示西市场监督管理所：辖区日常监督检查。',
    ],
    unit: 'office',
    reason: REASON,
  },
  {
    item: 'powers',
    title: '行政执法权限',
    content: [
      '行政处罚、行政强制、行政检查的权力事项以演示区人民政府公布的权责清单为准。',
      '本局不实施权责清单以外的行政处罚。',
    ],
    unit: 'legal',
    reason: REASON,
  },
  {
    item: 'inspection-items',
    title: '行政检查事项清单',
    content: [
      '食品经营监督检查；特种设备使用单位监督检查；计量器具监督检查；网络交易监测。',
      '同一企业全年检查次数不超过公布的上限，投诉举报线索核查除外。',
    ],
    unit: 'office',
    reason: REASON,
  },
  {
    item: 'basis',
    title: '行政执法依据',
    content: [
      '《中华人民共和国行政处罚法》《中华人民共和国行政强制法》《中华人民共和国食品安全法》等法律、行政法规。',
      '《市场监督管理行政处罚程序规定》《市场监督管理行政处罚信息公示规定》等规章。',
    ],
    unit: 'legal',
    reason: REASON,
  },
  {
    item: 'procedure',
    title: '行政处罚流程图',
    content: [
      '案源登记、核查、立案、调查取证、调查终结、审核、批准、告知、听取陈述申辩或者听证、集体讨论、决定、送达、公示、执行、结案、归档。',
      '当场处罚：出示证件、告知、听取陈述申辩、当场决定、当场交付、备案。',
    ],
    unit: 'legal',
    reason: REASON,
  },
  {
    item: 'supervision',
    title: '监督方式',
    content: [
      '演示区司法局监督电话：0599-00000200。',
      '示例市市场监督管理局监督电话：0599-00000300。',
    ],
    unit: 'office',
    reason: REASON,
  },
  {
    item: 'remedies',
    title: '救济途径',
    content: [
      '不服行政处罚决定的，可以在收到决定书之日起六十日内向演示区人民政府申请行政复议，或者六个月内向演示区人民法院提起行政诉讼。',
      '当场作出的行政处罚决定，应当先申请行政复议。',
    ],
    unit: 'legal',
    reason: REASON,
  },
];
