import { spawn } from 'node:child_process';
import type { FormatName } from '../formats.ts';
import { THUMBNAIL_SIDE } from './photo.ts';

/** How ffmpeg calls the containers. It is told which to expect, so that nothing makes it open play lists or addresses. */
const DEMUXERS: Partial<Record<FormatName, string>> = {
  mp4: 'mov',
  mov: 'mov',
  webm: 'matroska',
  mkv: 'matroska',
};
const TIME_LIMIT_MS = 20_000;
const MOST_BYTES = 1024 * 1024;

/**
 * A WebP picture of a video, from its first second, by the `ffmpeg` of the system. Null where ffmpeg is not installed or
 * cannot do it: then the browser's own picture is used.
 */
export function thumbnailOfVideo(path: string, format: FormatName): Promise<Uint8Array | null> {
  const demuxer = DEMUXERS[format];
  if (demuxer === undefined) return Promise.resolve(null);
  const scale = `thumbnail=24,scale=w='min(${THUMBNAIL_SIDE},iw)':h='min(${THUMBNAIL_SIDE},ih)':force_original_aspect_ratio=decrease`;
  const read = `-nostdin -v error -threads 1 -protocol_whitelist file -f ${demuxer} -i`;
  const write = '-frames:v 1 -f image2pipe -c:v libwebp -quality 75 pipe:1';
  return frame([...read.split(' '), `file:${path}`, '-an', '-vf', scale, ...write.split(' ')]);
}

function frame(args: readonly string[]): Promise<Uint8Array | null> {
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    let length = 0;
    const child = spawn('ffmpeg', args, {
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: TIME_LIMIT_MS,
      killSignal: 'SIGKILL',
    });
    child.stdout.on('data', (part: Buffer) => {
      parts.push(part);
      length += part.length;
      if (length > MOST_BYTES) child.kill('SIGKILL');
    });
    child.on('error', () => resolve(null));
    child.on('close', (code) => {
      resolve(code === 0 && length > 0 ? Uint8Array.from(Buffer.concat(parts)) : null);
    });
  });
}
