/**
 * Officers at work: 16 connections, each recording one act after the other in matters of its own. A process of its own, told
 * what to do by its parent and reporting the milliseconds each act took.
 */
import process from 'node:process';
import { v7 as uuidv7 } from 'uuid';
import { openConnection } from './act-commit.http.ts';

/** What the parent sends: how many acts, where, by whom. */
export interface Load {
  readonly address: string;
  /** Of an officer, and of the head of the unit who assigns the handlers. */
  readonly cookies: { readonly officer: string; readonly unitHead: string };
  readonly connections: number;
  readonly acts: number;
  /** At least as many as connections; each with its case opened. */
  readonly matters: readonly string[];
  readonly officers: readonly string[];
}

/** What it gets back. */
export interface Measured {
  readonly seconds: number;
  /** One a act. */
  readonly milliseconds: readonly number[];
}

// The parent sends nothing else.
process.once('message', (message) => void report(message as Load));

async function report(load: Load): Promise<void> {
  process.send?.(await work(load));
  process.disconnect();
}

async function work(load: Load): Promise<Measured> {
  const { address, connections, acts } = load;
  const open = await Promise.all(
    Array.from({ length: connections }, () => openConnection(address)),
  );
  const milliseconds: number[] = [];
  const start = performance.now();
  await Promise.all(
    open.map(async (connection, own) => {
      const matters = load.matters.filter((_, index) => index % connections === own);
      const count = Math.floor((acts + own) / connections);
      for (let done = 0; done < count; done += 1) {
        const matter = matters[done % matters.length] ?? '';
        const { who, act, ...rest } = step(Math.floor(done / matters.length), load.officers);
        const body = JSON.stringify({ id: uuidv7(), at: now(), ...rest });
        const sent = performance.now();
        await connection.post(`/api/matters/${matter}/acts/${act}`, load.cookies[who], body);
        milliseconds.push(performance.now() - sent);
      }
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  for (const connection of open) connection.close();
  return { seconds, milliseconds };
}

interface Step {
  readonly who: keyof Load['cookies'];
  readonly act: string;
  readonly by?: readonly string[];
  readonly fields: Readonly<Record<string, unknown>>;
}

/** What happens in a matter in turn: handlers with their certificates, papers shown, clocks stopped and started again. */
function step(turn: number, officers: readonly string[]): Step {
  switch (turn % 4) {
    case 0:
      return { who: 'unitHead', act: 'handlers.assigned', fields: { handlers: officers } };
    case 1:
      return {
        who: 'officer',
        act: 'identity.shown',
        by: officers,
        fields: { to: '店长', uniform: 'worn', place: '示例路1号' },
      };
    case 2:
      return {
        who: 'officer',
        act: 'time.stopped',
        fields: { ground: 'testing', told: true },
      };
    default:
      return { who: 'officer', act: 'time.resumed', fields: { ground: 'testing' } };
  }
}

function now(): string {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().replace(/\.\d+Z$/, '+08:00');
}
