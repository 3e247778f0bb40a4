/** Founding a bureau, adopting rule packs, opening units, publishing what must be public beforehand. */
import type { NewAct } from '../act/act.ts';
import { requestHash } from '../act/act.store.ts';
import { asData, type Recorder } from '../act/recorder.ts';
import { momentAt } from '../calendar/moment.ts';
import { fault } from '../http/field-faults.ts';
import type { Role as DatabaseRole } from '../platform/db/roles.ts';
import type { PackStore } from '../platform/rules/pack-store.ts';
import { invalid } from '../matter/refusal.ts';
import {
  type Bureau,
  type BureauActCode,
  type BureauDataOf,
  type BureauProfile,
} from './bureau.ts';
import { bureauProjection } from './bureau.projection.ts';
import { idFrom } from './id-from.ts';
import type { Registry } from './registry.ts';

export interface BureauWorld {
  readonly recorder: Recorder;
  readonly registry: Registry;
  readonly packs: PackStore;
  readonly now: () => number;
  readonly newId: () => string;
  readonly committed: (bureau: string) => void;
}

/** The account that acts before there are any: the installation itself. */
export const INSTALLATION = '00000000-0000-7000-8000-000000000000';

export interface BureauService {
  /**
   * Founds a bureau and lets it adopt the current rule pack. With the `id` of a command the same again has no second effect.
   * Throws CommandRefused when another of that area exists.
   */
  found(founding: Founding): Promise<Bureau>;
  /** Adopts the current pack where the bureau has not yet; says whether it did. */
  adopt(bureau: string): Promise<boolean>;
  /** Opens a unit; with the `id` of a command the same again has no second effect. */
  openUnit(
    bureau: string,
    by: string,
    unit: BureauDataOf<'unit.opened'>,
    id?: string,
  ): Promise<void>;
  /** What the law wants public beforehand at that bureau today, in its order. */
  noticeItems(bureau: string): Promise<readonly string[]>;
  /** Publishes a new version of an item. Throws CommandRefused where the law does not list it. */
  publishNotice(
    bureau: string,
    by: string,
    id: string,
    notice: BureauDataOf<'notice.published'>,
  ): Promise<void>;
}

export interface Founding {
  readonly area: string;
  /** Whose rules it follows: a bureau's id in the pack, or `national`. */
  readonly pack: string;
  readonly rehearsal: boolean;
  readonly profile: BureauProfile;
  /** When it is founded, for a rehearsal that begins in the past; now otherwise. */
  readonly at?: string;
  /** UUIDv7 of the command. */
  readonly id?: string;
}

/** The stream of the bureau that the command with this id founds. */
export function streamFoundedBy(id: string): string {
  return idFrom(id, 'bureau');
}

export function createBureauService(world: BureauWorld): BureauService {
  function act<C extends BureauActCode>(
    type: C,
    data: BureauDataOf<C>,
    by: string,
    at: string,
    id = world.newId(),
  ): NewAct {
    return { id, type, happened: at, by: [], recordedBy: by, pack: null, data: asData(data) };
  }

  async function record(
    role: DatabaseRole,
    bureau: string,
    stream: string,
    acts: readonly NewAct[],
  ): Promise<void> {
    const hash = requestHash(acts.map((one) => [one.id, one.type, one.recordedBy, one.data]));
    const result = await world.recorder.record({
      role,
      bureau,
      stream: { kind: 'bureau', id: stream },
      projection: bureauProjection(bureau),
      requestHash: hash,
      decide: () => Promise.resolve({ acts }),
    });
    if (result.outcome === 'contended') throw invalid('command/contended');
    if (result.outcome === 'repeated') {
      const earlier = await world.recorder.earlier(role, bureau, acts[0]?.id ?? '');
      if (!earlier || Buffer.compare(earlier.requestHash, hash) !== 0)
        throw invalid('command/reused');
    }
    world.registry.changed(bureau);
    world.committed(bureau);
  }

  async function existing(id: string): Promise<Bureau> {
    const bureau = await world.registry.bureau(id);
    if (!bureau) throw invalid('matter/not-found');
    return bureau;
  }

  function itemsOf({ rules, pack }: Bureau): readonly string[] {
    const { packs } = world;
    const adopted = rules === null ? packs.current.pack : packs.byHash(rules);
    return adopted.law(pack).value('publish.beforehand', momentAt(world.now()).day);
  }

  function adoption(pack: string, at: string): BureauDataOf<'rules.adopted'> {
    const { current } = world.packs;
    const law = current.pack.law(pack);
    const { day } = momentAt(Date.parse(at));
    return {
      hash: current.hash,
      scope: law.value('review.scope', day),
      list: law.value('review.list', day),
      items: law.value('review.items', day),
      penaltyItems: law.value('review.items.penalty', day),
      licenceFor: law.value('review.licenceFor', day),
      licenceSince: law.value('review.licence.since', day),
      summaryNatural: law.value('summary.limit.natural', day),
      summaryOrganisation: law.value('summary.limit.organisation', day),
    };
  }

  return {
    async found({ area, pack, rehearsal, profile, at, id = world.newId() }) {
      const stream = streamFoundedBy(id);
      const known = await world.registry.bureau(area);
      if (known && known.stream !== stream) throw invalid('command/reused');
      const moment = at ?? momentAt(world.now()).text;
      await world.packs.keepCurrent();
      await record('rules', area, stream, [
        act('bureau.founded', { area, pack, rehearsal, profile }, INSTALLATION, moment, id),
        act('rules.adopted', adoption(pack, moment), INSTALLATION, moment, idFrom(id, 'rules')),
      ]);
      return existing(area);
    },
    async adopt(id) {
      const bureau = await existing(id);
      if (bureau.rules === world.packs.current.hash) return false;
      await world.packs.keepCurrent();
      const at = momentAt(world.now()).text;
      await record('rules', id, bureau.stream, [
        act('rules.adopted', adoption(bureau.pack, at), INSTALLATION, at),
      ]);
      return true;
    },
    async openUnit(id, by, unit, key) {
      const bureau = await existing(id);
      await record('staff', id, bureau.stream, [
        act('unit.opened', unit, by, momentAt(world.now()).text, key),
      ]);
    },
    noticeItems: async (id) => itemsOf(await existing(id)),
    async publishNotice(id, by, key, notice) {
      const bureau = await existing(id);
      if (!itemsOf(bureau).includes(notice.item))
        throw invalid('input/invalid', [fault('/item', 'field/choice-unknown')]);
      await record('desk', id, bureau.stream, [
        act('notice.published', notice, by, momentAt(world.now()).text, key),
      ]);
    },
  };
}
