/** A bureau set up and staffed over HTTP alone: by its first run, its administrators, its people. */
import { TOTP, Secret } from 'otpauth';
import { uuidv7 } from './uuid.ts';
import { type Visitor, visitor } from './visitor.ts';

export const PASSWORD = 'Correct-horse-9';
/** One person for each role, and the three administrators. */
export const LOGINS = [
  'sysadmin',
  'secadmin',
  'auditadmin',
  'officer1',
  'officer2',
  'assistant',
  'reviewer',
  'head',
  'unithead',
  'publisher',
  'archivist',
  'chair',
] as const;
export type Login = (typeof LOGINS)[number];

/** A running program that can be asked. */
export interface Reached {
  /** Without a slash at the end. */
  readonly address: string;
}

export interface Staffed {
  readonly bureau: string;
  readonly server: Reached;
  readonly ids: Readonly<Record<string, string>>;
  readonly units: Readonly<Record<'food' | 'legal', string>>;
  /** Name and post of somebody, as papers take them. */
  readonly named: (login: Login) => { readonly name: string; readonly post: string };
  /** Somebody signed in, with password and code. */
  readonly as: Readonly<Record<Login, Visitor>>;
}

const AREA = '350502';
/** What the bureau of 鲤城 says of itself. */
export const PROFILE = {
  name: '泉州市鲤城区市场监督管理局',
  shortName: '泉鲤',
  superior: '泉州市市场监督管理局',
  government: '泉州市鲤城区人民政府',
  justice: '泉州市鲤城区司法局',
  court: '泉州市鲤城区人民法院',
  address: '示例大街100号',
  phone: '0595-00000311',
  bank: '示例银行支行',
  payee: '财政局非税收入专户',
  account: '6200000000000000117',
};

export interface StaffOptions {
  /** Names of people, where other people than usual work here. */
  readonly names?: Readonly<Partial<Record<Login, string>>>;
  /** What the bureau is called and where it is, where it is another one than usual. */
  readonly profile?: Readonly<Record<string, string>>;
  /** Somebody who has not signed in yet. */
  readonly visit?: (address: string) => Visitor;
}

/** Sets the server up; throws Error with the answer where a step is refused. */
export async function staff(
  server: Reached,
  pack = 'licheng',
  area = AREA,
  { names = {}, profile = {}, visit = visitor }: StaffOptions = {},
): Promise<Staffed> {
  const anybody = visit(server.address);
  const administrator = (login: string, name: string) => ({ login, name, password: PASSWORD });
  await done(anybody, 'POST', '/api/setup', {
    id: uuidv7(),
    area,
    pack,
    profile: { ...PROFILE, ...profile },
    administrators: {
      sysadmin: administrator('sysadmin', '甲管理'),
      secadmin: administrator('secadmin', '乙管理'),
      auditadmin: administrator('auditadmin', '丙管理'),
    },
  });
  const sysadmin = await enter(server, area, 'sysadmin', PASSWORD, null, visit);
  const secadmin = await enter(server, area, 'secadmin', PASSWORD, null, visit);
  const units = {
    food: await openUnit(sysadmin, '食品安全监督管理股', ['enforcement']),
    legal: await openUnit(sysadmin, '法规股', ['legal-review']),
  };
  const ids: Record<string, string> = {};
  const as: Record<string, Visitor> = { sysadmin, secadmin };
  for (const [login, name, unit, post, roles] of CAST) {
    const id = await register(sysadmin, names[login] ?? name, units[unit], post);
    ids[login] = id;
    const record = (who: Visitor, act: string, data: unknown) =>
      done(who, 'POST', `/api/people/${id}/acts/${act}`, data);
    await record(sysadmin, 'training.completed', { on: '2023-12-01', course: '岗前培训' });
    const certificate = CERTIFICATES[login];
    if (certificate !== undefined)
      await record(sysadmin, 'certificate.issued', {
        number: certificate,
        issuerKind: 'provincial-government',
        issuer: '福建省人民政府',
        from: '2023-01-01',
        until: '2030-12-31',
      });
    if (login === 'reviewer')
      await record(secadmin, 'reviewer.listed', {
        lawLicence: true,
        licenceNumber: 'A20183505020117',
        firstReviewOn: '2022-08-01',
        from: '2024-01-01',
        until: '2030-12-31',
        licenceSince: '2021-07-15',
      });
    for (const role of roles) await record(secadmin, 'duty.granted', { role });
    await record(sysadmin, 'account.opened', { login });
    const { password } = await done(sysadmin, 'POST', `/api/people/${id}/password`);
    as[login] = await enter(server, area, login, String(password), PASSWORD, visit);
  }
  as['auditadmin'] = await enter(server, area, 'auditadmin', PASSWORD, null, visit);
  const named: Staffed['named'] = (login) => {
    const [, name = '', , post = ''] = CAST.find(([one]) => one === login) ?? [];
    return { name: names[login] ?? name, post };
  };
  return { bureau: area, server, ids, units, named, as: as as Staffed['as'] }; // one for each login of CAST and the three
}

const CAST: readonly (readonly [Login, string, 'food' | 'legal', string, readonly string[]])[] = [
  ['officer1', '陈志雄', 'food', '执法人员', ['officer']],
  ['officer2', '黄雅玲', 'food', '执法人员', ['officer']],
  ['assistant', '田小勇', 'food', '协管员', ['assistant']],
  ['unithead', '苏建章', 'food', '股长', ['unit-head']],
  ['head', '王景峰', 'food', '局长', ['head']],
  ['reviewer', '蔡明哲', 'legal', '法制审核', ['reviewer']],
  ['publisher', '吴彩云', 'legal', '公示管理', ['publisher']],
  ['archivist', '许丽卿', 'legal', '档案管理', ['archivist']],
  ['chair', '郑美华', 'legal', '听证主持', ['chair']],
];
const CERTIFICATES: Readonly<Record<string, string>> = {
  officer1: '350502-0311',
  officer2: '350502-0326',
};

/** First sign-in: changes the password where it must be, enrols a code generator. */
export async function enter(
  server: Reached,
  bureau: string,
  login: string,
  password: string,
  next: string | null = null,
  visit: (address: string) => Visitor = visitor,
): Promise<Visitor> {
  const somebody = visit(server.address);
  await done(somebody, 'POST', '/api/session', { bureau, login, password });
  if (next !== null)
    await done(somebody, 'PUT', '/api/session/password', { current: password, next });
  const { secret } = await done(somebody, 'POST', '/api/session/enrolment');
  const code = new TOTP({ secret: Secret.fromBase32(String(secret)) }).generate();
  await done(somebody, 'PUT', '/api/session/enrolment', { secret, code });
  return somebody;
}

async function openUnit(who: Visitor, name: string, functions: readonly string[]): Promise<string> {
  const { unit } = await done(who, 'POST', '/api/units', { name, kind: 'department', functions });
  return String(Reflect.get(Object(unit), 'id'));
}

async function register(who: Visitor, name: string, unit: string, post: string): Promise<string> {
  const { person } = await done(who, 'POST', '/api/people', { name, unit, post });
  return String(Reflect.get(Object(person), 'id'));
}

/** The answer of a call that must not be refused. */
export async function done(
  who: Visitor,
  method: string,
  path: string,
  body?: unknown,
): Promise<Record<string, unknown>> {
  const answer = await who.call(method, path, body);
  if (answer.status >= 300)
    throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}
