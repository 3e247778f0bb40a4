/** Sending pages: the headers all of them carry, and the answer to whoever has the page already. */
import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** No script, nothing from anywhere else, no frames, forms only to us. */
export const POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Caches ask before they use what they keep: what was withdrawn is gone from them too. */
export const ALWAYS_ASK = 'no-cache';

const HTML = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': POLICY,
  'cache-control': ALWAYS_ASK,
} as const;

/** A page made for this answer. */
export function sendHtml(
  request: FastifyRequest,
  reply: FastifyReply,
  body: Buffer,
  status = 200,
): FastifyReply {
  return sendKept(request, reply, { status, body, etag: etagOf(body) });
}

/** A page with its etag; 304 without a body for whoever has it (RFC 9110 §13.1.2). */
export function sendKept(
  request: FastifyRequest,
  reply: FastifyReply,
  page: { readonly status: number; readonly body: Buffer; readonly etag: string },
): FastifyReply {
  reply.headers({ ...HTML, etag: page.etag });
  if (page.status === 200 && matches(request.headers['if-none-match'], page.etag))
    return reply.code(304).send();
  return reply.code(page.status).send(page.body);
}

/** Other media of the portal, with an etag of their own. */
export function sendMedia(
  request: FastifyRequest,
  reply: FastifyReply,
  type: string,
  text: string | Buffer,
): FastifyReply {
  const body = typeof text === 'string' ? Buffer.from(text) : text;
  const etag = etagOf(body);
  reply.headers({
    'content-type': type,
    'content-security-policy': POLICY,
    'cache-control': ALWAYS_ASK,
    etag,
  });
  return matches(request.headers['if-none-match'], etag)
    ? reply.code(304).send()
    : reply.send(body);
}

function etagOf(body: Buffer): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
}

/** Whether a list of etags, weak or strong, or `*`, names this one. */
function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  if (header === etag || header.trim() === '*') return true;
  return header.split(',').some((one) => one.trim().replace(/^W\//, '') === etag);
}
