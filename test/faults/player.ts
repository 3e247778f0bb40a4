/** People at work: cases played from the clue to the archived file, each command until it is answered. */
import { uuidv7 } from '../support/desk.ts';
import { foodCaseSteps, PARTY, requestOf } from '../support/food-case.ts';
import type { Login, Staffed } from '../support/staffed.ts';
import type { Cast } from '../support/desk.ts';
import { command, type Tally } from './insist.ts';
import type { Random } from './seeded.ts';
import { uploadSlowly } from './slow-upload.ts';

/** A command and what was answered. */
export interface Answered {
  readonly who: Login;
  readonly path: string;
  readonly body: unknown;
  /** The act's id, which is the command's key. */
  readonly key: string;
  readonly matter: string;
  readonly seq: number;
  readonly act: string;
}

/** What all players have done so far. */
export interface Work {
  readonly tally: Tally;
  readonly answered: Answered[];
  readonly files: { readonly sha256: string; readonly size: number }[];
  cases: number;
  /** Uploads that went on after a cut. */
  resumed: number;
  /** Commands that turned out to have been carried out before their answer was lost. */
  carriedOut: number;
}

const LOGINS: Readonly<Record<Cast, Login>> = {
  o1: 'officer1',
  o2: 'officer2',
  o3: 'officer2',
  expired: 'assistant',
  unitHead: 'unithead',
  head: 'head',
  reviewer: 'reviewer',
  unqualified: 'assistant',
  publisher: 'publisher',
  archivist: 'archivist',
  chair: 'chair',
};

/** Plays one case after the other, to its end, until `enough`. */
export async function play(
  bureau: Staffed,
  work: Work,
  random: Random,
  enough: () => boolean,
): Promise<void> {
  while (!enough()) {
    await playCase(bureau, work, random);
    work.cases += 1;
  }
}

async function playCase(bureau: Staffed, work: Work, random: Random): Promise<void> {
  const matter = uuidv7();
  const ids = Object.fromEntries(
    Object.entries(LOGINS).map(([cast, login]) => [cast, bureau.ids[login] ?? '']),
  ) as Record<Cast, string>; // one for each of the cast
  let seq = 0;

  async function say(who: Login, path: string, key: string, body: object): Promise<void> {
    const said = await command(bureau.as[who], path, body, work.tally);
    if (said['repeated'] === true) work.carriedOut += 1;
    seq = Number(said['seq']);
    const answer = { who, path, body, key, matter, seq, act: String(said['act']) };
    work.answered.push(answer);
    if (random.chance(0.1)) await sayAgain(bureau, work, answer);
  }

  for (const step of foodCaseSteps({ ids })) {
    const who = LOGINS[step.who];
    const { id, act, at, by, fields, documents } = requestOf({ ids }, step);
    const said = { id, at, by, fields, documents };
    if (seq === 0)
      await say(who, '/api/matters', id, {
        id: uuidv7(),
        matter,
        procedure: 'penalty.ordinary',
        subject: '经营超过保质期的食品',
        flags: [],
        party: PARTY,
        handlers: [ids.o1, ids.o2],
        first: { act, ...said },
      });
    else await say(who, `/api/matters/${matter}/acts/${act}`, id, { ...said, version: seq });
    if (act === 'investigation.concluded') await addExhibit(say, bureau, work, matter, seq);
  }
}

type Say = (who: Login, path: string, key: string, body: object) => Promise<void>;

async function addExhibit(
  say: Say,
  bureau: Staffed,
  work: Work,
  matter: string,
  of: number,
): Promise<void> {
  const cookie = bureau.as.officer1.cookie();
  const file = await uploadSlowly(bureau.server.address, cookie, work.tally);
  work.resumed += file.resumed;
  work.files.push(file);
  const id = uuidv7();
  const at = '2024-09-02T17:30:00+08:00';
  const body = { id, at, exhibit: uuidv7(), upload: file.id, of, source: '执法记录仪' };
  await say('officer1', `/api/matters/${matter}/exhibits`, id, body);
}

/** The same command once more: it must say what it said, and do nothing. */
export async function sayAgain(bureau: Staffed, work: Work, first: Answered): Promise<void> {
  const { who, path, body, matter, seq, act } = first;
  const said = await command(bureau.as[who], path, body, work.tally);
  const expected = { matter, seq, act, repeated: true };
  if (JSON.stringify(said) !== JSON.stringify(expected))
    throw new Error(`${path}: ${JSON.stringify(said)} instead of ${JSON.stringify(expected)}`);
}
