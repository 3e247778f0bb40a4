/** Setting an empty installation up: a bureau, its first unit, and the three separate administrators (三员分立). */
import type { Registry } from './registry.ts';
import { type BureauService, INSTALLATION, streamFoundedBy } from './bureau.service.ts';
import type { BureauProfile } from './bureau.ts';
import { idFrom } from './id-from.ts';
import { setupProblems } from './setup-problems.ts';
import type { RehearsalProgress } from './setup.api.ts';
import { invalid } from '../matter/refusal.ts';
import type { SessionService } from '../staff/session.service.ts';
import { DUTIES, type Duty } from '../staff/staff.ts';
import type { StaffService } from '../staff/staff.service.ts';

export interface Administrator {
  readonly name: string;
  readonly login: string;
  readonly password: string;
}

export interface Setup {
  /** UUIDv7 of the command: known to whoever sent it first, and to nobody else. */
  readonly id: string;
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
}

/** Where the three administrators belong until the bureau arranges otherwise. */
const OFFICE = '综合股';

export interface SetupService {
  /** Whether nothing has been set up yet. */
  isEmpty(): Promise<boolean>;
  /**
   * Founds the bureau and its administrators. The same command again finishes what it began and has no other effect.
   * Throws CommandRefused where another bureau exists, or something in it does not hold.
   */
  found(setup: Setup): Promise<void>;
  /** Begins to load the rehearsal bureau, or goes on where that stopped; runs by itself. Throws CommandRefused where a real bureau exists. */
  startRehearsal(): Promise<void>;
  /** How far that is. */
  rehearsal(): RehearsalProgress | null;
}

export function createSetup(world: SetupWorld): SetupService {
  const { registry, bureaus, staff, sessions } = world;
  let last: Promise<unknown> = Promise.resolve();
  let loading: RehearsalProgress | null = null;

  async function isEmpty(): Promise<boolean> {
    return (await registry.bureaus()).length === 0;
  }

  async function hasRealBureau(): Promise<boolean> {
    const ids = await registry.bureaus();
    const found = await Promise.all(ids.map((id) => registry.bureau(id)));
    return found.some((bureau) => bureau?.rehearsal === false);
  }

  /** One after the other: what is sent twice at once is answered twice. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = last.then(work);
    last = done.catch(() => null);
    return done;
  }

  async function foundOrGoOn(setup: Setup): Promise<void> {
    const { id, area, administrators, ...bureau } = setup;
    const isBegun = (await registry.bureau(area))?.stream === streamFoundedBy(id);
    if (!isBegun && !(await isEmpty())) throw invalid('setup/done');
    const problems = setupProblems(setup);
    if (problems.length > 0) throw invalid('input/invalid', problems);
    await bureaus.found({ ...bureau, id, area, rehearsal: false });
    const unit = idFrom(id, 'unit');
    await bureaus.openUnit(
      area,
      INSTALLATION,
      { unit, name: OFFICE, kind: 'department', functions: [] },
      unit,
    );
    for (const duty of DUTIES) {
      const { name, login, password } = administrators[duty];
      const person = idFrom(id, duty);
      await staff.record(area, INSTALLATION, person, [
        {
          id: person,
          type: 'officer.registered',
          data: { name, unit, post: POSTS[duty] },
        },
        { type: 'duty.granted', data: { role: duty } },
        { type: 'account.opened', data: { login } },
      ]);
      // Whoever has signed in since and changed theirs keeps it.
      if (!(await sessions.setFirstPassword(area, person, login, password)))
        throw invalid('setup/done');
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
    found: (setup) => inTurn(() => foundOrGoOn(setup)),
  };
}

const POSTS: Readonly<Record<Duty, string>> = {
  sysadmin: '系统管理员',
  secadmin: '安全管理员',
  auditadmin: '审计管理员',
};
