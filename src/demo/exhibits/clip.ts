/** Recordings: the few shipped beside this file's folder, each copy with a mark of its own behind the last box (ISO 14496-12 §8.1.2). */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export type ClipName = 'inspection' | 'interview' | 'hearing' | 'voice';

export interface Clip {
  readonly file: string;
  readonly type: string;
}

export const CLIPS: Readonly<Record<ClipName, Clip>> = {
  inspection: { file: 'inspection.mp4', type: 'video/mp4' },
  interview: { file: 'interview.mp4', type: 'video/mp4' },
  hearing: { file: 'hearing.mp4', type: 'video/mp4' },
  voice: { file: 'voice.m4a', type: 'audio/mp4' },
};

/** A copy of the clip that no other case has. */
export async function copyClip(clip: ClipName, mark: string, root: string): Promise<Buffer> {
  const bytes = await readFile(join(root, 'src/demo/media', CLIPS[clip].file));
  return Buffer.concat([bytes, freeBox(mark)]);
}

/** Free space that players pass over. */
function freeBox(mark: string): Buffer {
  const text = Buffer.from(mark);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(head.length + text.length, 0);
  head.write('free', 4, 'latin1');
  return Buffer.concat([head, text]);
}
