import { expect, it } from 'vitest';
import { pack } from '../../test/support/script.ts';
import { moment } from '../calendar/moment.ts';
import type { DataOf } from '../matter/act-data.ts';
import { evolve, type Matter, newMatter } from '../matter/matter.ts';
import { notRequiredGround } from './not-required.ts';

const law = pack.law('licheng');

function decided(id: string, data: DataOf<'decision.made'>): Matter {
  const procedure = pack.procedures.get(id as Matter['procedure']['id']);
  if (!procedure) throw new Error(`no procedure ${id}`);
  const party: Matter['party'] = {
    kind: 'legal',
    name: '示例公司',
    surname: null,
    code: null,
    idNumber: null,
    representative: null,
  };
  return evolve(newMatter(procedure, party, { matter: '案由', flags: [] }), {
    n: 1,
    code: 'decision.made',
    at: moment('2026-03-02T10:00:00+08:00'),
    by: ['h1'],
    data,
  });
}

it.each([
  ['penalty.ordinary', { outcome: 'no-penalty' }, 'no-penalty'],
  ['penalty.ordinary', { outcome: 'penalty', penalty: { warning: true } }, 'warning-only'],
  ['penalty.summary', { outcome: 'penalty', penalty: { warning: true } }, 'warning-only'],
  ['penalty.summary', { outcome: 'penalty', penalty: { fine: 5_000 } }, 'summary'],
  ['licence', { outcome: 'refused' }, 'not-granted'],
  ['penalty.ordinary', { outcome: 'penalty', penalty: { fine: 5_200_000 } }, null],
  ['licence', { outcome: 'granted' }, null],
] as const)('%s with %o: %s', (id, data, ground) => {
  expect(notRequiredGround(decided(id, data), law)).toBe(ground);
});

it('nothing decided has no ground', () => {
  const whole = decided('licence', { outcome: 'granted' });
  expect(notRequiredGround({ ...whole, acts: [], byCode: new Map() }, law)).toBeNull();
});
