/** What is said of papers that contradict the file, the act or its people. */
export const PAPER_TEXTS = {
  contradicts: (known: string) => `与案卷不一致：案卷里是${known}。`,
  or: '，或者',
  bureaus: (known: string) => `与本局登记的不一致：${known}。`,
  noAmount: '金额是零的不列为处罚内容。',
  isPaid: '处罚内容里有要缴纳的罚没款。',
  isNotPaid: '处罚内容里没有要缴纳的罚没款。',
  isPublished: '重于警告的处罚决定依法公示。不能公示的，作出决定以后由局长决定不予公开。',
  notified: (told: string) => `告知书里写的是${told}。要改的，先重新告知。`,
  speaker: (known: string) => `与身份不一致：案卷里是${known}。`,
  refusedIsLeave: '直接送达被拒绝接收的，办成留置送达，送达方式填留置送达。',
  leaveNeeds: '留置送达的，填见证人，或者填音像记录编号。',
  nameParty: (party: string) => `案件名称里要有当事人的名称：${party}。`,
  notOnFile: '案卷里没有这个文号的文书。',
  numberedByItself: '案卷里没有这个文号的文书。随本环节制发的文书不填文号，会自动填上。',
  decisionNotListed: (number: string) => `送达文书里要列明决定书：${number}。`,
  decisionUndone: '决定已被撤销或者确认无效，不再送达。',
  afterAct: (act: string) => `不能晚于本环节发生的时间：${act}。`,
  beforeIssue: (title: string, issued: string) =>
    `收件不能早于文书的制发：${title}是${issued}制发的。`,
  thisAct: '本环节的文书',
  unknownOfficer: (name: string, certificate: string) =>
    `本局没有执法证号是${certificate}的${name}，从本局执法人员里选。`,
  notActing: (name: string) => `${name}没有办理这个环节，与“办理人”不一致。`,
  missingOfficers: (names: string) => `还缺${names}：办理这个环节的执法人员都要写上。`,
  officerTwice: (name: string) => `${name}写了两次。`,
  stranger: (name: string) => `本局没有叫${name}的人。填本局人员的姓名，多人用顿号隔开。`,
  handlerAtHearing: (name: string) =>
    `${name}是本案办案人员，不能担任听证主持人、听证员、记录员。请换没有参与本案调查的人。`,
  notNotifiedDay: (day: string) => `听证通知书定在${day}举行。改期的，先重新通知。`,
  noticeTooShort: (days: number, earliest: string) =>
    `举行听证的${days}个工作日前通知当事人：今天通知的，最早${earliest}举行。`,
  notAtDiscussion: (name: string) => `集体讨论由参加讨论的人登记：主持人、出席人员里没有${name}。`,
  proposed: (known: string) =>
    `与送审稿或者审批的拟处理意见不一致：那里是${known}。要改的，先重新送审或者审批。`,
  noPenalty: '不给予处罚',
  beforeCase: (day: string) => `不能早于本案开始的日期：${day}。`,
  beforeSource: (day: string) => `核查不能早于案源登记的日期：${day}。`,
  paidTooLittle: (owed: string) => `执行完毕的，缴纳金额不少于决定的罚没款：${owed}。`,
  paidTooMuch: (most: string) => `超过决定的罚没款和加处罚款的上限：${most}。`,
  dueTooMuch: (owed: string) => `不能超过决定的罚没款：${owed}。`,
} as const;
