/**
 * What the law wants to have held whenever an act was done. Each guard of a procedure table, that is each gate, each
 * condition of what stands before and each "once", has one such property, stated in the words of the law and told from
 * the acts alone.
 */
import type { AnyAct } from '../../src/matter/matter.ts';
import { type Data, holdsAll, type Past, texts } from './past.ts';
import { CERTIFIED, OFFICERS, type World } from './world.ts';

/** An act at the moment it is done. */
export interface Deed {
  readonly act: AnyAct;
  readonly data: Data;
  readonly past: Past;
  readonly world: World;
}

export interface Property {
  /** What must have held, with its source. */
  readonly words: string;
  readonly holds: (deed: Deed) => boolean;
}

/** By the name of the guard: a refusal code, `once`, or `after a|b`. */
export type RowProperties = Readonly<Record<string, Property>>;
/** By the act. */
export type Properties = Readonly<Record<string, RowProperties>>;

export const must = (words: string, holds: (deed: Deed) => boolean): Property => ({ words, holds });

/** One of the acts in the list, written as the table writes it, was done before; `words` say what that means in law. */
export const after = (list: string, words: string): RowProperties => {
  const codes = list.split('|').map((code) => (code === '@decision' ? 'decision.made' : code));
  return { [`after ${list}`]: must(words, ({ past }) => past.has(...codes)) };
};

export const once: RowProperties = {
  once: must('it is done for the first time', ({ act, past }) => !past.has(act.code)),
};

const isHead = (id: unknown) => id === 'head';
export const byTheHead = (source: string) =>
  must(`the head of the organ approved it (${source})`, ({ data }) => isHead(data['approvedBy']));
export const resolvedByTheHead = (source: string) =>
  must(`the head of the organ resolved it (${source})`, ({ data }) => isHead(data['decidedBy']));
export const byTheHeadUnlessUrgent = (source: string) =>
  must(
    `the head of the organ approved it, or it could not wait (${source})`,
    ({ data }) => data['urgent'] === true || isHead(data['approvedBy']),
  );

/** Officers among them; assistants are none. */
const officersAmong = (ids: readonly string[]) => [
  ...new Set(ids.filter((id) => OFFICERS.includes(id))),
];

export const twoOfficers = (whom: (deed: Deed) => readonly string[]) =>
  must(
    'no fewer than two enforcement officers (行政处罚法 art. 42)',
    (deed) => officersAmong(whom(deed)).length >= 2,
  );
export const allCertified = (whom: (deed: Deed) => readonly string[]) =>
  must('each of them holds a certificate valid that day (行政处罚法 art. 42)', (deed) =>
    holdsAll(CERTIFIED, officersAmong(whom(deed))),
  );

const present = ({ act }: Deed) => act.by;
/** An act that does not take place before the party asks for no crew. */
const when = (property: Property, applies: (deed: Deed) => boolean): Property => ({
  ...property,
  holds: (deed) => !applies(deed) || property.holds(deed),
});

const identityShown = must(
  'all of them showed their certificates that day, before it (行政处罚法 art. 55)',
  ({ act, past }) =>
    past
      .all('identity.shown')
      .some((shown) => shown.at.day === act.at.day && holdsAll(shown.by, officersAmong(act.by))),
);

/** Who must stand before the party, where the act does. */
export const crew = (applies: (deed: Deed) => boolean = () => true): RowProperties => ({
  'handlers/too-few': when(twoOfficers(present), applies),
  'handlers/certificate-invalid': when(allCertified(present), applies),
  'identity/not-shown': when(identityShown, applies),
});

export const assigned: RowProperties = {
  'handlers/not-assigned': must(
    'once handlers are assigned, nobody else acts as one (程序规定 art. 19)',
    ({ act, past }) =>
      !past.has('handlers.assigned') ||
      holdsAll(past.said('handlers.assigned')['handlers'], officersAmong(act.by)),
  ),
};

const UNTRAINED = ['fresh', 'untrained'];
export const trained = (whom: (deed: Deed) => readonly string[]) =>
  must(
    'where the bureau asks for it, they were trained before the post (嘉兴分解表 三、4)',
    (deed) => !deed.world.trained || !whom(deed).some((id) => UNTRAINED.includes(id)),
  );

export const holding = (field: string, wanted: readonly string[], words: string) =>
  must(words, ({ data }) => holdsAll(data[field], wanted));

export const NOTICE = ['facts', 'reasons', 'basis', 'penalty', 'statement-right'];
export const handlersNamed = ({ data }: Deed) => texts(data['handlers']);
