import { describe, expect, test } from 'vitest';
import {
  checkpoint1000,
  log,
  spec,
  vectorFile,
  vectorKey,
  vectorPrivateKey,
  vectorSigner,
} from '../../test/vectors/ledger/vectors.ts';
import { decodeUtf8, toHex, utf8 } from './bytes.ts';
import { formatCheckpoint, openCheckpoint, parseCheckpoint } from './checkpoint.ts';
import { cosign } from './cosignature.ts';
import { nodeHashes } from './hashes.node.ts';
import { ed25519Signer, parseVkey, sm2Signer, verifierKey } from './key.ts';
import { formatNote, parseNote, signNote, verifyNote } from './note.ts';
import { refusal } from './refusal.testkit.ts';
import { formatSignatureLine, parseSignatureLine } from './signature-line.ts';

const hashes = nodeHashes;
const bytes = vectorFile('checkpoint-1000.note');
const note = parseNote(bytes);
const keys = [vectorKey('log'), vectorKey('logSm2'), vectorKey('witness')];
const random = (length: number): Uint8Array => new Uint8Array(length).fill(9);

describe('notes', () => {
  test.each([spec.signedNote, spec.goNote])('the example of $vkey opens', (example) => {
    const parsed = parseNote(utf8(example.note));
    const { verified, unknown } = verifyNote(hashes, parsed, [parseVkey(hashes, example.vkey)]);
    expect(verified.map(({ key }) => `${key.name}+${key.id}`)).toEqual([
      example.vkey.split('+').slice(0, 2).join('+'),
    ]);
    expect(unknown).toEqual([]);
    expect(formatNote(parsed)).toBe(example.note);
  });

  test('text and signatures part at the last empty line', () => {
    const text = 'a\n\nb\n';
    const signed = formatNote({ text, signatures: [signNote(vectorSigner('log'), text)] });
    expect(parseNote(utf8(signed)).text).toBe(text);
  });

  test('an unknown line of another length spoils nothing', () => {
    const large = { name: 'pq.example', keyId: '00000006', blob: new Uint8Array(3200).fill(1) };
    const signatures = [...note.signatures, large];
    const verdict = verifyNote(hashes, { text: note.text, signatures }, keys);
    expect(verdict.verified).toHaveLength(3);
    expect(verdict.unknown).toEqual([large]);
    expect(parseNote(utf8(formatNote({ text: note.text, signatures })))).toEqual({
      text: note.text,
      signatures,
    });
  });

  test('a hundred signatures are allowed', () => {
    const signatures = Array.from({ length: 100 }, (_, i) => ({
      name: 'other.example',
      keyId: i.toString(16).padStart(8, '0'),
      blob: Uint8Array.of(1),
    }));
    expect(parseNote(utf8(formatNote({ text: note.text, signatures }))).signatures).toHaveLength(
      100,
    );
    const more = [
      ...signatures,
      { name: 'more.example', keyId: '00000000', blob: Uint8Array.of(1) },
    ];
    const format = () => formatNote({ text: note.text, signatures: more });
    expect(refusal(format)).toBe('note/too-many-signatures');
  });

  test('signature lines read back alone', () => {
    for (const signature of note.signatures) {
      expect(parseSignatureLine(formatSignatureLine(signature))).toEqual(signature);
    }
    const bad = () => formatSignatureLine({ name: 'a', keyId: 'xyz', blob: Uint8Array.of(1) });
    expect(refusal(bad)).toBe('key/id');
  });

  test('a note over 1 MiB is refused unread', () => {
    expect(refusal(() => parseNote(new Uint8Array(1024 * 1024 + 1)))).toBe('note/too-long');
  });

  test('two keys of one name and key ID are ambiguous', () => {
    const [key] = keys;
    if (key === undefined) throw new Error('no key');
    const other = { ...key, publicKey: new Uint8Array(32) };
    expect(refusal(() => verifyNote(hashes, note, [key, other]))).toBe('key/ambiguous');
    expect(verifyNote(hashes, note, [key, key]).verified).toHaveLength(1);
  });
});

describe('checkpoints', () => {
  test('the published one opens with its three keys', () => {
    const opened = openCheckpoint(hashes, bytes, keys);
    expect(opened.checkpoint.origin).toBe(log.origin);
    expect(opened.checkpoint.size).toBe(checkpoint1000.size);
    expect(toHex(opened.checkpoint.root)).toBe(log.roots.find((r) => r.size === 1000)?.sha256);
    expect(opened.verified.map(({ key }) => key.id)).toEqual(checkpoint1000.keyIds);
    expect(opened.verified.map(({ time }) => time)).toEqual([
      undefined,
      undefined,
      checkpoint1000.cosignatureTime,
    ]);
    expect(opened.unknown).toEqual([]);
  });

  test('with the two Ed25519 keys, two signatures are verified and one is unknown', () => {
    const opened = openCheckpoint(hashes, bytes, [vectorKey('log'), vectorKey('witness')]);
    expect(opened.verified).toHaveLength(2);
    expect(opened.unknown.map(({ keyId }) => keyId)).toEqual(['9d655015']);
  });

  test('Ed25519 signing gives the published lines, byte for byte', () => {
    const { text } = note;
    const mine = [
      signNote(vectorSigner('log'), text),
      cosign(vectorSigner('witness'), text, checkpoint1000.cosignatureTime),
    ];
    expect(mine).toEqual([note.signatures[0], note.signatures[2]]);
  });

  test('an SM2 witness cosigns the same message', () => {
    const name = 'sm2.witness.example.gov.cn';
    const signer = sm2Signer(hashes, name, 'witness', vectorPrivateKey('witness'), random);
    const signatures = [...note.signatures, cosign(signer, note.text, 1772413401)];
    const all = utf8(formatNote({ text: note.text, signatures }));
    expect(openCheckpoint(hashes, all, [...keys, signer.key]).verified[3]?.time).toBe(1772413401);
  });

  test('format and parse are opposites', () => {
    const checkpoint = parseCheckpoint(note.text);
    expect(formatCheckpoint(checkpoint)).toBe(note.text);
    for (const size of [0, 1, 2 ** 53 - 1]) {
      expect(parseCheckpoint(formatCheckpoint({ ...checkpoint, size })).size).toBe(size);
    }
    expect(refusal(() => formatCheckpoint({ ...checkpoint, size: 2 ** 53 }))).toBe('tree/size');
    expect(refusal(() => formatCheckpoint({ ...checkpoint, origin: 'a b' }))).toBe(
      'checkpoint/origin',
    );
    const root = new Uint8Array(31);
    expect(refusal(() => formatCheckpoint({ ...checkpoint, root }))).toBe('checkpoint/root');
  });

  test('keys of another log, and witnesses alone, do not open it', () => {
    const [logKey] = keys;
    if (logKey === undefined) throw new Error('no key');
    const renamed = verifierKey(hashes, `${log.origin}/x`, 'log', 'ed25519', logKey.publicKey);
    for (const others of [[], [renamed], [vectorKey('witness')]]) {
      expect(refusal(() => openCheckpoint(hashes, bytes, others))).toBe(
        'note/no-trusted-signature',
      );
    }
  });

  test('a witness that bears the name of the log does not open it', () => {
    const seed = vectorPrivateKey('witness');
    const namesake = ed25519Signer(hashes, log.origin, 'witness', seed);
    const signatures = [cosign(namesake, note.text, 1772413400)];
    const cosigned = utf8(formatNote({ text: note.text, signatures }));
    const open = () => openCheckpoint(hashes, cosigned, [namesake.key]);
    expect(refusal(open)).toBe('note/no-trusted-signature');
  });

  test('a public key under two names or for both uses is refused', () => {
    const [logKey] = keys;
    if (logKey === undefined) throw new Error('no key');
    const second = verifierKey(hashes, 'other.example', 'log', 'ed25519', logKey.publicKey);
    expect(refusal(() => openCheckpoint(hashes, bytes, [...keys, second]))).toBe('key/ambiguous');
    const both = verifierKey(hashes, log.origin, 'witness', 'ed25519', logKey.publicKey);
    expect(refusal(() => openCheckpoint(hashes, bytes, [...keys, both]))).toBe('key/ambiguous');
  });

  test('any changed byte of the note is refused', () => {
    const text = decodeUtf8(bytes) ?? '';
    for (let i = 0; i < bytes.length; i++) {
      const changed = bytes.slice();
      changed[i] = (changed[i] ?? 0) ^ 1;
      const code = refusal(() => {
        // A changed name or key ID makes a line unknown: then fewer keys than the three have signed.
        expect(openCheckpoint(hashes, changed, keys).verified.length).toBeLessThan(3);
      });
      if (code === undefined) expect(text.slice(0, text.indexOf('\n\n'))).toBe(note.text.trimEnd());
    }
  });
});

describe('cosignatures', () => {
  test.each([0, -1, 1.5, 253_402_300_800])('the time %s is refused', (time) => {
    expect(refusal(() => cosign(vectorSigner('witness'), note.text, time))).toBe(
      'cosignature/time',
    );
  });

  test('log keys do not cosign and witnesses do not sign', () => {
    expect(() => cosign(vectorSigner('log'), note.text, 1)).toThrow('does not cosign');
    expect(() => signNote(vectorSigner('witness'), note.text)).toThrow('cosignatures only');
  });

  test('the time is signed', () => {
    const [, , line] = note.signatures;
    if (line === undefined) throw new Error('no cosignature');
    const blob = line.blob.slice();
    blob[7] = (blob[7] ?? 0) ^ 1;
    const later = { text: note.text, signatures: [{ ...line, blob }] };
    expect(refusal(() => verifyNote(hashes, later, keys))).toBe('note/bad-signature');
    const short = { text: note.text, signatures: [{ ...line, blob: blob.slice(1) }] };
    expect(refusal(() => verifyNote(hashes, short, keys))).toBe('cosignature/length');
  });
});
