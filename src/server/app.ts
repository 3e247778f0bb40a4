/** The HTTP server over an opened world: API, uploads, logs, desk, and for every other address the portal. */
import cookie from '@fastify/cookie';
import {
  LogController,
  fastify,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyRequest,
} from 'fastify';
import { uploadRoutes } from '../evidence/upload/upload.routes.ts';
import { openApi } from '../http/openapi.ts';
import { sendProblem, tableProblem } from '../http/problems.ts';
import { registerRoutes } from '../http/register.ts';
import { ledgerRoutes } from '../ledger/ledger.routes.ts';
import { portalRoutes } from '../portal/portal.routes.ts';
import { SESSION_COOKIE } from '../staff/session.routes.ts';
import type { SignedIn } from '../staff/session.service.ts';
import { serveDesk } from './desk.ts';
import type { Logger } from './log.ts';
import { apiRoutes } from './routes.ts';
import type { World } from './world.ts';

/** Of the API. */
const VERSION = '1.0';

/** Bytes of a JSON body: the longest decision with all its paragraphs is far below. */
const BODY_LIMIT = 2 * 1024 ** 2;

export async function buildApp(world: World, logger: Logger): Promise<FastifyInstance> {
  const loggerInstance: FastifyBaseLogger = logger;
  const app = fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    trustProxy: world.settings.publicUrl !== null,
    routerOptions: { maxParamLength: 400 },
    // An address that cannot even be decoded.
    frameworkErrors: (_error, request, reply) => {
      sendProblem(reply, tableProblem('http/not-found', request.url, []));
    },
  });
  await app.register(cookie);

  const session = async (request: FastifyRequest): Promise<SignedIn | null> => {
    const token = request.cookies[SESSION_COOKIE];
    return token === undefined ? null : world.sessions.find(token);
  };

  app.addHook('onSend', (_request, reply, _payload, done) => {
    void reply.headers({
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'same-origin',
    });
    done();
  });
  app.get('/healthz', async (_request, reply) => {
    const healthy = await world.healthy();
    return reply.code(healthy ? 200 : 503).send({ status: healthy ? 'ok' : 'unavailable' });
  });
  const routes = apiRoutes(world);
  registerRoutes(app, { routes, pack: world.packs.current.pack, session });
  const description = JSON.stringify(
    openApi({ ...world, routes, pack: world.packs.current.pack, version: VERSION }),
  );
  app.get('/api/openapi.json', (_request, reply) =>
    reply.type('application/json').send(description),
  );
  uploadRoutes(app, {
    uploads: world.uploads,
    authenticate: async (request) => {
      const signedIn = await session(request);
      return signedIn && signedIn.pending === 'none' && signedIn.person.roles.length > 0
        ? { bureau: signedIn.bureau, account: signedIn.person.id }
        : null;
    },
  });
  await app.register(ledgerRoutes, { prefix: '/log', store: world.logStore });
  await serveDesk(app, world.root);
  await portalRoutes(app, world.portal, world.settings.publicUrl);
  return app;
}
