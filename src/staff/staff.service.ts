/** Acts of the staff register: people, certificates, training, reviewers, duties, accounts. */
import type { NewAct } from '../act/act.ts';
import { requestHash } from '../act/act.store.ts';
import { asData, type Recorder } from '../act/recorder.ts';
import type { Registry } from '../bureau/registry.ts';
import { momentAt } from '../calendar/moment.ts';
import { invalid } from '../matter/refusal.ts';
import { isDuty, type StaffActCode, type StaffDataOf, type StaffMember } from './staff.ts';
import { staffProjection } from './staff.projection.ts';
import { staffFault } from './staff.refusals.ts';

export interface StaffWorld {
  readonly recorder: Recorder;
  readonly registry: Registry;
  readonly now: () => number;
  readonly newId: () => string;
  readonly committed: (bureau: string) => void;
}

/** An act in a person's stream. */
export type StaffAct = {
  readonly [C in StaffActCode]: {
    readonly type: C;
    readonly data: StaffDataOf<C>;
    /** UUIDv7 of the command; the same id sent twice has one effect. */
    readonly id?: string | undefined;
  };
}[StaffActCode];

export interface StaffService {
  /** Records acts about a person, who is registered by the first of them. Throws CommandRefused. */
  record(
    bureau: string,
    by: string,
    person: string,
    acts: readonly StaffAct[],
    at?: string,
  ): Promise<StaffMember>;
}

export function createStaffService(world: StaffWorld): StaffService {
  /** The person an earlier command with this id was about; refuses an id used for something else. */
  async function earlierPerson(
    bureau: string,
    acts: readonly StaffAct[],
    person: string,
    hash: Uint8Array,
  ): Promise<StaffMember | null> {
    const [first] = acts;
    if (first?.id === undefined) return null;
    const earlier = await world.recorder.earlier('staff', bureau, first.id);
    if (!earlier) return null;
    const { kind, id } = earlier.stream;
    // Whom a registration is about is settled only when it is recorded.
    const isSame = kind === 'officer' && (id === person || first.type === 'officer.registered');
    if (!isSame || Buffer.compare(earlier.requestHash, hash) !== 0) throw invalid('command/reused');
    return (await world.registry.people(bureau)).get(id) ?? null;
  }

  return {
    async record(bureauId, by, person, acts, at = momentAt(world.now()).text) {
      const bureau = await world.registry.bureau(bureauId);
      if (!bureau) throw invalid('matter/not-found');
      const news = acts.map(
        ({ type, data, id }): NewAct => ({
          id: id ?? world.newId(),
          type,
          happened: at,
          by: [],
          recordedBy: by,
          pack: type === 'reviewer.listed' ? bureau.rules : null,
          data: asData(data),
        }),
      );
      const hash = requestHash(acts.map(({ type, data }) => [by, type, { ...data }]));
      const stream = { kind: 'officer', id: person } as const;
      const projection = staffProjection(bureauId);
      const earlier = await earlierPerson(bureauId, acts, person, hash);
      if (earlier) return earlier;
      const result = await world.recorder
        .record<StaffMember>({
          role: 'staff',
          bureau: bureauId,
          stream,
          projection,
          requestHash: hash,
          decide: ({ state }) => {
            refuseUnfit(state, acts, by, person);
            return Promise.resolve({ acts: news });
          },
        })
        .catch((error: unknown) => {
          const fault = staffFault(error);
          throw fault ? invalid('input/invalid', [fault]) : error;
        });
      if (result.outcome === 'repeated') {
        const repeated = await earlierPerson(bureauId, acts, person, hash);
        if (repeated) return repeated;
      }
      if (result.outcome !== 'recorded' || !result.loaded.state) throw invalid('command/contended');
      world.registry.changed(bureauId);
      world.committed(bureauId);
      return result.loaded.state;
    },
  };
}

/** 三员分立: an administrator has that one duty and no other work, and nobody grants duties to themselves. */
function refuseUnfit(
  member: StaffMember | null,
  acts: readonly StaffAct[],
  by: string,
  person: string,
): void {
  if (!member && acts[0]?.type !== 'officer.registered') throw invalid('matter/not-found');
  if (member && acts[0]?.type === 'officer.registered') throw invalid('command/reused');
  const roles = new Set<string>([...(member?.roles ?? []), ...(member?.duties ?? [])]);
  for (const act of acts) {
    if (
      (act.type === 'certificate.issued' || act.type === 'reviewer.listed') &&
      act.data.until < act.data.from
    )
      throw invalid('input/invalid', [
        { pointer: '/until', code: 'field/range-reversed', message: '止日早于起日。' },
      ]);
    if (act.type === 'reviewer.listed' && act.data.lawLicence && !act.data.licenceNumber)
      throw invalid('input/invalid', [
        {
          pointer: '/licenceNumber',
          code: 'field/missing',
          message: '还缺“法律职业资格证号”。',
        },
      ]);
    if (act.type === 'duty.granted') {
      if (by === person) throw invalid('act/not-permitted');
      roles.add(act.data.role);
    }
    if (act.type === 'duty.withdrawn') roles.delete(act.data.role);
  }
  if ([...roles].some(isDuty) && roles.size > 1) throw invalid('staff/duties-apart');
}
