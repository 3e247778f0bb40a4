/** What the roles that fill the public schema can make it say. */
import { expect, it } from 'vitest';
import type { Role } from '../../src/platform/db/roles.ts';
import { check, denied, foreignKey } from './attack.ts';
import { attempt, type Refusal } from './rows.ts';
import { fill } from './seed.ts';
import { openWorld } from './world.ts';

const world = await openWorld();
await fill(world, world.home);

const COLUMNS = `bureau_id, entry_id, version, matter_id, seq, decision_seq, channel, form, kind, number, year, serial, title,
  party, party_kind, party_code, violation, penalty, unit, decided_on, published_on, due_on, summary, body, withheld, search_text`;

/** SQL that copies the entry into the next version, with other values. */
function another(values: Readonly<Record<string, string>>): string {
  const read = COLUMNS.split(/,\s*/).map((column) => values[column] ?? column);
  return `insert into published.entry (${COLUMNS}) select ${read.join(', ')} from published.entry`;
}

const slot = (set: string): string => `update published.slot set ${set}`;
const shown = `entry_id = 'penalty-2024-1', version = 1, published_on = '2024-09-26'`;

const ATTACKS: readonly (readonly [string, Role, string, Refusal])[] = [
  [
    'a new version that no act publishes',
    'desk',
    another({ version: '2', penalty: `'吊销'`, seq: '1', decision_seq: '0' }),
    foreignKey('entry_act'),
  ],
  [
    'a new version by the act that decides',
    'desk',
    another({ version: '2', seq: 'decision_seq' }),
    check('entry_after_decision'),
  ],
  [
    'an entry of a decision there is none of',
    'desk',
    another({ version: '2', decision_seq: '2' }),
    foreignKey('entry_of_decision'),
  ],
  [
    'an entry under another number',
    'desk',
    another({ version: '2', number: `'泉鲤市监处罚〔2024〕2号'` }),
    foreignKey('entry_of_decision'),
  ],
  [
    'an entry decided on another day',
    'desk',
    another({ version: '2', decided_on: `'2024-09-01'` }),
    foreignKey('entry_of_decision'),
  ],
  ['an entry altered', 'desk', `update published.entry set penalty = ''`, denied],
  ['an entry removed', 'desk', 'delete from published.entry', denied],
  ['a withdrawal removed', 'desk', 'delete from published.withdrawal', denied],
  ['a place given to another number', 'desk', slot(`number = '2号'`), denied],
  ['a decision dated anew', 'desk', slot(`decided_on = '2024-12-31'`), denied],
  ['a place removed', 'desk', 'delete from published.slot', denied],
  [
    'a day of publication no entry has',
    'desk',
    slot(`${shown}, published_on = '2024-09-10'`.replace(`, published_on = '2024-09-26'`, '')),
    foreignKey('slot_published'),
  ],
  [
    'an entry there is none of',
    'desk',
    slot(shown.replace('version = 1', 'version = 7')),
    foreignKey('slot_shows'),
  ],
  [
    'a day of withdrawal there is none of',
    'desk',
    slot(`${shown}, withdrawn_on = '2024-09-27'`),
    foreignKey('slot_withdrawn'),
  ],
  ['published, and by no entry', 'desk', slot(`published_on = '2024-09-10'`), check('slot_whole')],
  [
    'a place for a number never given',
    'desk',
    `insert into published.slot (bureau_id, word, year, serial, number, decided_on, required)
       select bureau_id, word, year, 9, number, decided_on, required from published.slot`,
    foreignKey('slot_number'),
  ],
  ['a page altered', 'worker', `update published.page set body = ''`, denied],
  ['a proof altered', 'worker', `update published.proof set file = ''`, denied],
  ['a page written by the desk', 'desk', 'delete from published.page', denied],
];

it.each(ATTACKS)('%s', async (_name, role, sql, refused) => {
  expect(await attempt(await world.client(role), sql)).toEqual(refused);
});

it('the place of a number follows its decision', async () => {
  const desk = await world.client('desk');
  await desk.query('begin');
  expect(await attempt(desk, slot(`${shown}, withdrawn_on = '2024-09-26'`))).toBe('accepted');
  await desk.query('rollback');
});
