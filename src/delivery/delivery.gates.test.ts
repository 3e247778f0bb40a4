/** Delivery: the evidence each manner needs, and that publication was told (程序规定 art. 82, 公示规定 art. 8). */
import { describe } from 'vitest';
import { accepts, refuses } from '../../test/support/judge.ts';
import {
  adjudication,
  CITIZEN,
  confirmation,
  licence,
  penalty,
  summary,
} from '../../test/support/lawful.ts';

const DELIVERED = [
  ['penalty', penalty],
  ['summary', summary],
  ['licence', licence],
  ['confirmation', confirmation],
  ['adjudication', adjudication],
] as const;

const EVIDENCE: readonly (readonly [
  method: string,
  enough: readonly string[][],
  lacking: readonly string[][],
])[] = [
  ['direct', [[], ['receipt']], []],
  ['leave', [['witness'], ['av'], ['av', 'witness']], [[], ['receipt']]],
  ['electronic', [['consent', 'screenshot']], [[], ['consent'], ['screenshot']]],
  ['mail', [['receipt']], [[], ['record']]],
  ['announcement', [['record']], [[], ['receipt']]],
  ['entrusted', [['letter']], [[], ['receipt']]],
];

describe('delivery/evidence-missing', () => {
  for (const [name, lawful] of DELIVERED)
    for (const [method, enough, lacking] of EVIDENCE) {
      const deliver = (evidence: string[] | undefined) =>
        lawful().upTo('decision.delivered').with('decision.delivered', { method, evidence });
      for (const evidence of enough)
        accepts(
          `${name} by ${method} with ${evidence.join(' and ') || 'nothing'}`,
          deliver(evidence),
          'decision.delivered',
        );
      for (const evidence of lacking)
        refuses(
          `${name} by ${method} with ${evidence.join(' and ') || 'nothing'}`,
          deliver(evidence),
          'decision.delivered',
          'delivery/evidence-missing',
        );
      if (lacking.length > 0)
        refuses(
          `${name} by ${method} with no word of evidence`,
          deliver(undefined),
          'decision.delivered',
          'delivery/evidence-missing',
        );
    }
});

describe('delivery/publicity-not-told', () => {
  const deliver = penalty().upTo('decision.delivered');
  for (const publicityTold of [false, undefined])
    refuses(
      `a penalty to be published is delivered in silence (${String(publicityTold)})`,
      deliver.with('decision.delivered', { publicityTold }),
      'decision.delivered',
      'delivery/publicity-not-told',
    );
  const silent = deliver.with('decision.delivered', { publicityTold: undefined });
  accepts(
    'a decision not to punish',
    silent.with('decision.made', { outcome: 'no-penalty', penalty: undefined }),
    'decision.delivered',
  );
  accepts(
    'a mere warning',
    silent
      .with('notice.served', { penalty: { warning: true } })
      .with('decision.made', { penalty: { warning: true } }),
    'decision.delivered',
  );
  refuses(
    'a criticism',
    silent
      .with('notice.served', { penalty: { criticism: true } })
      .with('decision.made', { penalty: { criticism: true } }),
    'decision.delivered',
    'delivery/publicity-not-told',
  );
  refuses(
    'a citizen is told too',
    silent
      .party(CITIZEN)
      .with('notice.served', { penalty: { fine: 900_000 } })
      .with('decision.made', { penalty: { fine: 900_000 } }),
    'decision.delivered',
    'delivery/publicity-not-told',
  );
  accepts(
    'a summary penalty',
    summary().upTo('decision.delivered').rules({ 'publish.summaryProcedure': true }),
    'decision.delivered',
  );
  accepts('a licence', licence().upTo('decision.delivered'), 'decision.delivered');
  refuses(
    'silence and missing evidence are said together',
    silent.with('decision.delivered', { method: 'mail' }),
    'decision.delivered',
    'delivery/evidence-missing',
    'delivery/publicity-not-told',
  );
});
