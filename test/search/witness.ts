/** Which guards are needed: those that alone keep out an act, as is seen while the whole table is searched. */
import type { Procedure } from '../../src/matter/procedure.ts';
import { guardsOf, isOfOrder, lacking, nameOf } from './guards.ts';
import type { Properties } from './property.ts';
import { brokenBy, type Options, refusalsOf, type Scene } from './search.ts';

interface Suspect {
  readonly name: string;
  readonly what: string;
  readonly ofOrder: boolean;
  readonly without: Procedure;
}

export class Witnesses {
  /** Guards that alone kept out an act which breaks their property, by name, each with the scene of that act. */
  readonly found = new Map<string, Scene>();
  /** Guards whose property some act broke that is refused even when the guard is deleted. */
  readonly doubled = new Set<string>();
  private readonly properties: Properties;
  private readonly suspects = new Map<string, Suspect[]>();

  constructor(table: Procedure, properties: Properties) {
    this.properties = properties;
    for (const guard of guardsOf(table)) {
      const suspect = {
        name: nameOf(guard),
        what: guard.what,
        ofOrder: isOfOrder(guard),
        without: lacking(table, guard),
      };
      this.suspects.set(guard.act, [...(this.suspects.get(guard.act) ?? []), suspect]);
    }
  }

  /** Watches what the search of a scene sees refused. */
  watch(scene: Scene): NonNullable<Options['refused']> {
    const { world } = scene;
    return ({ matter, past }, act, refusals) => {
      const [why] = refusals;
      for (const { name, what, ofOrder, without } of this.suspects.get(act.code) ?? []) {
        if (this.found.has(name)) continue;
        if (ofOrder ? why !== 'act/out-of-order' : refusals.length > 1 || why !== what) continue;
        if (!brokenBy(act, past, world, this.properties).includes(what)) continue;
        const still = refusalsOf({ matter: { ...matter, procedure: without } }, act, { world });
        if (still.length > 0) this.doubled.add(name);
        else this.found.set(name, scene);
      }
    };
  }
}
