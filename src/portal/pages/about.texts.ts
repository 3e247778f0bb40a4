/** Words of the page that explains the portal. */

export const ABOUT = {
  title: '使用帮助',
  search: '怎么查',
  searchWords: [
    '一个查询框，什么都可以填：企业名称或其中几个字，完整或不完整的决定书文号，十八位统一社会信用代码，法律名称和条款，违法行为。',
    '自然人只公示姓，按姓名查不到。按文号可以查到每一个文号的去处，没有公示的会说明理由。',
    '已经撤回的，在查询、数据下载和缓存里都没有，只留一页说明。',
  ],
  states: '六种状态是什么意思',
  stateWords: {
    'on-time': '在公示期限内公示。',
    late: '公示了，但晚于期限。',
    overdue: '期限已过，还没有公示。',
    withheld: '依法不公开，或者依法不需公示。',
    withdrawn: '曾经公示，决定被变更、撤销、确认违法或无效等原因撤下。',
    'not-due': '期限还没有到，或者依法暂停。',
  },
  rate: '按时率怎么算',
  rateWords: [
    '分子：在期限内公示的。分母：应当公示、而且已经公示或者已经过了期限的。',
    '不予公示的、未到期的，不计入分母。已撤回的，按当初的公示计入。',
    '公示率的分子是已经公示的，不论早晚；分母相同。百分数只舍不入，差一件也不会写成100%。',
  ],
  rules: '公示规则与依据',
  rulesWords:
    '以下期限由办案所用的同一套规则读出，自作出决定次日起数工作日。几份文件规定不一的，写明采用哪一份、不采用哪一份。',
  rulesColumns: ['种类', '期限', '采用的依据', '未采用的'],
  kinds: {
    penalty: '行政处罚（本局网站）',
    'penalty.GSXT': '行政处罚（国家企业信用信息公示系统）',
    licence: '行政许可',
    compulsion: '行政强制',
    inspection: '行政检查',
    other: '其他执法决定',
  },
  beaten: (source: string, days: number) => `${source}（${days}个工作日）`,
  none: '无',
  days: (days: number) => `${days}个工作日`,
  reasons: {
    only: '只有这一份规定',
    local: '本局规定优先',
    shorter: '取较短的期限',
    'before-first': '此前没有规定',
    script: '演练设定',
  },
  withdraw: (days: number) =>
    `决定被变更、撤销、确认违法或者确认无效的，${days}个工作日内撤回公示并说明理由。`,
  rights: '您的权利',
  rightsWords: '执法人员上门时，您应当看到这些。',
  verify: '断网核验，怎么做',
  verifySteps: [
    '在决定的页面上点“下载证明”，得到一个文件，扩展名是 tlog-proof。',
    '取得核验程序：它随本系统的源代码公开，不需要连接本局的服务器。',
    '在任何一台电脑上断开网络，运行下面的命令。',
    '看第一行的结论。“已证明”是说：这份决定在写入日志后没有改过一个字；文件里打开的内容，与页面上的公示逐项对照即可。',
    '要进一步确认是本局签发的，请从上级机关或者见证机关取得本局的日志公钥，用 --key 指定。',
  ],
  verifyCommand: './zhuding verify 下载的文件.tlog-proof',
  verifyKeys: '本局日志的公钥与检查点',
  data: '数据下载',
  dataWords: '全部文号逐页下载，每页500个，按“next”取下一页。用它可以自己算出按时率和公示率。',
  dataLinks: { json: '全部文号与决定（JSON）', feed: '最近公示的决定（Atom）' },
  access: '无障碍声明',
  accessWords: [
    '本站按《信息无障碍》国家标准和WCAG 2.2 AA级制作：可以只用键盘，可以放大到200%，读屏软件能读出每一个状态，不靠颜色传达信息。',
    '不需要脚本，不使用Cookie，不向第三方发出请求。发现不便使用的地方，请告诉本局。',
  ],
  supervision: '执法监督',
  supervisionWords: (bureau: { readonly justice: string; readonly superior: string }) =>
    `对本局的执法和公示有意见的，可以向本局提出，也可以向${bureau.superior}或者${bureau.justice}反映。`,
  disclosure: '公示之外的信息，可以依法申请公开。',
} as const;
