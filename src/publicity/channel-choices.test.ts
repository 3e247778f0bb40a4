import { expect, it } from 'vitest';
import { pack } from '../../test/support/script.ts';
import { plainDate } from '../calendar/plain-date.ts';
import { formOf } from '../matter/act-form.ts';
import { newMatter } from '../matter/matter.ts';
import { withChannels } from './channel-choices.ts';

const DAY = plainDate('2026-03-02');
const procedure = pack.procedures.get('penalty.ordinary');
if (!procedure) throw new Error('no ordinary procedure');
const party = {
  kind: 'legal' as const,
  name: '甲公司',
  surname: null,
  code: null,
  idNumber: null,
  representative: null,
};
const matter = newMatter(procedure, party, { matter: '案由', flags: [] });

it.each([
  ['licheng', ['WEB', 'GSXT']],
  ['wuding', ['WEB', 'GSXT']],
  ['xinzhou', ['WEB', 'GSXT']],
  ['jiaxing', ['WEB', 'ZWFW', 'GSXT']],
  ['guoyang', ['WEB', 'GSXT']],
] as const)('%s publishes on %j', (bureau, channels) => {
  const form = formOf(pack.forms, 'penalty.ordinary', 'publication.published');
  const asked = withChannels(form, 'publication.published', matter, pack.law(bureau), DAY);
  const field = asked.fields.find(({ name }) => name === 'channel');
  expect(field?.choices?.map(({ value }) => value)).toEqual(channels);
});

it('other forms stay as they are', () => {
  const form = formOf(pack.forms, 'penalty.ordinary', 'correction.answered');
  expect(withChannels(form, 'correction.answered', matter, pack.law('licheng'), DAY)).toBe(form);
});
