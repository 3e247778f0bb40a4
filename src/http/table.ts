/** Lists as XLSX files. The library is kept behind this one function. */
import { writeXlsx } from 'hucre/xlsx';
import type { FastifyReply } from 'fastify';

export type TableRow = Readonly<Record<string, string | number | null>>;

/** Sends rows as a workbook; the keys of the first row are its headings, and an empty list has a heading too. */
export async function sendTable(
  reply: FastifyReply,
  title: string,
  rows: readonly TableRow[],
  headings: readonly string[] = [],
): Promise<FastifyReply> {
  const columns = (rows[0] ? Object.keys(rows[0]) : headings).map((key) => ({
    header: key,
    key,
    width: 20,
  }));
  const file = await writeXlsx({
    sheets: [{ name: title.slice(0, 31), columns, data: rows.map((row) => ({ ...row })) }],
  });
  return reply
    .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    .header(
      'content-disposition',
      `attachment; filename*=UTF-8''${encodeURIComponent(`${title}.xlsx`)}`,
    )
    .send(Buffer.from(file));
}
