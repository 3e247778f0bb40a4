/**
 * Inputs that every reader of the ledger's formats must refuse, made from the published vectors by one change each.
 * `negative.json` holds them for other programs; `npx tsx test/vectors/ledger/negative.ts` writes it again.
 *
 * `bytes` is base64 of what is read. `code` is the reason this implementation gives.
 */

import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { decodeUtf8, toHex, utf8 } from '../../../src/ledger/bytes.ts';
import type { LedgerErrorCode } from '../../../src/ledger/ledger-error.ts';
import { commitment, log, proofs, vectorFile, vectorSalt } from './vectors.ts';

/** One input to refuse. */
export type NegativeVector = { readonly name: string; readonly code: LedgerErrorCode } & (
  | { readonly kind: 'checkpoint' | 'event' | 'entry' | 'tilePath'; readonly bytes: string }
  | { readonly kind: 'bundle' | 'tile'; readonly bytes: string; readonly width: number }
  | { readonly kind: 'field'; readonly field: string; readonly salt: string }
  | {
      readonly kind: 'inclusion';
      readonly index: number;
      readonly size: number;
      readonly path: readonly string[];
    }
  | {
      readonly kind: 'consistency';
      readonly oldSize: number;
      readonly newSize: number;
      readonly path: readonly string[];
    }
);

const note = decodeUtf8(vectorFile('checkpoint-1000.note')) ?? '';
const [, , rootLine = '', , logLine = '', , witnessLine = ''] = note.split('\n');
const { event } = commitment;

function base64(bytes: Uint8Array | string): string {
  return Buffer.from(typeof bytes === 'string' ? utf8(bytes) : bytes).toString('base64');
}

/** A signature line with its decoded bytes changed. */
function reSigned(line: string, change: (data: Buffer) => void): string {
  const [dash = '', name = '', text = ''] = line.split(' ');
  const data = Buffer.from(text, 'base64');
  change(data);
  return `${dash} ${name} ${data.toString('base64')}`;
}

function checkpoints(): NegativeVector[] {
  const many = Array.from({ length: 98 }, (_, i) => {
    const data = Buffer.alloc(68, 1);
    data.writeUInt32BE(i);
    return `— other.example ${data.toString('base64')}\n`;
  });
  const badLog = reSigned(logLine, (data) => {
    data[20] = (data[20] ?? 0) ^ 1;
  });
  const timeZero = reSigned(witnessLine, (data) => {
    data.fill(0, 4, 12);
  });
  const texts: [string, LedgerErrorCode, string][] = [
    ['root with spare bits set', 'base64/not-canonical', note.replace('bbgqgA=', 'bbgqgB=')],
    ['root without padding', 'base64/not-canonical', note.replace('bbgqgA=', 'bbgqgA')],
    ['lines ended by CR LF', 'note/control-character', note.replaceAll('\n', '\r\n')],
    ['size with a leading zero', 'checkpoint/size', note.replace('\n1000\n', '\n01000\n')],
    ['size with a plus sign', 'checkpoint/size', note.replace('\n1000\n', '\n+1000\n')],
    ['size of nothing', 'checkpoint/size', note.replace('\n1000\n', '\n\n')],
    ['size of 2^53', 'checkpoint/size', note.replace('\n1000\n', '\n9007199254740992\n')],
    ['size in hexadecimal', 'checkpoint/size', note.replace('\n1000\n', '\n0x3e8\n')],
    ['no LF at the end', 'note/signature-line', note.slice(0, -1)],
    ['an empty line at the end', 'note/signature-line', `${note}\n`],
    ['two empty lines before the signatures', 'checkpoint/lines', note.replace('\n\n', '\n\n\n')],
    ['an extension line', 'checkpoint/lines', note.replace('\n\n', '\nextension\n\n')],
    ['no root', 'checkpoint/lines', note.replace(`${rootLine}\n`, '')],
    ['key name with a space', 'note/signature-line', note.replace('— log.', '— log .')],
    ['key name with U+3000', 'key/name', note.replace('— log.', '— log\u3000.')],
    ['key name with a plus sign', 'key/name', note.replace('— log.', '— log+.')],
    ['origin with a space', 'checkpoint/origin', note.replace('log.', 'log .')],
    ['a hyphen in place of the dash', 'note/signature-line', note.replace('— log', '- log')],
    ['a signature twice', 'note/duplicate-signature', `${note}${logLine}\n`],
    ['101 signatures', 'note/too-many-signatures', `${note}${many.join('')}`],
    ['no signatures', 'note/no-signature', note.slice(0, note.indexOf('\n\n') + 1)],
    ['a wrong signature beside right ones', 'note/bad-signature', note.replace(logLine, badLog)],
    ['cosignature at time 0', 'cosignature/time', note.replace(witnessLine, timeZero)],
    ['another size', 'note/bad-signature', note.replace('\n1000\n', '\n1001\n')],
    ['only a witness', 'note/no-trusted-signature', note.replaceAll(/^— log.*\n/gm, '')],
  ];
  const made = texts.map(([name, code, text]) => ({
    name,
    code,
    kind: 'checkpoint' as const,
    bytes: base64(text),
  }));
  const notUtf8 = Buffer.from(note.replace('log.example', 'log?example'));
  notUtf8[3] = 0xff;
  return [
    ...made,
    { name: 'not UTF-8', code: 'note/not-utf8', kind: 'checkpoint', bytes: base64(notUtf8) },
  ];
}

function events(): NegativeVector[] {
  const texts: [string, LedgerErrorCode, string][] = [
    ['members in another order', 'json/not-canonical', `{"v":1,${event.bytes.slice(1, -7)}}`],
    ['a repeated key', 'json/not-canonical', event.bytes.replace('"n":1', '"n":1,"n":1')],
    ['a space', 'json/not-canonical', event.bytes.replace('"n":1', '"n": 1')],
    ['1.0', 'json/not-canonical', event.bytes.replace('"n":1', '"n":1.0')],
    ['an exponent', 'json/not-canonical', event.bytes.replace('"n":1', '"n":1e0')],
    ['a fraction', 'json/not-integer', event.bytes.replace('"n":1', '"n":1.5')],
    ['2^53', 'json/unsafe-integer', event.bytes.replace('"n":1', '"n":9007199254740992')],
    ['half a surrogate pair', 'json/lone-surrogate', event.bytes.replace('现场', '\\ud800')],
    ['not in form C', 'json/not-nfc', event.bytes.replace('现场', 'e\u0301')],
    ['a byte order mark', 'json/syntax', `\ufeff${event.bytes}`],
    ['no version', 'event/shape', event.bytes.replace(',"v":1', '')],
  ];
  return texts.map(([name, code, text]) => ({ name, code, kind: 'event', bytes: base64(text) }));
}

function binaries(): NegativeVector[] {
  const E = event.commitment;
  const entry = (name: string, code: LedgerErrorCode, hexText: string): NegativeVector => ({
    name,
    code,
    kind: 'entry',
    bytes: base64(Buffer.from(hexText, 'hex')),
  });
  const salt = toHex(vectorSalt(1));
  return [
    entry('entry of kind 0', 'entry/kind', `0100${E}`),
    entry('entry of kind 3', 'entry/kind', `0103${E}`),
    entry('entry of version 0', 'entry/version', `0001${E}`),
    entry('entry one byte short', 'entry/length', `0101${E.slice(0, -2)}`),
    {
      name: 'salt of 31 bytes',
      code: 'field/salt',
      kind: 'field',
      field: 'party',
      salt: salt.slice(2),
    },
    {
      name: 'salt of 33 bytes',
      code: 'field/salt',
      kind: 'field',
      field: 'party',
      salt: `${salt}00`,
    },
    { name: 'upper-case field name', code: 'field/name', kind: 'field', field: 'Party', salt },
    {
      name: 'length beyond the bundle',
      code: 'bundle/length',
      kind: 'bundle',
      bytes: base64(Uint8Array.of(0, 66, 1, 1)),
      width: 1,
    },
    {
      name: 'byte after the last entry',
      code: 'bundle/length',
      kind: 'bundle',
      bytes: base64(Uint8Array.of(0, 1, 7, 0)),
      width: 1,
    },
    {
      name: 'tile of 8191 bytes',
      code: 'tile/length',
      kind: 'tile',
      bytes: base64(new Uint8Array(8191)),
      width: 256,
    },
    {
      name: 'partial tile of width 0',
      code: 'tile/path',
      kind: 'tilePath',
      bytes: base64('tile/0/000.p/0'),
    },
    {
      name: 'partial tile of width 256',
      code: 'tile/path',
      kind: 'tilePath',
      bytes: base64('tile/0/000.p/256'),
    },
    { name: 'tile of width 0', code: 'tile/width', kind: 'tile', bytes: '', width: 0 },
    {
      name: 'surplus group in a path',
      code: 'tile/path',
      kind: 'tilePath',
      bytes: base64('tile/0/x000/001'),
    },
  ];
}

function spoilt(
  path: readonly string[],
): Record<'short' | 'long' | 'swapped' | 'flipped', string[]> {
  const [first = '', second = '', ...rest] = path;
  const flipped = Buffer.from(first, 'base64');
  flipped[0] = (flipped[0] ?? 0) ^ 1;
  return {
    short: path.slice(0, -1),
    long: [...path, first],
    swapped: [second, first, ...rest],
    flipped: [flipped.toString('base64'), second, ...rest],
  };
}

function proofVectors(): NegativeVector[] {
  const { inclusion, consistency } = proofs;
  const inc = spoilt(inclusion.path);
  const con = spoilt(consistency.path);
  const codes = {
    short: 'proof/too-short',
    long: 'proof/surplus',
    swapped: 'proof/root-differs',
    flipped: 'proof/root-differs',
  } as const;
  const ways = ['short', 'long', 'swapped', 'flipped'] as const;
  return [
    ...ways.map((way) => ({
      name: `inclusion, ${way}`,
      code: codes[way],
      kind: 'inclusion' as const,
      index: 1,
      size: 1000,
      path: inc[way],
    })),
    {
      name: 'inclusion, index = size',
      code: 'proof/index',
      kind: 'inclusion',
      index: 1000,
      size: 1000,
      path: inclusion.path,
    },
    {
      name: 'inclusion, other index',
      code: 'proof/root-differs',
      kind: 'inclusion',
      index: 0,
      size: 1000,
      path: inclusion.path,
    },
    ...ways.map((way) => ({
      name: `consistency, ${way}`,
      code: codes[way],
      kind: 'consistency' as const,
      oldSize: 257,
      newSize: 1000,
      path: con[way],
    })),
    {
      name: 'consistency, old > new',
      code: 'proof/old-beyond-new',
      kind: 'consistency',
      oldSize: 1000,
      newSize: 257,
      path: consistency.path,
    },
    {
      name: 'consistency, equal sizes with hashes',
      code: 'proof/surplus',
      kind: 'consistency',
      oldSize: 1000,
      newSize: 1000,
      path: consistency.path,
    },
    {
      name: 'consistency, from nothing with hashes',
      code: 'proof/surplus',
      kind: 'consistency',
      oldSize: 0,
      newSize: 1000,
      path: consistency.path,
    },
  ];
}

/** All of them. Roots and leaf hashes that proofs refer to are those of `log.json`. */
export function negativeVectors(): NegativeVector[] {
  return [...checkpoints(), ...events(), ...binaries(), ...proofVectors()];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const about = `Each must be refused. Checkpoints are opened with the keys of ${log.origin} and its witness in log.json.`;
  const json = JSON.stringify({ about, vectors: negativeVectors() }, null, 2);
  writeFileSync(new URL('negative.json', import.meta.url), `${json}\n`);
}
