/**
 * What a decision says again of what the file, the bureau and the act know: who is decided about, on what it was heard, under
 * which articles it was notified, what is paid and where, whether it is published. Pure.
 */
import { isMoreThanWarning } from '../decision/penalty.ts';
import { type Penalty, readPenalties } from '../document/penalty.ts';
import { isObject, readLine, readRows } from '../document/values.ts';
import { dateInWords } from '../document/wording.ts';
import type { Moment } from '../calendar/moment.ts';
import type { ActCode } from './act-data.ts';
import type { FieldProblem } from './act-input.ts';
import type { CaseFile, FiledDocument } from './case-file.ts';
import { breaches, citations, isSameBreach, isSameCitation } from './citations.ts';
import { heardKind } from './heard.ts';
import { fault, type Item, itemsOf, type Paper, pointerTo } from './paper.ts';
import { PAPER_TEXTS } from './paper.texts.ts';
import { contradiction, papersIn } from './paper-facts.ts';

const PENALTY = 'penalty-decision';
const SUMMARY = 'summary-decision';
const DECISIONS: ReadonlySet<string> = new Set([PENALTY, SUMMARY, 'no-penalty-decision']);

/** What in a decision, made or proposed, contradicts what is known. `account` and `bank` are those of the bureau, `besides` the rule `notice.besides`. */
export function decisionProblems(
  paper: Paper,
  file: CaseFile,
  act: ActCode,
  at: Moment,
  { bank, account }: { readonly bank: string; readonly account: string },
  besides: readonly string[],
): FieldProblem[] {
  if (!DECISIONS.has(paper.template.code)) return [];
  const items = new Map(itemsOf(paper).map((item) => [item.field.name, item]));
  const found = [
    ...partyProblems(items.get('party'), file),
    ...paymentProblems(paper, items),
    ...publicityProblems(paper, items.get('publicity')),
    ...accountProblems(items.get('payment-bank'), paper, bank, account),
  ];
  // What was proposed may still be heard, notified and named otherwise.
  return act === 'decision.made'
    ? [
        ...found,
        ...heardProblems(items.get('statement-kind'), file),
        ...notifiedProblems(paper, items, file, besides),
        ...dayProblems(items.get('made-at'), at),
      ]
    : found;
}

type Items = ReadonlyMap<string, Item>;

/** Who the party is, where it is and who speaks for it; where any of it changed, the party is amended first. */
function partyProblems(item: Item | undefined, { begun: { party } }: CaseFile): FieldProblem[] {
  if (!item || !isObject(item.value)) return [];
  const { value, pointer } = item;
  return (['representative', 'address', 'phone', 'idNumber'] as const).flatMap((name) => {
    const [known, said] = [party[name], readLine(value[name]).trim()];
    return known === undefined || known === '' || said === '' || said === known.trim()
      ? []
      : [contradiction(`${pointer}/${name}`, [known])];
  });
}

/** A decision with something to pay says how, one without does not, and nothing is no fine. */
function paymentProblems(paper: Paper, items: Items): FieldProblem[] {
  const pointer = pointerTo(paper.template, 'penalties');
  const rows = readRows(paper.values['penalties']);
  const nothing = rows.flatMap((row, index) =>
    (row['kind'] === 'fine' || row['kind'] === 'gains') && row['amount'] === 0
      ? [fault(`${pointer}/${index}/amount`, 'document/contradicts-file', PAPER_TEXTS.noAmount)]
      : [],
  );
  if (nothing.length > 0 || rows.length === 0) return nothing;
  const isPaid = rows.some((row) => row['kind'] === 'fine' || row['kind'] === 'gains');
  const [how, none] =
    paper.template.code === SUMMARY ? ['payment', 'none'] : ['performance-kind', 'other'];
  const item = items.get(how);
  return item === undefined || isPaid !== (item.value === none)
    ? []
    : [
        fault(
          item.pointer,
          'document/contradicts-file',
          isPaid ? PAPER_TEXTS.isPaid : PAPER_TEXTS.isNotPaid,
        ),
      ];
}

/** A penalty heavier than a warning is published (公示规定 art. 2, 4). */
function publicityProblems(paper: Paper, item: Item | undefined): FieldProblem[] {
  const penalty: Penalty = Object.fromEntries(
    readPenalties(paper.values['penalties']).map(({ kind, amount }) => [kind, amount ?? true]),
  );
  return item?.value === 'not-published' && isMoreThanWarning(penalty)
    ? [fault(item.pointer, 'document/contradicts-file', PAPER_TEXTS.isPublished)]
    : [];
}

/** Bank and account of a decision on the spot stand in one line: the bureau's account, or its bank without another number. */
function accountProblems(
  item: Item | undefined,
  { template }: Paper,
  bank: string,
  account: string,
): FieldProblem[] {
  if (item === undefined || template.code !== SUMMARY) return [];
  const said = readLine(item.value);
  const digits = (text: string): string => text.replaceAll(/\D/g, '');
  const numbers = said.match(/\d[\d\s-]{4,}\d/g) ?? [];
  const agrees =
    numbers.length > 0
      ? numbers.every((one) => digits(one) === digits(account))
      : said.includes(bank);
  return agrees
    ? []
    : [
        fault(
          item.pointer,
          'document/contradicts-file',
          PAPER_TEXTS.bureaus(`${bank}，${account}`),
        ),
      ];
}

/** What was heard before the decision is what the decision says was heard (行政处罚法 art. 45, 62). */
function heardProblems(item: Item | undefined, { matter }: CaseFile): FieldProblem[] {
  if (item === undefined) return [];
  const known = heardKind(matter);
  const label = item.field.choices?.find(({ value }) => value === known)?.label ?? known;
  return item.value === known ? [] : [contradiction(item.pointer, [label])];
}

/**
 * Nobody is punished under articles, or for a breach, that were not notified (行政处罚法 art. 44, 62). Fewer articles may be
 * left of those notified, and those of laws in `besides`, such as on what mitigates, may come in.
 */
function notifiedProblems(
  { template }: Paper,
  items: Items,
  file: CaseFile,
  besides: readonly string[],
): FieldProblem[] {
  const notice = template.code === PENALTY ? papersIn(file).findLast(isNotice) : undefined;
  if (!notice) return [];
  const articles = ['violated', 'basis'].flatMap((name) => {
    const item = items.get(name);
    const told = readLine(notice.values[name]);
    return item === undefined || told === '' || citesOnly(readLine(item.value), told, besides)
      ? []
      : [fault(item.pointer, 'document/contradicts-file', PAPER_TEXTS.notified(told))];
  });
  const breach = items.get('violation-type');
  const named = [file.matter.subject.matter, readLine(notice.values['cause'])];
  return breach === undefined || namesOnly(readLine(breach.value), named, file.matter.party.name)
    ? articles
    : [...articles, contradiction(breach.pointer, named)];
}

/** Whether every article cited was told, or is of a law that may come in. */
export function citesOnly(text: string, told: string, besides: readonly string[]): boolean {
  const [said, known] = [citations(text), citations(told)];
  return (
    said.length > 0 &&
    said.every(
      (one) => besides.includes(one.law) || known.some((other) => isSameCitation(one, other)),
    )
  );
}

/** Whether every breach named is one of those told. */
function namesOnly(text: string, told: readonly string[], party: string): boolean {
  const said = breaches(text, party);
  const known = told.flatMap((one) => breaches(one, party));
  return said.length > 0 && said.every((one) => known.some((other) => isSameBreach(one, other)));
}

function isNotice({ code }: FiledDocument): boolean {
  return code === 'penalty-notice';
}

/** Made out on the day of its act; a later one is told beside it. */
function dayProblems(item: Item | undefined, at: Moment): FieldProblem[] {
  return item === undefined || readLine(item.value).slice(0, 10) >= at.day
    ? []
    : [contradiction(item.pointer, [dateInWords(at.day)])];
}
