/** The rows of publication: entries and withdrawals the portal shows, and the slot of each decision number. */
import type { RecordedAct } from '../act/act.ts';
import { type Row, row, table } from '../act/row.ts';
import type { WorkCalendar } from '../calendar/calendar.ts';
import { moment } from '../calendar/moment.ts';
import { parseDocumentNumber } from '../document/number.ts';
import type { DataOf } from '../matter/act-data.ts';
import type { CaseFile } from '../matter/case-file.ts';
import { allClocks } from '../matter/clocks.ts';
import { actsOf, lastOf } from '../matter/matter.ts';
import { cite } from '../rule/cite.ts';
import type { Law } from '../rule/law.ts';
import { isPublicationRequired, siteChannels } from './channels.ts';
import { publicEntry, type PublicationChoice } from './entry.ts';
import { lastWithholding } from './publication.ts';
import { searchText } from './search-text.ts';
import { servedDecision } from './served.ts';

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
);

export interface PublicitySetting {
  readonly law: Law;
  readonly calendar: WorkCalendar;
}

/** Publications on the bureau's own site or one that stands in for it; other channels are handed over, not shown. */
function sitePublications(file: CaseFile, law: Law) {
  return actsOf(file.matter, 'publication.published').filter((act) =>
    siteChannels(law, act.at.day).includes(act.data.channel),
  );
}

/** The fact rows `act` adds. */
export function publicityRows(
  bureau: string,
  act: RecordedAct,
  file: CaseFile,
  setting: PublicitySetting,
): Row[] {
  if (act.type === 'publication.published') return entryRow(bureau, act, file, setting);
  if (act.type === 'publication.withdrawn') return withdrawalRow(bureau, act, file, setting.law);
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
  const publications = sitePublications(file, law);
  const decision = lastOf(file.matter, 'decision.made');
  const served = servedDecision(file);
  if (publications.at(-1)?.n !== act.seq || !decision || !served) return [];
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
      version: publications.length,
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
      violation: served.violation,
      penalty: served.penaltyWords,
      unit: data.unit ?? null,
      decided_on: decision.at.day,
      published_on: day,
      due_on: siteDue(file, setting),
      summary: entry.summary,
      body: entry.body,
      withheld: entry.withheld,
      search_text: searchText([
        entry.title,
        served.number,
        entry.partyCode ?? '',
        served.basis,
        served.penaltyWords,
      ]),
    }),
  ];
}

function withdrawalRow(bureau: string, act: RecordedAct, file: CaseFile, law: Law): Row[] {
  const data = act.data as unknown as DataOf<'publication.withdrawn'>;
  const published = sitePublications(file, law).filter((one) => one.n < act.seq);
  const served = servedDecision(file);
  if (!served || published.at(-1)?.data.channel !== data.channel) return [];
  return [
    row(PUBLISHED_WITHDRAWAL, {
      bureau_id: bureau,
      entry_id: entryId(file, served.number),
      version: published.length,
      matter_id: file.id,
      seq: act.seq,
      withdrawn_on: moment(act.happened).day,
      reason: data.reason ?? '',
      basis: (file.matter.procedure.rows.get('publication.withdrawn')?.basis ?? [])
        .map(cite)
        .join('、'),
    }),
  ];
}

/** The place of the decision's number, as it stands now; none while there is no number. */
export function slotRows(bureau: string, file: CaseFile, setting: PublicitySetting): Row[] {
  const served = servedDecision(file);
  const decision = lastOf(file.matter, 'decision.made');
  if (!served || !decision) return [];
  const publications = sitePublications(file, setting.law);
  const last = publications.at(-1);
  const withdrawn = lastOf(file.matter, 'publication.withdrawn');
  const withholding = lastWithholding(file.matter, setting.law);
  const isWithdrawn =
    last !== undefined &&
    withdrawn !== undefined &&
    withdrawn.n > last.n &&
    withdrawn.data.channel === last.data.channel;
  return [
    row(PUBLISHED_SLOT, {
      bureau_id: bureau,
      ...numberParts(served.number),
      number: served.number,
      decided_on: decision.at.day,
      due_on: siteDue(file, setting),
      required: isPublicationRequired(file.matter, setting.law),
      entry_id: last ? entryId(file, served.number) : null,
      version: last ? publications.length : null,
      published_on: publications[0]?.at.day ?? null,
      withdrawn_on: isWithdrawn ? withdrawn.at.day : null,
      withheld_on: withholding && !withholding.consented ? withholding.withheld.at.day : null,
      reason: isWithdrawn
        ? (withdrawn.data.reason ?? null)
        : withholding && !withholding.consented
          ? withholding.withheld.data.ground
          : null,
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
