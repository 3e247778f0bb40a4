/** What the head did not approve: kept in the file, and the task of whoever asked. */
import { describe, expect, it } from 'vitest';
import { pack } from '../../test/support/script.ts';
import { blankFile } from './blank-file.ts';
import { type CaseFile, fold } from './case-file.ts';
import type { ProcedureId } from './procedure.ts';
import { tasksOf } from './tasks.ts';

const context = { pack, law: pack.law('licheng') };
const day = (time: string): string => `2024-08-06T${time}:00+08:00`;

type Step = readonly [type: string, by: string, data: object];

/** A file that `officer` begins at nine with the source, and a step every minute from there: the first of `steps` is act 3. */
function fileOf(steps: readonly Step[], procedure: ProcedureId = 'penalty.ordinary'): CaseFile {
  const begun = blankFile(procedure, {
    ...context,
    unit: 'unit',
    handler: 'officer',
    at: day('09:00'),
    hash: 'pack',
  });
  const source: Step = ['source.registered', 'officer', {}];
  return [source, ...steps].reduce<CaseFile>((file, [type, by, data], index) => {
    const seq = index + 2;
    const at = day(`09:0${index + 1}`);
    const act = {
      id: `${seq}`,
      stream: { kind: 'matter' as const, id: '' },
      seq,
      type,
      happened: at,
      recorded: at,
      by: [by],
      recordedBy: by,
      pack: 'pack',
      data: { ...data },
    };
    return fold(file, act, context);
  }, begun);
}

const asking = (act: string, by = 'officer'): Step => [
  'approval.requested',
  by,
  { act, data: { fields: {}, documents: { 'case-opening': { remark: '甲' } }, by: ['officer'] } },
];
const refusing = (of: number): Step => ['approval.refused', 'head', { of, reason: '证据不足' }];
const OPENING = { conditions: ['evidence', 'punishable', 'jurisdiction', 'in-time'] };

const positions = ({ refused }: CaseFile): number[] => refused.map(({ seq }) => seq);
const tasks = (file: CaseFile) =>
  tasksOf(file, [], context.law).filter(({ kind }) => kind === 'approval.refused');

describe('a request the head did not approve', () => {
  it('is on file with what was asked, who refused it, when and why', () => {
    const file = fileOf([asking('case.opened'), refusing(3)]);
    expect(file.requests).toEqual([]);
    expect(file.refused).toEqual([
      {
        seq: 3,
        act: 'case.opened',
        data: { fields: {}, documents: { 'case-opening': { remark: '甲' } }, by: ['officer'] },
        note: null,
        by: 'officer',
        at: '2024-08-06T09:02:00+08:00',
        refusal: { seq: 4, by: 'head', at: '2024-08-06T09:03:00+08:00', reason: '证据不足' },
      },
    ]);
  });

  it('stays while another act is asked for, granted or recorded', () => {
    const refused = [asking('case.opened'), refusing(3)];
    expect(positions(fileOf([...refused, asking('case.declined')]))).toEqual([3]);
    expect(
      positions(
        fileOf([...refused, asking('case.declined'), ['approval.granted', 'head', { of: 5 }]]),
      ),
    ).toEqual([3]);
    expect(positions(fileOf([...refused, ['identity.shown', 'officer', {}]]))).toEqual([3]);
  });

  it('is settled when the act is asked for again or recorded', () => {
    const refused = [asking('case.opened'), refusing(3)];
    expect(positions(fileOf([...refused, asking('case.opened', 'other')]))).toEqual([]);
    expect(positions(fileOf([...refused, ['case.opened', 'head', OPENING]]))).toEqual([]);
    expect(positions(fileOf([...refused, asking('case.opened'), refusing(5)]))).toEqual([5]);
  });
});

describe('the task of whoever asked', () => {
  it('is theirs alone, in the posts that ask, from the head', () => {
    expect(tasks(fileOf([asking('case.opened'), refusing(3)]))).toEqual([
      {
        key: 'refused:3',
        kind: 'approval.refused',
        act: 'case.opened',
        roles: ['officer', 'unit-head'],
        assignees: ['officer'],
        clock: null,
        dueOn: null,
        askedBy: 'head',
        askedSeq: 4,
      },
    ]);
  });

  it('is a reviewer’s too where a reviewer may ask', () => {
    const file = fileOf([
      ['review.requested', 'unit', { kind: 'legal', materials: [], draft: '' }],
      ['review.accepted', 'reviewer', {}],
      asking('review.extended', 'reviewer'),
      refusing(5),
    ]);
    expect(tasks(file)).toMatchObject([
      { roles: ['officer', 'unit-head', 'reviewer'], assignees: ['reviewer'], askedSeq: 6 },
    ]);
  });

  it('goes when the act can no longer be done', () => {
    const refused = [asking('case.opened'), refusing(3)];
    expect(tasks(fileOf([...refused, ['case.declined', 'head', {}]]))).toEqual([]);
    expect(
      tasks(
        fileOf([asking('verification.extended'), refusing(3), ['case.opened', 'head', OPENING]]),
      ),
    ).toEqual([]);
  });
});
