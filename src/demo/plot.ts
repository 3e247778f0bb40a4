/**
 * What the rehearsal's cases are made of. A plot is a list of beats; a scenario is a plot with the facts
 * its papers tell; a case is a scenario that happened to somebody and has come as far as one of its beats.
 */
import type { ActCode } from '../matter/act-data.ts';
import type { SubjectFlag } from '../matter/matter.ts';
import type { ScenarioName } from './scenarios/scenarios.ts';

/** A value with names in braces, as `{party}` or `{on:case.opened}`; `scope.ts` lists them. */
export type Template =
  | string
  | number
  | boolean
  | null
  | readonly Template[]
  | { readonly [name: string]: Template };
export type Templates = Readonly<Record<string, Template>>;

/** Who acts, by what they are in the case. `o1` and `o2` handle it, `approver` is the head or the deputy. */
export const CAST = [
  'o1',
  'o2',
  'unitHead',
  'head',
  'deputy',
  'approver',
  'reviewer',
  'reviewHead',
  'checker',
  'publisher',
  'archivist',
  'chair',
  'clerk',
] as const;
export type Cast = (typeof CAST)[number];

/** What is filed beside an act. Moving pictures and sound are those shipped in `media/`, each copy marked as its own. */
export type ExhibitPlan =
  | {
      readonly kind: 'photo';
      readonly name: Template;
      readonly scene: PhotoScene;
      readonly caption: Template;
    }
  | {
      readonly kind: 'scan';
      readonly name: Template;
      readonly title: Template;
      readonly lines: readonly Template[];
    };

export type PhotoScene = 'shelf' | 'kitchen' | 'screen' | 'machine' | 'bottles' | 'scales' | 'shop';

/** How the duty to record an act is met. */
export type Recording = 'video' | 'voice' | 'skipped';

export interface Beat {
  readonly act: ActCode;
  /** What later beats and papers call it; the code of the act unless given. Unique in a plot. */
  readonly label?: string;
  /** Working days after the beat before it. */
  readonly after: number;
  /** Time of day, `09:30`. */
  readonly at: string;
  readonly who: Cast;
  /** Those who did it, where that is not just `who`. */
  readonly by?: readonly (Cast | 'party')[];
  readonly fields?: Templates;
  /** Values beside the usual ones, by code of the document; an optional document is issued when it is named here. */
  readonly papers?: Readonly<Record<string, Templates>>;
  /** Put before the head by somebody first, earlier on the same day. */
  readonly asked?: { readonly by: Cast; readonly at: string; readonly note?: string };
  /** Label of the earlier beat whose position the field `of` names. */
  readonly of?: string;
  readonly recording?: Recording;
  /** Texts hidden in the public version, each with its ground. */
  readonly hide?: readonly { readonly text: Template; readonly ground: string }[];
}

export type Plot = readonly Beat[];

export interface Scenario {
  readonly procedure: 'penalty.ordinary' | 'penalty.summary';
  /** 案由. */
  readonly subject: string;
  readonly flags?: readonly SubjectFlag[];
  readonly plot: Plot;
  /** What the papers tell. */
  readonly facts: Templates;
  /** Exhibits by label of the beat they belong to. */
  readonly exhibits?: Readonly<Record<string, readonly ExhibitPlan[]>>;
}

export interface DemoParty {
  readonly kind: 'legal' | 'natural' | 'individual-business';
  readonly name: string;
  readonly address: string;
  /** 法定代表人、经营者; for a natural person the name itself. */
  readonly person: string;
  readonly gender: 'male' | 'female';
  /** Birthday in the made-up identity number. */
  readonly born: string;
}

export interface DemoCase {
  readonly id: string;
  readonly scenario: ScenarioName;
  readonly party: string;
  /** Key of the unit that handles it; its people are the cast. */
  readonly unit: string;
  /** Logins of the two handlers, where they are not the unit's own two. */
  readonly officers?: readonly [string, string];
  readonly approver?: 'head' | 'deputy';
  readonly reviewer?: string;
  /** Label of the last beat that has happened; with `?` behind it, only asked for. */
  readonly until: string;
  /** Working days since that beat. */
  readonly ago: number;
  readonly plot?: Plot;
  readonly facts?: Templates;
  readonly flags?: readonly SubjectFlag[];
  /** Other ways of meeting the duty to record, by label; null for not at all. */
  readonly recordings?: Readonly<Record<string, Recording | null>>;
}
