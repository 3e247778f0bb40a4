/** What each act of a script must hold (rehearsal format §2, §4). */
import { describe, expect, it } from 'vitest';
import { act, acts, fault, good } from '../../test/support/fault.ts';
import { MINIMAL } from '../../test/support/minimal.ts';
import { pack } from '../../test/support/script.ts';

/** A procedure that uses the act; the ordinary penalty where it does. */
function usedIn(code: string): string {
  const uses = ['penalty.ordinary', 'penalty.summary', 'licence', 'inspection.random'] as const;
  const found = uses.find((id) =>
    [...(pack.procedures.get(id)?.rows.keys() ?? [])].some((one) => one === code),
  );
  return found ?? '';
}

describe('acts', () => {
  it.each([
    ['no code', acts({ at: '2025-03-03T09:00:00+08:00' }), 'input/field-missing /acts/0/act'],
    ['no moment', acts({ act: 'crime.reported' }), 'input/field-missing /acts/0/at'],
    ['no object', acts('crime.reported'), 'input/malformed /acts/0'],
    ['a day for a moment', acts({ at: '2025-03-03', act: 'x' }), 'input/malformed /acts/0/at'],
    [
      'a moment that does not exist',
      acts({ at: '2025-02-29T09:00:00+08:00', act: 'x' }),
      'input/malformed /acts/0/at',
    ],
    [
      'an hour that does not exist',
      acts({ at: '2025-03-03T24:00:00+08:00', act: 'x' }),
      'input/malformed /acts/0/at',
    ],
    [
      'another zone',
      acts({ at: '2025-03-03T09:00:00+09:00', act: 'x' }),
      'input/malformed /acts/0/at',
    ],
    [
      'one person for a list',
      acts({ at: '2025-03-03T09:00:00+08:00', act: 'x', by: 'o1' }),
      'input/malformed /acts/0/by',
    ],
    ['data that are none', act('crime.reported', 7), 'input/malformed /acts/0/data'],
    [
      'the second act',
      acts(...(good['acts'] as unknown[]).slice(0, 1), { act: 'x' }),
      'input/field-missing /acts/1/at',
    ],
    [
      'a fine below nothing',
      act('notice.served', { method: 'direct', contents: [], penalty: { fine: -1 } }),
      'input/malformed /acts/0/data/penalty/fine',
    ],
    [
      'a fine of half a fen',
      act('notice.served', { method: 'direct', contents: [], penalty: { fine: 0.5 } }),
      'input/malformed /acts/0/data/penalty/fine',
    ],
    [
      'a fine in words',
      act('notice.served', { method: 'direct', contents: [], penalty: { fine: '5000' } }),
      'input/malformed /acts/0/data/penalty/fine',
    ],
    [
      'an opinion nobody knows',
      act('review.concluded', { opinion: 'yes', items: [] }),
      'input/malformed /acts/0/data/opinion',
    ],
    [
      'an outcome of another procedure',
      act('decision.made', { outcome: 'granted', draft: 'v1' }),
      'input/malformed /acts/0/data/outcome',
    ],
    [
      'a penalty by licence',
      act('decision.made', { outcome: 'penalty', draft: 'v1' }, 'licence'),
      'input/malformed /acts/0/data/outcome',
    ],
    [
      'an extension of no days',
      act('decision.extended', { days: 0 }),
      'input/malformed /acts/0/data/days',
    ],
  ])('%s', (_title, json, wanted) => {
    expect(fault(json)).toBe(wanted);
  });

  const needs = Object.entries(MINIMAL)
    .flatMap(([code, data]) => Object.keys(data).map((field) => [code, field] as const))
    .filter(([, field]) => !['finding', 'draft', 'told'].includes(field));
  it.each(needs)('%s needs %s', (code, field) => {
    const data = Object.fromEntries(
      Object.entries(MINIMAL[code] ?? {}).filter(([name]) => name !== field),
    );
    expect(fault(act(code, data, usedIn(code)))).toBe(`input/field-missing /acts/0/data/${field}`);
    expect(fault(act(code, MINIMAL[code], usedIn(code)))).toBe('');
  });
  it('without any data the first that is needed is named', () => {
    expect(fault(act('source.registered'))).toBe('input/field-missing /acts/0/data/kind');
    expect(fault(act('crime.reported'))).toBe('');
  });
  it('some data are needed in some procedures', () => {
    expect(fault(act('premises.inspected', {}, 'inspection.random'))).toBe(
      'input/field-missing /acts/0/data/finding',
    );
    expect(fault(act('premises.inspected', {}))).toBe('');
    for (const [procedure, outcome] of [
      ['penalty.ordinary', 'no-case'],
      ['licence', 'refused'],
      ['confirmation', 'refused'],
      ['adjudication', 'ruled'],
    ] as const)
      expect(fault(act('decision.made', { outcome }, procedure))).toBe(
        'input/field-missing /acts/0/data/draft',
      );
    expect(fault(act('decision.made', { outcome: 'penalty' }, 'penalty.summary'))).toBe(
      'input/field-missing /acts/0/data/told',
    );
    expect(fault(act('review.requested', { kind: 'legal', materials: [] }))).toBe(
      'input/field-missing /acts/0/data/draft',
    );
  });
  it('data of an act the procedure does not use are not looked at', () => {
    expect(fault(act('hearing.held', { chair: 7 }, 'licence'))).toBe('');
    expect(fault(act('no.such.act', { anything: [1] }))).toBe('');
  });
  it('descriptive data are welcome', () => {
    expect(
      fault(act('source.registered', { kind: 'complaint', reporter: { name: '某' }, doc: false })),
    ).toBe('');
  });
});
