/** One decision: its page, its older versions, its proof, its data. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { decisionData } from './data.ts';
import type { PageKey } from './page-memory.ts';
import type { Portal } from './portal.ts';
import { currentVersion, readEntry, readProof, readVersions } from './published.views.ts';
import { atBureau, fieldsOf, isLarge, paramsOf, sendMissing } from './request-fields.ts';
import { ALWAYS_ASK, sendKept, sendMedia } from './send.ts';

const PROOF_TYPE = 'application/octet-stream';

export function decisionRoutes(app: FastifyInstance, portal: Portal): void {
  app.get('/:bureau/decisions/:entry', (request, reply) => answer(request, reply, null));
  app.get('/:bureau/decisions/:entry/versions/:version', (request, reply) => {
    const version = wholeNumber(paramsOf(request)['version']);
    return version === null
      ? atBureau(portal, request, reply, async () => null)
      : answer(request, reply, version);
  });
  app.get('/:bureau/decisions/:entry/versions/:version/proof', (request, reply) =>
    atBureau(portal, request, reply, async ({ bureau }, params) => {
      const { entry = '' } = params;
      const version = wholeNumber(params['version']) ?? 0;
      const file = await readProof(portal.db, bureau.id, entry, version);
      if (!file) return sendGone(request, reply, { bureau: bureau.id, entry, version });
      const name = `${entry}-${version}.tlog-proof`;
      reply.header('content-disposition', `attachment; filename="${name}"`);
      return sendMedia(request, reply, PROOF_TYPE, file);
    }),
  );
  app.get('/:bureau/decisions/:entry/data.json', (request, reply) =>
    atBureau(portal, request, reply, async ({ bureau }, { entry = '' }) => {
      const current = currentVersion(await readVersions(portal.db, bureau.id, entry));
      if (!current) return null;
      if (current.withdrawnOn !== null) {
        const { withdrawnOn, reason, basis } = current;
        return reply
          .code(410)
          .header('cache-control', ALWAYS_ASK)
          .send({ entry, withdrawnOn, reason, basis });
      }
      const found = await readEntry(portal.db, bureau.id, entry, current.version);
      if (!found) return null;
      return sendMedia(
        request,
        reply,
        'application/json; charset=utf-8',
        JSON.stringify(decisionData(bureau, found)),
      );
    }),
  );

  /** From memory where it can be: neither the bureau nor anything else is looked up for a page that is kept. */
  function answer(
    request: FastifyRequest,
    reply: FastifyReply,
    version: number | null,
  ): FastifyReply | Promise<FastifyReply> {
    const { bureau = '', entry = '' } = paramsOf(request);
    const large = request.url.includes('?') && isLarge(fieldsOf(request));
    const key = { bureau, entry, version, large };
    const kept = portal.decisions.kept(key);
    return kept ? sendKept(request, reply, kept) : find(request, reply, key);
  }

  /** For whoever comes for the proof of a withdrawn version: the page that says why it is gone. Null where it is not. */
  async function sendGone(
    request: FastifyRequest,
    reply: FastifyReply,
    { bureau, entry, version }: Omit<PageKey, 'large'>,
  ): Promise<FastifyReply | null> {
    const found = (await readVersions(portal.db, bureau, entry)).find(
      (one) => one.version === version,
    );
    return found?.withdrawnOn ? answer(request, reply, version) : null;
  }

  async function find(
    request: FastifyRequest,
    reply: FastifyReply,
    key: PageKey,
  ): Promise<FastifyReply> {
    const { bureau, large } = key;
    const siteAt = async (path: string) => {
      const found = await portal.bureau(bureau);
      return found && portal.site(found, path, large);
    };
    const page = await portal.decisions.find(key, () => siteAt(addressOf(request, large)));
    return page
      ? sendKept(request, reply, page)
      : sendMissing(portal, request, reply, await siteAt(request.url));
  }
}

/** Of the page, without parameters that change nothing: it is kept for everybody. */
function addressOf({ url }: FastifyRequest, large: boolean): string {
  const [asked = ''] = url.split('?');
  const path = asked.replace(/\/proof$/, '');
  return large ? `${path}?large=1` : path;
}

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null;
}
