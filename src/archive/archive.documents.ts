/** The papers a file needs to be archived, made by the system: cover, table of contents, notes (程序规定 art. 78). */
import type { PlainDate } from '../calendar/plain-date.ts';
import { caseContext, prefill } from '../matter/case-context.ts';
import { type CaseFile } from '../matter/case-file.ts';
import type {
  ActRequest,
  PreparedAct,
  PreparedDocument,
  PrepareContext,
} from '../matter/prepare-act.ts';
import {
  type Catalogue,
  catalogue,
  type CatalogueEntry,
  VOLUMES,
  type Volume,
} from './catalogue.ts';

/** Cover and contents of both volumes, and the notes; nothing for any other act. */
export function archiveDocuments(
  file: CaseFile,
  request: ActRequest,
  _prepared: PreparedAct,
  context: PrepareContext,
): Promise<readonly PreparedDocument[]> {
  if (request.act !== 'file.archived') return Promise.resolve([]);
  const day = request.at.slice(0, 10) as PlainDate; // a checked moment
  const volumes = catalogue(file, context.law.value('archive.order', day));
  const about: About = {
    number: filled(request, 'archive-number') ?? archiveNumber(file, day),
    retention: filled(request, 'retention') ?? retentionOf(file, context, day),
    secrecy: filled(request, 'secrecy'),
    day,
  };
  return Promise.resolve([
    ...VOLUMES.flatMap((volume) =>
      volumes[volume].length === 0
        ? []
        : framePapers(file, volume, volumes[volume], about, context),
    ),
    notes(file, volumes, about, context),
  ]);
}

interface About {
  readonly number: string;
  readonly retention: string;
  readonly secrecy: string | null;
  readonly day: PlainDate;
}

function filled({ fields }: ActRequest, name: string): string | null {
  const value = fields[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

function framePapers(
  file: CaseFile,
  volume: Volume,
  entries: readonly CatalogueEntry[],
  { number, retention, secrecy, day }: About,
  context: PrepareContext,
): PreparedDocument[] {
  const author = caseContext(file, context).bureau.name;
  return [
    paper('file-cover', file, context, {
      volume,
      'case-number': fileNumber(file),
      'archived-on': day,
      'archive-number': number,
      retention,
      ...(secrecy === null ? {} : { secrecy }),
      items: entries.length,
      pages: pagesIn(entries),
      ...openedAndClosed(file),
    }),
    paper('file-contents', file, context, {
      'archive-number': number,
      volume,
      documents: entries.map((entry) => ({
        ...(entry.number === null ? {} : { number: entry.number }),
        author,
        title: entry.title,
        date: entry.date,
        page: entry.from === entry.to ? `${entry.from}` : `${entry.from}-${entry.to}`,
        ...remark(entry),
      })),
    }),
  ];
}

/** A summary case has no approval of opening: it begins with the first act and may end with the decision. */
function openedAndClosed(file: CaseFile): Record<string, string> {
  const on = (code: string): string | undefined =>
    file.acts.findLast((act) => act.type === code)?.happened.slice(0, 10);
  return {
    'opened-on': on('case.opened') ?? file.beganOn,
    'closed-on': on('case.closed') ?? on('case.declined') ?? on('decision.made') ?? file.beganOn,
  };
}

function remark({ item, voided }: CatalogueEntry): { remark?: string } {
  if (voided) return { remark: '作废' };
  return item.kind === 'exhibit' && /^(audio|video)\//.test(item.exhibit.blob.type)
    ? { remark: '附电子文件' }
    : {};
}

function notes(
  file: CaseFile,
  volumes: Catalogue,
  { number, day }: About,
  context: PrepareContext,
): PreparedDocument {
  const entries = VOLUMES.flatMap((volume) => volumes[volume]);
  const voided = entries
    .filter((entry) => entry.voided)
    .map((entry) => entry.number ?? entry.title);
  const maker = { name: context.actor.name, post: context.actor.post };
  return paper('file-notes', file, context, {
    'archive-number': number,
    items: entries.length,
    pages: VOLUMES.reduce((sum, volume) => sum + pagesIn(volumes[volume]), 0),
    notes: [
      '本卷文件齐全，无缺损。',
      ...(voided.length === 0 ? [] : [`作废文书：${voided.join('、')}。`]),
    ],
    media: mediaNote(file),
    maker,
    checker: handlerBeside(file, context) ?? maker,
    'made-on': day,
  });
}

/** Whoever did not make the file checks it: one of its handlers. */
function handlerBeside(
  file: CaseFile,
  context: PrepareContext,
): { name: string; post: string } | null {
  const handlers = file.begun.handlers ?? [];
  const id = handlers.find((one) => one !== context.actor.id);
  const person = id === undefined ? undefined : context.people.get(id);
  return person ? { name: person.name, post: person.post } : null;
}

function pagesIn(entries: readonly CatalogueEntry[]): number {
  return entries.at(-1)?.to ?? 0;
}

function paper(
  code: string,
  file: CaseFile,
  context: PrepareContext,
  values: Record<string, unknown>,
): PreparedDocument {
  const template = context.templates.get(code);
  if (!template) throw new Error(`no template ${code}`);
  return {
    template,
    values: { ...prefill(template, file, context), ...values },
    word: null,
    numberField: null,
  };
}

/** The bureau's own table of retention periods decides; the pack holds what applies until it is entered. */
function retentionOf(file: CaseFile, { law }: PrepareContext, day: PlainDate): string {
  const years = law.value('retention.years', day)[file.matter.procedure.id];
  if (years === undefined) throw new Error(`no retention period for ${file.matter.procedure.id}`);
  return String(years);
}

function fileNumber(file: CaseFile): string {
  const numbered = ['case-opening', 'summary-decision', 'case-source'].flatMap((code) =>
    file.documents.flatMap((document) =>
      document.code === code && document.number !== null ? [document.number] : [],
    ),
  );
  return numbered[0] ?? file.id;
}

/** Year and case number, until the archive gives its own. */
function archiveNumber(file: CaseFile, day: PlainDate): string {
  return `${day.slice(0, 4)}-${fileNumber(file)}`.slice(0, 60);
}

function mediaNote(file: CaseFile): string {
  const media = file.exhibits.filter((exhibit) => /^(audio|video)\//.test(exhibit.blob.type));
  if (media.length === 0) return '无音像记录。';
  return `音像记录 ${media.length} 件，存于电子档案，以 SHA-256 值核对，详见证据材料各说明页。`;
}
