import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import jsQR from 'jsqr';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { pdfText, renderPage } from './pdf.ts';
import { DocumentRefused, openRenderer, type Renderer, type RenderRequest } from './render.ts';
import {
  root,
  sampleRequest,
  sampleWith,
  squeeze,
  templateOf,
  templates,
} from './samples.testing.ts';

const renderer = openRenderer({ root, workers: 2 });
afterAll(() => renderer.close());

describe('the file', () => {
  test('the same request gives the same bytes, from any worker, before and after others', async () => {
    const whole = sampleRequest(templateOf('penalty-decision'));
    const first = await renderer.renderDocument(whole);
    await renderer.renderDocument(sampleRequest(templateOf('scene-record')));
    const again = await Promise.all([1, 2, 3, 4].map(() => renderer.renderDocument(whole)));
    for (const copy of again) expect(Buffer.compare(copy.pdf, first.pdf)).toBe(0);
    const other = openRenderer({ root, recycleAfter: 1 });
    for (let round = 0; round < 3; round += 1) {
      const copy = await other.renderDocument(whole);
      expect(Buffer.compare(copy.pdf, first.pdf)).toBe(0);
    }
    await other.close();
    const later = await renderer.renderDocument({
      ...whole,
      createdAt: '2026-09-24T10:00:00+08:00',
    });
    expect(Buffer.compare(later.pdf, first.pdf)).not.toBe(0);
  });

  test('claims PDF/A-2b and carries what the claim needs', async () => {
    for (const kind of templates.values()) {
      const { pdf } = await renderer.renderDocument(sampleRequest(kind));
      const raw = Buffer.from(pdf).toString('latin1');
      expect(raw).toMatch(/^%PDF-1\.7/);
      expect(raw).toContain('<pdfaid:part>2</pdfaid:part>');
      expect(raw).toContain('<pdfaid:conformance>B</pdfaid:conformance>');
      expect(raw).toMatch(/\/OutputIntents/);
      const descriptors = raw.match(/\/Type ?\/FontDescriptor/g)?.length ?? 0;
      expect(descriptors).toBeGreaterThan(0);
      expect(raw.match(/\/FontFile[23]? /g)).toHaveLength(descriptors);
      expect(raw).not.toMatch(/\/Encrypt|\/JavaScript|\/Launch/);
    }
  });

  test('the creation date is the one given, not the clock', async () => {
    const { pdf } = await renderer.renderDocument(sampleRequest(templateOf('file-notes')));
    expect(Buffer.from(pdf).toString('latin1')).toContain('D:20261105100000');
  });

  test('the QR code on the page says what it was given', async () => {
    for (const code of ['penalty-decision', 'file-cover', 'summary-decision']) {
      const whole = sampleRequest(templateOf(code));
      const { pdf } = await renderer.renderDocument(whole);
      const page = code === 'penalty-decision' ? 2 : 1;
      const picture = sharp(Buffer.from(await renderPage(pdf, page, 3)));
      const { data, info } = await picture
        .ensureAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      const found = jsQR(new Uint8ClampedArray(data), info.width, info.height);
      expect(found?.data).toBe(whole.qr);
    }
  });

  test('tells where the seal belongs: over the bureau’s name on the page that is signed', async () => {
    const { seal, pages } = await renderer.renderDocument(
      sampleRequest(templateOf('penalty-decision')),
    );
    expect(seal?.page).toBe(pages);
    expect(seal?.x).toBeGreaterThan(250);
    expect(seal?.x).toBeLessThan(450);
    const plain = await renderer.renderDocument(sampleRequest(templateOf('case-opening')));
    expect(plain.seal).toBeNull();
  });
});

describe('characters', () => {
  const party = {
    kind: 'natural',
    address: '示例巷7号',
    idNumber: '11010519491231002X',
  };

  test('rare characters of names print', async () => {
    const name = '䶮𬭚㛃𫖯喆堃镕頔曌犇';
    const { pdf } = await renderer.renderDocument(
      sampleWith('penalty-notice', { party: { ...party, name } }),
    );
    expect((await pdfText(pdf)).join('')).toContain(name);
    expect(renderer.missingGlyphs(name)).toEqual([]);
  });

  test('one that no font has is refused by name and place', async () => {
    const broken = sampleWith('penalty-notice', {
      party: { ...party, name: '陈𡋾' },
      facts: ['当事人说😀。', '当事人陈𡋾承认。'],
    });
    const refused = await renderer.renderDocument(broken).catch((error: unknown) => error);
    if (!(refused instanceof DocumentRefused)) throw new Error('it was rendered');
    expect(refused.problems).toEqual([
      {
        pointer: '/party/name',
        code: 'document/glyph-missing',
        message:
          '「𡋾」（U+212FE）没有字体能打印。换一个写法，或者请管理员在数据目录的 fonts 里补上含此字的字体。',
      },
      expect.objectContaining({ pointer: '/facts/0', code: 'document/glyph-missing' }),
      expect.objectContaining({ pointer: '/facts/1', code: 'document/glyph-missing' }),
    ]);
    expect(renderer.missingGlyphs('陈𡋾𡋾 \n😀')).toEqual(['𡋾', '😀']);
  });

  test('a character the shipped fonts lack prints with a font of the bureau’s own', async () => {
    const folders = [join(root, 'test/fixtures/fonts')];
    const own = openRenderer({ root, fonts: { folders } });
    const name = '陈𡋾𠮷';
    const sheet = sampleWith('penalty-notice', { party: { ...party, name } });
    expect(own.missingGlyphs(name)).toEqual([]);
    const { pdf } = await own.renderDocument(sheet);
    expect((await pdfText(pdf)).join('')).toContain(name);
    // What needs no such font looks the same to the byte.
    const usual = sampleRequest(templateOf('penalty-notice'));
    const [with_, without] = [own, renderer].map((one) => one.renderDocument(usual));
    expect(
      Buffer.compare((await with_)?.pdf ?? Buffer.of(), (await without)?.pdf ?? Buffer.of(1)),
    ).toBe(0);
    await own.close();
  });

  test('markup in a value is text, not code', async () => {
    const text = '#panic("x") *粗* $x$ <a> @b [c] \\ // _d_ `e` "f" = 一';
    const { pdf } = await renderer.renderDocument(sampleWith('penalty-notice', { facts: [text] }));
    expect(squeeze((await pdfText(pdf)).join(''))).toContain(squeeze(text));
  });
});

describe('refusals', () => {
  async function problemsOf(whole: RenderRequest): Promise<(readonly [string, string])[]> {
    const refused = await renderer.renderDocument(whole).catch((error: unknown) => error);
    if (!(refused instanceof DocumentRefused)) throw new Error('it was rendered');
    return refused.problems.map(({ pointer, code }) => [pointer, code] as const);
  }

  test('[QZ-7] an incomplete document is not rendered, and every gap is named', async () => {
    const { facts: _, penalties: __, ...rest } = sampleRequest(templateOf('penalty-notice')).values;
    expect(await problemsOf(sampleRequest(templateOf('penalty-notice'), { values: rest }))).toEqual(
      [
        ['/facts', 'document/field-missing'],
        ['/penalties', 'document/field-missing'],
      ],
    );
  });

  test('a numbered document needs a well-formed number', async () => {
    const kind = templateOf('penalty-decision');
    expect(await problemsOf(sampleRequest(kind, { number: null }))).toEqual([
      ['', 'document/number-missing'],
    ]);
    for (const number of ['泉鲤市监处罚[2026]71号', '泉鲤市监处罚〔2026〕071号']) {
      expect(await problemsOf(sampleRequest(kind, { number }))).toEqual([
        ['', 'document/number-malformed'],
      ]);
    }
  });

  test('a draft may be incomplete and says on every page that it is one', async () => {
    for (const kind of templates.values()) {
      const draft = sampleRequest(kind, {
        values: {},
        number: null,
        date: null,
        draft: true,
        qr: null,
      });
      const { pdf, pages } = await renderer.renderDocument(draft);
      const marked = (await pdfText(pdf)).filter((page) => squeeze(page).includes('拟稿'));
      expect(marked, kind.folder).toHaveLength(pages);
    }
    const { pdf } = await renderer.renderDocument(sampleRequest(templateOf('penalty-notice')));
    expect(squeeze((await pdfText(pdf)).join(''))).not.toContain('拟稿');
  });
});

describe('workers and broken templates', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'render-'));
  symlinkSync(join(root, 'node_modules'), join(scratch, 'node_modules'));
  afterAll(() => rmSync(scratch, { recursive: true }));

  function broken(source: string): { renderer: Renderer; whole: RenderRequest } {
    const folder = join(scratch, 'templates', 'x');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'template.typ'), source);
    const whole = sampleRequest(templateOf('file-notes'));
    return {
      renderer: openRenderer({ root: scratch }),
      whole: { ...whole, kind: { ...whole.kind, folder: 'x' } },
    };
  }

  test.each([
    ['#text(font: "No Such Font")[x]', 'unknown font family'],
    ['= 题\n#nothing', 'unknown variable: nothing'],
    ['#read("/../../../etc/passwd")', 'x/template.typ'],
    ['#while true {}', 'condition is always true'],
    ['#set text(font: "Noto Serif SC", fallback: false)\n😀', 'could not be displayed'],
  ])('%j is an error that says where', async (source, words) => {
    const { renderer: own, whole } = broken(source);
    await expect(own.renderDocument(whole)).rejects.toThrow(words);
    await own.close();
  });

  test('a worker that takes too long is stopped, and the next document gets a new one', async () => {
    const slow = openRenderer({ root, timeout: 1 });
    const whole = sampleRequest(templateOf('penalty-decision'));
    const outcomes = await Promise.allSettled([1, 2].map(() => slow.renderDocument(whole)));
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['rejected', 'rejected']);
    await slow.close();
  });

  test('a worker that dies fails its document and no other', async () => {
    const file = join(scratch, 'dying.js');
    writeFileSync(
      file,
      `import { parentPort } from 'node:worker_threads';
       parentPort.on('message', ({ view }) => {
         if (view.includes('致命')) process.exit(1);
         parentPort.postMessage({ pdf: new Uint8Array([1]), pages: 1, seal: null });
       });`,
    );
    writeFileSync(join(scratch, 'package.json'), '{"type":"module"}');
    const own = openRenderer({ root, worker: pathToFileURL(file) });
    const whole = sampleRequest(templateOf('file-notes'));
    const fatal = { ...whole, values: { ...whole.values, notes: ['致命'] } };
    const outcomes = await Promise.allSettled(
      [whole, fatal, whole].map((each) => own.renderDocument(each)),
    );
    expect(outcomes.map((outcome) => outcome.status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
    await own.close();
    await expect(own.renderDocument(whole)).rejects.toThrow('closed');
  });

  test('a font folder that is not there is named', () => {
    expect(() => openRenderer({ root, fonts: { folders: ['/no/such/folder'] } })).toThrow(
      'no such font folder: /no/such/folder',
    );
  });

  test('bundled into one folder, renderer and worker find fonts and templates by themselves', async () => {
    const dist = mkdtempSync(join(root, 'node_modules', '.render-test-'));
    try {
      const source = join(root, 'src/document');
      await build({
        entryPoints: [join(source, 'render.ts'), join(source, 'render.worker.ts')],
        outdir: dist,
        bundle: true,
        platform: 'node',
        format: 'esm',
        packages: 'external',
      });
      const bundled: { openRenderer: typeof openRenderer } = await import(
        pathToFileURL(join(dist, 'render.js')).href
      );
      const own = bundled.openRenderer();
      const whole = sampleRequest(templateOf('penalty-notice'));
      const [here, there] = await Promise.all([
        renderer.renderDocument(whole),
        own.renderDocument(whole),
      ]);
      expect(Buffer.compare(here.pdf, there.pdf)).toBe(0);
      await own.close();
    } finally {
      rmSync(dist, { recursive: true });
    }
  });
});
