/** What a visitor sent, read at the border: parameters of the address, and the bureau the address names. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LARGE } from './links.ts';
import { MessagePage } from './pages/plain.page.tsx';
import { renderPage } from './parts/page.tsx';
import type { Portal } from './portal.ts';
import { ERRORS } from './portal.texts.ts';
import { sendHtml } from './send.ts';
import type { Site } from './site.ts';

export type Fields = URLSearchParams;

/** Longest value read of one parameter. */
const LONGEST = 200;

/** Parameters after the question mark. */
export function fieldsOf(request: FastifyRequest): Fields {
  const [, ...query] = request.url.split('?');
  return new URLSearchParams(query.join('?'));
}

/** One parameter, cut to a sensible length; empty when absent. */
export function one(fields: Fields, name: string): string {
  return [...(fields.get(name) ?? '')]
    .slice(0, LONGEST)
    .join('')
    .replaceAll(/\p{Cc}/gu, ' ');
}

export function isLarge(fields: Fields): boolean {
  return fields.get(LARGE) === '1';
}

/** Parameters of the path: each a text. */
export function paramsOf(request: FastifyRequest): Readonly<Record<string, string>> {
  return request.params as Readonly<Record<string, string>>; // Fastify gives every named part as text
}

/** Answers as the bureau the address names; with a page that says so where there is none, or where `answer` finds nothing. */
export async function atBureau(
  portal: Portal,
  request: FastifyRequest,
  reply: FastifyReply,
  answer: (site: Site, params: Readonly<Record<string, string>>) => Promise<FastifyReply | null>,
): Promise<FastifyReply> {
  const params = paramsOf(request);
  const bureau = await portal.bureau(params['bureau'] ?? '');
  if (!bureau) return sendMissing(portal, request, reply, null);
  const site = portal.site(bureau, request.url, isLarge(fieldsOf(request)));
  // A reply that is awaited waits until it is sent and is then undefined.
  if ((await answer(site, params)) === null) return sendMissing(portal, request, reply, site);
  return reply;
}

/** 404 in the look of the portal. */
export function sendMissing(
  portal: Portal,
  request: FastifyRequest,
  reply: FastifyReply,
  site: Site | null,
): FastifyReply {
  return sendMessage(portal, request, reply, site, 404, ERRORS.notFound);
}

export function sendMessage(
  portal: Portal,
  request: FastifyRequest,
  reply: FastifyReply,
  site: Site | null,
  status: number,
  message: readonly [string, string],
): FastifyReply {
  const page = MessagePage({ site, style: portal.style.path, message });
  return sendHtml(request, reply, renderPage(page), status);
}
