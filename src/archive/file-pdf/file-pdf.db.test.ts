/** One PDF per file, read back with another PDF reader than the one that wrote it. */
import { arrayBuffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { PDFDocument } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '../../../test/support/database.ts';
import { openTestDesk, type TestDesk, uuidv7 } from '../../../test/support/desk.ts';
import { fileExhibit, type FiledFixture } from '../../../test/support/exhibits.ts';
import { foodCaseSteps, playFoodCase, requestOf } from '../../../test/support/food-case.ts';
import { pdfText } from '../../document/pdf.ts';
import type { CaseFile } from '../../matter/case-file.ts';
import { type CatalogueEntry, catalogueOf, VOLUMES, type Volume } from '../catalogue.ts';
import { frameOf } from '../archive.documents.ts';
import { createFilePdfs } from './file-pdf.service.ts';

const database = await freshDatabase();

/** A page as a reader finds it; `stamp` is what stands alone on a line as a number, at the end of the text. */
interface Page {
  readonly text: string;
  readonly stamp: string | null;
}

let desk: TestDesk;
let matter: string;
let photo: FiledFixture;
let video: FiledFixture;
let draft: Page[];
let whole: Page[];
let wholeBytes: Uint8Array;
let file: CaseFile;

async function current(): Promise<CaseFile> {
  return desk.matters.read(await desk.actor('archivist'), matter);
}

async function bound(volume: Volume | null = null): Promise<Uint8Array> {
  const now = await current();
  const context = await desk.matters.setting(await desk.actor('archivist'), now, '2024-10-25');
  const { bytes } = await createFilePdfs(desk.blobs, desk.renderer).open(now, context, volume);
  return new Uint8Array(await arrayBuffer(Readable.from(bytes)));
}

async function pagesOf(pdf: Uint8Array): Promise<Page[]> {
  return (await pdfText(pdf)).map((text) => ({
    text: text.replaceAll(/\s/g, ''),
    stamp: /(?:^|\n)(\d+)\s*$/.exec(text)?.[1] ?? null,
  }));
}

function entries(volume: Volume): readonly CatalogueEntry[] {
  const law = desk.packs.current.pack.law('xinzhou');
  return catalogueOf(file, law, '2024-10-25')[volume];
}

beforeAll(async () => {
  desk = await openTestDesk(database, 'xinzhou');
  matter = uuidv7();
  let seq = await playFoodCase(desk, matter, { until: 'premises.inspected' });
  const at = '2024-08-07T16:00:00+08:00';
  photo = await fileExhibit(desk, matter, 'photo.jpg', {
    at,
    of: 4,
    name: '冷藏柜\u{1f6d2}.jpg',
    note: '冷藏柜第二层摆放的过期酸奶。',
    source: '执法记录仪',
  });
  video = await fileExhibit(desk, matter, 'clip.mp4', { at, of: 4, name: '现场检查录像.mp4' });
  await fileExhibit(desk, matter, 'notice.pdf', { at, name: '进货单.pdf' });
  await fileExhibit(desk, matter, 'locked.pdf', { at, name: '加密.pdf' });
  seq += 4;
  const steps = foodCaseSteps(desk);
  const rest = steps.slice(steps.findIndex((step) => step.act === 'premises.inspected') + 1);
  for (const step of rest) {
    if (step.act === 'file.archived') draft = await pagesOf(await bound());
    // Acts after the exhibits stand four places further on.
    const of = step.fields?.['of'];
    const fields = of === 9 ? { of: 13 } : step.fields;
    const request = requestOf(desk, fields ? { ...step, fields } : step);
    // In 忻州 the unit that handles the case enters what is published.
    const who = step.act === 'publication.published' ? 'o1' : step.who;
    seq = (await desk.matters.act(await desk.actor(who), matter, request, seq)).seq;
  }
  file = await current();
  wholeBytes = await bound();
  whole = await pagesOf(wholeBytes);
}, 180_000);

describe('the file of a closed case as one PDF', () => {
  it('holds what the contents list, each paper on the pages they say', () => {
    const main = entries('main');
    const secondary = entries('secondary');
    const from = whole.findIndex((page) => page.stamp !== null);
    // Cover, contents; the other volume's cover and contents; notes.
    const stamps = whole.map((page) => page.stamp);
    const numbers = (list: readonly CatalogueEntry[]) =>
      Array.from({ length: list.at(-1)?.to ?? 0 }, (_, index) => String(index + 1));
    const secondAt = from + (main.at(-1)?.to ?? 0);
    expect(stamps.slice(from, secondAt)).toEqual(numbers(main));
    const secondFrom = secondAt + stamps.slice(secondAt).findIndex((stamp) => stamp !== null);
    const end = secondFrom + (secondary.at(-1)?.to ?? 0);
    expect(stamps.slice(secondFrom, end)).toEqual(numbers(secondary));
    expect(stamps.filter((stamp) => stamp !== null)).toHaveLength(
      numbers(main).length + numbers(secondary).length,
    );
    for (const [list, start] of [
      [main, from],
      [secondary, secondFrom],
    ] as const)
      for (const { item, title, from: first } of list)
        if (item.kind === 'document') expect(whole[start + first - 1]?.text).toContain(title);
    expect(whole).toHaveLength(end + 1);
  });

  it('has the cover and the contents of each volume before it, and the notes at the end', () => {
    const named = (words: string) =>
      whole.flatMap(({ text }, index) => (text.includes(words) ? [index] : []));
    const covers = named('行政处罚案卷');
    const contents = named('卷内文件目录');
    const firstCounted = whole.findIndex((page) => page.stamp === '1');
    expect(covers).toHaveLength(2);
    expect(covers[0]).toBe(0);
    expect(contents[0]).toBe(1);
    expect(firstCounted).toBeGreaterThan(contents[0] ?? 0);
    expect(whole.at(-1)?.text).toContain('卷内备考表');
    expect(whole[covers[0] ?? 0]?.text).toContain('✓正卷');
    expect(whole[covers[1] ?? 0]?.text).toContain('✓副卷');
    for (const index of [...covers, ...contents, whole.length - 1])
      expect(whole[index]?.stamp).toBeNull();
  });

  it('names who made the file, and nobody as having checked it', () => {
    expect(whole.at(-1)?.text).toContain('立卷人：许丽卿');
    expect(whole.at(-1)?.text).toContain('检查人：立卷时间');
  });

  it('names who checked it, where the archivist says who did', async () => {
    const actor = await desk.actor('archivist');
    const context = await desk.matters.setting(actor, file, '2024-10-25');
    const request = { at: '2024-10-25T15:00:00+08:00', fields: { checker: desk.ids.unitHead } };
    const notes = frameOf(file, request, context, () => []).at(-1);
    expect(notes?.values['checker']).toEqual({ name: '苏建章', post: '股长' });
    expect(notes?.values['maker']).toEqual({ name: '许丽卿', post: '档案管理' });
  });

  it('says in its contents the very numbers that stand on the pages', () => {
    for (const volume of VOLUMES) {
      const sealed = file.documents.find(
        ({ code, values }) => code === 'file-contents' && values['volume'] === volume,
      );
      const rows = sealed?.values['documents'];
      expect(rows).toEqual(
        entries(volume).map(({ from, to }) =>
          expect.objectContaining({ page: from === to ? `${from}` : `${from}-${to}` }),
        ),
      );
      const text = whole.map((page) => page.text).join('');
      for (const { from, to } of entries(volume))
        if (to > from) expect(text).toContain(`${from}-${to}`);
    }
  });

  it('[XZ-R-15] [WD-2.2.0] holds texts and recordings, each of an act on record', () => {
    const items = VOLUMES.flatMap((volume) => entries(volume)).map(({ item }) => item);
    const texts = items.flatMap((item) => (item.kind === 'document' ? item.document : []));
    const exhibits = items.flatMap((item) => (item.kind === 'exhibit' ? item.exhibit : []));
    const written = file.documents.filter(({ code }) => !code.startsWith('file-'));
    expect(written.length).toBeGreaterThan(15);
    expect(new Set(texts)).toEqual(new Set(written));
    expect(exhibits.map(({ name }) => name)).toContain('现场检查录像.mp4');
    expect(exhibits.map(({ exhibit }) => exhibit)).toEqual(
      expect.arrayContaining([photo.exhibit, video.exhibit]),
    );
    const recorded = new Set(file.acts.map(({ seq }) => seq));
    for (const { seq } of [...texts, ...exhibits]) expect(recorded).toContain(seq);
    expect(file.acts.at(-1)?.type).toBe('file.archived');
  });

  it('shows a photo with its caption and both hashes, and a sheet for what cannot be printed', () => {
    const sheets = whole.filter(({ text }) => text.includes('证据材料页'));
    expect(sheets).toHaveLength(3);
    const [ofPhoto, ofVideo, ofLocked] = sheets;
    expect(ofPhoto?.text).toContain('证据1');
    expect(ofPhoto?.text).toContain('冷藏柜〓.jpg');
    expect(ofPhoto?.text).toContain('冷藏柜第二层摆放的过期酸奶。');
    expect(ofPhoto?.text).toContain(photo.sha256);
    expect(ofPhoto?.text).toContain(photo.sm3);
    expect(ofPhoto?.text).toContain('所属环节现场检查');
    expect(ofVideo?.text).toContain('证据2');
    expect(ofVideo?.text).toContain('MP4视频，时长00:00:0');
    expect(ofVideo?.text).toContain(video.sha256);
    expect(ofVideo?.text).toContain('原件存于电子档案库');
    expect(ofLocked?.text).toContain('证据4');
    expect(ofLocked?.text).toContain('加密.pdf');
  });

  it('binds the pages of a PDF exhibit themselves', () => {
    const entry = entries('main').find(({ title }) => title === '进货单.pdf');
    expect(entry?.pages).toBe(2);
    const page = whole.find(({ stamp }) => stamp === String(entry?.from));
    expect(page?.text).not.toContain('证据材料页');
  });

  it('is the same, byte for byte, however often it is made', async () => {
    expect(Buffer.compare(await bound(), wholeBytes)).toBe(0);
  });

  it('comes by volume too, the notes in each', async () => {
    const [main, secondary] = await Promise.all([bound('main'), bound('secondary')]);
    const [a, b] = [await pagesOf(main), await pagesOf(secondary)];
    expect(a.map(({ stamp }) => stamp).filter((stamp) => stamp !== null)).toHaveLength(
      entries('main').at(-1)?.to ?? 0,
    );
    expect(a.length + b.length).toBe(whole.length + 1);
    expect(b[0]?.text).toContain('✓副卷');
    expect(a.some(({ text }) => text.includes('案件调查终结报告'))).toBe(false);
  });

  it('opens in a reader at its bookmarks, with the numbers on the pages as page labels', async () => {
    const raw = Buffer.from(wholeBytes).toString('latin1');
    expect(raw).toContain('/PageMode /UseOutlines');
    expect(raw).toContain('/PageLabels');
    expect(raw).not.toMatch(/\/JavaScript|\/Launch|\/OpenAction|\/AA /);
    const again = await PDFDocument.load(wholeBytes, { throwOnInvalidObject: true });
    expect(again.getPageCount()).toBe(whole.length);
    expect(again.getTitle()).toBe('泉州市鲤城区晨禾生鲜超市有限公司经营超过保质期的食品案');
  });
});

describe('before it is archived', () => {
  it('cover, contents and notes are marked as drafts, the papers of the case are not', () => {
    const isMarked = ({ text }: Page) => text.includes('拟稿');
    const around = (pages: readonly Page[]) => pages.filter(({ stamp }) => stamp === null);
    expect(around(draft).filter(isMarked)).toHaveLength(around(draft).length);
    expect(around(whole).filter(isMarked)).toHaveLength(0);
    // The list of what was sent to review names a draft of the decision.
    expect(draft.filter(({ stamp }) => stamp !== null).filter(isMarked)).toHaveLength(1);
    expect(draft.filter(({ stamp }) => stamp !== null)).toHaveLength(
      whole.filter(({ stamp }) => stamp !== null).length,
    );
  });
});

describe('after it is archived', () => {
  it('what comes later goes behind, under a contents of its own, and no number changes', async () => {
    const before = entries('main');
    await fileExhibit(desk, matter, 'voice.mp3', {
      at: '2024-11-01T10:00:00+08:00',
      name: '补充录音.mp3',
    });
    file = await current();
    const after = entries('main');
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.at(-1)).toMatchObject({
      title: '补充录音.mp3',
      late: true,
      group: '归档后补充材料',
    });
    const pages = await pagesOf(await bound('main'));
    expect(pages.at(-2)?.text).toContain('补充录音.mp3');
    expect(pages.at(-2)?.stamp).toBe(String((before.at(-1)?.to ?? 0) + 1));
    expect(pages.at(-3)?.text).toContain('卷内文件目录');
    expect(pages.at(-3)?.stamp).toBeNull();
  });

  it('a file whose original is gone is refused before a byte is sent', async () => {
    const now = await current();
    const context = await desk.matters.setting(await desk.actor('archivist'), now, '2024-10-25');
    const blobs = { ...desk.blobs, stat: () => Promise.resolve(null) };
    await expect(createFilePdfs(blobs, desk.renderer).open(now, context, null)).rejects.toThrow(
      'no blob',
    );
  });
});
