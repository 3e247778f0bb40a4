/** A matter played over HTTP by the people of a staffed bureau, as a script of somebody else's could. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Upload } from 'tus-js-client';
import type { Values } from '../../src/document/document.ts';
import { uuidv7 } from './desk.ts';
import { done, type Login, type Staffed } from './staffed.ts';

/** What an act says beside who did what when. */
export interface Said {
  readonly by?: readonly (Login | 'party')[];
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly documents?: Readonly<Record<string, Values>>;
}

export interface HttpCase {
  readonly matter: string;
  /** Begins the matter with its first act. */
  begin(
    who: Login,
    begun: Readonly<Record<string, unknown>>,
    act: string,
    at: string,
    said: Said,
  ): Promise<void>;
  /** Records an act; its position. */
  act(who: Login, act: string, at: string, said?: Said): Promise<number>;
  /** Has `who` put an act before the head, who reads it and approves it half an hour later; its position. */
  approved(who: Login, act: string, at: string, said?: Said): Promise<number>;
  /** Uploads a file by tus and puts it in evidence; the exhibit's id. */
  exhibit(who: Login, path: string, at: string, of: number): Promise<string>;
  /** The matter as `who` sees it. */
  view(who: Login): Promise<Record<string, unknown>>;
}

export function httpCase({ as, ids, server }: Staffed): HttpCase {
  const matter = uuidv7();
  let version = 0;
  const people = (by: Said['by']): string[] => (by ?? []).map((one) => ids[one] ?? one);
  const bodyOf = (at: string, { by, fields = {}, documents = {} }: Said) => ({
    id: uuidv7(),
    at,
    by: people(by),
    fields,
    documents,
  });

  /** What the desk asks before it sends: the form of the act, and whether anything speaks against it. */
  async function prepare(
    who: Login,
    act: string,
    body: object,
    waiting: readonly string[],
  ): Promise<void> {
    await done(as[who], 'GET', `/api/matters/${matter}/forms/${act}`);
    const verdict = await done(as[who], 'POST', `/api/matters/${matter}/acts/${act}/check`, body);
    const found = JSON.stringify([verdict['problems'], codesOf(verdict['refusals'])]);
    const lawful = [[], waiting].map((codes) => JSON.stringify([[], codes]));
    if (!lawful.includes(found)) throw new Error(`${act}: ${found}`);
  }

  async function send(who: Login, path: string, body: object): Promise<number> {
    const { seq } = await done(as[who], 'POST', `/api/matters/${matter}/${path}`, body);
    version = Number(seq);
    return version;
  }

  return {
    matter,
    async begin(who, begun, act, at, said) {
      const first = { act, ...bodyOf(at, said) };
      const { seq } = await done(as[who], 'POST', '/api/matters', {
        id: uuidv7(),
        matter,
        procedure: 'penalty.ordinary',
        flags: [],
        ...begun,
        first,
      });
      version = Number(seq);
    },
    async act(who, act, at, said = {}) {
      const body = { ...bodyOf(at, said), version };
      await prepare(who, act, body, []);
      return send(who, `acts/${act}`, body);
    },
    async approved(who, act, at, said = {}) {
      const body = { ...bodyOf(at, said), version };
      await prepare(who, act, body, ['approval/missing']);
      const asked = await send(who, `requests/${act}`, { ...body, note: '请审批。' });
      const { requests } = await done(as.head, 'GET', `/api/matters/${matter}`);
      const request = Array.isArray(requests) ? requests.find((one) => one.seq === asked) : null;
      const { fields, documents, actBy } = request;
      return send('head', `acts/${act}`, {
        id: uuidv7(),
        at: `${at.slice(0, 14)}45:00+08:00`,
        by: actBy,
        fields,
        documents,
        request: asked,
        version,
      });
    },
    async exhibit(who, path, at, of) {
      const upload = await uploaded(`${server.address}/api/uploads`, as[who].cookie(), path);
      const exhibit = uuidv7();
      await send(who, 'exhibits', { id: uuidv7(), at, exhibit, upload, of, source: '执法记录仪' });
      return exhibit;
    },
    view: (who) => done(as[who], 'GET', `/api/matters/${matter}`),
  };
}

function codesOf(refusals: unknown): unknown[] {
  return Array.isArray(refusals) ? refusals.map((one) => one.code) : [];
}

/** Uploads a file with an ordinary tus client; the id the upload has. */
export async function uploaded(endpoint: string, cookie: string, path: string): Promise<string> {
  const bytes = await readFile(path);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const upload = await new Promise<Upload>((resolve, reject) => {
    const started: Upload = new Upload(bytes, {
      endpoint,
      headers: { cookie },
      metadata: { filename: basename(path), sha256 },
      uploadSize: bytes.length,
      chunkSize: 16 * 1024,
      onError: reject,
      onSuccess: () => resolve(started),
    });
    started.start();
  });
  return upload.url?.slice(-36) ?? '';
}
