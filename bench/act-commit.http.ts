/**
 * A client of one connection that costs as little as it can: what is measured is the server. Knows as much of HTTP/1.1 as
 * a Fastify answer with a length needs.
 */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export interface Connection {
  /** Sends a JSON body and waits for the answer. Throws Error with it unless it is 200. */
  post(path: string, cookie: string, body: string): Promise<string>;
  close(): void;
}

const HEAD_END = Buffer.from('\r\n\r\n');

export async function openConnection(address: string): Promise<Connection> {
  const { hostname, port, host } = new URL(address);
  const socket: Socket = connect({ host: hostname, port: Number(port), noDelay: true });
  await once(socket, 'connect');
  let received: Buffer = Buffer.alloc(0);
  let waiting: { resolve: (answer: string) => void; reject: (error: Error) => void } | null = null;

  socket.on('data', (chunk: Buffer) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
    const end = received.indexOf(HEAD_END);
    if (end < 0) return;
    const head = received.toString('latin1', 0, end);
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1]);
    const start = end + HEAD_END.length;
    if (received.length < start + length) return;
    const body = received.toString('utf8', start, start + length);
    received = received.subarray(start + length);
    if (head.startsWith('HTTP/1.1 200')) waiting?.resolve(body);
    else waiting?.reject(new Error(`${head}\n\n${body}`));
    waiting = null;
  });
  const lost = (): void => waiting?.reject(new Error('the connection was lost'));
  socket.on('close', lost);
  socket.on('error', lost);

  return {
    post: (path, cookie, body) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket.write(
          `POST ${path} HTTP/1.1\r\nhost: ${host}\r\ncookie: ${cookie}\r\ncontent-type: application/json\r\n` +
            `content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
        );
      }),
    close: () => socket.destroy(),
  };
}
