import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { get, sendCommand } from './client.ts';
import { Problem } from './problem.ts';
import { onSessionLost, signedInAgain, signInAgain, signInsSoFar } from './session-gate.ts';

describe('a session that ends in the middle', () => {
  let server: Server;
  let isKnown: boolean;
  let asked: string[];
  let shown: number;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    asked.push(`${request.method} ${request.url} ${body}`.trim());
    response.statusCode = isKnown ? 200 : 401;
    response.end(JSON.stringify(isKnown ? { tasks: [] } : { code: 'auth/needed' }));
  }

  beforeEach(async () => {
    isKnown = false;
    asked = [];
    shown = 0;
    server = createServer((request, response) => {
      void answer(request, response);
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    // Browsers know where they are; outside one an address needs its host.
    const fetchReally = globalThis.fetch;
    vi.stubGlobal('fetch', (path: string, init: RequestInit) =>
      fetchReally(`http://127.0.0.1:${port}${path}`, init),
    );
    onSessionLost(() => {
      shown += 1;
    });
  });

  afterEach(() => {
    signedInAgain();
    onSessionLost(null);
    vi.unstubAllGlobals();
    server.close();
  });

  test('is asked for once, however many requests wait, and each is then asked again', async () => {
    const list = get<'Tasks'>('/queue');
    const draft = sendCommand<'DraftSaved'>('PUT', '/drafts/begin', { content: { name: '晨禾' } });
    await vi.waitFor(() => expect(asked).toHaveLength(2));
    isKnown = true;
    await vi.waitFor(() => expect(shown).toBe(1));
    signedInAgain();
    await expect(list).resolves.toEqual({ tasks: [] });
    await draft;
    expect(shown).toBe(1);
    expect(asked.slice(2).sort()).toEqual([
      'GET /api/queue',
      'PUT /api/drafts/begin {"content":{"name":"晨禾"}}',
    ]);
  });

  test('is shown again when it ends a second time', () => {
    void signInAgain(signInsSoFar());
    signedInAgain();
    void signInAgain(signInsSoFar());
    expect(shown).toBe(2);
  });

  test('is not asked for on behalf of a request that was sent before the person came back', async () => {
    const seen = signInsSoFar();
    signedInAgain();
    await signInAgain(seen);
    expect(shown).toBe(0);
  });

  test('is a problem where nobody can show the sign-in', async () => {
    onSessionLost(null);
    await expect(get<'Tasks'>('/queue')).rejects.toBeInstanceOf(Problem);
  });
});
