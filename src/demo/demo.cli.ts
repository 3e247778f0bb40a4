/** `zhuding demo`: loads the rehearsal bureau, beside a running server or without one, and tells how to sign in. */
import type { World } from '../server/world.ts';
import { demoAccounts, DEMO_PASSWORD } from './accounts.ts';
import { DEMO_AREA } from './demo-ids.ts';
import { TEXTS } from './demo.texts.ts';
import { loadDemo } from './load-demo.ts';

export interface DemoIo {
  readonly say: (line: string) => void;
  /** A line that the next one replaces. */
  readonly progress: (line: string) => void;
}

/** Exit code 0 when the bureau is there, now or already; 1 where a real bureau is. */
export async function runDemo(world: World, { say, progress }: DemoIo): Promise<number> {
  const others = (await world.registry.bureaus()).filter((id) => id !== DEMO_AREA);
  if (others.length > 0) {
    say(TEXTS.real);
    return 1;
  }
  const started = performance.now();
  let piece = '';
  const loaded = await loadDemo(
    { foundation: world, sessions: world.sessions, now: world.now },
    (done, of, step) => {
      if (step !== piece) say(TEXTS.piece(step));
      piece = step;
      progress(TEXTS.step(done, of, step));
    },
  );
  if (loaded) {
    while (!(await world.sequencer.sequenceOnce(DEMO_AREA))) progress(piece);
    await world.proofs.proveEntries(DEMO_AREA);
  }
  say(loaded ? TEXTS.loaded(Math.round((performance.now() - started) / 1000)) : TEXTS.there);
  say(TEXTS.accounts(DEMO_PASSWORD));
  for (const { login, name, post, unit, code } of demoAccounts(world.now()))
    say(TEXTS.account(login, name, post, unit, code));
  say(TEXTS.codes);
  return 0;
}
