/** Whose a hearing is to call and to hold, once it has been asked for. */
import { expect, it } from 'vitest';
import { pack } from '../../test/support/script.ts';
import { blankFile } from './blank-file.ts';
import { type CaseFile, fold } from './case-file.ts';
import { tasksOf } from './tasks.ts';

const context = { pack, law: pack.law('licheng') };

/** What waits for somebody because of the hearing, after these acts. */
function waiting(...acts: readonly (readonly [type: string, data: object])[]) {
  const begun = blankFile('penalty.ordinary', {
    ...context,
    unit: 'unit',
    handler: 'officer',
    at: '2024-08-06T09:00:00+08:00',
    hash: 'pack',
  });
  const file = acts.reduce<CaseFile>((so, [type, data], index) => {
    const at = `2024-08-06T10:0${index}:00+08:00`;
    const act = {
      id: `${index}`,
      stream: { kind: 'matter' as const, id: '' },
      seq: index + 2,
      type,
      happened: at,
      recorded: at,
      by: ['officer'],
      recordedBy: 'officer',
      pack: 'pack',
      data: { ...data },
    };
    return fold(so, act, context);
  }, begun);
  return tasksOf(file, [], context.law)
    .filter(({ kind }) => kind.startsWith('hearing.'))
    .map(({ kind, act, roles, assignees, dueOn }) => [kind, act, roles, assignees, dueOn]);
}

const REQUESTED = ['hearing.requested', {}] as const;
const NOTIFIED = ['hearing.notified', { on: '2024-08-20', chair: 'chair' }] as const;

it.each([
  ['before it is asked for', [], []],
  ['asked for', [REQUESTED], [['hearing.notify', 'hearing.notified', ['chair'], [], null]]],
  [
    'called',
    [REQUESTED, NOTIFIED],
    [['hearing.hold', 'hearing.held', ['chair'], ['chair'], '2024-08-20']],
  ],
  ['held', [REQUESTED, NOTIFIED, ['hearing.held', { chair: 'chair' }]], []],
  ['taken back', [REQUESTED, ['statement.waived', { rights: ['hearing'] }]], []],
  [
    'while only the statement is waived',
    [REQUESTED, ['statement.waived', { rights: ['statement'] }]],
    [['hearing.notify', 'hearing.notified', ['chair'], [], null]],
  ],
] as const)('%s', (_when, acts, tasks) => {
  expect(waiting(...acts)).toEqual(tasks);
});
