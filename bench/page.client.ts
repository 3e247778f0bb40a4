/** Visitors: connections that each ask for one page after the other, for a time. A process of its own, told what by its parent. */
import { connect, type Socket } from 'node:net';
import process from 'node:process';

export interface Visit {
  readonly port: number;
  readonly paths: readonly string[];
  readonly connections: number;
  readonly seconds: number;
}

export interface Visited {
  readonly perSecond: number;
}

process.once('message', (message) => {
  // The parent sends nothing else.
  void report(message as Visit);
});

async function report(task: Visit): Promise<void> {
  process.send?.(await visit(task));
  process.disconnect();
}

async function visit({ port, paths, connections, seconds }: Visit): Promise<Visited> {
  const start = performance.now();
  const end = start + seconds * 1000;
  const counts = await Promise.all(
    Array.from({ length: connections }, (_, own) => keepAsking(port, paths, own, end)),
  );
  const taken = (performance.now() - start) / 1000;
  return { perSecond: counts.reduce((sum, count) => sum + count, 0) / taken };
}

/** Asks until `end`; rejects at the first answer that is not 200. */
function keepAsking(
  port: number,
  paths: readonly string[],
  from: number,
  end: number,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect(port, '127.0.0.1');
    let asked = from;
    let done = 0;
    let missing = -1;
    const ask = () => {
      asked += 7;
      missing = -1;
      socket.write(`GET ${paths[asked % paths.length] ?? '/'} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
    };
    socket.on('connect', ask);
    socket.on('error', reject);
    socket.on('data', (part: Buffer) => {
      if (missing < 0) {
        // The head comes in one piece: it is far shorter than a segment.
        const head = part.indexOf('\r\n\r\n');
        const text = part.toString('latin1', 0, head);
        const length = /content-length: (\d+)/i.exec(text)?.[1];
        if (!text.startsWith('HTTP/1.1 200') || length === undefined) {
          socket.destroy();
          reject(new Error(text));
          return;
        }
        missing = Number(length) - (part.length - head - 4);
      } else missing -= part.length;
      if (missing > 0) return;
      done += 1;
      if (performance.now() < end) ask();
      else {
        socket.end();
        resolve(done);
      }
    });
  });
}
