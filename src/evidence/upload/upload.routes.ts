import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { StorageError } from '../../platform/storage/storage-error.ts';
import { EvidenceRefused, type ProblemBody, problemOf } from '../evidence.problems.ts';
import {
  CHECKSUM_ALGORITHMS,
  readChecksum,
  readCount,
  readMetadata,
  TUS_EXTENSIONS,
  TUS_VERSION,
} from './tus.ts';
import type { Owner } from './upload.ts';
import type { Uploads, UploadView } from './uploads.ts';

/**
 * Uploading over HTTP at `/api/uploads`: tus 1.0.0 with creation, expiration, checksum and termination, so that any tus
 * client can be used, and `GET` for what became of the file.
 *
 * Every request but `GET` and `OPTIONS` carries `Tus-Resumable`, which browsers send to another site only after asking:
 * no page elsewhere can upload or cancel in the name of the person signed in.
 */

export const UPLOADS_PATH = '/api/uploads';

export interface UploadRoutesOptions {
  readonly uploads: Uploads;
  /** Whose request it is; null when nobody is signed in. */
  readonly authenticate: (request: FastifyRequest) => Promise<Owner | null> | Owner | null;
}

const PIECE = 'application/offset+octet-stream';
/** Milliseconds without a byte after which a connection is taken for broken; waiting for the hashes is shorter. */
const IDLE_MS = 120_000;
/** The same when another request for this upload waits: the client came back, or has a second window open. */
const QUIET_MS = 2000;
/** Milliseconds in which a client that was refused may notice, before it is cut off while still sending. */
const LINGER_MS = 2000;
const SWEEP_MS = 3600 * 1000;

type IdRequest = FastifyRequest<{ Params: { id: string } }>;

/** Registers the routes, and the sweeping of expired uploads for as long as the server runs. */
export function uploadRoutes(app: FastifyInstance, options: UploadRoutesOptions): void {
  void app.register(async (scope) => register(scope, options));
}

function register(app: FastifyInstance, { uploads, authenticate }: UploadRoutesOptions): void {
  // Pieces are read by the handler as they come. Any other type is refused there, with the words of this feature.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, _payload, done) => done(null));

  /** Pieces coming in. When the server stops they end here, and what has come is kept. */
  const active = new Map<FastifyRequest['raw'], Promise<UploadView>>();
  app.addHook('preClose', async () => {
    for (const raw of active.keys()) raw.destroy();
    await Promise.allSettled(active.values());
  });

  app.addHook('onRequest', async (request, reply) => {
    reply.headers({
      'Tus-Resumable': TUS_VERSION,
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    });
    if (request.method === 'OPTIONS' || request.method === 'GET') return;
    if (request.headers['tus-resumable'] !== TUS_VERSION) {
      reply.header('Tus-Version', TUS_VERSION);
      throw new EvidenceRefused('evidence/protocol');
    }
  });

  app.addHook('onResponse', async ({ raw }) => {
    if (raw.complete) return;
    // Node reads what is left of a body only when nobody has begun to.
    raw.resume();
    const cut = (): void => {
      if (!raw.complete) raw.destroy();
    };
    setTimeout(cut, LINGER_MS).unref();
  });

  app.setErrorHandler((error, request, reply) => {
    const problem = problemOf(error, request.url);
    if (!problem) throw error;
    if (error instanceof StorageError) request.log.error({ err: error }, 'upload failed');
    return sendProblem(reply, problem);
  });

  async function ownerOf(request: FastifyRequest): Promise<Owner> {
    const owner = await authenticate(request);
    if (!owner) throw new EvidenceRefused('auth/needed');
    return owner;
  }

  async function create(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const owner = await ownerOf(request);
    const metadata = headerOf(request, 'upload-metadata') ?? '';
    const pairs = required(readMetadata(metadata), 'Upload-Metadata');
    const sha256 = pairs.get('sha256')?.toLowerCase() ?? null;
    if (sha256 !== null && !/^[0-9a-f]{64}$/u.test(sha256)) throw malformed('Upload-Metadata');
    const view = await uploads.create(owner, {
      length: required(readCount(headerOf(request, 'upload-length')), 'Upload-Length'),
      name: required(pairs.get('filename') ?? pairs.get('name') ?? null, 'Upload-Metadata'),
      type: pairs.get('filetype') ?? null,
      sha256,
      metadata,
    });
    return reply
      .code(201)
      .headers(progressHeaders(view))
      .header('Location', `${UPLOADS_PATH}/${view.id}`)
      .send();
  }

  async function append(request: IdRequest, reply: FastifyReply): Promise<FastifyReply> {
    const owner = await ownerOf(request);
    if (headerOf(request, 'content-type') !== PIECE)
      throw new EvidenceRefused('evidence/media-type');
    const checksum = readChecksum(headerOf(request, 'upload-checksum'));
    if (checksum === 'unknown') {
      throw new EvidenceRefused('evidence/algorithm', {
        supported: CHECKSUM_ALGORITHMS.join('、'),
      });
    }
    const { raw } = request;
    raw.setTimeout(IDLE_MS, () => raw.destroy());
    const piece = {
      offset: required(readCount(headerOf(request, 'upload-offset')), 'Upload-Offset'),
      length: readCount(headerOf(request, 'content-length')),
      checksum,
      body: raw,
    };
    const receiving = uploads.receive(owner, request.params.id, piece, endWhenQuiet(raw));
    active.set(raw, receiving);
    const view = await receiving.finally(() => active.delete(raw));
    return reply.code(204).headers(progressHeaders(view)).send();
  }

  async function remove(request: IdRequest, reply: FastifyReply): Promise<FastifyReply> {
    await uploads.remove(await ownerOf(request), request.params.id);
    return reply.code(204).send();
  }

  app.post(UPLOADS_PATH, create);
  app.patch<{ Params: { id: string } }>(`${UPLOADS_PATH}/:id`, append);
  app.delete<{ Params: { id: string } }>(`${UPLOADS_PATH}/:id`, remove);

  // Proxies that let only GET and POST through: the protocol has this header for them.
  app.post<{ Params: { id: string } }>(`${UPLOADS_PATH}/:id`, async (request, reply) => {
    const method = headerOf(request, 'x-http-method-override')?.toUpperCase();
    if (method === 'PATCH') return append(request, reply);
    if (method === 'DELETE') return remove(request, reply);
    throw malformed('X-HTTP-Method-Override');
  });

  app.head<{ Params: { id: string } }>(`${UPLOADS_PATH}/:id`, async (request, reply) => {
    const view = await uploads.resume(await ownerOf(request), request.params.id);
    const { length, metadata } = view.state;
    reply.headers({ ...progressHeaders(view), 'Upload-Length': length });
    if (metadata !== '') reply.header('Upload-Metadata', metadata);
    return reply.code(200).send();
  });

  app.get<{ Params: { id: string } }>(
    `${UPLOADS_PATH}/:id`,
    { exposeHeadRoute: false },
    async (request) => answerOf(await uploads.view(await ownerOf(request), request.params.id)),
  );

  for (const path of [UPLOADS_PATH, `${UPLOADS_PATH}/:id`]) {
    app.options(path, async (_request, reply) =>
      reply
        .code(204)
        .headers({
          'Tus-Version': TUS_VERSION,
          'Tus-Extension': TUS_EXTENSIONS,
          'Tus-Max-Size': uploads.limits.maxBytes,
          'Tus-Checksum-Algorithm': CHECKSUM_ALGORITHMS.join(','),
        })
        .send(),
    );
  }

  const sweep = (): void => {
    uploads
      .sweep()
      .catch((error: unknown) => app.log.error({ err: error }, 'sweeping uploads failed'));
  };
  const timer = setInterval(sweep, SWEEP_MS).unref();
  app.addHook('onReady', async () => sweep());
  app.addHook('onClose', async () => clearInterval(timer));
}

/** Called again and again while another waits: ends a connection on which nothing arrives, and lets a live one go on. */
function endWhenQuiet(raw: FastifyRequest['raw']): () => void {
  let received = -1;
  let since = 0;
  return () => {
    const { bytesRead } = raw.socket;
    if (bytesRead !== received) {
      received = bytesRead;
      since = performance.now();
    } else if (performance.now() - since >= QUIET_MS) raw.destroy();
  };
}

/** What `GET` answers. Nothing of the file is known before it is stored. */
export interface UploadAnswer {
  readonly id: string;
  readonly state: 'receiving' | 'checking' | 'stored';
  readonly offset: number;
  readonly length: number;
  readonly name: string;
  /** RFC 3339, null once stored */
  readonly expires: string | null;
  readonly file: UploadView['state']['found'];
}

function answerOf({ id, state, expires }: UploadView): UploadAnswer {
  const { offset, length, name, found, outcome } = state;
  const isStored = outcome === 'stored';
  const file = isStored ? found : null;
  const standing = isStored ? 'stored' : offset < length ? 'receiving' : 'checking';
  return {
    id,
    state: standing,
    offset,
    length,
    name: file?.name ?? name,
    expires: expires === null ? null : new Date(expires).toISOString(),
    file,
  };
}

function progressHeaders({ state, expires }: UploadView): Record<string, string> {
  return {
    'Upload-Offset': String(state.offset),
    ...(expires === null ? {} : { 'Upload-Expires': new Date(expires).toUTCString() }),
  };
}

function sendProblem(reply: FastifyReply, problem: ProblemBody): FastifyReply {
  const { offset } = problem.values;
  if (problem.code === 'evidence/offset') reply.header('Upload-Offset', offset);
  return reply
    .code(problem.status)
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem));
}

function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(',') : value;
}

function malformed(header: string): EvidenceRefused {
  return new EvidenceRefused('evidence/malformed', { header });
}

function required<Value>(value: Value | null, header: string): Value {
  if (value === null) throw malformed(header);
  return value;
}
