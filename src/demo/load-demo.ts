/**
 * The rehearsal bureau (演示局): a made-up bureau with a year of cases, recorded through the same acts as real ones. Every
 * command has an id that follows from what it does, so that a load that was stopped goes on where it stopped.
 */
import { readStream } from '../act/act.store.ts';
import { addDays, type PlainDate } from '../calendar/plain-date.ts';
import { createServices, type Foundation } from '../server/services.ts';
import type { SessionService } from '../staff/session.service.ts';
import { PIECES } from './bureau.texts.ts';
import { CASES } from './cases.ts';
import { lastDay, momentOf } from './demo-days.ts';
import { DEMO_AREA } from './demo-ids.ts';
import { openFiling } from './exhibits/file-exhibit.ts';
import { openExhibitMaker } from './exhibits/make-exhibit.ts';
import { foundBureau } from './founding.ts';
import { publishNotices } from './notices.ts';
import type { DemoCase } from './plot.ts';
import { playStep, type Stage } from './play.ts';
import { inOrder, isoOf, planCase, RECORDED_AFTER_MS } from './schedule.ts';
import { SCENARIOS } from './scenarios/scenarios.ts';

export interface DemoWorld {
  readonly foundation: Foundation;
  readonly sessions: SessionService;
  /** Milliseconds since 1970; the cases end here. */
  readonly now: () => number;
}

/** Told how many pieces are done, of how many, and what comes next. */
export type LoadProgress = (done: number, of: number, step: string) => void;

/** Days from the founding of the bureau to the last day of its cases. */
const YEAR = 420;
const FOUNDED_AT = '09:00';

/**
 * Loads it, or goes on where an earlier load stopped, on the days of that load. Says whether there was anything to do.
 * `cases` are all of them but in tests of the loader itself.
 */
export async function loadDemo(
  world: DemoWorld,
  progress: LoadProgress,
  cases: readonly DemoCase[] = CASES,
): Promise<boolean> {
  const { foundation, sessions, now } = world;
  const { db, calendar, root, packs } = foundation;
  let clock = now();
  const services = createServices(foundation, () => clock);
  const end = (await endOf(world, services)) ?? lastDay(calendar, now());
  const founded = momentOf(addDays(end, -YEAR), FOUNDED_AT);

  const due = inOrder(cases.map((one) => planCase(one, SCENARIOS[one.scenario], calendar, end)));
  const done = await recordedIds(foundation);
  const open = due.filter(({ step }) => !done.has(step.id));
  const founding = done.size === 0 || open.length === due.length;
  if (!founding && open.length === 0) return false;

  const of = due.length + 2;
  clock = founded;
  if (founding) {
    progress(0, of, PIECES.founding);
    await foundBureau({ services, sessions, end, at: isoOf(founded) });
    progress(1, of, PIECES.notices);
    await publishNotices(services, isoOf(founded));
  }
  const filing = openFiling(foundation.blobs, now);
  const stage: Stage = {
    services,
    db,
    calendar,
    forms: packs.current.pack.forms,
    exhibits: openExhibitMaker(filing, root),
  };
  try {
    let left = open.length;
    for (const one of open) {
      clock = one.step.ms + RECORDED_AFTER_MS;
      const [year = '', month = ''] = isoOf(one.step.ms).split('-');
      progress(of - left, of, PIECES.month(year, month));
      await playStep(stage, one);
      left -= 1;
    }
  } finally {
    filing.close();
  }
  progress(of, of, PIECES.ready);
  foundation.committed(DEMO_AREA);
  return true;
}

/** The last day of a load that has begun, by the day the bureau was founded; null where none has. */
async function endOf(
  { foundation }: DemoWorld,
  { registry }: ReturnType<typeof createServices>,
): Promise<PlainDate | null> {
  const bureau = await registry.bureau(DEMO_AREA);
  if (!bureau) return null;
  const { acts } = await readStream(foundation.db, 'desk', DEMO_AREA, bureau.stream);
  const day = acts[0]?.happened.slice(0, 10) as PlainDate | undefined; // a day is what such a moment begins with
  return day === undefined ? null : addDays(day, YEAR);
}

async function recordedIds({ db }: Foundation): Promise<ReadonlySet<string>> {
  const rows = await db.query<{ act_id: string }>('desk', DEMO_AREA, {
    text: 'select act_id from acts.act where bureau_id = $1',
    values: [DEMO_AREA],
  });
  return new Set(rows.map((row) => row.act_id));
}
