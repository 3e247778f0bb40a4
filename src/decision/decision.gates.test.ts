/** The decision: discussed, reasoned, with the right remedy and number, within discretion and, on the spot, small. */
import { describe } from 'vitest';
import { accepts, refuses } from '../../test/support/judge.ts';
import {
  adjudication,
  CITIZEN,
  confirmation,
  contested,
  licence,
  penalty,
  summary,
  TRADER,
} from '../../test/support/lawful.ts';
import type { Data } from '../../test/support/script.ts';

const decided = (data: Data) => penalty().upTo('decision.made').with('decision.made', data);
const onTheSpot = (data: Data) => summary().upTo('decision.made').with('decision.made', data);

describe('discussion/missing', () => {
  const discussion = ['discussion.held', { conclusion: '处罚' }, ['h1']] as const;
  const flagged = (flag: string) => penalty().upTo('decision.made').flags(flag);
  for (const flag of ['grave', 'complex', 'public-interest', 'statute']) {
    refuses(`a case flagged ${flag}`, flagged(flag), 'decision.made', 'discussion/missing');
    accepts(
      `a case flagged ${flag}, discussed`,
      flagged(flag).before('decision.made', discussion),
      'decision.made',
    );
    accepts(
      `a case flagged ${flag}, not punished`,
      flagged(flag).with('decision.made', { outcome: 'no-penalty', penalty: undefined }),
      'decision.made',
    );
  }
  for (const flag of ['social-impact', 'major-rights', 'crime'])
    accepts(
      `a case flagged ${flag} need not be discussed`,
      flagged(flag).in('national'),
      'decision.made',
    );
  accepts(
    'nor one that only the bureau sends to legal review',
    flagged('social-impact').rules({ 'review.scope': 'FIVE_GROUNDS' }),
    'decision.made',
  );
  const heard = contested().upTo('decision.made').without('discussion.held');
  refuses('a case with a hearing', heard, 'decision.made', 'discussion/missing');
  refuses(
    'a discussion before the hearing does not do',
    heard.before('hearing.held', discussion),
    'decision.made',
    'discussion/missing',
  );
  accepts('a discussion after it does', heard.after('hearing.held', discussion), 'decision.made');
});

describe('decision/reasons-missing', () => {
  const REASONS = ['evidence', 'basis', 'discretion'];
  for (const gone of REASONS) {
    const reasons = REASONS.filter((one) => one !== gone);
    refuses(
      `[QZ-8] a penalty without reasons on ${gone}`,
      decided({ reasons }),
      'decision.made',
      'decision/reasons-missing',
    );
    refuses(
      `[QZ-8] a ruling without reasons on ${gone}`,
      adjudication().upTo('decision.made').with('decision.made', { reasons }),
      'decision.made',
      'decision/reasons-missing',
    );
  }
  refuses(
    '[QZ-8] nor is anyone spared without reasons',
    decided({ outcome: 'no-penalty', penalty: undefined, reasons: undefined }),
    'decision.made',
    'decision/reasons-missing',
  );
  accepts(
    'where the bureau asks for none',
    decided({ reasons: undefined }).in('xinzhou'),
    'decision.made',
  );
  for (const reasons of [[], undefined]) {
    refuses(
      `[JX-1.5] a licence refused without reasons (${JSON.stringify(reasons)})`,
      licence()
        .upTo('decision.made')
        .with('review.requested', { outcome: 'refused' })
        .with('decision.made', { outcome: 'refused', reasons }),
      'decision.made',
      'decision/reasons-missing',
    );
    accepts(
      `a licence granted needs none (${JSON.stringify(reasons)})`,
      licence().in('licheng').upTo('decision.made').with('decision.made', { reasons }),
      'decision.made',
    );
    accepts(
      `a registration needs none (${JSON.stringify(reasons)})`,
      confirmation()
        .in('licheng')
        .upTo('decision.made')
        .with('decision.made', { outcome: 'refused', reasons }),
      'decision.made',
    );
  }
  accepts(
    'one reason is enough to refuse a licence',
    licence()
      .in('licheng')
      .upTo('decision.made')
      .with('decision.made', { outcome: 'refused', reasons: ['不符合条件'] }),
    'decision.made',
  );
});

describe('decision/remedy-wrong', () => {
  const government = { path: 'either', body: 'government' };
  for (const remedy of [{ path: 'either', body: 'superior-bureau' }, { path: 'either' }, undefined])
    refuses(
      `a penalty points to ${JSON.stringify(remedy)}`,
      decided({ remedy }),
      'decision.made',
      'decision/remedy-wrong',
    );
  accepts(
    'a penalty need not choose a path',
    decided({ remedy: { body: 'government' } }),
    'decision.made',
  );
  accepts(
    'a decision not to punish points nowhere',
    decided({ outcome: 'no-penalty', penalty: undefined, remedy: undefined }),
    'decision.made',
  );
  for (const remedy of [
    government,
    { path: 'reconsideration-first', body: 'superior-bureau' },
    { body: 'government' },
    undefined,
  ])
    refuses(
      `a summary penalty points to ${JSON.stringify(remedy)}`,
      onTheSpot({ remedy }),
      'decision.made',
      'decision/remedy-wrong',
    );
  const on = (day: string) =>
    ['identity.shown', 'evidence.recorded', 'decision.made'].reduce(
      (script, act) => script.at(act, `${day} 10:00`),
      onTheSpot({ remedy: { path: 'either', body: 'superior-bureau' } }),
    );
  accepts('the old remedy on the last day of 2023', on('2023-12-31'), 'decision.made');
  refuses('and on the first of 2024', on('2024-01-01'), 'decision.made', 'decision/remedy-wrong');
});

describe('decision/number-malformed', () => {
  const GOOD = [
    '忻市监处罚〔2025〕31号',
    '忻市监处〔1999〕1号',
    '泉州市鲤城市监不予处罚〔2025〕100号',
    '武市监当罚〔2025〕9号',
  ];
  const BAD = [
    '',
    '忻市监处罚[2025]31号',
    '忻市监处罚〔2025〕031号',
    '忻市监处罚〔2025〕0号',
    '忻市监处罚〔25〕31号',
    '忻市监处罚〔2125〕31号',
    '忻市监处罚〔2025〕31',
    '忻处罚〔2025〕31号',
    '市监处罚〔2025〕31号',
    '忻市监〔2025〕31号',
    '忻市监处罚〔2025〕 31号',
    'X市监处罚〔2025〕31号',
    '忻市监一二三四五六七〔2025〕31号',
    '一二三四五六七八九市监处罚〔2025〕31号',
  ];
  for (const number of GOOD)
    accepts(`${number} is well formed`, decided({ number }), 'decision.made');
  for (const number of BAD)
    refuses(
      `${number || 'an empty number'} is not`,
      decided({ number }),
      'decision.made',
      'decision/number-malformed',
    );
  refuses(
    'nor on the spot',
    onTheSpot({ number: '12' }),
    'decision.made',
    'decision/number-malformed',
  );
  for (const [name, lawful] of [
    ['licence', licence],
    ['confirmation', confirmation],
    ['adjudication', adjudication],
  ] as const) {
    refuses(
      `${name}: a malformed number`,
      lawful().upTo('decision.made').with('decision.made', { number: '2025-31' }),
      'decision.made',
      'decision/number-malformed',
    );
    accepts(`${name}: no number`, lawful().upTo('decision.made'), 'decision.made');
  }
});

describe('discretion', () => {
  // The statute allows 10,000 to 20,000 yuan: 30 % is 13,000, 70 % is 17,000.
  const fined = (fine: number, step: string, min = 1_000_000, max = 2_000_000) => {
    const data = { penalty: { fine }, discretion: { min, max, step } };
    return penalty()
      .upTo('decision.made')
      .with('notice.served', { penalty: { fine: 9_000_000 } })
      .with('decision.made', data);
  };
  const rows: readonly (readonly [fine: number, step: string, code?: string])[] = [
    [2_000_001, 'heavier', 'discretion/above-maximum'],
    [2_000_001, 'lighter', 'discretion/above-maximum'],
    [2_000_001, 'mitigated', 'discretion/above-maximum'],
    [999_999, 'lighter', 'discretion/below-minimum'],
    [999_999, 'ordinary', 'discretion/below-minimum'],
    [999_999, 'heavier', 'discretion/below-minimum'],
    [999_999, 'mitigated'],
    [0, 'mitigated'],
    [1_000_000, 'mitigated', 'discretion/out-of-step'],
    [1_000_000, 'lighter'],
    [1_300_000, 'lighter'],
    [1_300_001, 'lighter', 'discretion/out-of-step'],
    [1_300_000, 'ordinary', 'discretion/out-of-step'],
    [1_300_001, 'ordinary'],
    [1_699_999, 'ordinary'],
    [1_700_000, 'ordinary', 'discretion/out-of-step'],
    [1_699_999, 'heavier', 'discretion/out-of-step'],
    [1_700_000, 'heavier'],
    [2_000_000, 'heavier'],
  ];
  for (const [fine, step, code] of rows)
    if (code) refuses(`${fine} is not ${step}`, fined(fine, step), 'decision.made', code);
    else accepts(`${fine} is ${step}`, fined(fine, step), 'decision.made');
  accepts(
    'thirty per cent of an odd range is not rounded down',
    fined(3, 'lighter', 0, 11),
    'decision.made',
  );
  refuses('nor up', fined(4, 'lighter', 0, 11), 'decision.made', 'discretion/out-of-step');
  accepts('a range of one amount is lighter', fined(500, 'lighter', 500, 500), 'decision.made');
  accepts('and heavier', fined(500, 'heavier', 500, 500), 'decision.made');
  refuses(
    'a summary fine above the maximum',
    onTheSpot({ discretion: { min: 0, max: 49_999, step: 'heavier' } }),
    'decision.made',
    'discretion/above-maximum',
  );
  accepts(
    'a summary fine within its step',
    onTheSpot({ discretion: { min: 0, max: 100_000, step: 'ordinary' } }),
    'decision.made',
  );
});

describe('summary/above-limit', () => {
  const fined = (party: Data, fine: number, rules: Data = {}) =>
    onTheSpot({ penalty: { fine } }).party(party).rules(rules);
  const classes: readonly (readonly [title: string, party: Data, rules: Data, limit: number])[] = [
    ['a citizen', CITIZEN, {}, 20_000],
    ['an individual business', TRADER, {}, 20_000],
    [
      'an individual business classed with organisations',
      TRADER,
      { 'party.individualBusiness': 'organisation' },
      300_000,
    ],
    ['a company', { kind: 'legal', name: '公司' }, {}, 300_000],
    ['another organisation', { kind: 'other', name: '合作社' }, {}, 300_000],
    ['a citizen where the script says less', CITIZEN, { 'summary.limit.natural': 100 }, 100],
    [
      'a company where the script says less',
      { kind: 'legal', name: '公司' },
      { 'summary.limit.organisation': 100 },
      100,
    ],
  ];
  for (const [title, party, rules, limit] of classes) {
    accepts(`${title} fined ${limit}`, fined(party, limit, rules), 'decision.made');
    refuses(
      `${title} fined ${limit + 1}`,
      fined(party, limit + 1, rules),
      'decision.made',
      'summary/above-limit',
    );
  }
  accepts('a warning', onTheSpot({ penalty: { warning: true } }), 'decision.made');
  accepts(
    'a warning with a fine',
    onTheSpot({ penalty: { warning: true, fine: 100 } }),
    'decision.made',
  );
  for (const more of [
    { gains: 1 },
    { goods: 1 },
    { criticism: true },
    { suspendLicence: true },
    { revoke: true },
    { downgrade: true },
    { restrict: true },
    { suspend: true },
    { close: true },
  ])
    refuses(
      `on the spot no ${Object.keys(more).join()}`,
      onTheSpot({ penalty: { fine: 100, ...more } }),
      'decision.made',
      'summary/above-limit',
    );
});
