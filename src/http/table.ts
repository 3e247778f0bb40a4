/** Lists as XLSX files. The library is kept behind this one module. */
import { writeXlsx } from 'hucre/xlsx';
import type { FastifyReply } from 'fastify';
import { parsePlainDate } from '../calendar/plain-date.ts';

/**
 * A line of a table by its headings. A text that is a day (`2026-11-22`) or a moment with its zone
 * (`2026-11-21T19:47:00.000Z`) becomes a date of the sheet, a moment in China Standard Time.
 */
export type TableRow = Readonly<Record<string, string | number | null>>;

/** Sends rows as a workbook; the keys of the first row are its headings, and an empty list has a heading too. */
export async function sendTable(
  reply: FastifyReply,
  title: string,
  rows: readonly TableRow[],
  headings: readonly string[] = [],
): Promise<FastifyReply> {
  return reply
    .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    .header(
      'content-disposition',
      `attachment; filename*=UTF-8''${encodeURIComponent(`${title}.xlsx`)}`,
    )
    .send(Buffer.from(await tableFile(title, rows, headings)));
}

/** The workbook: one sheet, its heading frozen and filtered, columns as wide as what they hold. */
export async function tableFile(
  title: string,
  rows: readonly TableRow[],
  headings: readonly string[] = [],
): Promise<Uint8Array> {
  const keys = rows[0] ? Object.keys(rows[0]) : headings;
  const data = rows.map((row) =>
    Object.fromEntries(keys.map((key) => [key, cellOf(row[key] ?? null)])),
  );
  const columns = keys.map((key) => {
    const format = data.map((row) => row[key]).find((cell) => cell instanceof Date);
    const inColumn = rows.map((row) => row[key] ?? null);
    return {
      header: key,
      key,
      width: widthOf([key, ...inColumn]),
      ...(format === undefined ? {} : { numFmt: inColumn.some(isMoment) ? MOMENT : DAY }),
    };
  });
  const lastColumn = Math.max(keys.length - 1, 0);
  return writeXlsx({
    sheets: [
      {
        name: title.slice(0, 31),
        columns,
        data,
        freezePane: { rows: 1 },
        autoFilter: { range: `A1:${columnName(lastColumn)}${rows.length + 1}` },
      },
    ],
  });
}

const DAY = 'yyyy-mm-dd';
const MOMENT = 'yyyy-mm-dd hh:mm';
const MOMENT_SHAPE =
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;
const CHINA_MS = 8 * 3_600_000;

type Cell = string | number | null;

function isMoment(cell: Cell): boolean {
  return typeof cell === 'string' && MOMENT_SHAPE.test(cell) && !Number.isNaN(Date.parse(cell));
}

/** Sheets know no zone: a moment is written as the clock on the wall in China shows it, to the minute. */
function cellOf(cell: Cell): Cell | Date {
  if (typeof cell !== 'string') return cell;
  if (isMoment(cell)) return new Date(Math.floor((Date.parse(cell) + CHINA_MS) / 60_000) * 60_000);
  return parsePlainDate(cell) === null ? cell : new Date(`${cell}T00:00:00Z`);
}

const NARROWEST = 6;
const WIDEST = 60;

/** In characters of the sheet's font, of which a Chinese one takes two. */
function widthOf(cells: readonly Cell[]): number {
  const widths = cells.map((cell) => {
    if (isMoment(cell)) return MOMENT.length;
    return [...String(cell ?? '')].reduce(
      (sum, letter) => sum + ((letter.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1),
      0,
    );
  });
  // Reduced and not spread: a list may hold ten thousand lines.
  const widest = widths.reduce((most, width) => Math.max(most, width), NARROWEST);
  return Math.min(widest, WIDEST) + 2;
}

/** A, B … Z, AA: tables here stay below 26 columns by far. */
function columnName(index: number): string {
  return index < 26
    ? String.fromCharCode(65 + index)
    : `${columnName(Math.floor(index / 26) - 1)}${columnName(index % 26)}`;
}
