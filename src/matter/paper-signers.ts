/**
 * Who signs a paper as registrar, recorder, reviewer or handler: people of the bureau in that part (行政处罚法 art. 42, 55, 58;
 * 程序规定 art. 18). Pure.
 */
import { readLine, readOfficers } from '../document/values.ts';
import type { StaffMember } from '../staff/staff.ts';
import type { FieldProblem } from './act-input.ts';
import type { CaseFile } from './case-file.ts';
import { actsOf } from './matter.ts';
import { fault, type Item, itemsOf, type Paper } from './paper.ts';
import { contradiction } from './paper-facts.ts';
import { bearersOf, namesIn, strangers } from './paper-people.ts';
import { PAPER_TEXTS } from './paper.texts.ts';

/** Records of field work, which officers make and assistants may write down. */
const FIELD_RECORDS: ReadonlySet<string> = new Set([
  'scene-record',
  'inquiry-record',
  'statement-record',
]);

export interface SigningSetting {
  readonly people: ReadonlyMap<string, StaffMember>;
  /** Whoever records the act, and the ids of those who carry it out. */
  readonly actor: Pick<StaffMember, 'id'>;
  readonly by: readonly string[];
}

/** What is wrong with those who sign the paper. */
export function signerProblems(
  paper: Paper,
  file: CaseFile,
  setting: SigningSetting,
): FieldProblem[] {
  const { code } = paper.template;
  const items = itemsOf(paper);
  const named = (name: string): Item[] => items.filter(({ field }) => field.name === name);
  if (code === 'case-source')
    return doerProblems(named('registrar'), setting, PAPER_TEXTS.notRegistrar);
  if (code === 'review-form')
    return [
      ...doerProblems(named('reviewer'), setting, PAPER_TEXTS.notReviewer),
      ...licenceProblems(named('reviewer')[0], named('reviewer-licence')[0], setting.people),
    ];
  if (FIELD_RECORDS.has(code)) return recorderProblems(named('recorder'), setting);
  return named('handlers-opinion').length === 0
    ? []
    : handlerProblems(named('handlers'), file, setting);
}

/** Who registers a source or reviews a case is whoever records that, or one of those who do it with them. */
function doerProblems(
  items: readonly Item[],
  { people, actor, by }: SigningSetting,
  words: (name: string) => string,
): FieldProblem[] {
  const doing = new Set([actor.id, ...by]);
  return [
    ...strangers(items, people),
    ...items.flatMap(namesIn).flatMap(({ name, pointer }) => {
      const bearers = bearersOf(name, people);
      return bearers.length === 0 || bearers.some(({ id }) => doing.has(id))
        ? []
        : [fault(pointer, 'document/officers-differ', words(name))];
    }),
  ];
}

/** Officers and assistants write down what is done in the field, and whoever takes part in it. */
function recorderProblems(items: readonly Item[], { people, by }: SigningSetting): FieldProblem[] {
  const mayRecord = ({ id, roles }: StaffMember): boolean =>
    by.includes(id) || roles.includes('officer') || roles.includes('assistant');
  return [
    ...strangers(items, people),
    ...items.flatMap(namesIn).flatMap(({ name, pointer }) => {
      const bearers = bearersOf(name, people);
      return bearers.length === 0 || bearers.some(mayRecord)
        ? []
        : [fault(pointer, 'document/officers-differ', PAPER_TEXTS.notRecorder(name))];
    }),
  ];
}

/**
 * The number of the legal qualification is the one registered for the reviewer (行政处罚法 art. 58). Who reviewed before the law
 * asked for it has none to give; one registered without a number is not compared.
 */
function licenceProblems(
  reviewer: Item | undefined,
  licence: Item | undefined,
  people: SigningSetting['people'],
): FieldProblem[] {
  if (reviewer === undefined || licence === undefined) return [];
  const listings = namesIn(reviewer)
    .flatMap(({ name }) => bearersOf(name, people))
    .flatMap(({ listing }) => listing ?? []);
  const said = readLine(licence.value).trim();
  const known = listings.flatMap(({ licenceNumber }) => licenceNumber ?? []);
  if (known.length > 0) return known.includes(said) ? [] : [contradiction(licence.pointer, known)];
  return /\d/.test(said) && listings.length > 0 && listings.every(({ lawLicence }) => !lawLicence)
    ? [fault(licence.pointer, 'document/contradicts-file', PAPER_TEXTS.noLicence)]
    : [];
}

/** Once a case has handlers, the opinion of the handlers is theirs; before that it is of officers of the bureau. */
function handlerProblems(
  items: readonly Item[],
  file: CaseFile,
  { people }: SigningSetting,
): FieldProblem[] {
  const handlers = new Set(
    actsOf(file.matter, 'handlers.assigned').flatMap(({ data }) => data.handlers),
  );
  if (handlers.size === 0) return [];
  return items.flatMap(({ value, pointer }) =>
    readOfficers(value).flatMap(({ name, certificate }, index) => {
      const person = [...people.values()].find(
        (one) => one.name === name && one.certificate?.number === certificate,
      );
      return person === undefined || handlers.has(person.id)
        ? []
        : [fault(`${pointer}/${index}`, 'document/officers-differ', PAPER_TEXTS.notHandler(name))];
    }),
  );
}
