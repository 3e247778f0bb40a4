/** The papers a file needs to be archived, made by the system: cover, table of contents, notes (程序规定 art. 78). Pure. */
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
  DATA_FILE,
  mediaWords,
  NO_MEDIA,
  NOTHING_MISSING,
  VOIDED,
  voidedWords,
} from './archive.texts.ts';
import {
  type Catalogue,
  catalogue,
  type CatalogueEntry,
  VOLUMES,
  type Volume,
} from './catalogue.ts';
import { clipped, type MissingGlyphs, printable } from './printable.ts';

/** Makes cover and contents of both volumes and the notes when a file is archived; nothing for any other act. */
export function archiveDocuments(missingGlyphs: MissingGlyphs) {
  return (
    file: CaseFile,
    request: Pick<ActRequest, 'act' | 'at' | 'fields'>,
    _prepared: PreparedAct,
    context: PrepareContext,
  ): Promise<readonly PreparedDocument[]> =>
    Promise.resolve(
      request.act === 'file.archived' ? frameOf(file, request, context, missingGlyphs) : [],
    );
}

/** The papers around a file as it stands, as archiving it at that moment would make them. */
export function frameOf(
  file: CaseFile,
  request: Pick<ActRequest, 'at' | 'fields'>,
  context: PrepareContext,
  missingGlyphs: MissingGlyphs,
): PreparedDocument[] {
  const day = request.at.slice(0, 10) as PlainDate; // a checked moment
  const volumes = catalogue(file, context.law.value('archive.order', day));
  const about: About = {
    number: filled(request, 'archive-number') ?? archiveNumber(file, day),
    retention: filled(request, 'retention') ?? retentionOf(file, context, day),
    secrecy: filled(request, 'secrecy'),
    checker: filled(request, 'checker'),
    day,
    missingGlyphs,
  };
  return [
    ...VOLUMES.flatMap((volume) =>
      volumes[volume].length === 0
        ? []
        : [
            cover(file, volume, volumes[volume], about, context),
            contentsPaper(file, volume, volumes[volume], about, context),
          ],
    ),
    notes(file, volumes, about, context),
  ];
}

/** Characters of a title in the table of contents. */
const LONGEST_TITLE = 200;

interface About {
  readonly number: string;
  readonly retention: string;
  readonly secrecy: string | null;
  /** Id of who checked the file; null where nobody is named. */
  readonly checker: string | null;
  readonly day: PlainDate;
  readonly missingGlyphs: MissingGlyphs;
}

function filled({ fields }: Pick<ActRequest, 'fields'>, name: string): string | null {
  const value = fields[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

function cover(
  file: CaseFile,
  volume: Volume,
  entries: readonly CatalogueEntry[],
  { number, retention, secrecy, day }: About,
  context: PrepareContext,
): PreparedDocument {
  return paper('file-cover', file, context, {
    volume,
    'case-number': fileNumber(file),
    'archived-on': day,
    'archive-number': number,
    retention,
    ...(secrecy === null ? {} : { secrecy }),
    items: entries.length,
    pages: pagesIn(entries),
    ...openedAndClosed(file),
  });
}

/** The table of contents with these entries. */
export function contentsPaper(
  file: CaseFile,
  volume: Volume,
  entries: readonly CatalogueEntry[],
  { number, missingGlyphs }: Pick<About, 'number' | 'missingGlyphs'>,
  context: PrepareContext,
): PreparedDocument {
  const author = caseContext(file, context).bureau.name;
  return paper('file-contents', file, context, {
    'archive-number': number,
    volume,
    documents: entries.map((entry) => ({
      ...(entry.number === null ? {} : { number: entry.number }),
      author,
      title: clipped(printable(entry.title, missingGlyphs), LONGEST_TITLE),
      date: entry.date,
      page: entry.from === entry.to ? `${entry.from}` : `${entry.from}-${entry.to}`,
      ...remark(entry),
    })),
  });
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
  if (voided) return { remark: VOIDED };
  return item.kind === 'exhibit' && /^(audio|video)\//.test(item.exhibit.blob.type)
    ? { remark: DATA_FILE }
    : {};
}

function notes(
  file: CaseFile,
  volumes: Catalogue,
  about: About,
  context: PrepareContext,
): PreparedDocument {
  const entries = VOLUMES.flatMap((volume) => volumes[volume]);
  const voided = entries
    .filter((entry) => entry.voided)
    .map((entry) => entry.number ?? entry.title);
  return paper('file-notes', file, context, {
    'archive-number': about.number,
    items: entries.length,
    pages: VOLUMES.reduce((sum, volume) => sum + pagesIn(volumes[volume]), 0),
    notes: [NOTHING_MISSING, ...(voided.length === 0 ? [] : [voidedWords(voided)])],
    media: mediaNote(file),
    maker: { name: context.actor.name, post: context.actor.post },
    ...checkerOf(about, context),
    'made-on': about.day,
  });
}

/** Whoever the archivist says has checked the file; nobody is named who did not, and the paper is left to sign. */
function checkerOf({ checker }: About, { people }: PrepareContext): Record<string, unknown> {
  const person = checker === null ? undefined : people.get(checker);
  return person ? { checker: { name: person.name, post: person.post } } : {};
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
    numbers: {},
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
export function archiveNumber(file: CaseFile, day: string): string {
  return `${day.slice(0, 4)}-${fileNumber(file)}`.slice(0, 60);
}

function mediaNote(file: CaseFile): string {
  const media = file.exhibits.filter((exhibit) => /^(audio|video)\//.test(exhibit.blob.type));
  return media.length === 0 ? NO_MEDIA : mediaWords(media.length);
}
