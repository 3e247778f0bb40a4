/** An upload in small pieces, cut off again and again: it goes on where the server says, never before what it has confirmed. */
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { insist, type Tally, Unanswered } from './insist.ts';

export interface SlowUpload {
  readonly id: string;
  /** How often it was taken up again after a cut. */
  readonly resumed: number;
}

const TUS = { 'tus-resumable': '1.0.0' };
const PIECE = 32 * 1024;
const PIECES = 80;
const PAUSE_MS = 60;

/** A text nobody has sent before. */
function freshText(): Buffer {
  return Buffer.from(randomBytes((PIECE * PIECES) / 2).toString('hex'));
}

/** Uploads and waits until the file is stored. Throws when the server loses what it has confirmed. */
export async function uploadSlowly(
  address: string,
  cookie: string,
  tally: Tally,
): Promise<SlowUpload> {
  const bytes = freshText();
  const headers = { ...TUS, cookie };
  const metadata = `filename ${Buffer.from('记录.txt').toString('base64')}`;
  const url = await insist(async () => {
    const answer = await fetch(`${address}/api/uploads`, {
      method: 'POST',
      headers: { ...headers, 'upload-length': String(bytes.length), 'upload-metadata': metadata },
    });
    const location = answer.headers.get('location');
    if (answer.status !== 201 || location === null) throw new Unanswered(await answer.text());
    return `${address}${location}`;
  }, tally);

  const offset = (): Promise<number> =>
    insist(async () => {
      const answer = await fetch(url, { method: 'HEAD', headers });
      if (answer.status >= 500 || answer.status === 423) throw new Unanswered(`${answer.status}`);
      if (answer.status !== 200) throw new Error(`an upload was lost: ${answer.status}`);
      return Number(answer.headers.get('upload-offset'));
    }, tally);

  let confirmed = 0;
  let resumed = 0;
  while (confirmed < bytes.length) {
    const sent = await sendPiece(
      url,
      headers,
      confirmed,
      bytes.subarray(confirmed, confirmed + PIECE),
    );
    if (sent === null) {
      resumed += 1;
      const known = await offset();
      if (known < confirmed) throw new Error(`confirmed ${confirmed} bytes, kept only ${known}`);
      confirmed = known;
    } else {
      confirmed = sent;
    }
    await sleep(PAUSE_MS);
  }
  await insist(async () => {
    const answer = await fetch(url, { headers: { cookie } });
    const text = await answer.text();
    if (text.includes('"state":"refused"')) throw new Error(text);
    if (!text.includes('"state":"stored"')) throw new Unanswered(text);
  }, tally);
  return { id: url.slice(-36), resumed };
}

/** How far the upload has come; null when no answer came. */
async function sendPiece(
  url: string,
  headers: Readonly<Record<string, string>>,
  offset: number,
  piece: Buffer,
): Promise<number | null> {
  const type = 'application/offset+octet-stream';
  const answer = await fetch(url, {
    method: 'PATCH',
    headers: { ...headers, 'upload-offset': String(offset), 'content-type': type },
    body: new Uint8Array(piece),
  }).catch(() => null);
  if (answer?.status !== 204) return null;
  return Number(answer.headers.get('upload-offset'));
}
