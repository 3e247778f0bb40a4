import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { findRoot } from '../platform/package-root.ts';
import { readCoverage } from './font-coverage.ts';
import { findFonts } from './fonts.ts';
import { pdfPageCount, pdfText, renderPage } from './pdf.ts';

const fonts = findFonts(findRoot());

function pdf(source: string): Uint8Array {
  const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [...fonts.folders] }] });
  return compiler.pdf({ mainFileContent: source });
}

describe('reading a PDF back', () => {
  const two = pdf(`
    #set page(width: 100pt, height: 50pt, margin: 0pt)
    #set text(font: "Noto Serif SC")
    第一页 \\ 第二行
    #pagebreak()
    #rect(width: 100pt, height: 50pt, fill: rgb(200, 30, 10))
  `);

  test('text page by page, line by line', async () => {
    expect(await pdfText(two)).toEqual(['第一页\n第二行', '']);
  });

  test('pages are counted', async () => {
    expect(await pdfPageCount(two)).toBe(2);
  });

  test('a picture of a page has its size and its colours', async () => {
    const picture = sharp(Buffer.from(await renderPage(two, 2, 2)));
    const { data, info } = await picture.removeAlpha().raw().toBuffer({ resolveWithObject: true });
    expect([info.width, info.height, info.channels]).toEqual([200, 100, 3]);
    const middle = (50 * 200 + 100) * 3;
    expect([...data.subarray(middle, middle + 3)]).toEqual([200, 30, 10]);
  });

  test.each([0, 3, 1.5])('there is no page %d', async (page) => {
    await expect(renderPage(two, page, 1)).rejects.toThrow(RangeError);
  });

  test('bytes that are no PDF are refused', async () => {
    await expect(pdfText(new Uint8Array([1, 2, 3]))).rejects.toThrow();
    await expect(pdfPageCount(two.slice(0, 200))).rejects.toThrow();
  });
});

describe('font coverage', () => {
  const serif = readCoverage(fonts.files.filter((file) => file.includes('SerifSC_400')));

  test('every character of the basic block and Extension A is there, most of Extension B is not', () => {
    const block = (from: number, to: number): string =>
      Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)).join(
        '',
      );
    expect(serif.missing(block(0x4e00, 0x9fef))).toEqual([]);
    expect(serif.missing(block(0x3400, 0x4db5))).toEqual([]);
    expect(serif.missing(block(0x20000, 0x203ff)).length).toBeGreaterThan(900);
  });

  test('what it says is missing is what the typesetter cannot print', () => {
    const probe = '中国〔2026〕①℃…“”—·×≤〇№ABC123䶮𬭚㛃𫖯𡋾𰻝😀☑☐';
    const missing = serif.missing(probe);
    for (const character of probe) {
      const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [...fonts.folders] }] });
      const source = `#set text(font: "Noto Serif SC", fallback: false)\n#"${character}"`;
      const print = (): Uint8Array =>
        compiler.pdf({ mainFileContent: source }, { pdfStandard: 'a-2b' });
      if (missing.includes(character)) expect(print, character).toThrow('could not be displayed');
      else expect(print().length, character).toBeGreaterThan(0);
    }
    expect(missing).toEqual(['𡋾', '𰻝', '😀', '☑', '☐']);
  });

  test('a file that is no font is an error', () => {
    expect(() => readCoverage([join(findRoot(), 'package.json')])).toThrow();
    expect(() => readCoverage([join(findRoot(), 'no-such-font.ttf')])).toThrow('ENOENT');
  });

  test('fonts are read below the package, two weights of two families', () => {
    expect(fonts.files).toHaveLength(4);
    for (const file of fonts.files)
      expect(readFileSync(file).subarray(0, 4).toString('hex')).toBe('00010000');
  });
});
