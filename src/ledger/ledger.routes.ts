/**
 * The public face of every log, below `/log` (C2SP tlog-tiles). Reads storage only: it needs no database and holds no
 * key, so it can run in another network zone on a copy of the files.
 *
 *     /log/<area>/checkpoint                       /log/<area>/sm3/checkpoint
 *     /log/<area>/tile/<L>/<N>[.p/<W>]             /log/<area>/sm3/tile/<L>/<N>[.p/<W>]
 *     /log/<area>/tile/entries/<N>[.p/<W>]         /log/<area>/vkeys
 *     /log/<area>/proof/inclusion?index=&size=     {"index":1,"size":1000,"hashes":["<base64>", …]}
 *     /log/<area>/proof/consistency?from=&to=      {"from":257,"to":1000,"hashes":["<base64>", …]}
 *
 * Whatever else is asked for does not exist.
 */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { encodeBase64 } from './base64.ts';
import { LedgerError } from './ledger-error.ts';
import type { LogStore } from './log.store.ts';
import { isBureauId } from './origin.ts';
import { CHECKPOINT, CHECKPOINT_SM3, VKEYS } from './published.store.ts';
import { openServedLog, type ServedLog, TileCache } from './served-log.service.ts';
import { parseTilePath } from './tile.ts';

export interface LedgerRoutesOptions {
  /** The store of a log, whether there is one or not. */
  readonly store: (bureau: string) => LogStore;
}

const TEXT = 'text/plain; charset=utf-8';
const BYTES = 'application/octet-stream';
/** A checkpoint is replaced about once a second. */
const BRIEFLY = 'max-age=1';
/** Tiles and proofs never change. */
const FOREVER = 'max-age=31536000, immutable';

/** Fastify plugin; register it with the prefix `/log`. */
export async function ledgerRoutes(
  app: FastifyInstance,
  { store }: LedgerRoutesOptions,
): Promise<void> {
  const logs = new Map<string, ServedLog>();
  const cache = new TileCache();

  /** Only logs that exist are kept, so asking for others fills no memory. */
  async function findLog(area: string): Promise<ServedLog | null> {
    const known = logs.get(area);
    if (known) return known;
    const log = openServedLog(store(area), area, cache);
    if ((await log.checkpoint()) === null) return null;
    logs.set(area, log);
    return log;
  }

  app.get<{ Params: { area: string; '*': string } }>('/:area/*', async (request, reply) => {
    const { area, '*': path } = request.params;
    // Paths of a log need no escapes: one address for each file, whatever stands between reader and server.
    if (request.url.includes('%') || !isBureauId(area)) return reply.callNotFound();
    if (isFile(path)) return sendFile(reply, path, await store(area).read(path));
    const proof = PROOFS.get(path);
    const log = proof ? await findLog(area) : null;
    if (!proof || !log) return reply.callNotFound();
    return sendProof(reply, await proof(log, request));
  });
}

function isFile(path: string): boolean {
  return path === CHECKPOINT || path === CHECKPOINT_SM3 || path === VKEYS || isTile(path);
}

/** Bundles are shared by both trees and served once. */
function isTile(path: string): boolean {
  const shadow = path.startsWith('sm3/');
  try {
    const { level } = parseTilePath(shadow ? path.slice('sm3/'.length) : path);
    return !shadow || level !== 'entries';
  } catch (error) {
    if (error instanceof LedgerError) return false;
    throw error;
  }
}

function sendFile(reply: FastifyReply, path: string, bytes: Uint8Array | null): FastifyReply {
  if (bytes === null) return notFound(reply);
  const fixed = path.includes('tile/');
  return reply
    .header('content-type', fixed ? BYTES : TEXT)
    .header('cache-control', fixed ? FOREVER : BRIEFLY)
    .send(bytes);
}

interface ProofAnswer {
  readonly asked: Readonly<Record<string, number>>;
  readonly hashes: readonly Uint8Array[] | null;
}

type Prove = (log: ServedLog, request: FastifyRequest) => Promise<ProofAnswer | null>;

async function proveInclusion(
  log: ServedLog,
  request: FastifyRequest,
): Promise<ProofAnswer | null> {
  const [index, size] = readNumbers(request, 'index', 'size');
  if (index === undefined || size === undefined) return null;
  return { asked: { index, size }, hashes: await log.inclusion(index, size) };
}

async function proveConsistency(
  log: ServedLog,
  request: FastifyRequest,
): Promise<ProofAnswer | null> {
  const [from, to] = readNumbers(request, 'from', 'to');
  if (from === undefined || to === undefined) return null;
  return { asked: { from, to }, hashes: await log.consistency(from, to) };
}

const PROOFS: ReadonlyMap<string, Prove> = new Map([
  ['proof/inclusion', proveInclusion],
  ['proof/consistency', proveConsistency],
]);

/** Exactly these parameters, once each and in plain decimal form. */
function readNumbers({ query }: FastifyRequest, ...names: readonly string[]): number[] {
  if (typeof query !== 'object' || query === null) return [];
  const given = new Map<string, unknown>(Object.entries(query));
  const numbers = names.map((name) => {
    const text = given.get(name);
    return typeof text === 'string' && /^(0|[1-9]\d{0,15})$/.test(text) ? Number(text) : Number.NaN;
  });
  return given.size === names.length && numbers.every(Number.isSafeInteger) ? numbers : [];
}

function sendProof(reply: FastifyReply, proof: ProofAnswer | null): FastifyReply {
  if (!proof?.hashes) return notFound(reply);
  return reply
    .header('cache-control', FOREVER)
    .send({ ...proof.asked, hashes: proof.hashes.map(encodeBase64) });
}

function notFound(reply: FastifyReply): FastifyReply {
  reply.callNotFound();
  return reply;
}
