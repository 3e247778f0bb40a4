import { describe, expect, it } from 'vitest';
import { pack } from '../../../test/support/script.ts';
import { explainDay } from '../explained-day.ts';
import { renderPage } from '../parts/page.tsx';
import type { PublishedEntry } from '../published.views.ts';
import { published, siteAt } from '../sample.testkit.ts';
import { DecisionPage } from './decision.page.tsx';
import { WithdrawnPage } from './withdrawn.page.tsx';

function pageOf(entry: PublishedEntry, large = false): string {
  const site = siteAt(`/350502/decisions/${entry.id}`, large);
  const view = {
    entry,
    state: 'on-time' as const,
    versions: [
      { version: 1, publishedOn: '2026-10-15', withdrawnOn: null, reason: null, basis: null },
    ],
    remedies: { reconsideration: 60, court: 6 },
    publishedAfter: 11,
    due: {
      explained: explainDay('2026-09-23', '2026-10-28', pack.calendar),
      limit: 20,
      basis: ['《市场监督管理行政处罚信息公示规定》第九条'],
    },
  };
  return renderPage(DecisionPage({ site, view })).toString();
}

const page = pageOf(published());

describe('the page of a decision', () => {
  it('has the summary before the text, the gaps after it, and the proof', () => {
    const places = ['信息摘要', '行政处罚决定书</span>', '隐去的1处与理由', '核验此页'].map(
      (words) => page.indexOf(words),
    );
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });
  it('says unit, version, dates, and why the last day is that day', () => {
    for (const words of [
      '食品安全监督管理股',
      '门户网站，第1版',
      '<time dateTime="2026-10-28">2026年10月28日</time>',
      '2026年10月15日</time>，第11个工作日',
      '决定次日（9月24日）起数20个工作日。',
      '第183,976条',
    ])
      expect(page.replaceAll(/datetime/gi, 'dateTime')).toContain(words);
  });
  it('says how long one may go against it, and before whom', () => {
    expect(page).toContain('自收到决定书之日起60日内，可以向泉州市鲤城区人民政府申请行政复议。');
    expect(page).toContain('自收到决定书之日起6个月内，可以向泉州市鲤城区人民法院提起行政诉讼。');
  });
  it('a gap names what and under which clause, and never shows letters of it', () => {
    expect(page).toContain('此处隐去：证件号码，依据公示规定第六条');
    expect(page).toContain('第六条<sup>1</sup>');
  });
  it('runs nothing, styles nothing in place, asks nobody else', () => {
    expect(page).not.toMatch(/<script|<iframe|<style|\sstyle=|\son[a-z]+=|javascript:/i);
    const asked = [...page.matchAll(/(?:src|href|action)="([^"#]+)/g)].map(([, to]) => to);
    expect(asked.filter((to) => !to?.startsWith('/'))).toEqual([]);
  });
  it('is light', () => {
    expect(Buffer.byteLength(page)).toBeLessThan(30_000);
  });
  it('keeps large type in every link but the one back', () => {
    const large = pageOf(published(), true);
    expect(large).toContain('<html lang="zh-CN" class="large">');
    const links = [...large.matchAll(/<a [^>]*href="(\/350502[^"]*)"/g)].map(([, to]) => to ?? '');
    const without = links.filter((to) => !to.includes('large=1') && !/proof$|json$/.test(to));
    expect(without).toEqual(['/350502/decisions/penalty-2026-71']);
  });
});

describe('what others wrote', () => {
  const hostile = '<script>alert(1)</script>"&\u202e有限公司';
  const summary = [{ field: 'party', value: hostile }];
  const marked = pageOf(published({ title: `${hostile}案`, party: hostile, summary }));

  it('is text', () => {
    expect(marked).not.toContain('<script');
    expect(marked).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&amp;');
  });
  it('turns no other text around: each name stands in an isolate, the title of the window has no such character', () => {
    expect(marked).toMatch(/<bdi>&lt;script&gt;[^<]*\u202e有限公司<\/bdi>/);
    expect(/<title>([^<]*)<\/title>/.exec(marked)?.[1]).not.toContain('\u202e');
  });
  it('may be as long as a name can be', () => {
    const name = '甲'.repeat(200);
    expect(pageOf(published({ title: name, party: name }))).toContain(`<bdi>${name}</bdi>`);
  });
});

it('[XZ-G-10] where only the summary is public, the page has it and says so', () => {
  const summary = [
    ['party', '某某公司'],
    ['category', '行政处罚'],
    ['conclusion', '罚款52,000元'],
    ['authority', '忻州市市场监督管理局'],
    ['date', '2026-09-23'],
  ].map(([field = '', value = '']) => ({ field, value }));
  const only = pageOf(published({ form: 'summary', summary, body: [], withheld: [] }));
  for (const words of ['某某公司', '行政处罚', '罚款52,000元', '忻州市市场监督管理局'])
    expect(only).toContain(`>${words}<`);
  expect(only).toContain('2026年9月23日');
  expect(only).toContain('本局按规则公开信息摘要，不公开决定书全文。');
  expect(only).not.toContain('class="sheet"');
});

it('[JX-1.7d] where a decision was withdrawn stand number, dates, reason and basis, and nothing else of it', () => {
  const site = siteAt('/350502/decisions/penalty-2026-58');
  const version = {
    version: 1,
    publishedOn: '2026-07-19',
    withdrawnOn: '2026-08-06',
    reason: '行政复议决定撤销原处罚',
    basis: '《行政处罚法》第四十八条',
  };
  const view = { number: '泉鲤市监处罚〔2026〕58号', version, replacedBy: null };
  const gone = renderPage(WithdrawnPage({ site, view })).toString();
  for (const words of [
    '泉鲤市监处罚〔2026〕58号',
    '2026年8月6日',
    '行政复议决定撤销原处罚',
    '《行政处罚法》第四十八条',
    '<meta name="robots" content="noindex"/>',
  ])
    expect(gone).toContain(words);
});
