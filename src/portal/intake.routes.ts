/** Forms citizens hand in: shown, checked, kept once, answered with a receipt. What was typed is never lost to a refusal. */
import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { faultsOf, isRequestKind, readRequest, type RequestForm } from './intake.ts';
import { keepRequest } from './intake.store.ts';
import { IntakePage, type IntakeView, ReceivedPage } from './pages/intake.page.tsx';
import { FORM, INTAKE } from './pages/intake.texts.ts';
import { renderPage } from './parts/page.tsx';
import type { Portal } from './portal.ts';
import { ERRORS } from './portal.texts.ts';
import { readNumber } from './published.views.ts';
import { atBureau, fieldsOf, one } from './request-fields.ts';
import { openRequestLimit } from './request-limit.ts';
import { sendHtml } from './send.ts';
import type { Site } from './site.ts';

const RECEIPT = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/;

export function intakeRoutes(app: FastifyInstance, portal: Portal): void {
  const mayHandIn = openRequestLimit(() => performance.now());

  app.get('/:bureau/requests/:kind', (request, reply) =>
    atBureau(portal, request, reply, async (site, { kind = '' }) => {
      if (!isRequestKind(kind)) return null;
      const fields = fieldsOf(request);
      const empty = readRequest(kind, new URLSearchParams());
      const form = { ...empty, entry: one(fields, 'entry'), field: one(fields, 'field') };
      reply.header('cache-control', 'no-store');
      return show(request, reply, site, form, {});
    }),
  );
  app.get('/:bureau/requests/:kind/received', (request, reply) =>
    atBureau(portal, request, reply, async (site, { kind = '' }) => {
      const receipt = one(fieldsOf(request), 'receipt');
      if (!isRequestKind(kind) || !RECEIPT.test(receipt)) return null;
      const view = { title: INTAKE[kind].title, receipt };
      return sendHtml(request, reply, renderPage(ReceivedPage({ site, view })));
    }),
  );
  app.post('/:bureau/requests/:kind', (request, reply) =>
    atBureau(portal, request, reply, async (site, { kind = '' }) => {
      if (!isRequestKind(kind)) return null;
      const sent = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
      const form = readRequest(kind, sent);
      const faults = faultsOf(form);
      if (faults.length > 0) return show(request, reply, site, form, { faults }, 422);
      if (form.entry !== '' && (await readNumber(portal.db, site.bureau.id, form.entry)) === null)
        return show(request, reply, site, form, { trouble: FORM.unknownEntry }, 422);
      if (!mayHandIn(request.ip))
        return show(request, reply, site, form, { trouble: ERRORS.tooMany.join('。') }, 429);
      try {
        const receipt = await keepRequest(portal.db, site.bureau.id, form);
        return reply.redirect(site.links.received(kind, receipt), 303);
      } catch (error) {
        request.log.error({ err: error }, 'a request was not kept');
        return show(request, reply, site, form, { trouble: FORM.failed }, 503);
      }
    }),
  );

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    site: Site,
    form: RequestForm,
    more: Partial<Pick<IntakeView, 'faults' | 'trouble'>>,
    status = 200,
  ): Promise<FastifyReply> {
    const about =
      form.entry === ''
        ? null
        : await readNumber(portal.db, site.bureau.id, form.entry).catch(() => null);
    const token = /^[0-9a-f]{32}$/.test(form.token) ? form.token : randomBytes(16).toString('hex');
    const view = { form: { ...form, token }, about, faults: [], trouble: null, ...more };
    return sendHtml(request, reply, renderPage(IntakePage({ site, view })), status);
  }
}
