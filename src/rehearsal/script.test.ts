/** What a script must hold besides its acts (rehearsal format §2). */
import { describe, expect, it } from 'vitest';
import { act, acts, fault, good } from '../../test/support/fault.ts';
import { PEOPLE } from '../../test/support/lawful.ts';
import type { Data } from '../../test/support/script.ts';

const without = (key: string) =>
  Object.fromEntries(Object.entries(good).filter(([name]) => name !== key));
const person = (data: Data) => ({
  ...good,
  officers: [...(good['officers'] as Data[]), { id: 'zz', name: '甲', roles: [], ...data }],
});
const party = (data: Data) => ({ ...good, party: { kind: 'legal', name: '公司', ...data } });
const Z = Object.keys(PEOPLE).length; // place of the person added

describe('the top of the script', () => {
  it.each([
    ['a list', [], 'input/malformed '],
    ['a text', 'x', 'input/malformed '],
    ['nothing', null, 'input/malformed '],
    ['an input that is nothing', { input: null }, 'input/malformed '],
    ['an unknown bureau', { ...good, bureau: 'beijing' }, 'input/malformed /bureau'],
    [
      'an unknown bureau among others',
      { ...without('bureau'), bureaus: ['wuding', 'beijing'] },
      'input/malformed /bureaus',
    ],
    ['no bureaus', { ...without('bureau'), bureaus: [] }, 'input/malformed /bureaus'],
    ['an unknown procedure', { ...good, procedure: 'penalty' }, 'input/malformed /procedure'],
    [
      'a flag nobody knows',
      { ...good, subject: { matter: 'x', flags: ['urgent'] } },
      'input/malformed /subject/flags/0',
    ],
    [
      'a calendar end that is no day',
      { ...good, calendar: { until: '2025-02-30' } },
      'input/malformed /calendar/until',
    ],
    [
      'a moment of the report without a zone',
      { ...good, asOf: '2025-03-31T18:00:00' },
      'input/malformed /asOf',
    ],
    [
      'a moment of the report in another zone',
      { ...good, asOf: '2025-03-31T10:00:00Z' },
      'input/malformed /asOf',
    ],
    [
      'a cap that is no number',
      { ...good, lists: { frequencyCap: 'two' } },
      'input/malformed /lists/frequencyCap',
    ],
  ])('%s', (_title, json, wanted) => {
    expect(fault(json)).toBe(wanted);
  });
  it.each(['bureau', 'procedure', 'party', 'officers', 'acts'])('%s is needed', (key) => {
    expect(fault(without(key))).toBe(`input/field-missing /${key}`);
  });
  it.each(['subject', 'pack', 'asOf'])('%s is not', (key) => {
    expect(fault(without(key))).toBe('');
  });
  it('pointers point into the object that is played', () => {
    expect(fault({ input: without('party') })).toBe('input/field-missing /party');
  });
});

describe('the party', () => {
  it.each([
    ['a wrong check character', { code: '91140900XK3T7Q8A7H' }, 'input/code-invalid /party/code'],
    [
      'a character the code does not know',
      { code: '91140900XK3T7Q8I7G' },
      'input/code-invalid /party/code',
    ],
    ['a code too short', { code: '91140900XK3T7Q8A7' }, 'input/code-invalid /party/code'],
    ['a right code', { code: '91140900XK3T7Q8A7G' }, ''],
    [
      'an identity number with a wrong check digit',
      { idNumber: '11010519491231002Y' },
      'input/id-invalid /party/idNumber',
    ],
    [
      'an identity number of no day',
      { idNumber: '110105194902310023' },
      'input/id-invalid /party/idNumber',
    ],
    ['a right identity number', { kind: 'natural', idNumber: '11010519491231002X' }, ''],
    ['a kind nobody knows', { kind: 'company' }, 'input/malformed /party/kind'],
    ['no name', { name: undefined }, 'input/field-missing /party/name'],
    ['an empty name', { name: '' }, 'input/malformed /party/name'],
  ])('%s', (_title, data, wanted) => {
    expect(fault(JSON.parse(JSON.stringify(party(data))))).toBe(wanted);
  });
});

describe('people', () => {
  it.each([
    ['a role nobody knows', { roles: ['boss'] }, `input/malformed /officers/${Z}/roles/0`],
    ['an id used twice', { id: 'o1' }, `input/malformed /officers/${Z}/id`],
    ['the id of the party', { id: 'party' }, `input/malformed /officers/${Z}/id`],
    [
      'a certificate from no day',
      { certificate: { number: '1', from: '2025-13-01', until: '2030-01-01' } },
      `input/malformed /officers/${Z}/certificate/from`,
    ],
    [
      'a certificate without an end',
      { certificate: { number: '1', from: '2025-01-01' } },
      `input/field-missing /officers/${Z}/certificate/until`,
    ],
    ['training on no day', { trained: 'yes' }, `input/malformed /officers/${Z}/trained`],
    [
      'a first review on no day',
      { firstReviewOn: '2025-00-10' },
      `input/malformed /officers/${Z}/firstReviewOn`,
    ],
    [
      'a licence that is no yes or no',
      { lawLicence: 'yes' },
      `input/malformed /officers/${Z}/lawLicence`,
    ],
  ])('%s', (_title, data, wanted) => {
    expect(fault(person(data))).toBe(wanted);
  });
  it('who is not listed is not named', () => {
    expect(
      fault(acts({ at: '2025-03-03T09:00:00+08:00', act: 'crime.reported', by: ['o1', 'x'] })),
    ).toBe('input/person-unknown /acts/0/by/1');
    expect(fault(acts({ at: '2025-03-03T09:00:00+08:00', act: 'no.such.act', by: ['x'] }))).toBe(
      'input/person-unknown /acts/0/by/0',
    );
    expect(fault(act('case.opened', { conditions: [], approvedBy: 'x' }))).toBe(
      'input/person-unknown /acts/0/data/approvedBy',
    );
    expect(fault(act('disagreement.resolved', { outcome: 'review-upheld', decidedBy: 'x' }))).toBe(
      'input/person-unknown /acts/0/data/decidedBy',
    );
    expect(fault(act('handlers.assigned', { handlers: ['o1', 'x'] }))).toBe(
      'input/person-unknown /acts/0/data/handlers/1',
    );
    expect(fault(act('hearing.held', { chair: 'x' }))).toBe(
      'input/person-unknown /acts/0/data/chair',
    );
    expect(
      fault(act('inspection.drawn', { method: 'random', officers: ['x'] }, 'inspection.random')),
    ).toBe('input/person-unknown /acts/0/data/officers/0');
    expect(
      fault(acts({ at: '2025-03-03T09:00:00+08:00', act: 'crime.reported', by: ['party'] })),
    ).toBe('');
  });
});

describe('rule values', () => {
  it.each([
    [
      'a key nobody knows',
      { pack: { 'review.scop': 'LIST' } },
      'input/pack-key-unknown /pack/review.scop',
    ],
    [
      'a key a script may not set',
      { pack: { 'handlers.minimum': 1 } },
      'input/pack-key-unknown /pack/handlers.minimum',
    ],
    [
      'a channel nobody knows',
      { pack: { 'publish.limit.penalty.FAX': 7 } },
      'input/pack-key-unknown /pack/publish.limit.penalty.FAX',
    ],
    ['a key with a slash', { pack: { 'a/b~c': 7 } }, 'input/pack-key-unknown /pack/a~1b~0c'],
    [
      'a key nobody knows for one bureau',
      { packs: { national: { nothing: 7 } } },
      'input/pack-key-unknown /packs/national/nothing',
    ],
    [
      'a key nobody knows for a bureau not played',
      { packs: { wuding: { nothing: 7 } } },
      'input/pack-key-unknown /packs/wuding/nothing',
    ],
    [
      'a value of the wrong kind for a bureau not played',
      { packs: { national: {}, wuding: { 'review.scope': 'NONE' } } },
      'input/malformed /packs/wuding/review.scope',
    ],
    [
      'values for a bureau nobody knows',
      { packs: { national: {}, beijing: {} } },
      'input/malformed /packs/beijing',
    ],
    [
      'values for a bureau of a strange name',
      { packs: { 'a/b~c': {} } },
      'input/malformed /packs/a~1b~0c',
    ],
    [
      'a value of the wrong kind',
      { pack: { 'publish.limit.penalty': 'seven' } },
      'input/malformed /pack/publish.limit.penalty',
    ],
    [
      'a scope nobody knows',
      { pack: { 'review.scope': 'NONE' } },
      'input/malformed /pack/review.scope',
    ],
    [
      'a list entry with a condition nobody knows',
      { pack: { 'review.list': [{ id: 'x', procedure: 'licence', colour: 'red' }] } },
      'input/malformed /pack/review.list',
    ],
    [
      'a list that is none',
      { packs: { national: { 'review.list': {} } } },
      'input/malformed /packs/national/review.list',
    ],
  ])('%s', (_title, change, wanted) => {
    expect(fault({ ...good, ...change })).toBe(wanted);
  });
  it('every key of the format may be set', () => {
    const values = {
      'publish.limit.licence': 7,
      'publish.limit.penalty': 7,
      'publish.limit.penalty.GSXT': 20,
      'publish.limit.compulsion': 20,
      'publish.limit.inspection': 20,
      'publish.limit.other': 20,
      'publish.start.inspection': 'premises.inspected',
      'publish.site': 'ZWFW or WEB',
      'publish.licenceToGsxt': false,
      'publish.inspectionOnSite': false,
      'publish.form': 'ANY',
      'publish.summaryFields': ['authority'],
      'publish.unitRequired': false,
      'publish.reviewer.inspection': 'anyone',
      'publish.summaryProcedure': false,
      'publish.lowFine': 0,
      'publish.clock.withheld': 'paused',
      'mask.natural': 'surname+某',
      'av.contested': 'as-needed',
      'av.uploadLimit': 'none',
      'review.scope': 'STATUTE',
      'review.list': [],
      'review.limit': 10,
      'review.licenceFor': 'penalty',
      'review.items': [],
      'training.required': false,
      'decision.reasons': [],
      'archive.archivist': false,
      'hearing.threshold.natural': 1_000_000,
      'hearing.threshold.organisation': 10_000_000,
      'party.individualBusiness': 'natural',
      'summary.limit.natural': 20_000,
      'summary.limit.organisation': 300_000,
      'licence.limit': 20,
      'licence.extension': 10,
      'confirmation.limit': 3,
      'confirmation.extension': 3,
      'adjudication.months': 3,
      'clock.rollover': 'none',
      'clock.pause': 'start-only',
      'clock.pause.hearing': true,
      'seizure.pause.requiresTold': true,
      'inspection.notice': true,
    };
    for (const [key, value] of Object.entries(values))
      expect(fault({ ...good, pack: { [key]: value } })).toBe('');
    for (const [key, value] of [
      ['publish.site', ['ZWFW', 'WEB']],
      ['publish.reviewer.inspection', ['unit-head', 'head']],
      ['publish.reviewer.inspection', 'unit-head, head'],
      ['av.uploadLimit', 2],
    ] as const)
      expect(fault({ ...good, pack: { [key]: value } })).toBe('');
  });
});
