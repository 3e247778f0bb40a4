/** Which rule applies, which were beaten, and why (QZ-10c). */
import { describe, expect, it } from 'vitest';
import { pack } from '../../test/support/script.ts';
import { plainDate } from '../calendar/plain-date.ts';
import { RULE_KEYS, type RuleKey } from './keys.ts';
import { scriptedRule } from './law.ts';
import type { Resolution } from './resolve.ts';
import type { Rule } from './rule.ts';

const BUREAUS = ['licheng', 'wuding', 'xinzhou', 'jiaxing', 'guoyang'];

function resolution(
  bureau: string,
  key: RuleKey,
  on = '2025-03-03',
  more: Rule[] = [],
): Resolution {
  return pack.law(bureau, more).resolution(key, plainDate(on));
}
/** `source value reason`: the chosen rule, then those beaten. */
const told = ({ chosen, beaten }: Resolution): string[] => {
  const line = ({ rule, reason }: (typeof beaten)[number]) =>
    `${rule.source} ${JSON.stringify(rule.value)} ${reason}`;
  return [chosen ? line(chosen) : 'none', ...beaten.map(line).sort().reverse()];
};
const value = (bureau: string, key: RuleKey, on?: string) =>
  resolution(bureau, key, on).chosen?.rule.value;

function scripted(key: RuleKey, setting: unknown): Rule {
  const rule = scriptedRule(key, setting);
  if (!rule) throw new Error(`${key} may not be set to ${JSON.stringify(setting)}`);
  return rule;
}

describe('local and national', () => {
  it('[QZ-10c] the longer limit of a bureau for penalties gives way to its superior’s', () => {
    expect(told(resolution('licheng', 'publish.limit.penalty'))).toEqual([
      'national 7 shorter',
      'licheng 20 longer',
    ]);
    expect(resolution('licheng', 'publish.limit.penalty').chosen?.rule.basis).toEqual(['118号文']);
  });
  it('[QZ-10b] the shorter limit of a bureau for compulsion stands', () => {
    expect(told(resolution('licheng', 'publish.limit.compulsion'))).toEqual([
      'licheng 7 shorter',
      'national 20 longer',
    ]);
    expect(value('licheng', 'publish.limit.licence')).toBe(7);
  });
  it('[XZ-G-9b] [XZ-G-9c] licences and penalties in 7 working days, and the penalty system as its own rule says', () => {
    expect(value('xinzhou', 'publish.limit.licence')).toBe(7);
    expect(value('xinzhou', 'publish.limit.penalty')).toBe(7);
    expect(told(resolution('xinzhou', 'publish.limit.penalty.GSXT'))).toEqual(['national 20 only']);
  });
  it('[JX-1.7b] the shorter limit of a bureau for the penalty system stands', () => {
    expect(told(resolution('jiaxing', 'publish.limit.penalty.GSXT'))).toEqual([
      'jiaxing 7 shorter',
      'national 20 longer',
    ]);
  });
  it('a bureau’s own word stands in for the general one where no limit is at stake', () => {
    expect(told(resolution('wuding', 'publish.form'))).toEqual([
      'wuding "FULL_REDACTED" local',
      'national "ANY" general',
    ]);
    expect(told(resolution('guoyang', 'publish.form'))).toEqual(['national "ANY" only']);
  });
  it('one bureau never sees another’s rules', () => {
    for (const bureau of [...BUREAUS, 'national'])
      for (const key of Object.keys(RULE_KEYS) as RuleKey[])
        for (const line of told(resolution(bureau, key)))
          expect(['none', 'national', bureau]).toContain(line.split(' ')[0]);
  });
  it('a key without any rule says so where it may', () => {
    expect(told(resolution('national', 'publish.limit.licence.WEB'))).toEqual(['none']);
  });
});

describe('first days and last days', () => {
  it('[XZ-G-17] a local rule holds from its first day, not before', () => {
    expect(told(resolution('xinzhou', 'publish.form', '2019-12-09'))).toEqual([
      'national "ANY" only',
      'xinzhou "FULL_OR_SUMMARY" not-in-force',
    ]);
    expect(told(resolution('xinzhou', 'publish.form', '2019-12-10'))).toEqual([
      'xinzhou "FULL_OR_SUMMARY" local',
      'national "ANY" general',
    ]);
    for (const key of [
      'publish.inspectionOnSite',
      'av.uploadLimit',
      'archive.archivist',
      'publish.summaryFields',
    ] as const) {
      expect(value('xinzhou', key, '2019-12-09')).toEqual(value('national', key, '2019-12-09'));
      expect(value('xinzhou', key, '2019-12-10')).not.toEqual(value('national', key, '2019-12-10'));
    }
  });
  it.each([
    ['licheng', 'publish.limit.compulsion', '2023-05-11', 20, '2023-05-12', 7],
    ['wuding', 'publish.form', '2019-08-19', 'ANY', '2019-08-20', 'FULL_REDACTED'],
    ['jiaxing', 'publish.licenceToGsxt', '2019-08-30', false, '2019-08-31', true],
    ['guoyang', 'review.scope', '2022-05-16', 'STATUTE', '2022-05-17', 'PROVINCE_LIST'],
  ] as const)('%s: %s', (bureau, key, eve, before, first, after) => {
    expect(value(bureau, key, eve)).toEqual(before);
    expect(value(bureau, key, first)).toEqual(after);
  });
  it('before the first day of every rule the national one is taken, never a local one', () => {
    expect(told(resolution('jiaxing', 'review.scope', '2019-01-01'))).toEqual([
      'national "STATUTE" before-first',
      'jiaxing "ALL_EXCEPT_SUMMARY" not-in-force',
    ]);
    for (const bureau of BUREAUS)
      for (const key of Object.keys(RULE_KEYS) as RuleKey[]) {
        const chosen = resolution(bureau, key, '2018-01-01').chosen;
        if (chosen) expect(chosen.rule.source).toBe('national');
      }
  });
  it('what a statute first laid down on a day is not asked before it', () => {
    expect(value('national', 'remedy.body', '2023-12-31')).toBeUndefined();
    expect(value('national', 'remedy.body', '2024-01-01')).toBe('government');
  });
  it('a rule that ended answers no more', () => {
    expect(value('national', 'publish.period.gsxt', '2026-03-31')).toEqual({ low: 3, other: 36 });
    expect(told(resolution('national', 'publish.period.gsxt', '2026-04-01'))).toEqual([
      'none',
      'national {"low":3,"other":36} not-in-force',
    ]);
  });
  it('a resolution tells the day it was asked for, and the law answers the same', () => {
    const law = pack.law('xinzhou');
    for (const on of ['2019-12-09', '2019-12-10', '2025-01-01', '2019-12-09'].map(plainDate)) {
      expect(law.resolution('publish.form', on).on).toBe(on);
      expect(law.value('publish.form', on)).toBe(
        law.resolution('publish.form', on).chosen?.rule.value,
      );
    }
  });
});

describe('what a script sets', () => {
  it('wins over everything, longer or not', () => {
    const more = [scripted('publish.limit.penalty', 20), scripted('publish.form', 'ANY')];
    expect(told(resolution('licheng', 'publish.limit.penalty', '2025-03-03', more))).toEqual([
      'script 20 script',
      'national 7 overridden',
      'licheng 20 overridden',
    ]);
    expect(resolution('licheng', 'publish.form', '2025-03-03', more).chosen?.reason).toBe('script');
  });
  it('wins on every day', () => {
    const law = pack.law('xinzhou', [scripted('publish.form', 'SUMMARY')]);
    for (const on of ['2000-01-01', '2019-12-09', '2019-12-10', '2099-12-31'])
      expect(law.value('publish.form', plainDate(on))).toBe('SUMMARY');
  });
  it('touches no other key and no other run', () => {
    const law = pack.law('wuding', [scripted('review.scope', 'STATUTE')]);
    expect(law.value('publish.form', plainDate('2025-03-03'))).toBe('FULL_REDACTED');
    expect(pack.law('wuding').value('review.scope', plainDate('2025-03-03'))).toBe('FIVE_GROUNDS');
  });
  it('must be a value the key can hold, of a key that may be set', () => {
    expect(scriptedRule('publish.limit.penalty', 0)).toBeNull();
    expect(scriptedRule('publish.limit.penalty', '7')).toBeNull();
    expect(scriptedRule('review.scope', 'NONE')).toBeNull();
    expect(scriptedRule('handlers.minimum', 1)).toBeNull();
  });
});
