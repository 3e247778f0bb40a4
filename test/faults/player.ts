/** People at work: cases played from the clue to the archived file, each command until it is answered. */
import { type Cast, uuidv7 } from '../support/desk.ts';
import { foodCaseSteps, PARTY, requestOf, type Step } from '../support/food-case.ts';
import type { Login, Staffed } from '../support/staffed.ts';
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
  /** Matters begun, cases played to their end, files put in evidence. */
  matters: number;
  cases: number;
  files: number;
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

/** Files slow uploads in one matter after the other, until `enough`. */
export async function collect(bureau: Staffed, work: Work, enough: () => boolean): Promise<void> {
  while (!enough()) {
    const ids = cast(bureau);
    const matter = speaker(bureau, work);
    const [first] = foodCaseSteps({ ids });
    if (!first) throw new Error('a case without a beginning');
    await matter.begin(ids, first);
    const cookie = bureau.as.officer1.cookie();
    const file = await uploadSlowly(bureau.server.address, cookie, work.tally);
    work.resumed += file.resumed;
    work.files += 1;
    const id = uuidv7();
    const at = '2024-08-05T11:00:00+08:00';
    const said = { id, at, exhibit: uuidv7(), upload: file.id, of: matter.seq(), source: '举报人' };
    await matter.say('officer1', 'exhibits', id, said);
  }
}

async function playCase(bureau: Staffed, work: Work, random: Random): Promise<void> {
  const ids = cast(bureau);
  const matter = speaker(bureau, work);
  for (const step of foodCaseSteps({ ids })) {
    if (matter.seq() === 0) {
      await matter.begin(ids, step);
    } else {
      const { act, said } = saidIn(ids, step);
      await matter.say(LOGINS[step.who], `acts/${act}`, said.id, {
        ...said,
        version: matter.seq(),
      });
    }
    const last = work.answered.at(-1);
    if (last && random.chance(0.1)) await sayAgain(bureau, work, last);
  }
}

type Ids = Readonly<Record<Cast, string>>;

function cast({ ids }: Staffed): Ids {
  const entries = Object.entries(LOGINS).map(([who, login]) => [who, ids[login] ?? '']);
  return Object.fromEntries(entries) as Ids; // one for each of the cast
}

function saidIn(ids: Ids, step: Step) {
  const { id, act, at, by, fields, documents } = requestOf({ ids }, step);
  return { act, said: { id, at, by, fields, documents } };
}

/** Somebody who speaks about a matter of their own, and keeps what is answered. */
function speaker(bureau: Staffed, work: Work) {
  const matter = uuidv7();
  let seq = 0;

  async function send(who: Login, path: string, key: string, body: object): Promise<void> {
    const said = await command(bureau.as[who], path, body, work.tally);
    if (said['repeated'] === true) work.carriedOut += 1;
    seq = Number(said['seq']);
    work.answered.push({ who, path, body, key, matter, seq, act: String(said['act']) });
  }

  return {
    seq: () => seq,
    say: (who: Login, path: string, key: string, body: object) =>
      send(who, `/api/matters/${matter}/${path}`, key, body),
    async begin(ids: Ids, step: Step): Promise<void> {
      const { act, said } = saidIn(ids, step);
      await send(LOGINS[step.who], '/api/matters', said.id, {
        id: uuidv7(),
        matter,
        procedure: 'penalty.ordinary',
        subject: '经营超过保质期的食品',
        flags: [],
        party: PARTY,
        handlers: [ids.o1, ids.o2],
        first: { act, ...said },
      });
      work.matters += 1;
    },
  };
}

/** The same command once more: it must say what it said, and do nothing. */
export async function sayAgain(bureau: Staffed, work: Work, first: Answered): Promise<void> {
  const { who, path, body, matter, seq, act } = first;
  const said = await command(bureau.as[who], path, body, work.tally);
  const expected = { matter, seq, act, repeated: true };
  if (JSON.stringify(said) !== JSON.stringify(expected))
    throw new Error(`${path}: ${JSON.stringify(said)} instead of ${JSON.stringify(expected)}`);
}
