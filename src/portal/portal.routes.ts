/**
 * The public portal: server-rendered, without script, open to everybody. It reads as the database role `portal`, which sees
 * the `published` schema and nothing else, and registers last: every address nothing else answers is one of its pages.
 */
import type { FastifyInstance } from 'fastify';
import { dataRoutes } from './data.routes.ts';
import { decisionRoutes } from './decision.routes.ts';
import { intakeRoutes } from './intake.routes.ts';
import { pageRoutes } from './pages.routes.ts';
import { BureausPage } from './pages/plain.page.tsx';
import { MARK_FILE } from './parts/mark.tsx';
import { renderPage } from './parts/page.tsx';
import type { Portal } from './portal.ts';
import { ERRORS } from './portal.texts.ts';
import { paramsOf, sendMessage, sendMissing } from './request-fields.ts';
import { sendHtml } from './send.ts';

/** Bytes of a form: the longest text with its names, percent-encoded. */
const FORM_LIMIT = 64 * 1024;
/** Addresses with answers of their own for what they do not know. */
const ELSEWHERE = /^\/(api|log|desk|healthz|portal)(\/|$|\?)/;
const CONTROL = /\p{Cc}/u;
const FOREVER = 'public, max-age=31536000, immutable';

export async function portalRoutes(
  root: FastifyInstance,
  portal: Portal,
  publicUrl: string | null,
): Promise<void> {
  await root.register(async (app) => {
    app.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: FORM_LIMIT },
      (_request, body, done) => done(null, new URLSearchParams(body.toString())),
    );
    app.setErrorHandler((error, request, reply) => {
      const status = statusOf(error);
      if (status >= 500) request.log.error({ err: error }, 'portal page failed');
      const message = status >= 500 ? ERRORS.failed : ERRORS.malformed;
      return sendMessage(portal, request, reply, null, status, message);
    });

    // No address of ours has a control character, and the database stores none.
    app.addHook('preHandler', async (request, reply) => {
      if (Object.values(paramsOf(request)).some((part) => CONTROL.test(part)))
        return sendMissing(portal, request, reply, null);
    });

    app.get('/', async (request, reply) => {
      const bureaus = await portal.bureaus();
      const [only] = bureaus;
      if (!only) return reply.redirect('/desk', 302); // whoever comes first sets it up
      if (bureaus.length === 1) return reply.redirect(`/${only.id}`, 302);
      const page = BureausPage({ style: portal.style.path, bureaus });
      return sendHtml(request, reply, renderPage(page));
    });
    app.get(portal.style.path, (_request, reply) =>
      reply
        .type('text/css; charset=utf-8')
        .header('cache-control', FOREVER)
        .send(portal.style.sheet),
    );
    app.get('/portal/mark.svg', (_request, reply) =>
      reply.type('image/svg+xml').header('cache-control', FOREVER).send(MARK_FILE),
    );
    dataRoutes(app, portal, publicUrl);
    pageRoutes(app, portal);
    decisionRoutes(app, portal);
    intakeRoutes(app, portal);
    app.get('/*', async (request, reply) => {
      if (ELSEWHERE.test(request.url)) return reply.callNotFound();
      const bureau = await portal.bureau(request.url.split(/[/?]/)[1] ?? '');
      const site = bureau && portal.site(bureau, request.url, false);
      return sendMissing(portal, request, reply, site);
    });
  });
}

function statusOf(error: unknown): number {
  const status: unknown =
    typeof error === 'object' && error !== null ? Reflect.get(error, 'statusCode') : null;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}
