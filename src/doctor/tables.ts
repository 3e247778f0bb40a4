/** Every table whose rows follow from the acts, and the column that names the stream they follow from. */
import type { Table } from '../act/row.ts';
import type { StreamKind } from '../act/act.ts';
import {
  BUREAU,
  PUBLISHED_BUREAU,
  PUBLISHED_NOTICE,
  RULE_PACK,
  UNIT,
} from '../bureau/bureau.rows.ts';
import {
  DOCUMENT,
  DOCUMENT_NUMBER,
  EXHIBIT,
  FIELD_OFFICER,
  MATTER,
} from '../matter/matter.rows.ts';
import { WORK_CLOCK, WORK_MATTER, WORK_TASK } from '../matter/work.rows.ts';
import {
  PUBLISHED_ENTRY,
  PUBLISHED_SLOT,
  PUBLISHED_WITHDRAWAL,
} from '../publicity/publicity.rows.ts';
import { DECISION, REVIEW_BASIS, REVIEW_OPINION } from '../review/review.rows.ts';
import {
  CERTIFICATE,
  CERTIFICATE_END,
  OFFICER,
  REVIEWER,
  WORK_PERSON,
} from '../staff/staff.rows.ts';

export interface CheckedTable {
  readonly table: Table;
  readonly kind: StreamKind;
  /** Column that holds the stream's id. Null where the rows are found by their keys: a bureau's own, and slots. */
  readonly stream: string | null;
}

const of = (kind: StreamKind, stream: string | null, tables: readonly Table[]): CheckedTable[] =>
  tables.map((table) => ({ table, kind, stream }));

export const CHECKED_TABLES: readonly CheckedTable[] = [
  ...of('matter', 'matter_id', [
    MATTER,
    DOCUMENT_NUMBER,
    DOCUMENT,
    EXHIBIT,
    FIELD_OFFICER,
    REVIEW_BASIS,
    REVIEW_OPINION,
    DECISION,
    PUBLISHED_ENTRY,
    PUBLISHED_WITHDRAWAL,
    WORK_MATTER,
    WORK_CLOCK,
    WORK_TASK,
  ]),
  ...of('matter', null, [PUBLISHED_SLOT]),
  ...of('officer', 'officer_id', [OFFICER, CERTIFICATE, CERTIFICATE_END, REVIEWER]),
  ...of('officer', 'person_id', [WORK_PERSON]),
  ...of('bureau', null, [BUREAU, RULE_PACK, UNIT, PUBLISHED_BUREAU, PUBLISHED_NOTICE]),
];
