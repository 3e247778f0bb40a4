/** What is said of papers that contradict the file, the act or its people. */
export const PAPER_TEXTS = {
  contradicts: (known: string) => `与案卷不一致：案卷里是${known}。`,
  or: '，或者',
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
  paidTooLittle: (owed: string) => `执行完毕的，缴纳金额不少于决定的罚没款：${owed}。`,
  paidTooMuch: (most: string) => `超过决定的罚没款和加处罚款的上限：${most}。`,
  dueTooMuch: (owed: string) => `不能超过决定的罚没款：${owed}。`,
} as const;
