/** Transfer of suspected crimes: no penalty in its place, reasons for refusing it, all its papers (移送规定, 行政处罚法 art. 27). */
import { describe } from 'vitest';
import { accepts, refuses } from '../../test/support/judge.ts';
import { penalty } from '../../test/support/lawful.ts';
import type { Insert } from '../../test/support/script.ts';

const reported: Insert = ['crime.reported'];
const ordered = (approve: boolean): Insert => [
  'transfer.ordered',
  { approve, approvedBy: 'h1', reasons: '不构成犯罪' },
];

describe('transfer/pending', () => {
  const decide = (...acts: Insert[]) =>
    penalty()
      .upTo('decision.made')
      .after('case.opened', ...acts);
  refuses(
    'a crime reported and not decided on',
    decide(reported),
    'decision.made',
    'transfer/pending',
  );
  refuses(
    'a transfer ordered',
    decide(reported, ordered(true)),
    'decision.made',
    'transfer/pending',
  );
  accepts('a transfer refused', decide(reported, ordered(false)), 'decision.made');
  accepts('refused in the end', decide(reported, ordered(true), ordered(false)), 'decision.made');
  refuses(
    'ordered in the end',
    decide(reported, ordered(false), ordered(true)),
    'decision.made',
    'transfer/pending',
  );
  refuses(
    'an order nobody approved decides nothing',
    decide(reported, ['transfer.ordered', { approve: false, reasons: '不构成犯罪' }]),
    'decision.made',
    'transfer/pending',
  );
  for (const outcome of ['no-penalty', 'transfer', 'no-case'])
    accepts(
      `the decision ${outcome} waits for nothing`,
      decide(reported).with('decision.made', { outcome, penalty: undefined }),
      'decision.made',
    );
  accepts(
    'the flag of a crime alone holds nothing up',
    penalty().upTo('decision.made').flags('crime'),
    'decision.made',
  );
});

describe('transfer/reasons-missing', () => {
  const order = (data: Record<string, unknown>) =>
    penalty()
      .upTo('case.opened')
      .after('case.opened', reported, ['transfer.ordered', { approvedBy: 'h1', ...data }]);
  for (const reasons of ['', undefined])
    refuses(
      `refused without reasons (${JSON.stringify(reasons)})`,
      order({ approve: false, reasons }),
      'transfer.ordered',
      'transfer/reasons-missing',
    );
  accepts(
    'refused with reasons',
    order({ approve: false, reasons: '数额不足' }),
    'transfer.ordered',
  );
  accepts('approved without reasons', order({ approve: true }), 'transfer.ordered');
});

describe('transfer/papers-missing', () => {
  const PAPERS = ['letter', 'report', 'goods-list', 'test-report'];
  const send = (papers: string[]) =>
    penalty()
      .upTo('case.opened')
      .after('case.opened', reported, ordered(true), ['transfer.sent', { papers }]);
  for (const gone of PAPERS)
    refuses(
      `sent without ${gone}`,
      send(PAPERS.filter((one) => one !== gone)),
      'transfer.sent',
      'transfer/papers-missing',
    );
  accepts('sent with all four', send(PAPERS), 'transfer.sent');
});
