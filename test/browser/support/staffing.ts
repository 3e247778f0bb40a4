/** The people of a bureau: made by its administrators, each signing in for the first time in a browser of their own. */
import type { Browser, Page } from '@playwright/test';
import { firstSignIn, type Installation, type Person, sitDown } from './bureau.ts';

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
  archivist: { name: '许丽卿', unit: 'legal', post: '档案管理', roles: ['archivist'] },
};

export interface Administrators {
  readonly sysadmin: Page;
  readonly secadmin: Page;
}

/** Units, people, their papers and roles, through the API the administrators' pages use; accounts, and everybody signed in. */
export async function hire(
  browser: Browser,
  { program }: Installation,
  { sysadmin, secadmin }: Administrators,
): Promise<Staff> {
  const units = {
    food: await openUnit(sysadmin, '食品安全监督管理股', ['enforcement']),
    legal: await openUnit(sysadmin, '法规股', ['legal-review']),
  };
  const staff: Partial<Record<Login, Person>> = {};
  for (const login of LOGINS) {
    const { name, unit, post, roles, certificate, lawLicence } = MEMBERS[login];
    const made = await post_(sysadmin, '/people', { name, unit: units[unit], post });
    const { id } = made['person'] as { readonly id: string }; // as the API says
    const record = (who: Page, act: string, data: object) =>
      post_(who, `/people/${id}/acts/${act}`, data);
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
    const { password } = await post_(sysadmin, `/people/${id}/password`);
    const person = await sitDown(browser, program, name, login);
    await firstSignIn(person, String(password), PASSWORD);
    staff[login] = person;
  }
  return staff as Staff; // one for each login
}

async function openUnit(page: Page, name: string, functions: readonly string[]): Promise<string> {
  const { unit } = await post_(page, '/units', { name, kind: 'department', functions });
  return (unit as { readonly id: string }).id; // as the API says
}

/** A command of the API with the cookie of the page. */
async function post_(
  page: Page,
  path: string,
  data: object = {},
): Promise<Record<string, unknown>> {
  const response = await page.request.post(`/api${path}`, { data });
  if (!response.ok()) throw new Error(`${path}: ${response.status()} ${await response.text()}`);
  return response.json();
}
