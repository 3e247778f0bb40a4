/** The rows of a matter that carry no gate of their own: the matter, documents and numbers, exhibits, officers in the field. */
import type { RecordedAct } from '../act/act.ts';
import { bytesOfHex, type Row, row, table } from '../act/row.ts';
import { saidBy } from '../act/said.ts';
import { moment } from '../calendar/moment.ts';
import { partyClass } from '../decision/penalty.ts';
import { parseDocumentNumber } from '../document/number.ts';
import type { Law } from '../rule/law.ts';
import { peopleIn } from '../staff/snapshot.ts';
import { isActCode } from './act-data.ts';
import { engineAct, type CaseFile, type FiledDocument } from './case-file.ts';
import { meets } from './procedure.ts';

export const MATTER = table('facts.matter', 'fact', ['bureau_id', 'matter_id'], {
  bureau_id: 'text',
  matter_id: 'uuid',
  seq: 'integer',
  act_type: 'text',
  procedure: 'text',
  pack_hash: 'bytea',
  party_class: 'text',
  unit_id: 'uuid',
  said: 'jsonb',
});

export const DOCUMENT_NUMBER = table(
  'facts.document_number',
  'fact',
  ['bureau_id', 'word', 'year', 'serial'],
  {
    bureau_id: 'text',
    word: 'text',
    year: 'integer',
    serial: 'integer',
    prev_serial: 'integer',
    number: 'text',
    matter_id: 'uuid',
    seq: 'integer',
  },
);

export const DOCUMENT = table(
  'facts.document',
  'fact',
  ['bureau_id', 'matter_id', 'seq', 'ordinal'],
  {
    bureau_id: 'text',
    matter_id: 'uuid',
    seq: 'integer',
    ordinal: 'integer',
    form: 'text',
    form_number: 'integer',
    title: 'text',
    number: 'text',
    values_hash: 'bytea',
    template_hash: 'bytea',
    pdf_sha256: 'bytea',
    pdf_sm3: 'bytea',
    pages: 'integer',
  },
);

export const EXHIBIT = table('facts.exhibit', 'fact', ['bureau_id', 'matter_id', 'exhibit_id'], {
  bureau_id: 'text',
  matter_id: 'uuid',
  exhibit_id: 'uuid',
  seq: 'integer',
  act_type: 'text',
  name: 'text',
  media_type: 'text',
  size: 'bigint',
  sha256: 'bytea',
  sm3: 'bytea',
  derived_from: 'uuid',
});

export const FIELD_OFFICER = table(
  'facts.field_officer',
  'fact',
  ['bureau_id', 'matter_id', 'seq', 'officer_id'],
  {
    bureau_id: 'text',
    matter_id: 'uuid',
    seq: 'integer',
    act_type: 'text',
    officer_id: 'uuid',
    certificate: 'text',
    valid_from: 'date',
    valid_until: 'date',
    day: 'date',
    said: 'jsonb',
  },
);

/** The fact rows `act` adds to a matter, but for those of the review gate and of publication. */
export function matterRows(bureau: string, act: RecordedAct, after: CaseFile, law: Law): Row[] {
  const own = after.documents.filter((document) => document.seq === act.seq);
  return [
    ...(act.seq === 1 ? [matterRow(bureau, act, after, law)] : []),
    ...own.flatMap((document) => numberRow(bureau, after.id, document)),
    ...own.map((document) => documentRow(bureau, after.id, document)),
    ...after.exhibits
      .filter((exhibit) => exhibit.seq === act.seq)
      .map((exhibit) => exhibitRow(bureau, after.id, act, exhibit)),
    ...fieldOfficerRows(bureau, act, after),
  ];
}

function matterRow(bureau: string, act: RecordedAct, file: CaseFile, law: Law): Row {
  return row(MATTER, {
    bureau_id: bureau,
    matter_id: file.id,
    seq: act.seq,
    act_type: act.type,
    procedure: file.matter.procedure.id,
    pack_hash: bytesOfHex(file.pack),
    party_class: partyClass(file.matter.party, law, moment(act.happened).day),
    unit_id: file.begun.unit,
    said: saidBy(act),
  });
}

function numberRow(bureau: string, matter: string, document: FiledDocument): Row[] {
  if (document.number === null) return [];
  const parsed = parseDocumentNumber(document.number);
  if (!parsed) throw new RangeError(`not a document number: ${document.number}`);
  const { word, year, serial } = parsed;
  return [
    row(DOCUMENT_NUMBER, {
      bureau_id: bureau,
      word,
      year,
      serial,
      prev_serial: serial === 1 ? null : serial - 1,
      number: document.number,
      matter_id: matter,
      seq: document.seq,
    }),
  ];
}

function documentRow(bureau: string, matter: string, document: FiledDocument): Row {
  return row(DOCUMENT, {
    bureau_id: bureau,
    matter_id: matter,
    seq: document.seq,
    ordinal: document.ordinal,
    form: document.code,
    form_number: document.form,
    title: document.title,
    number: document.number,
    values_hash: bytesOfHex(document.valuesHash),
    template_hash: bytesOfHex(document.templateHash),
    pdf_sha256: bytesOfHex(document.pdf.sha256),
    pdf_sm3: bytesOfHex(document.pdf.sm3),
    pages: document.pages,
  });
}

function exhibitRow(
  bureau: string,
  matter: string,
  act: RecordedAct,
  exhibit: CaseFile['exhibits'][number],
): Row {
  return row(EXHIBIT, {
    bureau_id: bureau,
    matter_id: matter,
    exhibit_id: exhibit.exhibit,
    seq: exhibit.seq,
    act_type: act.type,
    name: exhibit.name,
    media_type: exhibit.blob.type,
    size: exhibit.blob.size,
    sha256: bytesOfHex(exhibit.blob.sha256),
    sm3: bytesOfHex(exhibit.blob.sm3),
    derived_from: exhibit.derivedFrom,
  });
}

/** Everyone who acted before the party, with the certificate shown that day. */
function fieldOfficerRows(bureau: string, act: RecordedAct, file: CaseFile): Row[] {
  if (!isActCode(act.type)) return [];
  const field = file.matter.procedure.rows.get(act.type)?.field;
  if (field === undefined || (field !== true && !meets(field, engineAct(act).data))) return [];
  return peopleIn(act).flatMap(({ id, certificate }) => {
    if (!certificate || !act.by.includes(id)) return [];
    return [
      row(FIELD_OFFICER, {
        bureau_id: bureau,
        matter_id: file.id,
        seq: act.seq,
        act_type: act.type,
        officer_id: id,
        certificate: certificate.number,
        valid_from: certificate.from,
        valid_until: certificate.until,
        day: moment(act.happened).day,
        said: saidBy(act),
      }),
    ];
  });
}
