/**
 * A PDF written piece by piece (ISO 32000-1 §7.5): pages of other documents are copied in, written and forgotten, so that memory
 * holds one piece at a time however long the file is. The same pieces give the same bytes.
 */
import { createHash } from 'node:crypto';
import {
  PDFContext,
  type PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFObjectCopier,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';

/** What the file says of itself. */
export interface FileAbout {
  readonly title: string;
  readonly author: string;
  /** ISO moment in +08:00: the creation date */
  readonly createdAt: string;
}

/** A piece in the list of bookmarks: level 1, or 2 below the last of level 1. */
export interface Bookmark {
  readonly title: string;
  readonly level: 1 | 2;
}

export interface PdfWriter {
  /** Copies all pages of `source`; `from` is the number its first page carries, null where pages carry none. */
  add(source: PDFDocument, bookmark: Bookmark, from: number | null): Uint8Array;
  /** Catalogue, page tree and cross-reference table: nothing after it. */
  end(): Uint8Array;
}

interface Mark extends Bookmark {
  readonly page: PDFRef;
  readonly index: number;
  readonly from: number | null;
}

/** Entries of a page that print; everything else (actions, annotations, threads) stays behind. */
const PAGE_ENTRIES: ReadonlySet<string> = new Set([
  '/Type',
  '/MediaBox',
  '/CropBox',
  '/Rotate',
  '/Resources',
  '/Contents',
  '/Group',
  '/UserUnit',
]);

export function openPdfWriter(about: FileAbout): PdfWriter {
  const context = PDFContext.create();
  const pagesRef = context.nextRef();
  const pages: PDFRef[] = [];
  const marks: Mark[] = [];
  const offsets = new Map<number, number>();
  const hash = createHash('sha256');
  let written = 0;
  let waiting: Uint8Array[] = [];

  function put(bytes: Uint8Array): void {
    waiting.push(bytes);
    hash.update(bytes);
    written += bytes.length;
  }

  function taken(): Uint8Array {
    const bytes = Buffer.concat(waiting);
    waiting = [];
    return bytes;
  }

  function putObject(ref: PDFRef, object: PDFObject): void {
    offsets.set(ref.objectNumber, written);
    const body = new Uint8Array(object.sizeInBytes());
    object.copyBytesInto(body, 0);
    put(Buffer.from(`${ref.objectNumber} 0 obj\n`));
    put(body);
    put(Buffer.from('\nendobj\n'));
  }

  /** Writes and forgets every object there is. */
  function flush(): void {
    for (const [ref, object] of context.enumerateIndirectObjects()) {
      putObject(ref, object);
      context.delete(ref);
    }
  }

  put(Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1'));

  return {
    add(source, bookmark, from) {
      const copier = PDFObjectCopier.for(source.context, context);
      for (const [index, page] of source.getPages().entries()) {
        const copy: PDFDict = copier.copy(onlyPrinting(page.node));
        copy.set(PDFName.of('Parent'), pagesRef);
        const ref = context.register(copy);
        if (index === 0) marks.push({ ...bookmark, page: ref, index: pages.length, from });
        pages.push(ref);
      }
      flush();
      return taken();
    },
    end() {
      context.assign(
        pagesRef,
        context.obj({ Type: 'Pages', Kids: [...pages], Count: pages.length }),
      );
      const root = context.register(
        context.obj({
          Type: 'Catalog',
          Pages: pagesRef,
          Outlines: outline(context, marks),
          PageMode: 'UseOutlines',
          PageLabels: pageLabels(context, marks),
          Lang: PDFString.of('zh-CN'),
          ViewerPreferences: { DisplayDocTitle: true },
        }),
      );
      const info = context.register(
        context.obj({
          Title: PDFHexString.fromText(about.title),
          Author: PDFHexString.fromText(about.author),
          Producer: PDFHexString.fromText('Zhuding'),
          CreationDate: PDFString.of(dateOf(about.createdAt)),
        }),
      );
      flush();
      const start = written;
      put(Buffer.from(references(offsets, context.largestObjectNumber)));
      const id = hash.copy().digest('hex').slice(0, 32);
      const size = context.largestObjectNumber + 1;
      put(
        Buffer.from(
          `trailer\n<< /Size ${size} /Root ${root.toString()} /Info ${info.toString()} /ID [<${id}> <${id}>] >>\nstartxref\n${start}\n%%EOF\n`,
        ),
      );
      return taken();
    },
  };
}

function onlyPrinting<P extends PDFDict>(page: P): P {
  for (const key of page.keys()) {
    const name = key.toString();
    if (!PAGE_ENTRIES.has(name) && name !== '/Parent') page.delete(key);
  }
  return page;
}

/** Cross-reference table (§7.5.4); numbers never given out are free. */
function references(offsets: ReadonlyMap<number, number>, largest: number): string {
  let table = `xref\n0 ${largest + 1}\n0000000000 65535 f \n`;
  for (let number = 1; number <= largest; number += 1) {
    const offset = offsets.get(number);
    table +=
      offset === undefined
        ? '0000000000 65535 f \n'
        : `${String(offset).padStart(10, '0')} 00000 n \n`;
  }
  return table;
}

/** Bookmarks (§12.3.3): level 1 open, level 2 below. */
function outline(context: PDFContext, marks: readonly Mark[]): PDFRef {
  const root = context.nextRef();
  const tops: { mark: Mark; below: Mark[] }[] = [];
  for (const mark of marks) {
    const last = tops.at(-1);
    if (mark.level === 1 || !last) tops.push({ mark, below: [] });
    else last.below.push(mark);
  }
  const refs = tops.map(() => context.nextRef());
  for (const [index, { mark, below }] of tops.entries()) {
    const ref = refs[index];
    if (!ref) continue;
    const children = below.map(() => context.nextRef());
    assignItems(context, ref, below, children);
    context.assign(
      ref,
      context.obj({
        ...item(mark, root, refs, index),
        ...(children.length === 0
          ? {}
          : { First: children[0], Last: children.at(-1), Count: children.length }),
      }),
    );
  }
  context.assign(
    root,
    context.obj({ Type: 'Outlines', First: refs[0], Last: refs.at(-1), Count: marks.length }),
  );
  return root;
}

function assignItems(
  context: PDFContext,
  parent: PDFRef,
  marks: readonly Mark[],
  refs: readonly PDFRef[],
): void {
  for (const [index, mark] of marks.entries()) {
    const ref = refs[index];
    if (ref) context.assign(ref, context.obj(item(mark, parent, refs, index)));
  }
}

function item(mark: Mark, parent: PDFRef, refs: readonly PDFRef[], index: number) {
  return {
    Title: PDFHexString.fromText(mark.title),
    Parent: parent,
    Prev: refs[index - 1],
    Next: refs[index + 1],
    Dest: [mark.page, 'Fit'],
  };
}

/** What a reader shows as page number (§12.4.2): the number on the page, or the name of what carries none. */
function pageLabels(context: PDFContext, marks: readonly Mark[]): PDFRef {
  return context.register(
    context.obj({
      Nums: marks.flatMap(({ index, from, title }) => [
        index,
        from === null ? { P: PDFHexString.fromText(title) } : { S: 'D', St: from },
      ]),
    }),
  );
}

/** `D:20261105100000+08'00'` (§7.9.4). */
function dateOf(moment: string): string {
  const digits = moment.slice(0, 19).replaceAll(/\D/g, '').padEnd(14, '0');
  return `D:${digits}+08'00'`;
}
