import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { BlobStore } from '../platform/storage/blob-store.ts';
import { StorageError } from '../platform/storage/storage-error.ts';
import { contentRange, readRange } from './byte-range.ts';
import { problemBody } from './evidence.problems.ts';
import { formatOfType } from './formats.ts';

/** A blob to send, as the act that names it describes it. Whether the asker may have it is decided before. */
export interface Delivery {
  readonly store: BlobStore;
  readonly sha256: string;
  readonly size: number;
  readonly type: string;
  /** file name for saving, in any script */
  readonly name: string;
  /** to be saved and not shown; always so for what browsers do not show */
  readonly download?: boolean;
}

/**
 * Answers GET and HEAD with the bytes of a blob or one range of them (RFC 9110 §14), so that a video plays at once and can
 * be wound. The bytes of a stranger can do nothing in the browser: their type is fixed, scripts and forms are off, other
 * sites cannot embed them. The entity tag is the SHA-256 of the whole.
 *
 * @throws StorageError `storage/missing` or, when the stored file is of another length, `storage/damaged`; before
 * anything is sent
 */
export async function sendBlob(
  request: FastifyRequest,
  reply: FastifyReply,
  delivery: Delivery,
): Promise<FastifyReply> {
  const { store, sha256, size } = delivery;
  const tag = `"${sha256}"`;
  reply.headers({ ...safeHeaders(delivery), ETag: tag, 'Accept-Ranges': 'bytes' });
  if (matches(request.headers['if-none-match'], tag)) return reply.code(304).send();

  await assertStored(delivery);
  const { 'if-range': ifRange, range: asked } = request.headers;
  // Only the very same bytes can be continued; a date proves nothing.
  const isSame = ifRange === undefined || ifRange === tag;
  const range = isSame && request.method === 'GET' ? readRange(asked, size) : 'whole';
  if (range === 'unsatisfiable') return refuseRange(request, reply, size);

  const part = range === 'whole' ? { start: 0, end: size } : range;
  if (range !== 'whole') reply.code(206).header('Content-Range', contentRange(range, size));
  reply.header('Content-Length', part.end - part.start);
  // A stream, because for none at all Fastify would write a length of its own.
  if (request.method === 'HEAD') return reply.send(Readable.from([]));
  return reply.send(await store.read(sha256, part));
}

async function assertStored({ store, sha256, size }: Delivery): Promise<void> {
  const found = await store.stat(sha256);
  if (!found) throw new StorageError('storage/missing', `no blob ${sha256}`);
  if (found.size !== size) {
    throw new StorageError(
      'storage/damaged',
      `${sha256} has ${found.size} bytes instead of ${size}`,
    );
  }
}

const INLINE_POLICY =
  "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'";

function safeHeaders({ type, name, download = false }: Delivery): Record<string, string> {
  const format = formatOfType(type);
  const isShown = !download && (format?.viewable ?? false);
  // In a sandbox browsers refuse to show PDF at all; their PDF readers are closed off by themselves. Without scripts,
  // keeping the origin is harmless; without the origin, a page that is just a video could not load it.
  const sandbox = type === 'application/pdf' ? '' : '; sandbox allow-same-origin';
  return {
    'Content-Type': format ? type : 'application/octet-stream',
    'Content-Disposition': disposition(isShown ? 'inline' : 'attachment', name),
    'Content-Security-Policy': `${INLINE_POLICY}${sandbox}`,
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'private, no-cache',
  };
}

/**
 * `Content-Disposition` with a name in any script (RFC 6266, RFC 8187): for old clients one in ASCII, with `_` for what is
 * not.
 */
function disposition(kind: 'inline' | 'attachment', name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/gu, '_');
  const encoded = encodeURIComponent(wellFormed(name)).replace(
    /['()*]/gu,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

/** Half a surrogate pair has no encoding. */
function wellFormed(text: string): string {
  return new TextDecoder().decode(new TextEncoder().encode(text));
}

/** `If-None-Match` (RFC 9110 §13.1.2): a list of tags, weak ones as well, or `*`. */
function matches(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  const tags = header.split(',').map((one) => one.trim().replace(/^W\//u, ''));
  return tags.includes(tag) || tags.includes('*');
}

function refuseRange(request: FastifyRequest, reply: FastifyReply, size: number): FastifyReply {
  const body = problemBody('evidence/range', {}, request.url);
  return reply
    .code(body.status)
    .header('Content-Range', contentRange('unsatisfiable', size))
    .removeHeader('ETag')
    .header('Content-Disposition', 'inline')
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(body));
}
