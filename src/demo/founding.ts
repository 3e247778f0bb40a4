/** Founding the rehearsal bureau: its units, its people with their papers, their accounts. */
import { addDays, type PlainDate } from '../calendar/plain-date.ts';
import { INSTALLATION } from '../bureau/bureau.service.ts';
import type { Services } from '../server/services.ts';
import type { SessionService } from '../staff/session.service.ts';
import { isDuty } from '../staff/staff.ts';
import type { StaffAct } from '../staff/staff.service.ts';
import { DEMO_PASSWORD, demoSecret } from './accounts.ts';
import { CERTIFICATE, type DemoPerson, PEOPLE, PROFILE, TRAINING, UNITS } from './bureau.texts.ts';
import { personId, unitId } from './cast.ts';
import { DEMO_AREA } from './demo-ids.ts';

/** Whose rules the rehearsal bureau follows. */
const PACK = 'licheng';
/** The people's papers are this many days older than the bureau. */
const BEFORE = 700;

export interface Founding {
  readonly services: Services;
  readonly sessions: SessionService;
  /** The last day of the rehearsal. */
  readonly end: PlainDate;
  /** When the bureau is founded: ISO 8601 in China. */
  readonly at: string;
}

/** Founds what is not there yet; a founding that stopped goes on. */
export async function foundBureau(founding: Founding): Promise<void> {
  const { services, at } = founding;
  const { registry, bureaus } = services;
  const bureau =
    (await registry.bureau(DEMO_AREA)) ??
    (await bureaus.found({ area: DEMO_AREA, pack: PACK, rehearsal: true, profile: PROFILE, at }));
  for (const { key, name, kind, functions } of UNITS)
    if (!bureau.units.some((unit) => unit.id === unitId(key)))
      await bureaus.openUnit(DEMO_AREA, INSTALLATION, {
        unit: unitId(key),
        name,
        kind,
        functions: [...functions],
      });
  for (const person of PEOPLE) await hire(founding, person);
}

async function hire({ services, sessions, end, at }: Founding, person: DemoPerson): Promise<void> {
  const { registry, staff } = services;
  const id = personId(person.login);
  const [sysadmin, secadmin] = administrators(person);
  const known = (await registry.people(DEMO_AREA)).get(id);
  if (!known) await staff.record(DEMO_AREA, sysadmin, id, registration(person, at, end), at);
  if (!known || known.roles.length + known.duties.length === 0)
    await staff.record(DEMO_AREA, secadmin, id, grants(person, at, end), at);
  await sessions.setPassword(DEMO_AREA, id, person.login, DEMO_PASSWORD, true);
  await sessions.setCode(DEMO_AREA, id, demoSecret(person.login));
}

/** Who registers somebody and who gives the duties; the administrators themselves come with the installation. */
function administrators({ roles }: DemoPerson): readonly [string, string] {
  return roles.some(isDuty)
    ? [INSTALLATION, INSTALLATION]
    : [personId('xitong'), personId('anquan')];
}

function registration(person: DemoPerson, at: string, end: PlainDate): StaffAct[] {
  const { name, unit, post, login, certificate, certificateLeft = 730 } = person;
  const start = dayOf(at);
  return [
    { type: 'officer.registered', data: { name, unit: unitId(unit), post } },
    ...(certificate === undefined
      ? []
      : [
          {
            type: 'training.completed',
            data: { on: addDays(start, -BEFORE + 30), course: TRAINING },
          } as const,
          {
            type: 'certificate.issued',
            data: {
              number: `${CERTIFICATE.prefix}${certificate}`,
              issuerKind: CERTIFICATE.issuerKind,
              issuer: CERTIFICATE.issuer,
              from: addDays(start, -BEFORE + 60),
              until: addDays(end, certificateLeft),
            },
          } as const,
        ]),
    { type: 'account.opened', data: { login } },
  ];
}

function grants({ roles, reviewer }: DemoPerson, at: string, end: PlainDate): StaffAct[] {
  return [
    ...roles.map((role): StaffAct => ({ type: 'duty.granted', data: { role } })),
    ...(reviewer
      ? [
          {
            type: 'reviewer.listed',
            data: {
              lawLicence: reviewer.licence !== undefined,
              ...(reviewer.licence === undefined ? {} : { licenceNumber: reviewer.licence }),
              firstReviewOn: reviewer.since,
              from: dayOf(at),
              until: addDays(end, 730),
              licenceSince: '2021-07-15',
            },
          } as const,
        ]
      : []),
  ];
}

function dayOf(at: string): PlainDate {
  return at.slice(0, 10) as PlainDate; // a day is what such a moment begins with
}
