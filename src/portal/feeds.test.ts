import { expect, it } from 'vitest';
import { atomFeed, siteMap } from './feeds.ts';
import { bureau, listed } from './sample.testkit.ts';

it('a feed holds what strangers wrote as text', () => {
  const rows = [listed({ title: '<script>&"\u0001\u202e案', violation: ']]><b>' })];
  const feed = atomFeed('https://a.example', bureau, '题', rows, '2026-11-20T09:00:00+08:00');
  expect(feed).toContain('<title>&lt;script&gt;&amp;&quot;  案</title>');
  expect(feed).toContain(']]&gt;&lt;b&gt;');
  expect(feed).toContain('<link href="https://a.example/350502/decisions/penalty-2026-71"/>');
  expect(feed).toContain('<updated>2026-10-15T00:00:00+08:00</updated>');
});

it('an empty feed is as old as now', () => {
  expect(atomFeed('https://a.example', bureau, '题', [], '2026-11-20T09:00:00+08:00')).toContain(
    '<updated>2026-11-20T09:00:00+08:00</updated>',
  );
});

it('a site map escapes addresses', () => {
  expect(siteMap([{ address: 'https://a/?x=1&y=2', day: null }])).toContain(
    '<loc>https://a/?x=1&amp;y=2</loc>',
  );
});
