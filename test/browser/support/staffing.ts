/** The people of a bureau: made by its administrators, each signing in for the first time in a browser of their own. */
import { type Browser, expect, type Page } from '@playwright/test';
import { firstSignIn, type Installation, type Person, sitDown } from './bureau.ts';
import { button } from './button.ts';
import { look } from './looks.ts';

export const LOGINS = [
  'officer1',
  'officer2',
  'unithead',
  'head',
  'reviewer',
  'publisher',
  'archivist',
] as const;
export type Login = (typeof LOGINS)[number];
export type Staff = Readonly<Record<Login, Person>>;

/** What whoever gets a password from the administrator sets instead. */
const PASSWORD = 'Tripod-of-Zheng-536';

interface Member {
  readonly name: string;
  readonly unit: 'food' | 'legal';
  readonly post: string;
  readonly roles: readonly string[];
  readonly certificate?: string;
  readonly lawLicence?: string;
}

const MEMBERS: Readonly<Record<Login, Member>> = {
  officer1: {
    name: '陈志雄',
    unit: 'food',
    post: '执法人员',
    roles: ['officer'],
    certificate: '350502-0311',
  },
  officer2: {
    name: '黄雅玲',
    unit: 'food',
    post: '执法人员',
    roles: ['officer'],
    certificate: '350502-0326',
  },
  unithead: { name: '苏建章', unit: 'food', post: '股长', roles: ['unit-head'] },
  head: { name: '王景峰', unit: 'food', post: '局长', roles: ['head'] },
  reviewer: {
    name: '蔡明哲',
    unit: 'legal',
    post: '法制审核',
    roles: ['reviewer'],
    lawLicence: 'A20183505020117',
  },
  publisher: { name: '吴彩云', unit: 'legal', post: '公示管理', roles: ['publisher'] },
  archivist: {
    name: '许丽卿',
    unit: 'legal',
    post: '法规股股长',
    roles: ['archivist', 'unit-head'],
  },
};

export interface Administrators {
  readonly sysadmin: Page;
  readonly secadmin: Page;
}

/** Units, people, their papers and roles, and everybody signed in for the first time. The first officer by the pages, the others by the API under them. */
export async function hire(
  browser: Browser,
  { program }: Installation,
  administrators: Administrators,
): Promise<Staff> {
  const { sysadmin } = administrators;
  await openUnit(sysadmin, '食品安全监督管理股', '执法办案');
  await openUnit(sysadmin, '法规股', '法制审核');
  await look(sysadmin, 'units');
  const { units } = await read<{ readonly units: readonly Named[] }>(sysadmin, '/units');
  const unitId = (unit: Member['unit']) => units.find(({ name }) => name === UNITS[unit])?.id ?? '';
  const staff: Partial<Record<Login, Person>> = {};
  for (const login of LOGINS) {
    const member = MEMBERS[login];
    const password =
      login === 'officer1'
        ? await registerByHand(administrators, member, login)
        : await register(administrators, member, login, unitId(member.unit));
    const person = await sitDown(browser, program, member.name, login);
    await firstSignIn(person, password, PASSWORD);
    staff[login] = person;
  }
  return staff as Staff; // one for each login
}

interface Named {
  readonly id: string;
  readonly name: string;
}

const UNITS = { food: '食品安全监督管理股', legal: '法规股' } as const;

async function openUnit(page: Page, name: string, task: string): Promise<void> {
  await page.goto('/desk/units');
  const form = page.getByRole('form', { name: '设立机构' });
  await form.getByLabel(/^机构名称/).fill(name);
  await form.getByLabel(task, { exact: true }).check();
  await button(form, '设立机构').click();
  await expect(page.getByRole('cell', { name, exact: true })).toBeVisible();
}

/** As the two administrators do it on their pages; the password handed over. */
async function registerByHand(
  { sysadmin, secadmin }: Administrators,
  { name, unit, post, certificate = '' }: Member,
  login: string,
): Promise<string> {
  await sysadmin.goto('/desk/people/new');
  await sysadmin.getByLabel(/^姓名/).fill(name);
  await sysadmin.getByLabel(/^单位/).selectOption({ label: UNITS[unit] });
  await sysadmin.getByLabel(/^职务/).fill(post);
  await button(sysadmin, '登记').click();
  await expect(sysadmin.getByRole('heading', { name, level: 1 })).toBeVisible();
  await sheet(sysadmin, '登记新证', {
    证号: certificate,
    发证机关: '福建省人民政府',
    有效期自: '2023-01-01',
    有效期至: '2035-12-31',
  });
  await sheet(sysadmin, '登记培训', { 日期: '2023-12-01', 培训内容: '岗前培训' });
  await sheet(sysadmin, '开账号', { 用户名: login });
  await look(sysadmin, 'person');
  await button(sysadmin, '给新密码').click();
  const password = await sysadmin.getByRole('status').locator('code').innerText();

  await secadmin.goto(sysadmin.url());
  await button(secadmin, '授权').click();
  const grant = secadmin.getByRole('form', { name: '授权' });
  await grant.getByLabel(/^岗位或者职责/).selectOption({ label: '执法人员' });
  await button(grant, '登记').click();
  await expect(button(secadmin, '收回执法人员')).toBeVisible();
  return password;
}

/** Opens one of a person's acts, fills it in, hands it in. */
async function sheet(
  page: Page,
  act: string,
  values: Readonly<Record<string, string>>,
): Promise<void> {
  await button(page, act).click();
  const form = page.getByRole('form', { name: act });
  for (const [label, value] of Object.entries(values))
    await form.getByLabel(new RegExp(`^${label}(必填)?$`)).fill(value);
  await button(form, '登记').click();
  await expect(form).toBeHidden();
}

/** The same by the API those pages use. */
async function register(
  { sysadmin, secadmin }: Administrators,
  { name, post, roles, certificate, lawLicence }: Member,
  login: string,
  unit: string,
): Promise<string> {
  const { person } = await send<{ readonly person: Named }>(sysadmin, '/people', {
    name,
    unit,
    post,
  });
  const record = (who: Page, act: string, data: object) =>
    send(who, `/people/${person.id}/acts/${act}`, data);
  await record(sysadmin, 'training.completed', { on: '2023-12-01', course: '岗前培训' });
  if (certificate !== undefined)
    await record(sysadmin, 'certificate.issued', {
      number: certificate,
      issuerKind: 'provincial-government',
      issuer: '福建省人民政府',
      from: '2023-01-01',
      until: '2035-12-31',
    });
  if (lawLicence !== undefined)
    await record(secadmin, 'reviewer.listed', {
      lawLicence: true,
      licenceNumber: lawLicence,
      firstReviewOn: '2022-08-01',
      from: '2024-01-01',
      until: '2035-12-31',
      licenceSince: '2021-07-15',
    });
  for (const role of roles) await record(secadmin, 'duty.granted', { role });
  await record(sysadmin, 'account.opened', { login });
  const { password } = await send<{ readonly password: string }>(
    sysadmin,
    `/people/${person.id}/password`,
    {},
  );
  return password;
}

async function read<T>(page: Page, path: string): Promise<T> {
  return (await page.request.get(`/api${path}`)).json();
}

/** A command of the API by whoever sits at the page. */
async function send<T>(page: Page, path: string, data: object): Promise<T> {
  const response = await page.request.post(`/api${path}`, { data });
  if (!response.ok()) throw new Error(`${path}: ${response.status()} ${await response.text()}`);
  return response.json();
}
