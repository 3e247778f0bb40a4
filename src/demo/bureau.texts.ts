/** The rehearsal bureau and its people. Every name is made up: surnames with the ten stems and twelve branches. */
import type { BureauProfile } from '../bureau/bureau.ts';
import type { Role } from '../staff/person.ts';
import type { Duty } from '../staff/staff.ts';

export const PROFILE: BureauProfile = {
  name: '演示市场监督管理局',
  shortName: '演示',
  superior: '示例市市场监督管理局',
  government: '演示区人民政府',
  justice: '演示区司法局',
  court: '演示区人民法院',
  address: '示例市演示区演示大道1号',
  phone: '0599-00000100',
  bank: '示例银行演示支行',
  payee: '演示区财政局非税收入专户',
  account: '6200000000000990001',
};

export interface DemoUnit {
  readonly key: string;
  readonly name: string;
  readonly kind: 'department' | 'station' | 'entrusted';
  readonly functions: readonly string[];
  /** Logins of its head and of the two officers who handle its cases. */
  readonly head?: string;
  readonly officers?: readonly [string, string];
}

const ENFORCEMENT = ['enforcement'];

export const UNITS: readonly DemoUnit[] = [
  { key: 'office', name: '综合股', kind: 'department', functions: [], head: 'zonghe' },
  {
    key: 'legal',
    name: '法规股',
    kind: 'department',
    functions: ['legal-review'],
    head: 'fagui',
  },
  {
    key: 'credit',
    name: '信用监管股',
    kind: 'department',
    functions: ['publicity'],
    head: 'xinyong',
  },
  {
    key: 'food',
    name: '食品股',
    kind: 'department',
    functions: ENFORCEMENT,
    head: 'shipin',
    officers: ['shipin1', 'shipin2'],
  },
  {
    key: 'market',
    name: '市场秩序股',
    kind: 'department',
    functions: ENFORCEMENT,
    head: 'shichang',
    officers: ['shichang1', 'shichang2'],
  },
  {
    key: 'safety',
    name: '特设计量股',
    kind: 'department',
    functions: ENFORCEMENT,
    head: 'teshe',
    officers: ['teshe1', 'teshe2'],
  },
  {
    key: 'east',
    name: '演示东市场监督管理所',
    kind: 'station',
    functions: ENFORCEMENT,
    head: 'dongsuo',
    officers: ['dongsuo1', 'dongsuo2'],
  },
  {
    key: 'west',
    name: '演示西市场监督管理所',
    kind: 'station',
    functions: ENFORCEMENT,
    head: 'xisuo',
    officers: ['xisuo1', 'xisuo2'],
  },
  {
    key: 'service',
    name: '演示市场监管服务中心',
    kind: 'entrusted',
    functions: ENFORCEMENT,
    head: 'fuwu',
    officers: ['fuwu1', 'fuwu2'],
  },
];

export interface DemoPerson {
  readonly login: string;
  readonly name: string;
  readonly unit: string;
  readonly post: string;
  readonly roles: readonly (Role | Duty)[];
  /** Last three digits of the certificate's number. */
  readonly certificate?: string;
  /** Days from the rehearsal's last day to the certificate's last; two years unless given. */
  readonly certificateLeft?: number;
  /** As a legal reviewer: the licence, and the first day in review work. */
  readonly reviewer?: { readonly licence?: string; readonly since: string };
}

export const PEOPLE: readonly DemoPerson[] = [
  { login: 'xitong', name: '周戊', unit: 'office', post: '系统管理员', roles: ['sysadmin'] },
  { login: 'anquan', name: '吴己', unit: 'office', post: '安全管理员', roles: ['secadmin'] },
  { login: 'shenji', name: '郑庚', unit: 'office', post: '审计管理员', roles: ['auditadmin'] },
  { login: 'juzhang', name: '赵甲', unit: 'office', post: '局长', roles: ['head'] },
  { login: 'fujuzhang', name: '钱乙', unit: 'office', post: '副局长', roles: ['head'] },
  { login: 'zonghe', name: '孙丙', unit: 'office', post: '综合股股长', roles: ['unit-head'] },
  { login: 'dangan', name: '李丁', unit: 'office', post: '档案管理员', roles: ['archivist'] },
  {
    login: 'fagui',
    name: '冯辛',
    unit: 'legal',
    post: '法规股股长',
    roles: ['unit-head', 'reviewer'],
    reviewer: { licence: 'A20159900010001', since: '2016-03-01' },
  },
  {
    login: 'shenhe1',
    name: '陈壬',
    unit: 'legal',
    post: '法制审核员',
    roles: ['reviewer'],
    reviewer: { licence: 'A20219900010002', since: '2022-03-01' },
  },
  {
    login: 'shenhe2',
    name: '褚癸',
    unit: 'legal',
    post: '法制审核员',
    roles: ['reviewer'],
    reviewer: { since: '2024-06-03' },
  },
  { login: 'tingzheng', name: '卫子', unit: 'legal', post: '听证主持人', roles: ['chair'] },
  {
    login: 'xinyong',
    name: '蒋丑',
    unit: 'credit',
    post: '信用监管股股长',
    roles: ['unit-head', 'publisher'],
  },
  { login: 'gongshi', name: '沈寅', unit: 'credit', post: '公示管理员', roles: ['publisher'] },
  { login: 'shipin', name: '韩卯', unit: 'food', post: '食品股股长', roles: ['unit-head'] },
  officer('shipin1', '杨辰', 'food', '011'),
  officer('shipin2', '朱巳', 'food', '012'),
  assistant('shipin3', '秦午', 'food'),
  { login: 'shichang', name: '尤未', unit: 'market', post: '市场秩序股股长', roles: ['unit-head'] },
  officer('shichang1', '许申', 'market', '021'),
  officer('shichang2', '何酉', 'market', '022'),
  { login: 'teshe', name: '吕戌', unit: 'safety', post: '特设计量股股长', roles: ['unit-head'] },
  officer('teshe1', '施亥', 'safety', '031'),
  officer('teshe2', '张乾', 'safety', '032'),
  { login: 'dongsuo', name: '孔坤', unit: 'east', post: '东所所长', roles: ['unit-head'] },
  officer('dongsuo1', '曹震', 'east', '041'),
  officer('dongsuo2', '严巽', 'east', '042'),
  assistant('dongsuo3', '华坎', 'east'),
  { login: 'xisuo', name: '金离', unit: 'west', post: '西所所长', roles: ['unit-head'] },
  officer('xisuo1', '魏艮', 'west', '051'),
  officer('xisuo2', '陶兑', 'west', '052', 24),
  officer('xisuo3', '姜一', 'west', '053', -38),
  { login: 'fuwu', name: '戚二', unit: 'service', post: '服务中心主任', roles: ['unit-head'] },
  officer('fuwu1', '谢三', 'service', '061'),
  officer('fuwu2', '邹四', 'service', '062'),
];

/** What a certificate says beside its number. */
export const CERTIFICATE = {
  prefix: '990001-',
  issuerKind: 'provincial-government',
  issuer: '示例省人民政府',
} as const;

export const TRAINING = '执法人员岗前培训（演示）';

/** Names of the pieces a load is told in. */
export const PIECES = {
  founding: '建立机构和人员',
  notices: '事前公示',
  month: (year: string, month: string) => `${year}年${Number(month)}月的案件`,
  ready: '演示局已就绪',
} as const;

function officer(
  login: string,
  name: string,
  unit: string,
  certificate: string,
  certificateLeft?: number,
): DemoPerson {
  return {
    login,
    name,
    unit,
    post: '执法人员',
    roles: ['officer'],
    certificate,
    ...(certificateLeft === undefined ? {} : { certificateLeft }),
  };
}

function assistant(login: string, name: string, unit: string): DemoPerson {
  return { login, name, unit, post: '执法辅助人员', roles: ['assistant'] };
}
