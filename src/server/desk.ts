/** The desk's files, as Vite built them: names with their hash never change, the page that names them is always asked for. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, RouteHandlerMethod } from 'fastify';

/** Where the desk lives. */
export const DESK_PATH = '/desk';
const POLICY =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self' blob: data:; media-src 'self' blob:; style-src 'self' 'unsafe-inline'; frame-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** Serves `dist/desk` below `/desk`; every address of the desk is its one page. */
export async function serveDesk(app: FastifyInstance, root: string): Promise<void> {
  const folder = join(root, 'dist', 'desk');
  if (!existsSync(folder)) return;
  await app.register(fastifyStatic, {
    root: folder,
    prefix: `${DESK_PATH}/`,
    wildcard: false,
    index: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      reply.setHeader(
        'cache-control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
  const page: RouteHandlerMethod = async (_request, reply) =>
    reply
      .header('cache-control', 'no-cache')
      .header('content-security-policy', POLICY)
      .sendFile('index.html');
  app.get(DESK_PATH, page);
  app.get(`${DESK_PATH}/*`, page);
}
