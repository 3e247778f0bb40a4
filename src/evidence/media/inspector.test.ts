import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { openInspector } from './inspector.ts';

const run = promisify(execFile);
const PROJECT = fileURLToPath(new URL('../../../', import.meta.url));
const MEDIA = join(PROJECT, 'test/fixtures/media');
const CLAIMS = {
  extension: '',
  type: null,
  maxPixels: 1e7,
  now: Date.parse('2026-11-22T00:00:00Z'),
};
const inspector = openInspector();
const folder = await mkdtemp(join(tmpdir(), 'zhuding-inspector-'));

afterAll(async () => {
  inspector.close();
  await rm(folder, { recursive: true });
});

describe('the inspector', () => {
  it('inspects in another process, several files in turn', async () => {
    const names = ['photo.jpg', 'clip.mp4', 'notice.pdf', 'browser.webm'];
    const found = await Promise.all(
      names.map((name) => inspector.inspect(join(MEDIA, name), CLAIMS)),
    );
    expect(found.map(({ format }) => format)).toEqual(['jpeg', 'mp4', 'pdf', 'webm']);
    expect(found[0]?.thumbnail).toBeInstanceOf(Uint8Array);
  });

  it('brings refusals over with their values', async () => {
    const asked = inspector.inspect(join(MEDIA, 'photo.jpg'), { ...CLAIMS, extension: 'png' });
    await expect(asked).rejects.toMatchObject({
      code: 'evidence/mistyped',
      values: { claimed: '.png', found: 'JPEG 照片', extension: 'jpg' },
    });
  });

  it('says when there is no file', async () => {
    await expect(inspector.inspect(join(MEDIA, 'nothing'), CLAIMS)).rejects.toThrow('ENOENT');
  });

  it('gives up a file that takes too long, and goes on with the next', async () => {
    const hasty = openInspector({ timeout: 1 });
    await expect(hasty.inspect(join(MEDIA, 'photo.jpg'), CLAIMS)).rejects.toMatchObject({
      code: 'evidence/unreadable',
    });
    await expect(hasty.inspect(join(MEDIA, 'clip.mp4'), CLAIMS)).rejects.toMatchObject({
      code: 'evidence/unreadable',
    });
    hasty.close();
    await expect(hasty.inspect(join(MEDIA, 'clip.mp4'), CLAIMS)).rejects.toThrow('closed');
  });

  it('survives the crash of its process in the middle of a file', async () => {
    const mortal = openInspector();
    await mortal.inspect(join(MEDIA, 'photo.jpg'), CLAIMS);
    const asked = mortal.inspect(join(MEDIA, 'clip.mp4'), CLAIMS);
    const refused = expect(asked).rejects.toMatchObject({ code: 'evidence/unreadable' });
    // What a parser that crashes does to the process; the children of this test run are the inspectors.
    const { stdout } = await run('pgrep', ['-n', '-P', String(process.pid)]);
    process.kill(Number(stdout), 'SIGSEGV');
    await refused;
    expect((await mortal.inspect(join(MEDIA, 'clip.mp4'), CLAIMS)).format).toBe('mp4');
    mortal.close();
  });

  it('takes a picture of a video where ffmpeg is installed, and does without where not', async (context) => {
    const before = process.env['PATH'];
    process.env['PATH'] = folder;
    const without = openInspector();
    expect(await without.inspect(join(MEDIA, 'clip.mp4'), CLAIMS)).toMatchObject({
      format: 'mp4',
      thumbnail: null,
    });
    without.close();
    process.env['PATH'] = before;
    if (spawnSync('ffmpeg', ['-version']).status !== 0) context.skip('ffmpeg is not installed');
    for (const name of ['clip.mp4', 'clip.mov', 'clip.mkv', 'browser.webm']) {
      const { thumbnail } = await inspector.inspect(join(MEDIA, name), CLAIMS);
      const { format, width } = await sharp(thumbnail ?? Buffer.alloc(0)).metadata();
      expect([name, format, width]).toEqual([name, 'webp', 320]);
    }
  });

  it('runs from a bundle as well', async () => {
    const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));
    await build({
      entryPoints: [here('inspector.ts'), here('inspect.process.ts')],
      outdir: join(folder, 'dist'),
      bundle: true,
      packages: 'external',
      format: 'esm',
      platform: 'node',
    });
    await writeFile(join(folder, 'package.json'), '{"type":"module"}');
    await symlink(join(PROJECT, 'node_modules'), join(folder, 'node_modules'));
    const program = `
      const { openInspector } = await import('./inspector.js');
      const found = await openInspector().inspect(process.argv[1], ${JSON.stringify(CLAIMS)});
      console.log(found.format, found.thumbnail.length > 100);
    `;
    const { stdout } = await run(
      process.execPath,
      ['--input-type=module', '-e', program, join(MEDIA, 'notice.pdf')],
      { cwd: join(folder, 'dist') },
    );
    expect(stdout.trim()).toBe('pdf true');
  });
});
