/** The rows of publication: entries and withdrawals the portal shows, and the slot of each decision number. */
import type { RecordedAct } from '../act/act.ts';
import { type Row, row, table } from '../act/row.ts';
import type { WorkCalendar } from '../calendar/calendar.ts';
import { moment } from '../calendar/moment.ts';
import type { PlainDate } from '../calendar/plain-date.ts';
import { parseDocumentNumber } from '../document/number.ts';
import type { DataOf } from '../matter/act-data.ts';
import type { CaseFile } from '../matter/case-file.ts';
import { allClocks } from '../matter/clocks.ts';
import { lastOf } from '../matter/matter.ts';
import { cite } from '../rule/cite.ts';
import type { Law } from '../rule/law.ts';
import { isPublicationRequired, siteChannels } from './channels.ts';
import { publicEntry, type PublicationChoice } from './entry.ts';
import { gapWords, maskWords } from './masking.ts';
import { lastWithholding } from './publication.ts';
import { searchText } from './search-text.ts';
import { notRequiredGround } from './not-required.ts';
import { servedDecision } from './served.ts';
import { shownAt, siteVersions, standingVersion } from './site-versions.ts';

export const PUBLISHED_ENTRY = table(
  'published.entry',
  'fact',
  ['bureau_id', 'entry_id', 'version'],
  {
    bureau_id: 'text',
    entry_id: 'text',
    version: 'integer',
    matter_id: 'uuid',
    seq: 'integer',
    decision_seq: 'integer',
    channel: 'text',
    form: 'text',
    kind: 'text',
    number: 'text',
    year: 'integer',
    serial: 'integer',
    title: 'text',
    party: 'text',
    party_kind: 'text',
    party_code: 'text',
    violation: 'text',
    penalty: 'text',
    unit: 'text',
    decided_on: 'date',
    published_on: 'date',
    due_on: 'date',
    summary: 'jsonb',
    body: 'jsonb',
    withheld: 'jsonb',
    search_text: 'text',
  },
);

export const PUBLISHED_WITHDRAWAL = table(
  'published.withdrawal',
  'fact',
  ['bureau_id', 'entry_id', 'version'],
  {
    bureau_id: 'text',
    entry_id: 'text',
    version: 'integer',
    matter_id: 'uuid',
    seq: 'integer',
    withdrawn_on: 'date',
    reason: 'text',
    basis: 'text',
  },
);

export const PUBLISHED_SLOT = table(
  'published.slot',
  'work',
  ['bureau_id', 'word', 'year', 'serial'],
  {
    bureau_id: 'text',
    word: 'text',
    year: 'integer',
    serial: 'integer',
    number: 'text',
    decided_on: 'date',
    due_on: 'date',
    required: 'boolean',
    entry_id: 'text',
    version: 'integer',
    published_on: 'date',
    withdrawn_on: 'date',
    withheld_on: 'date',
    reason: 'text',
  },
  ['number', 'decided_on'],
);

export interface PublicitySetting {
  readonly law: Law;
  readonly calendar: WorkCalendar;
}

/** The fact rows `act` adds. */
export function publicityRows(
  bureau: string,
  act: RecordedAct,
  file: CaseFile,
  setting: PublicitySetting,
): Row[] {
  if (act.type === 'publication.published') return entryRow(bureau, act, file, setting);
  if (act.type === 'publication.withdrawn') return withdrawalRows(bureau, act, file, setting.law);
  return [];
}

function entryRow(
  bureau: string,
  act: RecordedAct,
  file: CaseFile,
  setting: PublicitySetting,
): Row[] {
  const { law } = setting;
  const data = act.data as unknown as DataOf<'publication.published'> &
    Partial<Pick<PublicationChoice, 'hidden'>>;
  const version = siteVersions(file.matter, law).find(({ published }) => published.n === act.seq);
  const decision = lastOf(file.matter, 'decision.made');
  const served = servedDecision(file);
  if (!version || !decision || !served) return [];
  const day = moment(act.happened).day;
  const choice: PublicationChoice = {
    form: data.form,
    fields: data.fields ?? [],
    hidden: data.hidden ?? [],
  };
  const entry = publicEntry(served, file.matter.party, choice, law, day);
  const { year, serial } = numberParts(served.number);
  return [
    row(PUBLISHED_ENTRY, {
      bureau_id: bureau,
      entry_id: entryId(file, served.number),
      version: version.version,
      matter_id: file.id,
      seq: act.seq,
      decision_seq: decision.n,
      channel: data.channel,
      form: data.form,
      kind: file.matter.procedure.publishes,
      number: served.number,
      year,
      serial,
      title: entry.title,
      party: entry.party,
      party_kind: file.matter.party.kind,
      party_code: entry.partyCode,
      violation: entry.violation,
      penalty: entry.penalty,
      unit: data.unit ?? null,
      decided_on: decision.at.day,
      published_on: shownAt(version.published, law).day,
      due_on: siteDue(file, setting),
      summary: entry.summary,
      body: entry.body,
      withheld: entry.withheld,
      search_text: searchText(entry.searchable),
    }),
  ];
}

/** A row for each version that the withdrawal takes down. */
function withdrawalRows(bureau: string, act: RecordedAct, file: CaseFile, law: Law): Row[] {
  const data = act.data as unknown as DataOf<'publication.withdrawn'>;
  const served = servedDecision(file);
  if (!served) return [];
  return siteVersions(file.matter, law)
    .flatMap(({ version, withdrawn }) => (withdrawn?.n === act.seq ? [{ version, withdrawn }] : []))
    .map(({ version, withdrawn }) =>
      row(PUBLISHED_WITHDRAWAL, {
        bureau_id: bureau,
        entry_id: entryId(file, served.number),
        version,
        matter_id: file.id,
        seq: act.seq,
        withdrawn_on: shownAt(withdrawn, law).day,
        reason: publicReason(file, data.reason, law, moment(act.happened).day),
        basis: withdrawalBasis(file, act.seq).map(cite).join('、'),
      }),
    );
}

/** Of the bases of a withdrawal, the one for decisions that were overturned (行政处罚法 art. 48 para. 2). */
const OVERTURNED = /^行政处罚法 第四十八条/;

/** On which basis it was taken down: what was published in error stands on that of mending it (公示规定 art. 11). */
function withdrawalBasis({ matter }: CaseFile, seq: number): readonly string[] {
  const basis = matter.procedure.rows.get('publication.withdrawn')?.basis ?? [];
  const isOverturned = matter.acts.some((act) => act.code === 'decision.overturned' && act.n < seq);
  return isOverturned ? basis : basis.filter((one) => !OVERTURNED.test(one));
}

/** Why something was taken down, without what it may say of people. */
function publicReason(
  file: CaseFile,
  reason: string | undefined,
  law: Law,
  day: PlainDate,
): string {
  return maskWords(reason ?? '', {
    party: file.matter.party,
    secrets: servedDecision(file)?.secrets ?? [],
    hidden: [],
    gap: gapWords(law.value('publish.withholding', day)),
  });
}

/** The place of the decision's number, as it stands now; none while there is no number. */
export function slotRows(bureau: string, file: CaseFile, setting: PublicitySetting): Row[] {
  const served = servedDecision(file);
  const decision = lastOf(file.matter, 'decision.made');
  if (!served || !decision) return [];
  const versions = siteVersions(file.matter, setting.law);
  const standing = standingVersion(versions);
  const last = versions.at(-1);
  const withdrawn = standing ? null : (last?.withdrawn ?? null);
  const withholding = lastWithholding(file.matter, setting.law);
  return [
    row(PUBLISHED_SLOT, {
      bureau_id: bureau,
      ...numberParts(served.number),
      number: served.number,
      decided_on: decision.at.day,
      due_on: siteDue(file, setting),
      required: isPublicationRequired(file.matter, setting.law),
      entry_id: last ? entryId(file, served.number) : null,
      version: (standing ?? last)?.version ?? null,
      published_on: versions[0] ? shownAt(versions[0].published, setting.law).day : null,
      withdrawn_on: withdrawn ? shownAt(withdrawn, setting.law).day : null,
      withheld_on: withholding && !withholding.consented ? withholding.withheld.at.day : null,
      reason: withdrawn
        ? publicReason(file, withdrawn.data.reason, setting.law, withdrawn.at.day)
        : withholding && !withholding.consented
          ? withholding.withheld.data.ground
          : notRequiredGround(file.matter, setting.law),
    }),
  ];
}

function siteDue(file: CaseFile, setting: PublicitySetting): string | null {
  const sites = siteChannels(setting.law, moment(`${file.beganOn}T00:00:00+08:00`).day).map(
    (channel) => `publication.${channel}`,
  );
  return (
    allClocks(file.matter, setting).find((clock) => sites.includes(clock.name))?.dueDay ?? null
  );
}

function numberParts(number: string): { word: string; year: number; serial: number } {
  const parsed = parseDocumentNumber(number);
  if (!parsed) throw new RangeError(`not a document number: ${number}`);
  return { word: parsed.word, year: parsed.year, serial: parsed.serial };
}

const SLUGS: Readonly<Record<string, string>> = {
  'penalty-decision': 'penalty',
  'summary-decision': 'summary',
  'no-penalty-decision': 'no-penalty',
};

/** The address of a decision on the portal, such as `penalty-2026-71`. */
export function entryId(file: CaseFile, number: string): string {
  const code = file.documents.find((document) => document.number === number)?.code ?? '';
  const { year, serial } = numberParts(number);
  return `${SLUGS[code] ?? 'decision'}-${year}-${serial}`;
}
