/** Attacks on who may go out and who may review: certificates, listings, and facts about them that no act says. */
import { type Attack, type Scene, bent, check, foreignKey } from './attack.ts';
import { actOf, rowOf, step } from './bend.ts';
import { newcomer, type Somebody } from './people.ts';
import type { Cells, Row } from './rows.ts';
import type { Story } from './story.ts';
import type { Says } from './stream.ts';

/** Puts a row about an officer in the field beside the gathering of evidence. */
function goesOut(story: Story, person: Somebody, cells: Cells = {}): void {
  const { bureau_id, stream_id, seq, type, said } = actOf(story, 'evidence.recorded');
  const row: Row = {
    table: 'facts.field_officer',
    cells: {
      bureau_id,
      matter_id: stream_id,
      seq,
      act_type: type,
      officer_id: person.id,
      certificate: person.certificate,
      valid_from: '2023-01-01',
      valid_until: '2028-12-31',
      day: '2024-09-09',
      said,
      ...cells,
    },
  };
  story.steps.find(({ rows }) => rows.some((one) => one.cells['seq'] === seq))?.rows.push(row);
}

/** What an act says, with something changed. */
const saying = (act: Cells, says: Says): Cells => ({ ...(act['said'] as Cells), ...says }); // made by `say`

export const ON_THE_REGISTER: readonly Attack[] = [
  bent(
    'an officer in the field whom the act does not name',
    check('field_officer_words'),
    ({ plans }) => plans.legal(),
    (story, { world }) => goesOut(story, world.home.cast.colleague),
  ),
  bent(
    'a day in the field on which the certificate was valid',
    check('field_officer_words'),
    ({ plans }) => plans.legal(),
    (story, { world }) => goesOut(story, world.home.cast.officer, { day: '2024-01-02' }),
  ),
  bent(
    'the same, said to be the day of the act',
    foreignKey('field_officer_act'),
    ({ plans }) => plans.legal(),
    (story, { world }) => {
      const act = actOf(story, 'evidence.recorded');
      const said = saying(act, { happened: '2024-01-02T09:00:00+08:00' });
      goesOut(story, world.home.cast.officer, { day: '2024-01-02', said });
    },
  ),
  ...(
    [
      ['qualified by the facts only', { law_licence: true, qualified: true, licence_number: 'A1' }],
      ['listed from a day before', { listed_from: '2023-01-01' }],
      ['listed until a day after', { listed_until: '2035-12-31' }],
      ['a reviewer from of old', { first_review_on: '2019-01-01', qualified: true }],
    ] as const
  ).map(
    ([name, cells]): Attack => ({
      name,
      refused: check('reviewer_words'),
      story: (scene) => listing(scene, cells),
    }),
  ),
  {
    name: 'the same, kept out of what the entry repeats',
    refused: foreignKey('reviewer_act'),
    story: (scene) => {
      const story = listing(scene, { listed_until: '2035-12-31' });
      const { cells } = rowOf(story, 'facts.reviewer');
      Object.assign(cells, { said: { ...(cells['said'] as Cells), 'data.until': '2035-12-31' } });
      return story;
    },
  },
];

/** Lists somebody who has never reviewed before, and says something else in the facts. */
function listing({ world: { home } }: Scene, cells: Cells): Story {
  const { stream, rows } = newcomer(home);
  const row = rows.at(-1);
  if (!row) throw new RangeError('nobody is listed');
  Object.assign(row.cells, cells);
  return { matter: stream, steps: [step('staff', ...rows)] };
}
