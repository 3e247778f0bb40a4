/** Random inspections: published items, the yearly cap, the draw, the notice (国办发〔2024〕54号). */
import { describe } from 'vitest';
import { accepts, refuses } from '../../test/support/judge.ts';
import { inspection } from '../../test/support/lawful.ts';

const approve = inspection().upTo('inspection.approved');
const done = (doneThisYear: number) => approve.with('inspection.approved', { doneThisYear });

describe('inspection/item-not-published', () => {
  refuses(
    'an item nobody published',
    approve.with('inspection.approved', { item: 'JL-04' }),
    'inspection.approved',
    'inspection/item-not-published',
  );
  refuses(
    'no list at all',
    approve.lists({}),
    'inspection.approved',
    'inspection/item-not-published',
  );
  accepts('an item on the list', approve, 'inspection.approved');
});

describe('inspection/over-frequency', () => {
  accepts('one of two done', done(1), 'inspection.approved');
  refuses('two of two done', done(2), 'inspection.approved', 'inspection/over-frequency');
  refuses('three of two done', done(3), 'inspection.approved', 'inspection/over-frequency');
  accepts(
    'no cap published',
    done(9).lists({ inspectionItems: ['JL-03 加油机计量检查'] }),
    'inspection.approved',
  );
  refuses(
    'a cap of none',
    done(0).lists({ inspectionItems: ['JL-03 加油机计量检查'], frequencyCap: 0 }),
    'inspection.approved',
    'inspection/over-frequency',
  );
});

describe('inspection/not-random', () => {
  refuses(
    'named instead of drawn',
    inspection().upTo('inspection.drawn').with('inspection.drawn', { method: 'named' }),
    'inspection.drawn',
    'inspection/not-random',
  );
  accepts('drawn', inspection().upTo('inspection.drawn'), 'inspection.drawn');
});

describe('inspection/not-notified', () => {
  const silent = inspection().upTo('premises.inspected').without('inspection.notified');
  refuses('inspected without notice', silent, 'premises.inspected', 'inspection/not-notified');
  refuses(
    'notice afterwards',
    silent.after('premises.inspected', ['inspection.notified']),
    'premises.inspected',
    'inspection/not-notified',
  );
  accepts(
    'where the script asks for none',
    silent.rules({ 'inspection.notice': false }),
    'premises.inspected',
  );
  const on = (day: string) =>
    ['inspection.approved', 'inspection.drawn', 'identity.shown', 'premises.inspected'].reduce(
      (script, act) => script.at(act, day),
      silent,
    );
  accepts('on the day before the opinion took effect', on('2025-01-02'), 'premises.inspected');
  refuses('on its first day', on('2025-01-03'), 'premises.inspected', 'inspection/not-notified');
  accepts(
    'evidence needs no notice',
    silent.before('premises.inspected', ['evidence.recorded', { kind: 'document' }, ['o1', 'o2']]),
    'evidence.recorded',
  );
});
