/** A made-up bureau, decision and place for tests of pages. */
import { linksOf } from './links.ts';
import type { PublishedBureau, PublishedEntry } from './published.views.ts';
import type { ListedEntry, ListedSlot } from './listing.ts';
import type { Site } from './site.ts';

export const bureau: PublishedBureau = {
  id: '350502',
  name: '泉州市鲤城区市场监督管理局',
  superior: '泉州市市场监督管理局',
  government: '泉州市鲤城区人民政府',
  justice: '泉州市鲤城区司法局',
  court: '泉州市鲤城区人民法院',
  pack: 'licheng',
  rehearsal: false,
};

export function siteAt(path: string, large = false): Site {
  return {
    bureau,
    links: linksOf(bureau.id, large),
    large,
    path,
    madeAt: '2026-11-20T09:00:00+08:00',
    style: '/portal/style-0.css',
  };
}

export function published(more: Partial<PublishedEntry> = {}): PublishedEntry {
  return {
    id: 'penalty-2026-71',
    version: 1,
    channel: 'WEB',
    form: 'both',
    kind: 'penalty',
    number: '泉鲤市监处罚〔2026〕71号',
    title: '泉州市鲤城区晨禾生鲜超市有限公司经营超过保质期的食品案',
    party: '泉州市鲤城区晨禾生鲜超市有限公司',
    partyKind: 'legal',
    partyCode: '91350502MAURQ2839J',
    violation: '经营超过保质期的食品',
    penalty: '罚款52,000元',
    unit: '食品安全监督管理股',
    decidedOn: '2026-09-23',
    publishedOn: '2026-10-15',
    dueOn: '2026-10-28',
    summary: [
      { field: 'number', value: '泉鲤市监处罚〔2026〕71号' },
      { field: 'party', value: '泉州市鲤城区晨禾生鲜超市有限公司' },
      { field: 'penalty', value: '罚款52,000元' },
    ],
    body: [
      { style: 'title', segments: [{ text: '行政处罚决定书' }] },
      { style: 'body', segments: [{ text: '证件号码' }, { withheld: 1, what: '证件号码' }] },
    ],
    withheld: [{ number: 1, what: '证件号码', reason: '个人信息', clause: '公示规定第六条' }],
    proof: { index: 183_976, treeSize: 184_203, commitment: 'ab'.repeat(64), bytes: 4100 },
    ...more,
  };
}

export function listed(more: Partial<ListedEntry> = {}): ListedSlot {
  const { title, party, violation, penalty } = published();
  return {
    slot: {
      word: '处罚',
      year: 2026,
      serial: 71,
      number: '泉鲤市监处罚〔2026〕71号',
      decidedOn: '2026-09-23',
      dueOn: '2026-10-28',
      required: true,
      entry: 'penalty-2026-71',
      version: 1,
      publishedOn: '2026-10-15',
      withdrawnOn: null,
      withheldOn: null,
      reason: null,
    },
    entry: { title, party, violation, penalty, ...more },
  };
}
