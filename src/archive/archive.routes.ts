/** Whether a file is complete, what lies in it page by page, and all of it as one PDF. */
import { Readable } from 'node:stream';
import { Type } from 'typebox';
import type { Registry } from '../bureau/registry.ts';
import { momentAt } from '../calendar/moment.ts';
import type { CaseFile } from '../matter/case-file.ts';
import type { MatterService } from '../matter/matter.service.ts';
import { type AnyAct, has } from '../matter/matter.ts';
import { unreplaced } from '../matter/voiding.ts';
import { HttpProblem } from '../http/problems.ts';
import { type Route, route, STAFF } from '../http/route.ts';
import { asTable, exact, opt, uuid } from '../http/shapes.ts';
import { sendTable } from '../http/table.ts';
import { missingRecordings, missingTexts } from '../record/record.ts';
import type { SignedIn } from '../staff/session.service.ts';
import type { Law } from '../rule/law.ts';
import type { ArchiveView, CatalogueLine } from './archive.api.ts';
import { missingActs } from './archive.ts';
import { type Catalogue, catalogueOf, VOLUMES } from './catalogue.ts';
import type { FilePdfs } from './file-pdf/file-pdf.service.ts';

export interface ArchiveRoutesWorld {
  readonly registry: Registry;
  readonly matters: MatterService;
  readonly filePdfs: FilePdfs;
  readonly now: () => number;
}

export function archiveRoutes({ registry, matters, filePdfs, now }: ArchiveRoutesWorld): Route[] {
  async function open(session: SignedIn, matter: string): Promise<{ file: CaseFile; law: Law }> {
    const bureau = await registry.bureau(session.bureau);
    const file = await matters.read(session, matter);
    if (!bureau) throw new HttpProblem('matter/not-found');
    return { file, law: matters.lawByHash(bureau)(file.pack).law };
  }

  return [
    route({
      method: 'GET',
      path: '/api/matters/:matter/archive',
      access: STAFF,
      summary:
        'Whether the file can be archived, what is missing and why, and its table of contents; with format=xlsx the contents as a table.',
      params: Type.Object({ matter: uuid }),
      query: asTable,
      answer: 'Archive',
      async handle({ session, params, query, reply }) {
        const { file, law } = await open(session, params.matter);
        const volumes = catalogueOf(file, law, momentAt(now()).day);
        if (!query.format) return archiveView(file, law, volumes);
        return sendTable(
          reply,
          '卷内文件目录',
          VOLUMES.flatMap((volume) =>
            lines(volumes[volume]).map((line, index) => ({
              卷别: volume === 'main' ? '正卷' : '副卷',
              序号: index + 1,
              文号: line.number,
              题名: line.title,
              日期: line.date,
              页号: line.from === line.to ? `${line.from}` : `${line.from}-${line.to}`,
            })),
          ),
          ['卷别', '序号', '文号', '题名', '日期', '页号'],
        );
      },
    }),
    route({
      method: 'GET',
      path: '/api/matters/:matter/archive/file.pdf',
      access: STAFF,
      summary:
        'The whole file as one PDF, main volume before secondary, with the page numbers of its contents; or one volume of it.',
      params: Type.Object({ matter: uuid }),
      query: Type.Object(
        { volume: opt(Type.Enum([...VOLUMES])), download: opt(Type.Literal('1')) },
        exact,
      ),
      async handle({ session, params, query, reply }) {
        const file = await matters.read(session, params.matter);
        const context = await matters.setting(session, file, momentAt(now()).day);
        const { name, bytes } = await filePdfs.open(file, context, query.volume ?? null);
        const shown = query.download ? 'attachment' : 'inline';
        return reply
          .type('application/pdf')
          .header('content-disposition', `${shown}; filename*=UTF-8''${encodeURIComponent(name)}`)
          .header('cache-control', 'private, no-cache')
          .send(Readable.from(bytes, { objectMode: false }));
      },
    }),
  ];
}

function archiveView(file: CaseFile, law: Law, volumes: Catalogue): ArchiveView {
  const { matter } = file;
  const term = (code: string): string => {
    const row = [...matter.procedure.rows].find(([act]) => act === code)?.[1];
    return row?.term ?? code;
  };
  const archived = has(matter, 'file.archived');
  const at = (n: number): { seq: number; term: string } => ({
    seq: n,
    term: term(matter.acts.find((act) => act.n === n)?.code ?? ''),
  });
  return {
    archived,
    missing: archived
      ? []
      : [
          ...missingActs(matter).map((code) => ({
            kind: 'act' as const,
            act: code,
            term: term(code),
          })),
          ...withoutText(file).map((act) => ({
            kind: 'text' as const,
            act: act.code,
            ...at(act.n),
          })),
          ...missingRecordings(matter, law).map((act) => ({
            kind: 'recording' as const,
            act: act.code,
            ...at(act.n),
          })),
        ],
    volumes: { main: lines(volumes.main), secondary: lines(volumes.secondary) },
  };
}

/** Acts without a paper that stands: none was made, or it was voided and nothing took its place. */
function withoutText(file: CaseFile): AnyAct[] {
  const voided = new Set(unreplaced(file).map(({ seq }) => seq));
  const missing = new Set(missingTexts(file.matter));
  return file.matter.acts.filter((act) => missing.has(act) || voided.has(act.n));
}

function lines(entries: Catalogue['main']): CatalogueLine[] {
  return entries.map(({ group, item, title, number, date, voided, pages, from, to }) => ({
    group,
    title,
    number,
    date,
    voided,
    pages,
    from,
    to,
    document:
      item.kind === 'document' ? { seq: item.document.seq, ordinal: item.document.ordinal } : null,
    exhibit: item.kind === 'exhibit' ? item.exhibit.exhibit : null,
  }));
}
