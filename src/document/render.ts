import { join } from 'node:path';
import QRCode from 'qrcode';
import { findRoot } from '../platform/package-root.ts';
import { checkValues } from './check.ts';
import type { DocumentTemplate, Problem } from './document.ts';
import { type FontCoverage, readCoverage } from './font-coverage.ts';
import { type FontSettings, findFonts } from './fonts.ts';
import { parseDocumentNumber } from './number.ts';
import { printView, type Sheet } from './print.ts';
import type { SealPlace } from './render.worker.ts';
import { isObject } from './values.ts';
import { openPool } from './worker-pool.ts';

/** Rendering of statutory documents to PDF/A-2b. The same request gives the same bytes: no clock, no system font, no chance. */

/** A document to render. */
export interface RenderRequest extends Sheet {
  readonly kind: DocumentTemplate;
  /** text of the QR code on the first page, usually the address where the document can be checked */
  readonly qr?: string | null;
  /** a JPEG picture, for the templates that print one */
  readonly picture?: Uint8Array | null;
}

/** A rendered document. */
export interface RenderedDocument {
  /** PDF/A-2b, fonts embedded, tagged */
  readonly pdf: Uint8Array;
  readonly pages: number;
  /** where the seal belongs, on forms that carry one */
  readonly seal: SealPlace | null;
}

/** How to run the renderer. */
export interface RendererOptions {
  /** folder of the package with `templates/` and `node_modules/`; found from this file by default */
  readonly root?: string;
  /** worker threads, 1 by default; each adds 100 to 150 MB */
  readonly workers?: number;
  /** the worker file: by default `render.worker` beside this file, `.ts` in the sources and `.js` in a bundle */
  readonly worker?: URL;
  readonly fonts?: FontSettings;
  /** documents after which a worker is replaced, 2000 by default */
  readonly recycleAfter?: number;
  /** milliseconds a document may take, 30 000 by default */
  readonly timeout?: number;
}

/** A renderer; close it when done. */
export interface Renderer {
  /**
   * Renders a document.
   *
   * @throws DocumentRefused with every problem: missing items, malformed number, characters no font has
   * @throws Error when a template is broken (compiler errors and warnings alike) or a worker fails
   */
  renderDocument(request: RenderRequest): Promise<RenderedDocument>;
  /** Characters of `text` that cannot be printed, e.g. of a name just typed in. */
  missingGlyphs(text: string): string[];
  /** What stands in the values of a document and cannot be printed, each with its JSON pointer. */
  unprintable(values: unknown): Problem[];
  close(): Promise<void>;
}

/** A document that cannot be issued. `problems` is complete. */
export class DocumentRefused extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => `${problem.pointer} ${problem.code}`).join('; '));
    this.name = 'DocumentRefused';
    this.problems = problems;
  }
}

function numberProblems({ kind, number }: RenderRequest): Problem[] {
  if (kind.numberWord === null || number === null) {
    return kind.numberWord !== null
      ? [{ pointer: '', code: 'document/number-missing', message: `${kind.title}还没有文号。` }]
      : [];
  }
  if (parseDocumentNumber(number)) return [];
  const message = `文号「${number}」的写法不对，要用六角括号，序号不补零。`;
  return [{ pointer: '', code: 'document/number-malformed', message }];
}

/** Every text in the values with its JSON pointer. */
function textsOf(value: unknown, pointer = ''): { pointer: string; text: string }[] {
  if (typeof value === 'string') return [{ pointer, text: value }];
  if (Array.isArray(value)) {
    return value.flatMap((entry: unknown, index) => textsOf(entry, `${pointer}/${index}`));
  }
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, entry]) => textsOf(entry, `${pointer}/${key}`));
}

/** Characters of the values that cannot be printed, each where it stands. Control characters and the like have no print at all. */
function unprintable(values: unknown, coverage: FontCoverage): Problem[] {
  return textsOf(values).flatMap(({ pointer, text }) =>
    coverage.missing(text).map((character): Problem => {
      const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
      const message = `「${character}」（U+${code}）没有字体能打印。换一个写法，或者请管理员在数据目录的 fonts 里补上含此字的字体。`;
      return { pointer, code: 'document/glyph-missing', message };
    }),
  );
}

function glyphProblems(request: RenderRequest, coverage: FontCoverage): Problem[] {
  const head = { ...request.bureau, number: request.number };
  return [
    ...unprintable(request.values, coverage),
    ...unprintable(head, coverage).map((problem) => ({ ...problem, pointer: '' })),
  ];
}

function qrSvg(text: string | null | undefined): Promise<string> {
  if (text === null || text === undefined || text === '') return Promise.resolve('');
  return QRCode.toString(text, { type: 'svg', errorCorrectionLevel: 'M', margin: 0 });
}

/** Opens a renderer. Its workers start with the first document. */
export function openRenderer(options: RendererOptions = {}): Renderer {
  const root = options.root ?? findRoot();
  const fonts = findFonts(root, options.fonts);
  const coverage = readCoverage(fonts.files);
  const suffix = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const pool = openPool({
    setup: { templates: join(root, 'templates'), fontFolders: fonts.folders },
    worker: options.worker ?? new URL(`./render.worker.${suffix}`, import.meta.url),
    root,
    size: options.workers ?? 1,
    recycleAfter: options.recycleAfter ?? 2000,
    timeout: options.timeout ?? 30_000,
  });

  async function renderDocument(request: RenderRequest): Promise<RenderedDocument> {
    const strict = request.draft !== true;
    const problems = [
      ...(strict ? checkValues(request.kind, request.values) : []),
      ...(strict ? numberProblems(request) : []),
      ...glyphProblems(request, coverage),
    ];
    if (problems.length > 0) throw new DocumentRefused(problems);
    const view = printView(request, fonts.faces, await qrSvg(request.qr));
    const picture = request.picture ?? null;
    const answer = await pool.run({
      folder: request.kind.folder,
      view: JSON.stringify({ ...view, picture: picture !== null }),
      picture,
      created: Math.floor(Date.parse(request.createdAt) / 1000),
    });
    if ('faults' in answer) {
      throw new Error(`template ${request.kind.folder}: ${answer.faults.join('\n')}`);
    }
    return answer;
  }

  return {
    renderDocument,
    missingGlyphs: (text) => coverage.missing(text),
    unprintable: (values) => unprintable(values, coverage),
    close: () => pool.close(),
  };
}
