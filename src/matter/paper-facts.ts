/**
 * What a paper says again of what the file already knows must be what the file knows: numbers and days of other
 * papers, the case number, who the party is (程序规定 art. 78: a file is one true record of one case). What a
 * paper takes over as a suggestion only (today, the handlers, the head, an address) is free. Pure.
 */
import type { Party } from '../document/document.ts';
import { isObject, readLine } from '../document/values.ts';
import { dateInWords, momentInWords, readDate, readMoment } from '../document/wording.ts';
import type { FieldProblem } from './act-input.ts';
import { type CaseFile, type FiledDocument, isVoided } from './case-file.ts';
import type { ActCode } from './act-data.ts';
import { actsOf, lastOf } from './matter.ts';
import { fault, type Item, itemsOf, type Paper } from './paper.ts';
import { PAPER_TEXTS } from './paper.texts.ts';

/** Form numbers of 案件来源登记表 and 立案审批表, whose numbers are those of the clue and of the case. */
const SOURCE = 1;
const OPENING = 7;

/** Names the paper something rests on, which may be any paper of the file: goods go back by what lifts their seizure. */
const ANY_PAPER: ReadonlySet<string> = new Set(['/documents/property-disposal/decision-number']);

/** Courts that are not always the bureau's own: where immovable things are, theirs executes (行政强制法 art. 54). */
const ELSEWHERE: ReadonlySet<string> = new Set(['/documents/enforcement-application/court']);

/** What the bureau says of itself under a path of the case context; undefined for what a paper may say otherwise. */
function bureausOf(path: string, bureau: BureauFacts): string | undefined {
  switch (path) {
    case 'bureau.government':
      return bureau.government;
    case 'bureau.court':
      return bureau.court;
    case 'bureau.payment.bank':
      return bureau.bank;
    case 'bureau.payment.payee':
      return bureau.payee;
    case 'bureau.payment.account':
      return bureau.account;
    default:
      return undefined;
  }
}

/** The bureau above, named by a penalty decision as who reconsiders it, is refused by the guard of the remedy with its articles. */
function isGates({ field, value, pointer }: Item, act: ActCode, bureau: BureauFacts): boolean {
  return (
    act === 'decision.made' &&
    field.from === 'bureau.government' &&
    value === bureau.superior &&
    !pointer.startsWith('/documents/no-penalty-decision/')
  );
}

/** Papers of the file that hold, of the form where one is named. */
export function papersIn(file: CaseFile, form?: number): FiledDocument[] {
  return file.documents.filter(
    (one) => (form === undefined || one.form === form) && !isVoided(file, one),
  );
}

/** What the bureau says of itself, as far as papers say it again. */
export type BureauFacts = Readonly<
  Record<'government' | 'superior' | 'court' | 'bank' | 'payee' | 'account', string>
>;

/** What is in contradiction to the file and the bureau. `about` is the position of the earlier act that this one concerns. */
export function factProblems(
  paper: Paper,
  file: CaseFile,
  about: number | undefined,
  act: ActCode,
  bureau: BureauFacts,
): FieldProblem[] {
  return itemsOf(paper).flatMap((item) => {
    const { field, pointer } = item;
    if (field.type === 'party') return partyProblems(item, file);
    if (field.from === 'matter.caseName') return nameProblems(item, file);
    const own = ELSEWHERE.has(pointer) ? undefined : bureausOf(field.from ?? '', bureau);
    if (own !== undefined)
      return readLine(item.value).trim() === own || isGates(item, act, bureau)
        ? []
        : [fault(pointer, 'document/contradicts-file', PAPER_TEXTS.bureaus(own))];
    const known = ANY_PAPER.has(pointer) ? [] : knownOf(field.from ?? '', file, about);
    if (known.length > 0)
      return known.some((one) => agrees(item, one))
        ? []
        : [
            contradiction(
              pointer,
              known.map((one) => shown(item, one)),
            ),
          ];
    return namesPaper(item) && !papersIn(file).some((one) => one.number === item.value)
      ? [fault(pointer, 'document/not-on-file', PAPER_TEXTS.notOnFile)]
      : [];
  });
}

export function contradiction(pointer: string, known: readonly string[]): FieldProblem {
  const words = [...new Set(known)].join(PAPER_TEXTS.or);
  return fault(pointer, 'document/contradicts-file', PAPER_TEXTS.contradicts(words));
}

/** Whether the item is the number of another paper of this file. */
function namesPaper({ field }: Item): boolean {
  return field.format === 'document-number' || /^documents\.\d+\.number$/.test(field.from ?? '');
}

/**
 * What the file knows under a path of the case context; several values where an act was done more than once or a
 * form issued more than once. Empty where it knows nothing yet, or the path is only a suggestion.
 */
function knownOf(path: string, file: CaseFile, about: number | undefined): string[] {
  const paper = /^documents\.(\d+)\.(number|date)$/.exec(path);
  if (paper) {
    const all = papersIn(file, Number(paper[1]));
    const concerned = all.filter(({ seq }) => seq === about);
    return given(
      (concerned.length > 0 ? concerned : all).map((one) =>
        paper[2] === 'date' ? one.date : one.number,
      ),
    );
  }
  const days = (code: ActCode): string[] => actsOf(file.matter, code).map((act) => act.at.day);
  switch (path) {
    case 'party.name':
      return [file.matter.party.name];
    case 'matter.caseNumber':
      return given(papersIn(file, OPENING).map(({ number }) => number));
    case 'matter.source.number':
      return given(papersIn(file, SOURCE).map(({ number }) => number));
    case 'matter.source.kind':
      return given(papersIn(file, SOURCE).map(({ values }) => readLine(values['source-kind'])));
    case 'matter.openedOn':
      return days('case.opened');
    case 'matter.noticeServedOn':
      return days('notice.served');
    case 'matter.decidedOn':
    case 'decision.date':
      return days('decision.made');
    case 'matter.deliveredOn':
      return days('decision.delivered');
    case 'decision.number':
      return given([lastOf(file.matter, 'decision.made')?.data.number]);
    case 'acts.source.registered.at':
      return given([lastOf(file.matter, 'source.registered')?.at.text]);
    case 'acts.review.requested.at':
      return given([lastOf(file.matter, 'review.requested')?.at.text]);
    case 'acts.review.requested.data.kind':
      return given([lastOf(file.matter, 'review.requested')?.data.kind]);
    default:
      return [];
  }
}

function given(values: readonly (string | null | undefined)[]): string[] {
  return values.flatMap((value) => (value ? [value] : []));
}

/** Moments agree to the minute, which is what papers print. */
function agrees({ field, value }: Item, known: string): boolean {
  if (typeof value !== 'string') return false;
  return field.type === 'datetime'
    ? Math.floor(Date.parse(value) / 60_000) === Math.floor(Date.parse(known) / 60_000)
    : value.trim() === known;
}

function shown({ field }: Item, known: string): string {
  if (field.choices) return field.choices.find(({ value }) => value === known)?.label ?? known;
  if (readMoment(known)) return momentInWords(known);
  return readDate(known) ? dateInWords(known) : known;
}

/** A case is named after its party; how the breach is called may change as it becomes clearer. */
function nameProblems({ value, pointer }: Item, file: CaseFile): FieldProblem[] {
  const { name } = file.matter.party;
  return readLine(value).includes(name)
    ? []
    : [fault(pointer, 'document/contradicts-file', PAPER_TEXTS.nameParty(name))];
}

/** Name and codes are the party's; its address, telephone and representative may have changed since. */
function partyProblems({ value, pointer }: Item, file: CaseFile): FieldProblem[] {
  const { party } = file.begun;
  const own: readonly (keyof Party)[] =
    party.kind === 'legal' || party.kind === 'other'
      ? ['name', 'code']
      : ['name', 'code', 'idNumber'];
  return own.flatMap((key) => {
    const known = party[key];
    const said = isObject(value) ? readLine(value[key]) : '';
    return known === undefined || said === '' || said === known
      ? []
      : [contradiction(`${pointer}/${key}`, [known])];
  });
}
