/**
 * The form of the check before publication against the file: what it starts with, and what it may not say otherwise (公示规定 art. 4,
 * 6, 9, 16). Pure.
 */
import type { WorkCalendar } from '../calendar/calendar.ts';
import { type PlainDate, parsePlainDate } from '../calendar/plain-date.ts';
import type { DocumentTemplate, Values } from '../document/document.ts';
import { fieldsOf } from '../document/document.ts';
import { readLine, readPerson } from '../document/values.ts';
import { dateInWords } from '../document/wording.ts';
import type { FieldProblem } from '../matter/act-input.ts';
import type { CaseFile } from '../matter/case-file.ts';
import { allClocks } from '../matter/clocks.ts';
import type { Law } from '../rule/law.ts';
import {
  type Form,
  formOn,
  isFormAllowed,
  PENALTY_SYSTEM,
  requiredChannels,
  siteChannels,
} from './channels.ts';
import { questionOf } from './review-answers.ts';
import type { Hidden } from './review-text.ts';
import { REVIEW_TEXTS as T } from './review.texts.ts';

/** The document code of the form. */
export const REVIEW_PAPER = 'publication-review';

export interface ReviewPaperSetting {
  readonly law: Law;
  readonly calendar: WorkCalendar;
  readonly day: PlainDate;
  /** The unit that handles the matter. */
  readonly unit: string;
}

/** What the form starts with: as the file and the rules have it. */
export function reviewStart(file: CaseFile, setting: ReviewPaperSetting): Values {
  const { law, day } = setting;
  // What need not be published may be: on the bureau's own site, within no limit.
  const [deadline = day] = deadlines(file, setting);
  const required = requiredChannels(file.matter, law).map(({ channel }) => channel);
  const channels = required.length > 0 ? required : siteChannels(law, day).slice(0, 1);
  const form = FORMS.find((one) =>
    channels.every((channel) =>
      isFormAllowed(formOn(file.matter, law, day, channel), one, file.matter.procedure.id),
    ),
  );
  return {
    'act-kind': kindOf(file),
    deadline,
    channels,
    ...(form === undefined ? {} : { form }),
  };
}

const FORMS = ['both', 'document', 'summary'] as const satisfies readonly Form[];

/** Days on which a publication clock of the matter is due, the first in front. */
function deadlines(file: CaseFile, { law, calendar }: ReviewPaperSetting): PlainDate[] {
  return allClocks(file.matter, { law, calendar })
    .filter(({ name }) => name.startsWith('publication.'))
    .flatMap(({ dueDay }) => dueDay ?? [])
    .sort();
}

function kindOf({ matter }: CaseFile): string {
  return matter.procedure.id.split('.')[0] ?? '';
}

/** Where the form says something else than the file, the rules, or the text with these segments hidden. */
export function reviewPaperProblems(
  template: DocumentTemplate,
  values: Values,
  file: CaseFile,
  hidden: readonly Pick<Hidden[number], 'ground'>[],
  setting: ReviewPaperSetting,
): FieldProblem[] {
  const label = (name: string, value: string): string =>
    fieldsOf(template)
      .find((field) => field.name === name)
      ?.choices?.find((choice) => choice.value === value)?.label ?? value;
  return [
    ...ofTheMatter(values, file, setting),
    ...ofChannels(values, file, setting, (channel) => label('channels', channel)),
    ...ofPeople(values),
    ...ofContents(values, hidden, (name) => labelOf(template, name)),
    ...ofResult(values),
  ];
}

function labelOf(template: DocumentTemplate, name: string): string {
  return fieldsOf(template).find((field) => field.name === name)?.label ?? name;
}

function contradiction(field: string, message: string): FieldProblem {
  return {
    pointer: `/documents/${REVIEW_PAPER}/${field}`,
    code: 'document/contradicts-file',
    message,
  };
}

function ofTheMatter(values: Values, file: CaseFile, setting: ReviewPaperSetting): FieldProblem[] {
  const known = deadlines(file, setting);
  const deadline = parsePlainDate(readLine(values['deadline']));
  const unit = readLine(values['unit']).trim();
  return [
    ...(readLine(values['act-kind']) === kindOf(file)
      ? []
      : [contradiction('act-kind', T.actKind)]),
    ...(deadline && known.length > 0 && !known.includes(deadline)
      ? [contradiction('deadline', T.deadline([...new Set(known)].map(dateInWords).join(T.or)))]
      : []),
    ...(unit === '' || unit === setting.unit ? [] : [contradiction('unit', T.unit(setting.unit))]),
  ];
}

/** Channels every bureau may use beside those of its rules; nothing hangs on them. */
const BESIDE: ReadonlySet<string> = new Set(['WINDOW', 'WECHAT']);

function ofChannels(
  values: Values,
  { matter }: CaseFile,
  { law, day }: ReviewPaperSetting,
  label: (channel: string) => string,
): FieldProblem[] {
  const given = values['channels'];
  const channels: readonly string[] = Array.isArray(given) ? given.map(readLine) : [];
  const known = [...siteChannels(law, day), PENALTY_SYSTEM];
  const unknown = channels.filter((one) => !known.includes(one) && !BESIDE.has(one));
  const missing = requiredChannels(matter, law).filter(
    ({ channel, alternatives }) =>
      ![channel, ...alternatives].some((one) => channels.includes(one)),
  );
  const form = FORMS.find((one) => one === values['form']);
  const refusing = known.find(
    (channel) =>
      form !== undefined &&
      channels.includes(channel) &&
      !isFormAllowed(formOn(matter, law, day, channel), form, matter.procedure.id),
  );
  const names = (all: readonly string[]): string => all.map(label).join('、');
  return [
    ...(unknown.length === 0 ? [] : [contradiction('channels', T.channelUnknown(names(known)))]),
    ...(missing.length === 0
      ? []
      : [contradiction('channels', T.channelMissing(names(missing.map((one) => one.channel))))]),
    ...(refusing === undefined ? [] : [contradiction('form', T.formNotAllowed(label(refusing)))]),
  ];
}

/** Whoever typed it in does not check it. */
function ofPeople(values: Values): FieldProblem[] {
  const [recorder, reviewer] = [readPerson(values['recorder']), readPerson(values['reviewer'])];
  const isSame = recorder.name !== '' && recorder.name.trim() === reviewer.name.trim();
  return isSame ? [contradiction('recorder', T.ownReviewer)] : [];
}

function ofContents(
  values: Values,
  hidden: readonly Pick<Hidden[number], 'ground'>[],
  label: (field: string) => string,
): FieldProblem[] {
  const asked = new Set(hidden.map(({ ground }) => questionOf(ground)));
  return [...asked]
    .filter((field) => values[field] === 'no')
    .map((field) => contradiction(field, T.hiddenYet(label(field))));
}

function ofResult(values: Values): FieldProblem[] {
  if (values['result'] !== 'pass') return [];
  return [
    ...(values['consistent'] === false ? [contradiction('consistent', T.notConsistent)] : []),
    ...(values['party-told'] === false ? [contradiction('party-told', T.notTold)] : []),
  ];
}
