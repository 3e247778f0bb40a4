/**
 * What the machine can read off a file beside the items of a review (程序规定 art. 53). Each finding says what was
 * compared with what; the conclusion stays the reviewer's. Pure.
 */
import type { WorkCalendar } from '../calendar/calendar.ts';
import type { Moment } from '../calendar/moment.ts';
import type { PlainDate } from '../calendar/plain-date.ts';
import { isHeavier, NO_PENALTY } from '../decision/penalty.ts';
import { type Penalty, readPenalties } from '../document/penalty.ts';
import { isBlank, readLine, readParty, readRows } from '../document/values.ts';
import { type CaseFile, type FiledDocument, isVoided } from '../matter/case-file.ts';
import { proposalOf } from '../matter/case-context.ts';
import { type Clock, clockStatus } from '../matter/clock.ts';
import { allClocks } from '../matter/clocks.ts';
import { actsOf, has, lastOf } from '../matter/matter.ts';
import { meets } from '../matter/procedure.ts';
import { isCitizenNumber, isCreditCode } from '../party/identifier.ts';
import { avDuties, missingRecordings, missingTexts } from '../record/record.ts';
import type { Law } from '../rule/law.ts';
import { snapshotOf } from '../staff/snapshot.ts';
import { workingDaysBetween } from '../matter/clock.views.ts';
import type { FindingSays, FindingView } from './findings.api.ts';
import { FINDING_TEXTS as T } from './findings.texts.ts';

export interface FindingSetting {
  readonly law: Law;
  readonly calendar: WorkCalendar;
  readonly now: Moment;
}

/** Every finding, in the order of the items; nothing is said of what the file does not tell. */
export function findingsOf(file: CaseFile, setting: FindingSetting): FindingView[] {
  return [
    ...partyFinding(file),
    ...factsFinding(file),
    ...basisFinding(file),
    ...procedureFindings(file, setting),
    ...dispositionFindings(file),
    ...officerFindings(file, setting.law),
    ...recordFindings(file, setting.law),
    ...crimeFinding(file),
  ];
}

function finding(
  items: readonly string[],
  says: FindingSays,
  text: string,
  papers: readonly FiledDocument[] = [],
): FindingView {
  const cited = papers.map(({ seq, ordinal, title }) => ({ seq, ordinal, title }));
  return { items, says, text, papers: cited };
}

const papersOf = (file: CaseFile, code: string): FiledDocument[] =>
  file.documents.filter((paper) => paper.code === code && !isVoided(file, paper)).slice(-1);

function partyFinding(file: CaseFile): FindingView[] {
  const { party } = file.begun;
  const values = proposalOf(file)?.values;
  if (values === undefined) return [];
  const proposed = readParty(values['party']);
  const names = ['name', 'code', 'idNumber'] as const;
  const differing = names.filter((name) => (proposed[name] ?? '') !== (party[name] ?? ''));
  if (differing.length > 0)
    return [
      finding(
        ['party'],
        'not-met',
        T.partyDiffers(differing.map((name) => T.partyFields[name])),
        papersOf(file, 'case-opening'),
      ),
    ];
  const { code = '', idNumber = '' } = party;
  const number = isCreditCode(code)
    ? code
    : code === '' && isCitizenNumber(idNumber)
      ? idNumber
      : '';
  return [finding(['party'], 'met', T.partySame(party.name, number))];
}

function factsFinding(file: CaseFile): FindingView[] {
  const values = proposalOf(file)?.values;
  if (values === undefined) return [];
  const papers = file.documents.filter((paper) => !isVoided(file, paper)).length;
  const text = T.facts(file.exhibits.length, papers, readRows(values['evidence']).length);
  return [finding(['facts'], 'judge', text, papersOf(file, 'investigation-report'))];
}

function basisFinding(file: CaseFile): FindingView[] {
  const values = proposalOf(file)?.values ?? {};
  const [violated, basis] = [readLine(values['violated']), readLine(values['basis'])];
  return violated === '' || basis === ''
    ? []
    : [finding(['basis'], 'judge', T.basis(violated, basis))];
}

/** Time limits that are over, and the notice of a hearing. */
function procedureFindings(file: CaseFile, { law, calendar, now }: FindingSetting): FindingView[] {
  const { matter } = file;
  const duties = allClocks(matter, { law, calendar }).filter(({ kind }) => kind === 'duty');
  const standing = (status: string): Clock[] =>
    duties.filter((clock) => clockStatus(clock, now, calendar) === status);
  const missed = [
    ...standing('late').map(({ term, dueDay }) => T.clockLate(term, dueDay ?? '')),
    ...standing('overdue').map(({ term, dueDay }) => T.clockOverdue(term, dueDay ?? '')),
  ].map((text) => finding(['procedure'], 'not-met', text));
  const kept = [...new Set(standing('met').map(({ term }) => term))];
  return [
    ...missed,
    ...(missed.length === 0 && kept.length > 0
      ? [finding(['procedure'], 'met', T.clocksKept(kept))]
      : []),
    ...hearingFinding(file, law, calendar),
  ];
}

function hearingFinding(file: CaseFile, law: Law, calendar: WorkCalendar): FindingView[] {
  const held = lastOf(file.matter, 'hearing.held');
  const notified = actsOf(file.matter, 'hearing.notified').findLast(({ n }) => n < (held?.n ?? 0));
  if (!held || !notified) return [];
  const days = workingDaysBetween(notified.at.day, held.at.day, calendar);
  if (days === null) return [];
  const long = days >= law.value('hearing.notice', held.at.day);
  const words = long ? T.hearingNotice : T.hearingNoticeShort;
  const papers = papersOf(file, 'hearing-notice');
  const text = words(notified.at.day, held.at.day);
  return [finding(['procedure'], long ? 'met' : 'not-met', text, papers)];
}

/** Whether the proposal states its discretion, and goes no further than the report. */
function dispositionFindings(file: CaseFile): FindingView[] {
  const proposal = proposalOf(file);
  if (proposal?.code !== 'penalty-decision') return [];
  const { values } = proposal;
  const fields = ['discretion-step', 'discretion-standard', 'reasons-discretion'] as const;
  const unstated = fields.filter((name) => isBlank(values[name]));
  const told = lastOf(file.matter, 'investigation.concluded')?.data.penalty;
  const heavier = told !== undefined && isHeavier(penaltyIn(values['penalties']), told);
  return [
    unstated.length > 0
      ? finding(
          ['disposition'],
          'not-met',
          T.discretionMissing(unstated.map((name) => T.discretionFields[name])),
        )
      : finding(['disposition'], 'judge', T.discretion(readLine(values['discretion-standard']))),
    ...(heavier
      ? [
          finding(
            ['disposition'],
            'judge',
            T.penaltyDiffers,
            papersOf(file, 'investigation-report'),
          ),
        ]
      : []),
  ];
}

function penaltyIn(rows: unknown): Penalty {
  return readPenalties(rows).reduce<Penalty>(
    (all, { kind, amount }) => ({ ...all, [kind]: amount ?? true }),
    NO_PENALTY,
  );
}

/** Acts before the party: enough officers, each with a certificate valid that day and shown that day (行政处罚法 art. 42, 55). */
function officerFindings(file: CaseFile, law: Law): FindingView[] {
  const { matter } = file;
  const items = ['subject', 'procedure'];
  const shown = actsOf(matter, 'identity.shown');
  const faults: FindingView[] = [];
  const names = new Set<string>();
  let [acts, minimum] = [0, 0];
  for (const act of matter.acts) {
    const row = matter.procedure.rows.get(act.code);
    const recorded = file.acts[act.n - 1];
    if (!row || !recorded) continue;
    if (row.field !== true && (row.field === undefined || !meets(row.field, act.data))) continue;
    acts += 1;
    const { day } = act.at;
    minimum = law.value('handlers.minimum', day);
    // Assistants hold no certificate and do not count.
    const officers = act.by.flatMap((id) => {
      const person = snapshotOf(recorded, id);
      return person?.certificate ? [person] : [];
    });
    const holds = officers.filter(({ certificate }) => isValid(certificate, day));
    const without = officers.filter((person) => !holds.includes(person));
    const papers = file.documents.filter(({ seq }) => seq === act.n);
    const fault = (text: string): void => void faults.push(finding(items, 'not-met', text, papers));
    if (without.length > 0)
      fault(
        T.certificateInvalid(
          row.term,
          day,
          without.map(({ name }) => name),
        ),
      );
    if (holds.length < minimum) fault(T.tooFew(row.term, day, holds.length));
    if (!shown.some((one) => one.at.day === day && holds.every(({ id }) => one.by.includes(id))))
      fault(T.notShown(row.term, day));
    for (const { name } of holds) names.add(name);
  }
  if (faults.length > 0 || acts === 0) return faults;
  return [finding(items, 'met', T.certificates([...names], acts, minimum))];
}

function isValid(
  certificate: { readonly from: string; readonly until: string } | undefined,
  day: PlainDate,
): boolean {
  return certificate !== undefined && certificate.from <= day && day <= certificate.until;
}

/** Text and sound of what was done so far. */
function recordFindings(file: CaseFile, law: Law): FindingView[] {
  const { matter } = file;
  const items = ['documents', 'procedure'];
  const term = ({ code }: { readonly code: string }): string =>
    [...matter.procedure.rows].find(([key]) => key === code)?.[1].term ?? code;
  const [texts, recordings] = [missingTexts(matter), missingRecordings(matter, law)];
  if (texts.length + recordings.length === 0)
    return [finding(items, 'met', T.filed(avDuties(matter, law).length))];
  return [
    ...(texts.length > 0 ? [finding(items, 'not-met', T.textMissing(texts.map(term)))] : []),
    ...(recordings.length > 0
      ? [finding(items, 'not-met', T.recordingMissing(recordings.map(term)))]
      : []),
  ];
}

function crimeFinding({ matter }: CaseFile): FindingView[] {
  const items = ['crime'];
  if (!has(matter, 'crime.reported')) return [finding(items, 'judge', T.crimeNone)];
  return has(matter, 'transfer.ordered')
    ? [finding(items, 'judge', T.crimeDecided)]
    : [finding(items, 'not-met', T.crimeReported)];
}
