/** The bytes of the upload benchmark: a WAV recording of noise, so that nothing on the way can refuse or compress it. */

import { randomFillSync } from 'node:crypto';

export const BLOCK = 1024 * 1024;
const BLOCKS = 16;
const HEAD = 44;

/** Blocks of 1 MiB, `bytes` in all (a multiple of 1 MiB); the same few blocks again and again, from memory. */
export function* recording(bytes: number): Generator<Buffer> {
  const noise = Array.from({ length: BLOCKS }, () => randomFillSync(Buffer.allocUnsafe(BLOCK)));
  for (let at = 0; at < bytes; at += BLOCK) {
    const block = noise[(at / BLOCK) % BLOCKS];
    if (!block) throw new RangeError('no block');
    yield at === 0 ? Buffer.concat([wavHead(bytes), block.subarray(HEAD)]) : block;
  }
}

/** PCM, one channel of 16 bits, 48,000 samples a second. */
function wavHead(bytes: number): Buffer {
  const head = Buffer.alloc(HEAD);
  head.write('RIFF', 0);
  head.writeUInt32LE(bytes - 8, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(48_000, 24);
  head.writeUInt32LE(96_000, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36);
  head.writeUInt32LE(bytes - HEAD, 40);
  return head;
}
