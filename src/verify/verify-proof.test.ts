import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { log, vectorFile, vectorKey } from '../../test/vectors/ledger/vectors.ts';
import { decodeUtf8, utf8 } from '../ledger/bytes.ts';
import { nodeHashes } from '../ledger/hashes.node.ts';
import { pureHashes } from '../ledger/hashes.pure.ts';
import type { VerifierKey } from '../ledger/key.ts';
import { bytesOf, forger, logSigner, makeProof, witness } from './proof-maker.testkit.ts';
import type { Report } from './report.ts';
import { verifyFile } from './file-kind.ts';
import { verifyProof } from './verify-proof.ts';

const published = vectorFile('index-1.tlog-proof');
const withKeys = vectorFile('index-1-vkeys.tlog-proof');

function verify(bytes: Uint8Array, ...pinned: readonly VerifierKey[]): Report {
  return verifyProof(nodeHashes, bytes, { pinned });
}

function codes(report: Report): string[] {
  return report.checks.flatMap(({ code }) => code ?? []);
}

function limits(report: Report): string[] {
  return report.limits.map(({ limit }) => limit);
}

function flipped(bytes: Uint8Array, at: number, bit = at % 8): Uint8Array {
  const changed = bytes.slice();
  changed[at] = (changed[at] ?? 0) ^ (1 << bit);
  return changed;
}

describe('the published proof', () => {
  test('is proven with the keys of log and witness', () => {
    const report = verify(published, vectorKey('log'), vectorKey('witness'));
    expect(report.outcome).toBe('proven');
    expect(report.checks.map(({ check }) => check)).toEqual([
      'format',
      'event',
      'field',
      'inclusion',
      'signature',
      'cosignature',
    ]);
    expect(report.facts).toEqual({
      log: 'log.example.gov.cn/350502',
      index: 1,
      size: 1000,
      root: '7d556375bbe3dee359f8d441c12ee0d1eeafe44ebd8a63c59ce6b37db6e0aa00',
      type: 'evidence.sealed',
      id: '0195f000-0000-7000-8000-000000000001',
      at: '2026-03-02T01:02:03.456Z',
      stream: '0195f000-0000-7000-8000-00000000000a',
      n: 1,
      public: { kind: '现场笔录' },
      opened: { party: '某某食品店' },
      hidden: 1,
      signatures: [{ name: log.origin, keyId: 'ca782e65', algorithm: 'ed25519', pinned: true }],
      witnesses: [
        {
          name: log.witness,
          keyId: '6a5cc706',
          algorithm: 'ed25519',
          pinned: true,
          time: '2026-03-02T01:03:20.000Z',
        },
      ],
    });
    expect(limits(report)).toEqual(['hidden-fields', 'truth-before-recording']);
  });

  test('says the same with the hash functions of a browser', () => {
    const options = { pinned: [vectorKey('log')] };
    expect(verifyProof(pureHashes, published, options)).toEqual(
      verifyProof(nodeHashes, published, options),
    );
  });

  test('cannot be told without any key', () => {
    const report = verify(published);
    expect(report.outcome).toBe('unknown');
    expect(report.checks.at(-1)).toMatchObject({ check: 'signature', outcome: 'unknown' });
    expect(report).not.toHaveProperty('facts');
  });

  test('cannot be told with keys of other logs alone', () => {
    expect(verify(published, logSigner.key).outcome).toBe('unknown');
    expect(verify(withKeys, logSigner.key).outcome).toBe('unknown');
    expect(verify(published, vectorKey('witness')).outcome).toBe('unknown');
  });

  test('is proven by its own three keys, and the report says what that is worth', () => {
    const report = verify(withKeys);
    expect(report.outcome).toBe('proven');
    expect(report.facts?.signatures.map(({ algorithm }) => algorithm)).toEqual(['ed25519', 'sm2']);
    expect(limits(report)).toEqual([
      'key-not-pinned',
      'witness-not-pinned',
      'truth-before-recording',
    ]);
  });

  test('an unknown signature is reported', () => {
    const report = verify(published, vectorKey('log'));
    expect(report.outcome).toBe('proven');
    expect(limits(report)).toContain('unknown-signatures');
    expect(limits(report)).toContain('not-witnessed');
  });
});

describe('damage', () => {
  const lean = makeProof();

  test('any flipped bit of a file with its own keys is refuted', { timeout: 60_000 }, () => {
    expect(verify(lean).outcome).toBe('proven');
    for (let bit = 0; bit < lean.length * 8; bit++) {
      const report = verifyFile(nodeHashes, flipped(lean, bit >> 3, bit & 7), {});
      if (report.outcome !== 'refuted') expect.fail(`bit ${bit} is ${report.outcome}`);
    }
  });

  test('a flipped bit in any byte of a checkpoint with SM2 and a witness is refuted', () => {
    const start = (decodeUtf8(withKeys) ?? '').indexOf('\n\n');
    for (let at = start; at < withKeys.length; at++) {
      const report = verify(flipped(withKeys, at));
      if (report.outcome !== 'refuted') expect.fail(`byte ${at} is ${report.outcome}`);
    }
  });

  test('flipped bits are refuted with a pinned key as well', () => {
    for (let at = 0; at < lean.length; at += 3) {
      expect(verify(flipped(lean, at), logSigner.key).outcome).toBe('refuted');
    }
  });

  test('a file cut short anywhere is refuted', () => {
    for (let end = 0; end < lean.length; end++) {
      expect(verifyFile(nodeHashes, lean.subarray(0, end), {}).outcome).toBe('refuted');
    }
  });

  test('whatever the bytes, there is a report', () => {
    const text = decodeUtf8(lean) ?? '';
    const edit = fc.tuple(
      fc.nat(text.length),
      fc.nat(40),
      fc.string({ unit: 'binary', maxLength: 9 }),
    );
    fc.assert(
      fc.property(edit, ([at, length, put]) => {
        const changed = text.slice(0, at) + put + text.slice(at + length);
        const { outcome } = verifyFile(nodeHashes, utf8(changed), {});
        expect(outcome).toBe(changed === text ? 'proven' : 'refuted');
      }),
      { numRuns: 300 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (noise) => {
        expect(verifyFile(nodeHashes, noise, {}).outcome).toBe('refuted');
        const headed = new Uint8Array([...utf8('c2sp.org/tlog-proof@v1\n'), ...noise]);
        expect(verifyFile(nodeHashes, headed, {}).outcome).toBe('refuted');
      }),
    );
  });
});

describe('lies, each named by its first cause', () => {
  const fields = {
    party: { value: '某某食品店', salt: bytesOf('party') },
    amount: { value: 500_000, salt: bytesOf('amount') },
  };

  test('another value for a field', () => {
    const open = { amount: { value: 5_000, salt: bytesOf('amount') } };
    const report = verify(makeProof({ fields, open }), logSigner.key);
    expect(report.outcome).toBe('refuted');
    expect(codes(report)).toEqual(['E_FIELD']);
    expect(report.checks.find(({ code }) => code)?.detail).toContain('与封存时的承诺值不一致');
  });

  test('a field the event never had', () => {
    const open = { officer: { value: '王某', salt: bytesOf('amount') } };
    const report = verify(makeProof({ fields, open }), logSigner.key);
    expect(codes(report)).toEqual(['E_FIELD']);
    expect(report.checks.find(({ code }) => code)?.detail).toContain('记录里没有这一项');
  });

  test('a salt of 31 bytes', () => {
    const open = { party: { ...fields.party, salt: bytesOf('party').slice(1) } };
    expect(codes(verify(makeProof({ fields, open }), logSigner.key))).toEqual(['E_FIELD']);
  });

  test('the event of another log', () => {
    const report = verify(makeProof({ event: { log: 'log.test/other' } }), logSigner.key);
    expect(codes(report)).toEqual(['E_EVENT']);
  });

  test('another event under the same path', () => {
    const changed = { event: { at: '2026-11-21T01:02:03.456Z' } };
    const [mine, other] = [makeProof(), makeProof(changed)].map((file) => decodeUtf8(file) ?? '');
    const extra = /^extra .*$/m;
    const swapped = (mine ?? '').replace(extra, extra.exec(other ?? '')?.[0] ?? '');
    expect(codes(verify(utf8(swapped), logSigner.key))).toEqual(['E_INCLUSION']);
  });

  test('another index, a hash more', () => {
    const text = decodeUtf8(makeProof()) ?? '';
    for (const changed of [
      text.replace('index 1', 'index 0'),
      text.replace('index 1', 'index 2'),
      text.replace(/(index 1\n)(.*\n)/, '$1$2$2'),
    ]) {
      expect(codes(verify(utf8(changed), logSigner.key))).toEqual(['E_INCLUSION']);
    }
  });

  test('a file made with a key of one’s own', () => {
    const forged = makeProof({ signers: [forger] });
    expect(verify(forged).outcome).toBe('proven');
    expect(limits(verify(forged))).toContain('key-not-pinned');
    const report = verify(forged, logSigner.key);
    expect(report.outcome).toBe('refuted');
    expect(codes(report)).toEqual(['E_CP_SIG']);
  });

  test('a key of one’s own beside the right one counts for nothing more', () => {
    const report = verify(makeProof({ signers: [logSigner, forger] }), logSigner.key);
    expect(report.outcome).toBe('proven');
    expect(report.facts?.signatures.map(({ pinned }) => pinned)).toEqual([true, false]);
  });

  test('a key that only bears the name and key ID of the pinned one', () => {
    const impostor = { ...logSigner.key, publicKey: forger.key.publicKey };
    const report = verify(makeProof(), impostor);
    expect(codes(report)).toEqual(['E_CP_SIG']);
  });

  test('a witness’s signature over another checkpoint', () => {
    const text = decodeUtf8(makeProof({ witnesses: [witness] })) ?? '';
    const other = decodeUtf8(
      makeProof({ witnesses: [witness], event: { at: '2026-11-21T01:02:03.456Z' } }),
    );
    const line = /^— witness.*$/m;
    const swapped = text.replace(line, line.exec(other ?? '')?.[0] ?? '');
    const report = verify(utf8(swapped), logSigner.key);
    expect(codes(report)).toEqual(['E_COSIG']);
  });

  test('a witness with the key of the log', () => {
    const shared = { ...witness.key, publicKey: logSigner.key.publicKey };
    const report = verify(makeProof(), logSigner.key, shared);
    expect(codes(report)).toEqual(['E_CP_SIG']);
  });
});

describe('what is missing', () => {
  test('no event: the signature is checked, what it proves is unknown', () => {
    const report = verify(makeProof({ extra: false }), logSigner.key);
    expect(report.outcome).toBe('unknown');
    expect(report.checks.map(({ check, outcome }) => `${check} ${outcome}`)).toEqual([
      'format proven',
      'event unknown',
      'signature proven',
    ]);
  });

  test('no log signature at all', () => {
    const report = verify(makeProof({ signers: [], witnesses: [witness] }));
    expect(codes(report)).toEqual(['E_CP_SIG']);
  });

  test('a pinned witness alone still leaves the log’s key to the file', () => {
    const report = verify(makeProof({ witnesses: [witness] }), witness.key);
    expect(report.outcome).toBe('proven');
    expect(limits(report)).toEqual(['key-not-pinned', 'truth-before-recording']);
  });
});
