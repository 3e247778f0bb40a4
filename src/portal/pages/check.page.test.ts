import { describe, expect, it } from 'vitest';
import { pack } from '../../../test/support/script.ts';
import { citedLaw } from '../law-in-force.ts';
import { renderPage } from '../parts/page.tsx';
import { siteAt } from '../sample.testkit.ts';
import type { Slot } from '../slot.ts';
import { CheckPage } from './check.page.tsx';

const SLOT: Slot = {
  word: '处罚',
  year: 2026,
  serial: 71,
  number: '泉鲤市监处罚〔2026〕71号',
  decidedOn: '2026-09-23',
  dueOn: null,
  required: true,
  entry: null,
  version: null,
  publishedOn: null,
  withdrawnOn: null,
  withheldOn: null,
  reason: null,
};

function pageOf(slot: Partial<Slot> | null, example: string | null = null): string {
  const view = {
    typed: '',
    example,
    today: '2026-11-20',
    law: citedLaw(pack, 'licheng'),
    found:
      slot === null
        ? ({ kind: 'nothing-asked' } as const)
        : ({ kind: 'slot', slot: { ...SLOT, ...slot } } as const),
  };
  return renderPage(CheckPage({ site: siteAt('/350502/check'), view }))
    .toString()
    .replaceAll(/<[^>]*>/g, '|');
}

describe('a number that is asked for', () => {
  it('withheld by decision does not read as one that should be public', () => {
    const page = pageOf({ withheldOn: '2026-10-09', reason: 'commercial-secret' });
    expect(page).toContain('属于应当公示的范围，依法决定不予公示');
    expect(page).not.toMatch(/\|应当公示\|/);
  });

  it('says of the others whether they have to be published', () => {
    expect(pageOf({ dueOn: '2026-12-01' })).toMatch(/\|应当公示\|/);
    expect(pageOf({ required: false })).toMatch(/\|依法不需公示\|/);
  });
});

it('shows as an example a number of the bureau, and none while it has none', () => {
  expect(pageOf(null, '忻市监处罚〔2026〕3号')).toContain('例如：忻市监处罚〔2026〕3号。');
  expect(pageOf(null)).not.toContain('例如');
});
