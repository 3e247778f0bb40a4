/**
 * SM3 (GB/T 32905-2016, the same as ISO/IEC 10118-3:2018 dedicated hash 17), in plain TypeScript for browsers and the
 * stand-alone verifier. A Merkle–Damgård hash like SHA-256: 64-byte blocks, eight 32-bit words, the length in bits at
 * the end.
 *
 * Example: SM3("abc") = 66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0.
 */

import type { HashStream } from './hashes.ts';

const BLOCK = 64;
const INITIAL = [
  0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e,
];

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

/** T_j <<< j of every round, worked out once (GB/T 32905 §4.2). */
const ROUND = Int32Array.from({ length: 64 }, (_, j) =>
  rotate(j < 16 ? 0x79cc4519 : 0x7a879d8a, j % 32),
);

/** The message expansion W_0 … W_67 (§5.3.2). One buffer serves all: compression never yields. */
const words = new Int32Array(68);

function expand(view: DataView, offset: number): void {
  for (let j = 0; j < 16; j++) words[j] = view.getInt32(offset + 4 * j);
  for (let j = 16; j < 68; j++) {
    const x = (words[j - 16] ?? 0) ^ (words[j - 9] ?? 0) ^ rotate(words[j - 3] ?? 0, 15);
    const p1 = x ^ rotate(x, 15) ^ rotate(x, 23);
    words[j] = p1 ^ rotate(words[j - 13] ?? 0, 7) ^ (words[j - 6] ?? 0);
  }
}

/** The compression function CF (§5.3.3). */
function compress(state: Int32Array, view: DataView, offset: number): void {
  expand(view, offset);
  let a = state[0] ?? 0;
  let b = state[1] ?? 0;
  let c = state[2] ?? 0;
  let d = state[3] ?? 0;
  let e = state[4] ?? 0;
  let f = state[5] ?? 0;
  let g = state[6] ?? 0;
  let h = state[7] ?? 0;
  for (let j = 0; j < 64; j++) {
    const a12 = rotate(a, 12);
    const ss1 = rotate((a12 + e + (ROUND[j] ?? 0)) | 0, 7);
    const word = words[j] ?? 0;
    const ff = j < 16 ? a ^ b ^ c : (a & b) | ((a | b) & c);
    const gg = j < 16 ? e ^ f ^ g : g ^ (e & (f ^ g));
    const tt1 = (ff + d + (ss1 ^ a12) + (word ^ (words[j + 4] ?? 0))) | 0;
    const tt2 = (gg + h + ss1 + word) | 0;
    d = c;
    c = rotate(b, 9);
    b = a;
    a = tt1;
    h = g;
    g = rotate(f, 19);
    f = e;
    e = tt2 ^ rotate(tt2, 9) ^ rotate(tt2, 17);
  }
  state[0] = (state[0] ?? 0) ^ a;
  state[1] = (state[1] ?? 0) ^ b;
  state[2] = (state[2] ?? 0) ^ c;
  state[3] = (state[3] ?? 0) ^ d;
  state[4] = (state[4] ?? 0) ^ e;
  state[5] = (state[5] ?? 0) ^ f;
  state[6] = (state[6] ?? 0) ^ g;
  state[7] = (state[7] ?? 0) ^ h;
}

/** SM3 of bytes that come piece by piece. */
export function sm3Stream(): HashStream {
  const state = Int32Array.from(INITIAL);
  const rest = new Uint8Array(BLOCK);
  const restView = new DataView(rest.buffer);
  let held = 0;
  let total = 0;

  function update(bytes: Uint8Array): void {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    total += bytes.length;
    let at = 0;
    if (held > 0) {
      at = Math.min(BLOCK - held, bytes.length);
      rest.set(bytes.subarray(0, at), held);
      held += at;
      if (held < BLOCK) return;
      compress(state, restView, 0);
      held = 0;
    }
    for (; at + BLOCK <= bytes.length; at += BLOCK) compress(state, view, at);
    rest.set(bytes.subarray(at), 0);
    held = bytes.length - at;
  }

  /** Padding (§5.2): bit 1, zeros, the length in bits as 64-bit big-endian. */
  function digest(): Uint8Array {
    const bits = total * 8;
    rest.fill(0, held);
    rest[held] = 0x80;
    if (held >= BLOCK - 8) {
      compress(state, restView, 0);
      rest.fill(0);
    }
    restView.setUint32(56, Math.floor(bits / 2 ** 32));
    restView.setUint32(60, bits % 2 ** 32);
    compress(state, restView, 0);
    const hash = new Uint8Array(32);
    const view = new DataView(hash.buffer);
    for (let i = 0; i < 8; i++) view.setInt32(4 * i, state[i] ?? 0);
    return hash;
  }

  return { update, digest };
}

/** SM3 of the concatenation of its arguments, 32 bytes. */
export function sm3(...parts: readonly Uint8Array[]): Uint8Array {
  const stream = sm3Stream();
  for (const part of parts) stream.update(part);
  return stream.digest();
}
