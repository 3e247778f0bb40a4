import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { type Browser, chromium, type Page } from '@playwright/test';
import bundled from '@sparticuz/chromium';
import Fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { openDescriber } from '../platform/storage/describer.ts';
import { openBlobStore } from '../platform/storage/disk-blob-store.ts';
import { sendBlob } from './send-blob.ts';

/** In a real browser: the videos play and can be wound, and a stranger's file runs nothing. */

const folder = await mkdtemp(join(tmpdir(), 'zhuding-browser-'));
const describer = openDescriber({ pairs: 1 });
const store = await openBlobStore(folder, describer);
const app = Fastify();
const asked: string[] = [];
let origin: string;
let browser: Browser | undefined;

beforeAll(async () => {
  const types = {
    'clip.mp4': 'video/mp4',
    'browser.webm': 'video/webm',
    'photo.jpg': 'image/jpeg',
  };
  for (const [name, type] of Object.entries(types)) {
    const bytes = await readFile(new URL(`../../test/fixtures/media/${name}`, import.meta.url));
    const stored = await store.put(bytes, type);
    app.get(`/${name}`, (request, reply) => {
      asked.push(`${name} ${request.headers.range ?? 'whole'}`);
      return sendBlob(request, reply, { store, ...stored, name: `现场 ${name}` });
    });
  }
  const page = Buffer.from('<script>document.title = "ran"</script>');
  const hostile = await store.put(page, 'text/html');
  app.get('/unguarded', (_request, reply) => reply.type('text/html').send(page));
  app.get('/hostile', (request, reply) =>
    sendBlob(request, reply, { store, ...hostile, type: 'image/jpeg', name: '照片.jpg' }),
  );
  app.get<{ Params: { name: string } }>('/page/:name', (request, reply) =>
    reply.type('text/html').send(`<video muted src="/${request.params.name}"></video>`),
  );
  origin = await app.listen({ port: 0, host: '127.0.0.1' });
  browser = await launch();
});

afterAll(async () => {
  await browser?.close();
  await app.close();
  await describer.close();
  await rm(folder, { recursive: true });
});

async function launch(): Promise<Browser | undefined> {
  try {
    const executablePath = process.env['ZHUDING_CHROMIUM'] ?? (await bundled.executablePath());
    const args = ['--no-sandbox', '--autoplay-policy=no-user-gesture-required'];
    return await chromium.launch({ executablePath, args });
  } catch {
    return undefined;
  }
}

/** In the page: winds the video to the given second, plays a little, and tells how long it is and where it stands. */
const WIND = `async (second) => {
  const video = document.querySelector('video');
  const once = (event) => new Promise((resolve, reject) => {
    video.addEventListener(event, resolve, { once: true });
    video.addEventListener('error', () => reject(new Error(video.error.message)), { once: true });
  });
  if (video.readyState < 1) await once('loadedmetadata');
  const wound = once('seeked');
  video.currentTime = second;
  await wound;
  const moved = once('timeupdate');
  await video.play();
  await moved;
  return { width: video.videoWidth, at: video.currentTime };
}`;

async function openPage(context: TestContext): Promise<Page> {
  return browser?.newPage() ?? context.skip('no browser could be started');
}

describe('in a browser', () => {
  it.for(['clip.mp4', 'browser.webm'])('%s plays and can be wound', async (name, context) => {
    const page = await openPage(context);
    await page.goto(`${origin}/page/${name}`);
    const found: unknown = await page.evaluate(`(${WIND})(1.2)`);
    expect(found).toMatchObject({ width: 320 });
    expect(Reflect.get(Object(found), 'at')).toBeGreaterThanOrEqual(1.2);
    expect(asked).toContain(`${name} bytes=0-`);
  });

  it('a photo is shown by itself', async (context) => {
    const page = await openPage(context);
    await page.goto(`${origin}/photo.jpg`);
    expect(await page.evaluate('document.images[0].naturalWidth')).toBe(480);
  });

  it('a page that calls itself a photo does not run', async (context) => {
    const page = await openPage(context);
    await page.goto(`${origin}/unguarded`);
    expect(await page.title()).toBe('ran');
    await page.goto(`${origin}/hostile`);
    expect(await page.title()).not.toContain('ran');
  });
});
