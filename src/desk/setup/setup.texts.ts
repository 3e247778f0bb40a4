/** Words of the first run. */
export const SETUP_TEXTS = {
  title: '初次使用',
  hint: '这里还没有任何单位。先演练，或者建立本单位。',
  code: '初始化码',
  codeHint: '不在服务器上操作的，要填服务器数据目录里 setup-code 文件的内容。',

  rehearse: '装载演示局',
  rehearseHint:
    '虚构的单位、人员和一年的案件，每个阶段都有，其中两件故意埋了毛病。用来学、用来试；正式使用另装一套。',
  rehearseGo: '装载演示局',
  loading: '正在装载演示局',
  progress: (done: number, of: number) => `${done} / ${of}`,
  ready: '装好了，可以登录',
  toSignIn: '去登录',
  failed: '装载停下了',
  failedHint: '可以从停下的地方接着装。还不行，看服务器日志。',
  goOn: '接着装',

  found: '建立本单位',
  foundHint: '选一家随规则包带来的单位，或者自己填。三名管理员由不同的人担任。',
  which: '单位',
  whichHint: '请选择',
  own: '别的单位，自己填',
  ownHint: '规则包里没有的单位，按全国规则办。',
  rules: '执行的规则',
  national: '全国规则',
  area: '行政区划代码',
  areaHint: '六位，例如 350502。',
  profile: '单位情况',
  administrators: '三名管理员',
  administratorsHint:
    '系统管理员管人员和账号，安全管理员管岗位授权，审计管理员只看记录。三人不能兼任，也不办案。密码由系统随机生成，建立之前先给您看。',
  post: '岗位',
  name: '姓名',
  login: '用户名',
  loginHint: '小写字母、数字，两位以上。',
  founding: '正在建立',
  next: '下一步，看三个密码',
  back: '返回',

  note: '先记下三个密码',
  noteHint: '还没有建立。密码别处没有，先复制或者打印下来，再建立。',
  noted: '已记下，建立',
  edit: '返回修改',
  unsure: '不知道建好没有',
  unsureHint:
    '没有收到服务器的答复，单位可能已经建好。三个密码不变，就是下面这些。再试一次，不会建两次。',
  again: '再试一次',
  taken: '这里已经建过单位',
  takenHint: '不是按这一页的内容建的。用建立时记下的账号登录。',
  done: '建好了',
  doneHint:
    '把下面三个账号分别交给三个人，交完以前刷新这一页也还在。第一次登录绑定动态码，登录后到“我的账号”换掉密码。',
  password: '密码',
  print: '打印',
  kept: '我已交给三个人',
} as const;

/** Items of the bureau's profile, in the order they are asked. */
export const PROFILE_TEXTS = {
  name: '单位名称',
  shortName: '文号简称',
  superior: '上级市场监督管理局',
  government: '本级人民政府',
  justice: '本级司法行政部门',
  court: '管辖法院',
  address: '地址',
  phone: '电话',
  bank: '代收罚款银行',
  payee: '收款户名',
  account: '收款账号',
} as const;
export type ProfileItem = keyof typeof PROFILE_TEXTS;

export const DUTY_TEXTS = {
  sysadmin: '系统管理员',
  secadmin: '安全管理员',
  auditadmin: '审计管理员',
} as const;
