/** What a refusal names: its requirements, as the rehearsal format lists them with each code (§6), and its basis. */
import { expect, it } from 'vitest';
import { pack } from '../../test/support/script.ts';
import { GATES } from '../matter/gates.ts';

const NAMED: Readonly<Record<string, string>> = {
  'handlers/certificate-invalid': 'WD-2.1.3b GY-2.2.1c',
  'training/missing': 'JX-3.4b',
  'identity/not-shown': 'QZ-6 WD-2.1.3a XZ-G-7a JX-1.4 GY-2.2.2b',
  'rights/not-told': 'QZ-7 WD-2.1.3d XZ-G-7a JX-1.5 GY-2.2.2b',
  'seizure/papers-not-delivered': 'QZ-7 XZ-G-7a',
  'review/materials-missing': 'QZ-23 WD-2.3.5b JX-3.9a',
  'review/reviewer-not-listed': 'JX-3.2b',
  'review/reviewer-is-handler': 'GY-2.2.4c',
  'review/reviewer-unqualified': 'JX-3.4a',
  'review/items-incomplete': 'WD-2.3.4 JX-3.8',
  'review/not-passed': 'QZ-0e WD-2.3.0 JX-3.7 GY-2.2.4c',
  'review/draft-changed': 'QZ-0e WD-2.3.0 GY-2.2.4c',
  'notice/content-missing': 'QZ-7 JX-1.5',
  'decision/reasons-missing': 'QZ-8 JX-1.5',
  'decision/number-malformed': 'QZ-17a',
  'discretion/above-maximum': 'GY-2.2.6',
  'discretion/below-minimum': 'GY-2.2.6',
  'discretion/out-of-step': 'GY-2.2.6',
  'publication/not-reviewed': 'WD-2.1.1b XZ-G-13b',
  'publication/reviewer-not-competent': 'JX-1.8',
  'publication/secret': 'XZ-G-11a',
  'publication/third-party': 'XZ-G-11b',
  'publication/not-masked': 'WD-2.1.4b',
  'publication/wrong-form': 'WD-2.1.4a',
  'publication/summary-incomplete': 'QZ-10a XZ-G-10 JX-1.7a',
  'publication/text-differs': 'QZ-0c',
  'publication/other-unit': 'XZ-G-13a',
  'publication/unit-missing': 'QZ-0a',
  'publication/overturned': 'JX-1.7d',
  'publication/ground-not-lawful': 'XZ-G-3',
  'correction/not-told': 'XZ-G-15a',
  'correction/wrong-authority': 'XZ-G-15b',
  'transfer/pending': 'WD-2.3.4 JX-3.8',
  'record/av-required': 'QZ-15a WD-2.2.3a JX-2.2a GY-2.2.3a',
  'record/skip-reason-missing': 'QZ-15c WD-2.2.3b',
  'record/text-missing': 'QZ-0d QZ-14 JX-2.1',
  'record/av-missing': 'QZ-15a WD-2.2.3a JX-2.2a GY-2.2.3a',
  'archive/incomplete': 'QZ-0d QZ-17b WD-2.2.2c XZ-R-15 JX-2.6',
  'archive/archivist-missing': 'WD-2.2.4a XZ-R-16',
  'inspection/item-not-published': 'QZ-4 WD-2.1.2a XZ-G-6.2 JX-1.2a',
};

it('each code names its requirements, and no other code names any', () => {
  const named = [...pack.refusals.values()].filter(({ requirements }) => requirements.length > 0);
  expect(
    Object.fromEntries(named.map(({ code, requirements }) => [code, requirements.join(' ')])),
  ).toEqual(NAMED);
});

it('each code rests on articles of instruments the pack knows, or is marked as a matter of form', () => {
  const known = new Set(pack.instruments.map(({ short }) => short));
  for (const { code, basis, form } of pack.refusals.values()) {
    expect(basis.length === 0, code).toBe(form === true);
    for (const one of basis) expect(known, code).toContain(one.split(' ')[0]);
  }
  expect([...pack.refusals.values()].filter(({ form }) => form).map(({ code }) => code)).toEqual([
    'act/unknown',
  ]);
});

it('every guard of the program has its words', () => {
  for (const code of Object.keys(GATES)) expect([...pack.refusals.keys()]).toContain(code);
});
