/** Setting an empty installation up: a bureau, its first unit, and the three separate administrators (三员分立). */
import type { Registry } from './registry.ts';
import { type BureauService, INSTALLATION } from './bureau.service.ts';
import type { BureauProfile } from './bureau.ts';
import type { RehearsalProgress } from './setup.api.ts';
import { invalid } from '../matter/refusal.ts';
import { isStrongPassword } from '../staff/password.ts';
import type { SessionService } from '../staff/session.service.ts';
import { DUTIES, type Duty } from '../staff/staff.ts';
import type { StaffService } from '../staff/staff.service.ts';

export interface Administrator {
  readonly name: string;
  readonly login: string;
  readonly password: string;
}

export interface Setup {
  readonly area: string;
  /** Whose rules the bureau follows: an id in the rule pack, or `national`. */
  readonly pack: string;
  readonly profile: BureauProfile;
  readonly administrators: Readonly<Record<Duty, Administrator>>;
}

/** Loads the rehearsal bureau, telling how far it is. */
export type LoadRehearsal = (
  progress: (done: number, of: number, step: string) => void,
) => Promise<void>;

export interface SetupWorld {
  readonly loadRehearsal: LoadRehearsal;
  readonly failed: (error: unknown) => void;
  readonly registry: Registry;
  readonly bureaus: BureauService;
  readonly staff: StaffService;
  readonly sessions: SessionService;
  readonly newId: () => string;
}

/** Where the three administrators belong until the bureau arranges otherwise. */
const OFFICE = '综合股';

export interface SetupService {
  /** Whether nothing has been set up yet. */
  isEmpty(): Promise<boolean>;
  /** Founds the bureau and its administrators; throws CommandRefused where one exists or an account does not hold. */
  found(setup: Setup): Promise<void>;
  /** Begins to load the rehearsal bureau, or goes on where that stopped; runs by itself. Throws CommandRefused where a real bureau exists. */
  startRehearsal(): Promise<void>;
  /** How far that is. */
  rehearsal(): RehearsalProgress | null;
}

export function createSetup(world: SetupWorld): SetupService {
  const { registry, bureaus, staff, sessions, newId } = world;
  let busy = false;
  let loading: RehearsalProgress | null = null;

  async function isEmpty(): Promise<boolean> {
    return (await registry.bureaus()).length === 0;
  }

  async function hasRealBureau(): Promise<boolean> {
    const ids = await registry.bureaus();
    const found = await Promise.all(ids.map((id) => registry.bureau(id)));
    return found.some((bureau) => bureau?.rehearsal === false);
  }

  async function once<T>(work: () => Promise<T>): Promise<T> {
    if (busy) throw invalid('setup/done');
    busy = true;
    try {
      if (!(await isEmpty())) throw invalid('setup/done');
      return await work();
    } finally {
      busy = false;
    }
  }

  async function load(): Promise<void> {
    try {
      await world.loadRehearsal((done, of, step) => {
        loading = { state: 'running', done, of, step };
      });
      if (loading) loading = { ...loading, state: 'done' };
    } catch (error) {
      if (loading) loading = { ...loading, state: 'failed' };
      world.failed(error);
    }
  }

  return {
    isEmpty,
    rehearsal: () => loading,
    async startRehearsal() {
      if (loading?.state === 'running') return;
      // A load that stopped goes on where it was; the bureau then exists already.
      if (await hasRealBureau()) throw invalid('setup/done');
      loading = { state: 'running', done: 0, of: 1, step: '建立演示局' };
      void load();
    },
    found: (setup) =>
      once(async () => {
        refuseWeak(setup);
        await bureaus.found({ ...setup, rehearsal: false });
        const unit = newId();
        await bureaus.openUnit(setup.area, INSTALLATION, {
          unit,
          name: OFFICE,
          kind: 'department',
          functions: [],
        });
        for (const duty of DUTIES) {
          const { name, login, password } = setup.administrators[duty];
          const person = newId();
          await staff.record(setup.area, INSTALLATION, person, [
            { type: 'officer.registered', data: { name, unit, post: POSTS[duty] } },
            { type: 'duty.granted', data: { role: duty } },
            { type: 'account.opened', data: { login } },
          ]);
          await sessions.setPassword(setup.area, person, login, password, true);
        }
      }),
  };
}

const POSTS: Readonly<Record<Duty, string>> = {
  sysadmin: '系统管理员',
  secadmin: '安全管理员',
  auditadmin: '审计管理员',
};

function refuseWeak({ administrators }: Setup): void {
  const logins = DUTIES.map((duty) => administrators[duty].login);
  const problems = DUTIES.flatMap((duty) => {
    const { login, password } = administrators[duty];
    const pointer = `/administrators/${duty}`;
    return [
      ...(isStrongPassword(password, login)
        ? []
        : [
            {
              pointer: `${pointer}/password`,
              code: 'auth/password-weak',
              message: '至少十个字符，含两类以上，不含用户名。',
            },
          ]),
      ...(logins.filter((one) => one === login).length > 1
        ? [
            {
              pointer: `${pointer}/login`,
              code: 'staff/login-taken',
              message: '三个账号各不相同。',
            },
          ]
        : []),
    ];
  });
  if (problems.length > 0) throw invalid('input/invalid', problems);
}
