/** Binding pages of any origin: turned, dark, encrypted, acting, many. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { degrees, PDFDocument, PDFName, PDFString, rgb } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { describe, expect, it, vi } from 'vitest';
import { pdfText, renderPage } from '../../document/pdf.ts';
import { bind, type Piece } from './bind.ts';

// Each binding starts a thread that loads its sources.
vi.setConfig({ testTimeout: 60_000 });

const ABOUT = { title: '某案', author: '某局', createdAt: '2026-11-20T10:00:00+08:00' };
const MEDIA = new URL('../../../test/fixtures/media/', import.meta.url).pathname;

async function pdfOf(draw: (document: PDFDocument) => Promise<void> | void): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  await draw(document);
  return document.save();
}

function piece(pdf: Uint8Array, pages: number | null, from: number | null): Piece {
  return { pdf, pages, from, bookmark: { title: '一件', level: 2 } };
}

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

async function bound(...pieces: Piece[]): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const bytes of bind(ABOUT, each(pieces))) parts.push(bytes);
  return Buffer.concat(parts);
}

/** Centre of what is black within the picture of a page, as parts of its width and height. */
async function inkOf(pdf: Uint8Array, page: number): Promise<{ x: number; y: number }> {
  const { data, info } = await sharp(Buffer.from(await renderPage(pdf, page, 1)))
    .flatten({ background: 'white' })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const dark = Array.from(data, (value, index) => ({ value, index })).filter(
    ({ value }) => value < 128,
  );
  const mean = (of: (index: number) => number) =>
    dark.reduce((sum, { index }) => sum + of(index), 0) / dark.length;
  return {
    x: mean((index) => index % info.width) / info.width,
    y: mean((index) => Math.floor(index / info.width)) / info.height,
  };
}

describe('page numbers', () => {
  it.each([0, 90, 180, 270])(
    'stand at the upper right of a page turned by %s degrees',
    async (turn) => {
      const pdf = await pdfOf((document) => {
        const page = document.addPage([500, 700]);
        page.setRotation(degrees(turn));
        page.setCropBox(50, 100, 400, 550);
      });
      const file = await bound(piece(pdf, 1, 88));
      expect((await pdfText(file))[0]?.trim()).toBe('88');
      const { x, y } = await inkOf(file, 1);
      expect(x).toBeGreaterThan(0.88);
      expect(y).toBeLessThan(0.08);
    },
  );

  it('can be read on a dark page', async () => {
    const pdf = await pdfOf((document) => {
      document.addPage([595, 842]).drawRectangle({ width: 595, height: 842, color: rgb(0, 0, 0) });
    });
    const picture = sharp(Buffer.from(await renderPage(await bound(piece(pdf, 1, 5)), 1, 1)));
    const corner = await picture
      .extract({ left: 545, top: 10, width: 40, height: 30 })
      .greyscale()
      .stats();
    expect(corner.channels[0]?.max).toBe(255);
  });
});

describe('pages of strangers', () => {
  it('in a PDF that is encrypted but opens come as pictures, the numbers on them', async () => {
    const pdf = await pdfOf(async (document) => {
      for (const left of [20, 220]) {
        document
          .addPage([300, 400])
          .drawRectangle({ x: left, y: 10, width: 40, height: 40, color: rgb(0, 0, 0) });
      }
      document.encrypt({ ownerPassword: 'owner', permissions: {} });
    });
    await expect(PDFDocument.load(pdf)).rejects.toThrow('encrypted');
    const unnumbered = await bound(piece(pdf, 2, null));
    const [first, second] = [await inkOf(unnumbered, 1), await inkOf(unnumbered, 2)];
    expect([first.x, second.x].map((x) => Math.round(x * 30))).toEqual([4, 24]);
    const texts = await pdfText(await bound(piece(pdf, 2, 7)));
    expect(texts.map((text) => text.trim())).toEqual(['7', '8']);
  });

  it('can do nothing: what annotations show is drawn, what they do is left out', async () => {
    const pdf = await pdfOf(async (document) => {
      const page = document.addPage([300, 400]);
      const { context } = document;
      const seal = context.register(
        context.stream('0 0 0 rg 0 0 10 10 re f', {
          Type: 'XObject',
          Subtype: 'Form',
          BBox: [0, 0, 10, 10],
        }),
      );
      const script = context.obj({ S: 'JavaScript', JS: PDFString.of('app.alert(1)') });
      const stamp = {
        Type: 'Annot',
        Subtype: 'Stamp',
        Rect: [100, 100, 160, 160],
        AP: { N: seal },
        A: script,
      };
      const link = {
        Type: 'Annot',
        Subtype: 'Link',
        Rect: [0, 0, 300, 400],
        A: { S: 'URI', URI: PDFString.of('http://x.test') },
      };
      page.node.set(PDFName.of('Annots'), context.obj([context.obj(stamp), context.obj(link)]));
      page.node.set(PDFName.of('AA'), context.obj({ O: script }));
    });
    const file = await bound(piece(pdf, 1, null));
    expect(Buffer.from(file).toString('latin1')).not.toMatch(/JavaScript|\/URI|\/Annots|\/AA/);
    const { x, y } = await inkOf(file, 1);
    expect(x).toBeCloseTo(130 / 300, 1);
    expect(y).toBeCloseTo(1 - 130 / 400, 1);
  });

  it('with other pages than were counted are refused', async () => {
    const notice = new Uint8Array(await readFile(join(MEDIA, 'notice.pdf')));
    await expect(bound(piece(notice, 3, 1))).rejects.toThrow('2 pages, not 3');
  });

  it('that are no PDF at all are refused', async () => {
    await expect(bound(piece(Buffer.from('not a pdf'), null, null))).rejects.toThrow('binding');
  });
});

describe('a long file', () => {
  it('takes the memory of a piece, not of the whole', async () => {
    const side = 1200;
    const noise = await sharp(
      Buffer.from(Array.from({ length: 3 * side * side }, (_, index) => (index * 7919) % 251)),
      { raw: { width: side, height: side, channels: 3 } },
    )
      .jpeg({ quality: 95 })
      .toBuffer();
    const page = await pdfOf(async (document) => {
      const image = await document.embedJpg(noise);
      document.addPage([595, 842]).drawImage(image, { x: 0, y: 0, width: 595, height: 595 });
    });
    async function* pieces(): AsyncGenerator<Piece> {
      for (let from = 1; from <= 450; from += 1) yield piece(page, 1, from);
    }
    const before = process.memoryUsage().rss;
    let [size, peak] = [0, 0];
    for await (const bytes of bind(ABOUT, pieces())) {
      size += bytes.length;
      peak = Math.max(peak, process.memoryUsage().rss - before);
    }
    expect(size).toBeGreaterThan(500_000_000);
    expect(peak).toBeLessThan(400_000_000);
  });
});
