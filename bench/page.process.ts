/**
 * A server over a database that is there already, told where by its parent. Beside all else it answers `/constant` with the
 * bytes of whatever page it was last told to take.
 */
import process from 'node:process';
import { findRoot } from '../src/platform/package-root.ts';
import { buildApp } from '../src/server/app.ts';
import { openLog } from '../src/server/log.ts';
import { readSettings } from '../src/server/settings.ts';
import { openWorld } from '../src/server/world.ts';

export interface ServeTask {
  readonly databaseUrl: string;
  readonly dataDir: string;
  /** Path of the page whose bytes the constant is; null for none. */
  readonly constant: string | null;
}

export interface Served {
  readonly port: number;
}

process.once('message', (message) => {
  // The parent sends nothing else.
  void serve(message as ServeTask);
});

async function serve({ databaseUrl, dataDir, constant }: ServeTask): Promise<void> {
  const root = findRoot();
  const settings = readSettings(
    { PORT: '0', ZHUDING_DATA: dataDir, DATABASE_URL: databaseUrl },
    root,
  );
  const log = openLog('warn');
  const world = await openWorld({ settings, root, log });
  const app = await buildApp(world, log);
  let bytes: Buffer = Buffer.alloc(0);
  app.get('/constant', (_request, reply) => reply.type('text/html; charset=utf-8').send(bytes));
  await app.listen({ host: '127.0.0.1', port: 0 });
  if (constant !== null) bytes = (await app.inject(constant)).rawPayload;
  const address = app.server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  process.send?.({ port: address.port } satisfies Served);
  process.once('disconnect', () => {
    void app
      .close()
      .then(() => world.close())
      .then(() => process.exit(0));
  });
}
