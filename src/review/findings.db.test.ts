/** What the machine finds in the file of the food case, as it lies before the reviewer, and what the form asks there. */
import { describe, expect, it } from 'vitest';
import { freshDatabase } from '../../test/support/database.ts';
import { openTestDesk, type TestDesk, uuidv7 } from '../../test/support/desk.ts';
import { playFoodCase } from '../../test/support/food-case.ts';
import { moment } from '../calendar/moment.ts';
import { loadTemplates } from '../document/catalogue.ts';
import type { CaseFile } from '../matter/case-file.ts';
import { formView } from '../matter/form.views.ts';
import { findingsOf } from './findings.ts';

const now = moment('2024-09-04T09:00:00+08:00');

interface Placed {
  readonly file: CaseFile;
  readonly setting: Parameters<typeof findingsOf>[1];
  readonly asked: readonly string[];
}

async function beforeReviewer(desk: TestDesk): Promise<Placed> {
  const matter = uuidv7();
  await playFoodCase(desk, matter, { until: 'review.accepted' });
  const file = await desk.matters.file(desk.bureau.id, matter);
  const bureau = await desk.registry.bureau(desk.bureau.id);
  if (!file || !bureau) throw new Error('the case was not played');
  const { pack, law } = desk.matters.lawByHash(bureau)(file.pack);
  const form = formView(file, 'review.concluded', {
    bureau,
    people: await desk.registry.people(desk.bureau.id),
    today: now.day,
    pack,
    law,
    calendar: pack.calendar,
    templates: loadTemplates(new URL('../..', import.meta.url).pathname),
    reviewKind: 'legal',
    viewer: (await desk.actor('reviewer')).person,
  });
  const asked = form?.documents[0]?.sections
    .flatMap(({ fields }) => fields)
    .flatMap(({ name, required }) => (required && name.startsWith('item-') ? [name.slice(5)] : []));
  const { calendar } = pack;
  return { file, setting: { law, calendar, now }, asked: asked ?? [] };
}

const database = await freshDatabase();
const licheng = await beforeReviewer(await openTestDesk(database, 'licheng'));
const { file, setting } = licheng;
const told = (from: CaseFile, item: string): [string, string][] =>
  findingsOf(from, setting).flatMap(({ items, says, text }) =>
    items[0] === item ? [[says, text] as [string, string]] : [],
  );

describe('findings beside the items of a review', () => {
  it('tell the officers of each act in the field, their certificates and that they were shown', () => {
    expect(told(file, 'subject')).toEqual([
      [
        'met',
        expect.stringMatching(
          /^现场办案 \d 次，每次执法人员都不少于 2 名，证件当日有效（.+、.+），当日出示。$/,
        ),
      ],
    ]);
    const unshown: CaseFile = {
      ...file,
      matter: { ...file.matter, byCode: new Map([...file.matter.byCode, ['identity.shown', []]]) },
    };
    expect(told(unshown, 'subject').map(([says]) => says)).not.toContain('met');
    expect(told(unshown, 'subject')[0]?.[1]).toContain('没有当日出示证件的记录');
  });

  it('compare the party of the draft with the party registered', () => {
    expect(told(file, 'party')).toEqual([
      [
        'met',
        '送审稿的当事人与登记的一致：泉州市鲤城区晨禾生鲜超市有限公司，91350502MAURQ2839J，校验位正确。',
      ],
    ]);
    const renamed: CaseFile = {
      ...file,
      begun: { ...file.begun, party: { ...file.begun.party, name: '另一家' } },
    };
    expect(told(renamed, 'party')).toEqual([['not-met', '送审稿的当事人与登记的不一致：名称。']]);
  });

  it('name the time limits that were kept, and those that were not', () => {
    expect(told(file, 'procedure')[0]?.[0]).toBe('met');
    const later = { ...setting, now: moment('2025-03-03T09:00:00+08:00') };
    expect(
      findingsOf(file, later).flatMap(({ items, says, text }) =>
        items[0] === 'procedure' && says === 'not-met' ? [text] : [],
      ),
    ).toContainEqual(expect.stringMatching(/^办案期限2024年11月11日届满，还没有办结。$/));
  });

  it('leave to the reviewer what no machine can tell', () => {
    for (const item of ['facts', 'basis', 'disposition', 'crime'])
      expect(
        told(file, item).map(([says]) => says),
        item,
      ).toEqual(['judge']);
    expect(told(file, 'nature')).toEqual([]);
  });
});

describe('the review form', () => {
  it('[WD-2.3.4] asks for the seven items of the statute, and for what the bureau adds to a legal review', async () => {
    const seven = ['jurisdiction', 'party', 'facts', 'nature', 'basis', 'procedure', 'disposition'];
    expect(licheng.asked).toEqual(seven);
    const other = await freshDatabase();
    const wuding = await beforeReviewer(await openTestDesk(other, 'wuding'));
    expect(wuding.asked).toEqual([...seven, 'subject', 'authority', 'documents', 'crime']);
  });
});
