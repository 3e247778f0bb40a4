/** People of the bureau: the register, certificates, duties, accounts. Three administrators share it, each their part. */
import { randomBytes } from 'node:crypto';
import { Type } from 'typebox';
import type { BureauService } from '../bureau/bureau.service.ts';
import type { Unit } from '../bureau/bureau.ts';
import type { Registry } from '../bureau/registry.ts';
import { fault } from '../http/field-faults.ts';
import type { Database } from '../platform/db/pool.ts';
import { HttpProblem } from '../http/problems.ts';
import { type Route, route } from '../http/route.ts';
import { asTable, exact, opt, uuid } from '../http/shapes.ts';
import { sendTable } from '../http/table.ts';
import { isStrongPassword } from './password.ts';
import type { SessionService, SignedIn } from './session.service.ts';
import { POST_LENGTH } from './lengths.ts';
import { type Duty, STAFF_ACT_DATA, type StaffActCode, type StaffMember } from './staff.ts';
import type { PersonView } from './staff.api.ts';
import { UNIT_FUNCTIONS, UNIT_KINDS } from './unit.texts.ts';
import { roleListWords } from './role.texts.ts';
import { staffFault } from './staff.refusals.ts';
import type { StaffAct, StaffService } from './staff.service.ts';

const text = Type.String({ minLength: 1, maxLength: 200 });
const unitName = Type.String({ minLength: 1, maxLength: POST_LENGTH });

/**
 * Acts about somebody who is registered, each with the administrator who records it: the system administrator people and
 * accounts, the security administrator who may do what.
 */
const ACTS: Readonly<
  Record<Exclude<StaffActCode, 'officer.registered'>, readonly [by: Duty, summary: string]>
> = {
  'post.changed': ['sysadmin', 'Give a person another unit or post.'],
  'officer.left': ['sysadmin', 'A person leaves the bureau; roles and account end with it.'],
  'certificate.issued': ['sysadmin', 'A person is issued a certificate of law enforcement.'],
  'certificate.revoked': ['sysadmin', 'A certificate ends before its time.'],
  'training.completed': ['sysadmin', 'A person has completed the training before office.'],
  'account.opened': ['sysadmin', 'Give a person an account under a login.'],
  'account.closed': ['sysadmin', 'Close the account of a person; the login stays theirs.'],
  'reviewer.listed': ['secadmin', 'Put a person on the list of legal reviewers.'],
  'duty.granted': ['secadmin', 'Give a person a role, or the duty of an administrator.'],
  'duty.withdrawn': ['secadmin', 'Take a role or duty away.'],
};

const actCodes = Object.keys(ACTS) as (keyof typeof ACTS)[]; // its own keys

/** The data of an act, with the id of the command beside it. */
const commandOf = (code: keyof typeof ACTS) =>
  Type.Object({ ...STAFF_ACT_DATA[code].properties, id: opt(uuid) }, exact);
const registration = Type.Object(
  { ...STAFF_ACT_DATA['officer.registered'].properties, id: opt(uuid) },
  exact,
);

export interface StaffRoutesWorld {
  readonly db: Database;
  readonly staff: StaffService;
  readonly bureaus: BureauService;
  readonly sessions: SessionService;
  readonly registry: Registry;
  readonly newId: () => string;
}

export function staffRoutes({
  db,
  staff,
  bureaus,
  sessions,
  registry,
  newId,
}: StaffRoutesWorld): Route[] {
  /** One address for each act, which asks for what that act says. */
  function actRoute(code: keyof typeof ACTS): Route {
    const [duty, summary] = ACTS[code];
    return route({
      method: 'POST',
      path: `/api/people/:person/acts/${code}`,
      access: { any: [duty] },
      summary,
      params: Type.Object({ person: uuid }),
      body: commandOf(code),
      answer: 'Person',
      async handle({ session, params, body: { id, ...data } }) {
        // Checked against the schema of that code.
        const act = { type: code, data, id } as unknown as StaffAct;
        if (act.type === 'post.changed')
          await refuseUnknownUnit(registry, session.bureau, act.data.unit);
        const { bureau, person: by } = session;
        const person = await staff.record(bureau, by.id, params.person, [act]);
        return { person: await personView(db, registry, session, person) };
      },
    });
  }

  return [
    route({
      method: 'GET',
      path: '/api/people',
      access: 'signed-in',
      summary: 'The people of the bureau; with format=xlsx as a table.',
      query: asTable,
      answer: 'People',
      async handle({ session, query, reply }) {
        const people = await peopleOf(db, registry, session);
        return query.format ? sendTable(reply, '人员名录', people.map(personLine)) : { people };
      },
    }),
    route({
      method: 'POST',
      path: '/api/people',
      access: { any: ['sysadmin'] },
      summary: 'Register a person.',
      body: registration,
      answer: 'Person',
      async handle({ session, body: { id, ...data } }) {
        await refuseUnknownUnit(registry, session.bureau, data.unit);
        const person = await staff.record(session.bureau, session.person.id, newId(), [
          { type: 'officer.registered', data, id },
        ]);
        return { person: await personView(db, registry, session, person) };
      },
    }),
    ...actCodes.map(actRoute),
    route({
      method: 'POST',
      path: '/api/people/:person/password',
      access: { any: ['sysadmin'] },
      summary: 'Give an account a new password, shown once and to be changed at the first sign-in.',
      params: Type.Object({ person: uuid }),
      answer: 'Password',
      async handle({ session, params }) {
        const person = (await registry.people(session.bureau)).get(params.person);
        if (!person || person.login === null) throw new HttpProblem('matter/not-found');
        const password = newPassword(person.login);
        await sessions
          .setPassword(session.bureau, person.id, person.login, password)
          .catch((error: unknown) => {
            // The login of an account that was closed stays its own.
            const taken = staffFault(error);
            throw taken ? new HttpProblem('input/invalid', [taken]) : error;
          });
        return { password };
      },
    }),
    route({
      method: 'DELETE',
      path: '/api/people/:person/code',
      access: { any: ['secadmin'] },
      summary:
        'Take a lost code generator away; the next sign-in enrols another. Together with a new password this takes two administrators.',
      params: Type.Object({ person: uuid }),
      async handle({ session, params }) {
        const person = (await registry.people(session.bureau)).get(params.person);
        if (!person || person.login === null) throw new HttpProblem('matter/not-found');
        await sessions.forgetCode(session.bureau, person.id);
      },
    }),
    route({
      method: 'GET',
      path: '/api/units',
      access: 'signed-in',
      summary: 'The units of the bureau and what each is for; with format=xlsx as a table.',
      query: asTable,
      answer: 'Units',
      async handle({ session, query, reply }) {
        const units = (await registry.bureau(session.bureau))?.units ?? [];
        if (!query.format) return { units };
        const people = [...(await registry.people(session.bureau)).values()];
        return sendTable(
          reply,
          '机构',
          units.map(({ id, name, kind, functions }) => ({
            机构: name,
            类别: UNIT_KINDS[kind],
            职能: functions.map((one) => UNIT_FUNCTIONS[one] ?? one).join('、'),
            人数: people.filter((one) => one.active && one.unit === id).length,
          })),
          ['机构', '类别', '职能', '人数'],
        );
      },
    }),
    route({
      method: 'POST',
      path: '/api/units',
      access: { any: ['sysadmin'] },
      summary: 'Open a unit: a department, a station or an entrusted institution.',
      body: Type.Object(
        {
          name: unitName,
          kind: Type.Enum(['department', 'station', 'entrusted']),
          functions: Type.Array(text, { maxItems: 20 }),
          /** Of the command, and of the unit it opens. */
          id: opt(uuid),
        },
        exact,
      ),
      answer: 'Unit',
      async handle({ session, body: { id = newId(), ...unit } }) {
        await bureaus.openUnit(session.bureau, session.person.id, { unit: id, ...unit }, id);
        return { unit: { id, ...unit } };
      },
    }),
  ];
}

/** Chance may put a short login into a password, which would then be refused as weak. */
function newPassword(login: string): string {
  for (;;) {
    const password = `${randomBytes(9).toString('base64url')}-7a`;
    if (isStrongPassword(password, login)) return password;
  }
}

async function refuseUnknownUnit(registry: Registry, bureau: string, unit: string): Promise<void> {
  const units = (await registry.bureau(bureau))?.units ?? [];
  if (!units.some(({ id }) => id === unit))
    throw new HttpProblem('input/invalid', [fault('/unit', 'field/choice-unknown')]);
}

async function personView(
  db: Database,
  registry: Registry,
  session: SignedIn,
  person: StaffMember,
): Promise<PersonView> {
  const bureau = await registry.bureau(session.bureau);
  return viewOf(person, bureau?.units ?? [], await issuersOf(db, session.bureau, person.id));
}

async function peopleOf(
  db: Database,
  registry: Registry,
  session: SignedIn,
): Promise<PersonView[]> {
  const people = await registry.people(session.bureau);
  const bureau = await registry.bureau(session.bureau);
  const issuers = await issuersOf(db, session.bureau, null);
  return [...people.values()]
    .map((person) => viewOf(person, bureau?.units ?? [], issuers))
    .toSorted((a, b) => byWords(a.unitName, b.unitName) || byWords(a.name, b.name));
}

/** As a Chinese list is read: by the sound of the words. */
const byWords = new Intl.Collator('zh-CN').compare;

function viewOf(
  person: StaffMember,
  units: readonly Unit[],
  issuers: ReadonlyMap<string, string>,
): PersonView {
  const { certificate } = person;
  return {
    ...person,
    unitName: units.find(({ id }) => id === person.unit)?.name ?? '',
    certificate: certificate && {
      ...certificate,
      issuer: issuers.get(`${person.id} ${certificate.number}`) ?? '',
    },
  };
}

/** Who issued each certificate, by person and number; of one person or of all. */
async function issuersOf(
  db: Database,
  bureau: string,
  person: string | null,
): Promise<ReadonlyMap<string, string>> {
  const rows = await db.query<{ officer_id: string; number: string; issuer: string }>(
    'desk',
    bureau,
    {
      text: `select officer_id, number, issuer from facts.certificate
        where bureau_id = $1 and ($2::uuid is null or officer_id = $2)`,
      values: [bureau, person],
    },
  );
  return new Map(rows.map(({ officer_id, number, issuer }) => [`${officer_id} ${number}`, issuer]));
}

function personLine(person: PersonView): Record<string, string> {
  const { certificate, listing } = person;
  return {
    姓名: person.name,
    单位: person.unitName,
    职务: person.post,
    岗位: roleListWords([...person.roles, ...person.duties]),
    执法证号: certificate?.number ?? '',
    发证机关: certificate?.issuer ?? '',
    有效期自: certificate?.from ?? '',
    有效期至: certificate?.until ?? '',
    法律职业资格: listing?.lawLicence ? '有' : '',
    岗前培训: person.trained ?? '',
    账号: person.login ?? '',
    在岗: person.active ? '是' : '否',
  };
}
