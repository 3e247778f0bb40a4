/** What is said of a check before publication that does not fit the text or the file. */
export const REVIEW_TEXTS = {
  noParagraph: '决定书没有这一段。',
  noSegment: '这一段没有这一句。',
  noGround: (grounds: string) => `没有这种隐去的依据，可选：${grounds}。`,
  notThere: '这一句里没有这些字。',
  suspectsOpen: (count: number, places: string) =>
    `还有${count}处像是个人信息，没有隐去，也没有确认可以公开：${places}。`,
  place: (paragraph: number, text: string) => `第${paragraph}段“${text}”`,
  more: '等',
  byRule: (message: string, basis: string) => `${message}（${basis}）`,
  summaryHidden: (names: string) =>
    `${names}是信息摘要应当公示的内容，不能整个隐去。依法不予公开的，另行决定。`,
  allHidden: '决定书几乎整篇隐去，等于不公示。依法不予公开的，由负责人另行决定。',
  fields: {
    number: '决定书文号',
    party: '当事人',
    violation: '违法行为类型',
    penalty: '处罚内容',
    authority: '决定机关',
    date: '决定日期',
  },
  deadline: (known: string) => `与案卷不一致：公示期限到${known}。`,
  or: '，或者',
  actKind: '与案卷不一致：不是这种执法类别。',
  unit: (unit: string) => `与案卷不一致：承办这件事项的是${unit}。`,
  channelUnknown: (channels: string) => `本局不在这个渠道公示，可选：${channels}。`,
  channelMissing: (channels: string) => `还缺应当公示的渠道：${channels}。`,
  formNotAllowed: (channel: string) => `${channel}不能用这种公示形式。`,
  ownReviewer: '录入人和审核人要是两个人。',
  hiddenYet: (what: string) => `公开的文本里隐去了${what}，这一项是“涉及”。`,
  notConsistent: '与送达的文本不一致的，不能通过审核。',
  notTold: '还没有书面告知当事人的，不能通过审核。',
} as const;
