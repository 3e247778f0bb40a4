/**
 * What the papers of a hearing say of who holds it and when. Nobody who handles the case chairs it, sits on it or writes it
 * down (行政处罚法 art. 64(4); 听证办法 art. 11), and the party is told of it so many working days before (行政处罚法 art. 64(2),
 * 85). Pure.
 */
import type { WorkCalendar } from '../calendar/calendar.ts';
import type { Moment } from '../calendar/moment.ts';
import { dueDate } from '../calendar/time-limit.ts';
import { readLine, readRange } from '../document/values.ts';
import { dateInWords } from '../document/wording.ts';
import type { Law } from '../rule/law.ts';
import type { StaffMember } from '../staff/staff.ts';
import type { FieldProblem } from './act-input.ts';
import type { CaseFile } from './case-file.ts';
import { involved, lastOf } from './matter.ts';
import { fault, type Item, itemsOf, type Paper } from './paper.ts';
import { dayOf } from './paper-dates.ts';
import { contradiction } from './paper-facts.ts';
import { bearersOf, namesIn, strangers } from './paper-people.ts';
import { PAPER_TEXTS } from './paper.texts.ts';
import { handlersOf } from './work.rows.ts';

const NOTICE = 'hearing-notice';
const PAPERS: ReadonlySet<string> = new Set([NOTICE, 'hearing-record', 'hearing-report']);

export interface HearingSetting {
  readonly people: ReadonlyMap<string, StaffMember>;
  readonly law: Law;
  readonly calendar: WorkCalendar;
}

/**
 * What in a paper of a hearing contradicts the act and the notice on file. `chair` is the id the act itself names. A hearing
 * that is put off is notified again: its record and its report are those of the last notice.
 */
export function hearingProblems(
  paper: Paper,
  file: CaseFile,
  chair: unknown,
  at: Moment,
  setting: HearingSetting,
): FieldProblem[] {
  const { code } = paper.template;
  if (!PAPERS.has(code)) return [];
  const { people } = setting;
  const items = itemsOf(paper);
  const item = (name: string): Item | undefined => items.find(({ field }) => field.name === name);
  const sitting = items.filter(({ field }) => ['chair', 'panel', 'recorder'].includes(field.name));
  const notified = code === NOTICE ? undefined : lastOf(file.matter, 'hearing.notified')?.data;
  return [
    ...strangers(sitting, people),
    ...handlerProblems(sitting, file, people),
    ...chairProblems(item('chair'), [chair, notified?.chair], people),
    ...dayProblems(item('period'), notified?.on),
    ...(code === NOTICE ? noticeProblems(item('held-at'), at, setting) : []),
  ];
}

function handlerProblems(
  items: readonly Item[],
  file: CaseFile,
  people: HearingSetting['people'],
): FieldProblem[] {
  const handlers = new Set([...handlersOf(file), ...involved(file.matter)]);
  return items.flatMap(namesIn).flatMap(({ name, pointer }) => {
    const bearers = bearersOf(name, people);
    return bearers.length > 0 && bearers.every(({ id }) => handlers.has(id))
      ? [fault(pointer, 'document/officers-differ', PAPER_TEXTS.handlerAtHearing(name))]
      : [];
  });
}

/** The chair is whom the act names, and whom the notice named: the party may object to no other (行政处罚法 art. 64(4)). */
function chairProblems(
  item: Item | undefined,
  named: readonly unknown[],
  people: HearingSetting['people'],
): FieldProblem[] {
  if (item === undefined) return [];
  const known = named.flatMap((id) => {
    const person = typeof id === 'string' ? people.get(id) : undefined;
    return person ? [person.name] : [];
  });
  const other = known.find((name) => namesIn(item).some((said) => said.name !== name));
  return other === undefined ? [] : [contradiction(item.pointer, [other])];
}

/** A hearing begins on the day its notice names. */
function dayProblems(item: Item | undefined, on: string | undefined): FieldProblem[] {
  return item === undefined || on === undefined || dayOf(readRange(item.value).from) === on
    ? []
    : [
        fault(
          `${item.pointer}/from`,
          'document/contradicts-file',
          PAPER_TEXTS.notNotifiedDay(dateInWords(on)),
        ),
      ];
}

/** Too short a notice is refused where it is written, not only at the hearing. Beyond the published calendar nobody can tell. */
function noticeProblems(
  item: Item | undefined,
  at: Moment,
  { law, calendar }: HearingSetting,
): FieldProblem[] {
  if (item === undefined) return [];
  const length = law.value('hearing.notice', at.day);
  const { due } = dueDate(
    { start: at.day, length, unit: 'working-day', stops: [], rolls: false },
    calendar,
  );
  return due === null || dayOf(readLine(item.value)) >= due
    ? []
    : [
        fault(
          item.pointer,
          'document/contradicts-file',
          PAPER_TEXTS.noticeTooShort(length, dateInWords(due)),
        ),
      ];
}
