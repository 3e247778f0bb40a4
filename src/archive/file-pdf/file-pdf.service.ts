/** One PDF of a whole file or of one of its volumes, made when asked for from what is sealed. */
import { arrayBuffer } from 'node:stream/consumers';
import { caseContext } from '../../matter/case-context.ts';
import type { CaseFile, FiledExhibit } from '../../matter/case-file.ts';
import type { PreparedDocument, PrepareContext } from '../../matter/prepare-act.ts';
import type { Renderer } from '../../document/render.ts';
import type { BlobStore } from '../../platform/storage/blob-store.ts';
import { StorageError } from '../../platform/storage/storage-error.ts';
import { archiveNumber, contentsPaper, frameOf } from '../archive.documents.ts';
import { fileName } from '../archive.texts.ts';
import { type Catalogue, catalogueOf, VOLUMES, type Volume } from '../catalogue.ts';
import { bind, type Piece } from './bind.ts';
import { exhibitSheet } from './exhibit-sheet.ts';
import { printedPicture } from './picture.ts';
import { type FramePart, pagesOf, type Part, planOf } from './plan.ts';
import { begun, openSeats } from './seats.ts';

export interface FilePdf {
  readonly name: string;
  /** The bytes as they are made; ends with an error where an original turns out damaged. */
  readonly bytes: AsyncIterable<Uint8Array>;
}

export interface FilePdfs {
  /**
   * Binds the file as it stands, or one volume of it; the same file gives the same bytes. Before filing, cover, contents and
   * notes are drafts and say so.
   *
   * @throws StorageError `storage/missing` when an original is gone
   */
  open(file: CaseFile, context: PrepareContext, volume: Volume | null): Promise<FilePdf>;
}

/** Files bound at once; more wait. Each holds a thread and its largest piece. */
const AT_ONCE = 2;
/** Bytes of the largest photo that is decoded; a larger one is shown by its thumbnail. */
const LARGEST_PICTURE = 64 * 1024 * 1024;

export function createFilePdfs(blobs: BlobStore, renderer: Renderer): FilePdfs {
  const seats = openSeats(AT_ONCE);
  return {
    async open(file, context, volume) {
      const volumes = catalogueOf(file, context.law, context.today);
      const parts = planOf(file, volumes, volume === null ? VOLUMES : [volume]);
      await assertStored(blobs, parts);
      const { bureau, matter } = caseContext(file, context);
      const about = { title: matter.caseName, author: bureau.name, createdAt: lastMoment(file) };
      const bytes = seats.take(() =>
        bind(about, pieces({ blobs, renderer, file, context, volumes }, parts)),
      );
      return { name: fileName(matter.caseName, volume), bytes: await begun(bytes) };
    },
  };
}

interface Binding {
  readonly blobs: BlobStore;
  readonly renderer: Renderer;
  readonly file: CaseFile;
  readonly context: PrepareContext;
  readonly volumes: Catalogue;
}

async function* pieces(binding: Binding, parts: readonly Part[]): AsyncGenerator<Piece> {
  for (const part of parts) {
    const { title, level } = part;
    yield {
      pdf: await pdfOf(binding, part),
      pages: pagesOf(part),
      from: part.kind === 'frame' ? null : part.from,
      bookmark: { title, level },
    };
  }
}

async function pdfOf(binding: Binding, part: Part): Promise<Uint8Array> {
  switch (part.kind) {
    case 'frame':
      return framePdf(binding, part.frame);
    case 'document':
      return read(binding.blobs, part.document.pdf.sha256);
    case 'pages':
      return read(binding.blobs, part.exhibit.blob.sha256);
    case 'sheet':
      return sheetPdf(binding, part.exhibit, part.place);
  }
}

/** As it was sealed; before filing, a draft of what filing would make; for what came later, a paper of its own. */
async function framePdf(binding: Binding, frame: FramePart): Promise<Uint8Array> {
  const { blobs, file, context, volumes, renderer } = binding;
  const missingGlyphs = (text: string): string[] => renderer.missingGlyphs(text);
  if (frame.code === 'supplement-contents') {
    const late = volumes[frame.volume].filter((entry) => entry.late);
    const about = { number: filedNumber(file), missingGlyphs };
    return rendered(binding, contentsPaper(file, frame.volume, late, about, context));
  }
  const isWanted = (code: string, values: Readonly<Record<string, unknown>>): boolean =>
    code === frame.code && (frame.code === 'file-notes' || values['volume'] === frame.volume);
  const filed = file.documents.find(({ code, values }) => isWanted(code, values));
  if (filed) return read(blobs, filed.pdf.sha256);
  const draft = frameOf(file, { at: lastMoment(file), fields: {} }, context, missingGlyphs).find(
    ({ template, values }) => isWanted(template.code, values),
  );
  if (!draft) throw new Error(`the file has no ${frame.code}`);
  return rendered(binding, draft, { draft: true });
}

/** Number on the contents made at filing. */
function filedNumber(file: CaseFile): string {
  const filed = file.documents.find(({ code }) => code === 'file-contents');
  const number = filed?.values['archive-number'];
  return typeof number === 'string' ? number : archiveNumber(file, file.beganOn);
}

async function sheetPdf(
  binding: Binding,
  exhibit: FiledExhibit,
  place: number,
): Promise<Uint8Array> {
  const { file, context, renderer } = binding;
  const template = context.templates.get('exhibit-sheet');
  if (!template) throw new Error('no template exhibit-sheet');
  const act = file.matter.acts.find((one) => one.n === exhibit.of);
  const row = [...file.matter.procedure.rows].find(([code]) => code === act?.code)?.[1];
  const values = exhibitSheet(exhibit, place, row?.term ?? null, (text) =>
    renderer.missingGlyphs(text),
  );
  const picture = await pictureOf(binding.blobs, exhibit);
  return rendered(
    binding,
    { template, values, word: null, numberField: null, numbers: {} },
    { picture },
  );
}

async function pictureOf(
  blobs: BlobStore,
  { blob, thumbnail }: FiledExhibit,
): Promise<Uint8Array | null> {
  const isPhoto = blob.type.startsWith('image/') && blob.size <= LARGEST_PICTURE;
  const whole = isPhoto ? await printedPicture(await read(blobs, blob.sha256)) : null;
  return whole ?? (thumbnail ? printedPicture(await read(blobs, thumbnail.sha256)) : null);
}

async function rendered(
  { renderer, file, context }: Binding,
  { template, values }: PreparedDocument,
  more: { readonly draft?: true; readonly picture?: Uint8Array | null } = {},
): Promise<Uint8Array> {
  const createdAt = lastMoment(file);
  const { pdf } = await renderer.renderDocument({
    kind: template,
    values,
    bureau: caseContext(file, context).bureau,
    number: null,
    date: createdAt.slice(0, 10),
    terms: null,
    createdAt,
    ...more,
  });
  return pdf;
}

/** The clock of the file, so that the same file gives the same bytes. */
function lastMoment(file: CaseFile): string {
  return file.acts.at(-1)?.happened ?? '';
}

async function read(blobs: BlobStore, sha256: string): Promise<Uint8Array> {
  return new Uint8Array(await arrayBuffer(await blobs.read(sha256)));
}

async function assertStored(blobs: BlobStore, parts: readonly Part[]): Promise<void> {
  for (const part of parts) {
    const sha256 =
      part.kind === 'document'
        ? part.document.pdf.sha256
        : part.kind === 'frame'
          ? null
          : part.exhibit.blob.sha256;
    if (sha256 !== null && !(await blobs.stat(sha256)))
      throw new StorageError('storage/missing', `no blob ${sha256}`);
  }
}
