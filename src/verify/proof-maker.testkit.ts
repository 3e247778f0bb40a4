/** For tests: proof files of a small log of one's own, with any part made wrong. */

import { appendLeaves, emptyFrontier, rootOf, treeHasher } from '../ledger/tree.ts';
import { type EventDraft, sealEvent } from '../ledger/event.ts';
import { formatCheckpoint } from '../ledger/checkpoint.ts';
import { cosign } from '../ledger/cosignature.ts';
import { formatEntry } from '../ledger/entry.ts';
import { formatNote, signNote } from '../ledger/note.ts';
import { formatProofFile } from '../ledger/proof-file.ts';
import { formatVkey, ed25519Signer, type Signer } from '../ledger/key.ts';
import { nodeHashes } from '../ledger/hashes.node.ts';
import type { OpenField } from '../ledger/commitment.ts';
import { utf8 } from '../ledger/bytes.ts';

const hashes = nodeHashes;
const hasher = treeHasher(hashes.sha256);

/** A salt, seed or other 32 bytes that follow from a label. */
export function bytesOf(label: string): Uint8Array {
  return hashes.sha256(utf8(label));
}

/** The log that all files made here claim to be from. */
export const ORIGIN = 'log.test/350502';
export const logSigner = ed25519Signer(hashes, ORIGIN, 'log', bytesOf('log'));
export const forger = ed25519Signer(hashes, ORIGIN, 'log', bytesOf('forger'));
export const witness = ed25519Signer(hashes, 'witness.test', 'witness', bytesOf('witness'));

const draft: EventDraft = {
  log: ORIGIN,
  id: '0195f000-0000-7000-8000-000000000001',
  type: 'decision.issued',
  at: '2026-11-20T01:02:03.456Z',
  stream: '0195f000-0000-7000-8000-00000000000a',
  n: 1,
  prev: null,
  pub: {},
};

/** What to make; whatever is left out is right. */
export interface Making {
  readonly event?: Partial<EventDraft>;
  readonly fields?: Readonly<Record<string, OpenField>>;
  readonly open?: Readonly<Record<string, OpenField>>;
  readonly signers?: readonly Signer[];
  readonly witnesses?: readonly Signer[];
  readonly vkeys?: boolean;
  readonly extra?: boolean;
}

/** A proof file of entry 1 in a log of two entries. */
export function makeProof(making: Making = {}): Uint8Array {
  const { signers = [logSigner], witnesses = [], vkeys = true, extra = true } = making;
  const fields = making.fields ?? { party: { value: '某某食品店', salt: bytesOf('party') } };
  const salt = bytesOf('event');
  const { bytes: event, commitment } = sealEvent(
    hashes,
    { ...draft, ...making.event },
    fields,
    salt,
  );
  const other = hasher.leaf(utf8('entry 0'));
  const leaf = hasher.leaf(formatEntry({ kind: 'event', commitment }));
  const root = rootOf(hasher, appendLeaves(hasher, emptyFrontier, [other, leaf]));
  const text = formatCheckpoint({ origin: ORIGIN, size: 2, root });
  const signatures = [
    ...signers.map((signer) => signNote(signer, text)),
    ...witnesses.map((signer) => cosign(signer, text, 1_795_000_000)),
  ];
  const keys = [...signers, ...witnesses].map(({ key }) => formatVkey(key));
  const opened = { event, salt, open: making.open ?? fields };
  return formatProofFile({
    index: 1,
    path: [other],
    checkpoint: formatNote({ text, signatures }),
    ...(extra ? { extra: vkeys ? { ...opened, vkeys: keys } : opened } : {}),
  });
}
