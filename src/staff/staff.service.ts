/** Acts of the staff register: people, certificates, training, reviewers, duties, accounts. */
import type { NewAct } from '../act/act.ts';
import { requestHash } from '../act/act.store.ts';
import { asData, type Recorder } from '../act/recorder.ts';
import type { Registry } from '../bureau/registry.ts';
import { momentAt } from '../calendar/moment.ts';
import { invalid } from '../matter/refusal.ts';
import { isDuty, type StaffActCode, type StaffDataOf, type StaffMember } from './staff.ts';
import { staffProjection } from './staff.projection.ts';

export interface StaffWorld {
  readonly recorder: Recorder;
  readonly registry: Registry;
  readonly now: () => number;
  readonly newId: () => string;
  readonly committed: (bureau: string) => void;
}

/** An act in a person's stream. */
export type StaffAct = {
  readonly [C in StaffActCode]: { readonly type: C; readonly data: StaffDataOf<C> };
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
  return {
    async record(bureauId, by, person, acts, at = momentAt(world.now()).text) {
      const bureau = await world.registry.bureau(bureauId);
      if (!bureau) throw invalid('matter/not-found');
      const news = acts.map(
        ({ type, data }): NewAct => ({
          id: world.newId(),
          type,
          happened: at,
          by: [],
          recordedBy: by,
          pack: type === 'reviewer.listed' ? bureau.rules : null,
          data: asData(data),
        }),
      );
      const result = await world.recorder.record<StaffMember>({
        role: 'staff',
        bureau: bureauId,
        stream: { kind: 'officer', id: person },
        projection: staffProjection(bureauId),
        requestHash: requestHash(acts.map(({ type, data }) => [type, { ...data }])),
        decide: ({ state }) => {
          refuseUnfit(state, acts, by, person);
          return Promise.resolve({ acts: news });
        },
      });
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
  const roles = new Set<string>([...(member?.roles ?? []), ...(member?.duties ?? [])]);
  for (const act of acts) {
    if (
      (act.type === 'certificate.issued' || act.type === 'reviewer.listed') &&
      act.data.until < act.data.from
    )
      throw invalid('input/invalid', [
        { pointer: '/until', code: 'field/range-reversed', message: '止日早于起日。' },
      ]);
    if (act.type === 'duty.granted') {
      if (by === person) throw invalid('act/not-permitted');
      roles.add(act.data.role);
    }
    if (act.type === 'duty.withdrawn') roles.delete(act.data.role);
  }
  if ([...roles].some(isDuty) && roles.size > 1) throw invalid('staff/duties-apart');
}
