/** Whether something may be published at all, withdrawn or corrected (公示规定 art. 2, 5, 6, 12, 16; 行政处罚法 art. 48). */
import { describe } from 'vitest';
import { accepts, refuses } from '../../test/support/judge.ts';
import { CITIZEN, inspection, penalty, summary, TRADER } from '../../test/support/lawful.ts';
import {
  append,
  PUBLISH,
  PUBLISHED,
  publicityReview,
  publish,
  shown,
} from '../../test/support/publishing.ts';
import type { Data, Insert, Script } from '../../test/support/script.ts';

describe('publication/not-reviewed', () => {
  for (const [name, decided] of PUBLISHED) {
    refuses(
      `[WD-2.1.1b] [XZ-G-13b] ${name}: published without review`,
      publish(decided),
      PUBLISH,
      'publication/not-reviewed',
    );
    refuses(
      `[WD-2.1.1b] [XZ-G-13b] ${name}: published though the review withheld it`,
      publish(append(decided, publicityReview({ result: 'withhold' }))),
      PUBLISH,
      'publication/not-reviewed',
    );
    accepts(`${name}: published after review`, shown(decided), PUBLISH);
  }
  const decided = penalty().upTo('decision.made');
  refuses(
    '[WD-2.1.1b] [XZ-G-13b] the last review counts',
    publish(append(decided, publicityReview(), publicityReview({ result: 'withhold' }))),
    PUBLISH,
    'publication/not-reviewed',
  );
  accepts(
    'a pass after a refusal',
    publish(append(decided, publicityReview({ result: 'withhold' }), publicityReview())),
    PUBLISH,
  );
});

describe('publication/reviewer-not-competent', () => {
  const review = (script: Script, ...by: string[]) => append(script, publicityReview({}, ...by));
  const inspected = inspection().upTo('inspection.completed');
  refuses(
    '[JX-1.8] a clerk reviews an inspection result',
    review(inspected, 'pb'),
    'publication.reviewed',
    'publication/reviewer-not-competent',
  );
  for (const head of ['u1', 'h1'])
    accepts(`${head} does`, review(inspected.in('jiaxing'), 'pb', head), 'publication.reviewed');
  accepts('elsewhere anyone does', review(inspected.in('xinzhou'), 'pb'), 'publication.reviewed');
  for (const [name, decided] of PUBLISHED)
    if (name !== 'inspection')
      accepts(
        `${name} is reviewed by anyone in that bureau too`,
        review(decided.in('jiaxing'), 'pb'),
        'publication.reviewed',
      );
});

describe('publication/secret', () => {
  const decided = penalty().upTo('decision.made');
  for (const found of ['state-secret', 'forbidden', 'security']) {
    refuses(
      `[XZ-G-11a] a review that found ${found}`,
      publish(append(decided, publicityReview({ contains: [found] }))),
      PUBLISH,
      'publication/secret',
    );
    refuses(
      `[XZ-G-11a] ${found} however redacted and consented to`,
      publish(
        append(decided, publicityReview({ contains: [found] }), [
          'publication.consented',
          { from: '第三方' },
        ]),
        { redacted: [found] },
      ),
      PUBLISH,
      'publication/secret',
    );
    refuses(
      `[XZ-G-11a] withheld for ${found}`,
      publish(
        append(
          decided,
          ['publication.withheld', { ground: found, approvedBy: 'h1' }],
          publicityReview(),
        ),
      ),
      PUBLISH,
      'publication/secret',
    );
    accepts(
      `a later review that no longer finds ${found}`,
      publish(append(decided, publicityReview({ contains: [found] }), publicityReview())),
      PUBLISH,
    );
  }
});

describe('publication/third-party', () => {
  const decided = penalty().upTo('decision.made');
  const consent: Insert = ['publication.consented', { from: '第三方' }];
  for (const found of ['commercial-secret', 'privacy']) {
    const review = publicityReview({ contains: [found] });
    refuses(
      `[XZ-G-11b] ${found} in the open`,
      publish(append(decided, review)),
      PUBLISH,
      'publication/third-party',
    );
    accepts(`${found} redacted`, publish(append(decided, review), { redacted: [found] }), PUBLISH);
    accepts(`${found} consented to`, publish(append(decided, review, consent)), PUBLISH);
    refuses(
      `[XZ-G-11b] withheld for ${found}`,
      publish(
        append(
          decided,
          ['publication.withheld', { ground: found, approvedBy: 'h1' }],
          publicityReview(),
        ),
      ),
      PUBLISH,
      'publication/third-party',
    );
    accepts(
      `withheld for ${found}, then consented to`,
      publish(
        append(
          decided,
          ['publication.withheld', { ground: found, approvedBy: 'h1' }],
          consent,
          publicityReview(),
        ),
      ),
      PUBLISH,
    );
  }
  refuses(
    '[XZ-G-11b] one of two redacted',
    publish(append(decided, publicityReview({ contains: ['privacy', 'commercial-secret'] })), {
      redacted: ['privacy'],
    }),
    PUBLISH,
    'publication/third-party',
  );
  accepts(
    'what the law does not guard',
    publish(append(decided, publicityReview({ contains: ['typo'] }))),
    PUBLISH,
  );
});

describe('publication/not-masked', () => {
  const mild = { fine: 10_000 };
  const citizen = penalty()
    .party(CITIZEN)
    .upTo('decision.made')
    .with('notice.served', { penalty: mild })
    .with('decision.made', { penalty: mild });
  for (const masked of [false, undefined]) {
    refuses(
      `[WD-2.1.4b] a citizen by full name (${String(masked)})`,
      shown(citizen, { masked }),
      PUBLISH,
      'publication/not-masked',
    );
    accepts(
      `a company needs no mask (${String(masked)})`,
      shown(penalty().upTo('decision.made'), { masked }),
      PUBLISH,
    );
    accepts(
      `nor does an individual business (${String(masked)})`,
      shown(citizen.party(TRADER), { masked }),
      PUBLISH,
    );
  }
  accepts('a citizen masked', shown(citizen), PUBLISH);
  for (const [name, decided] of PUBLISHED) {
    if (name === 'penalty') continue;
    const lawful = name === 'summary' ? decided.with('decision.made', { penalty: mild }) : decided;
    refuses(
      `[WD-2.1.4b] ${name}: a citizen by full name`,
      shown(lawful.party(CITIZEN), { masked: false }),
      PUBLISH,
      'publication/not-masked',
    );
  }
});

describe('publication/overturned', () => {
  for (const [name, decided] of PUBLISHED)
    refuses(
      `[JX-1.7d] ${name}: an overturned decision is not published`,
      publish(append(decided, publicityReview(), ['decision.overturned', { kind: 'revoked' }])),
      PUBLISH,
      'publication/overturned',
    );
});

describe('publication/not-publishable', () => {
  refuses(
    'a summary penalty in the penalty system',
    shown(summary().upTo('decision.made'), { channel: 'GSXT' }),
    PUBLISH,
    'publication/not-publishable',
  );
  const warned = (more: Data) =>
    penalty()
      .upTo('decision.made')
      .with('notice.served', { penalty: { warning: true, ...more } })
      .with('decision.made', { penalty: { warning: true, ...more } });
  const gsxt = {
    channel: 'GSXT',
    fields: ['number', 'party', 'violation', 'penalty', 'authority', 'date'],
  };
  refuses(
    'a mere warning in the penalty system',
    shown(warned({}), gsxt),
    PUBLISH,
    'publication/not-publishable',
  );
  accepts('a warning and a fine', shown(warned({ fine: 1 }), gsxt), PUBLISH);
  accepts('a warning and a criticism', shown(warned({ criticism: true }), gsxt), PUBLISH);
  accepts('a mere warning on the site', shown(warned({})), PUBLISH);
});

describe('withholding, withdrawing, correcting', () => {
  const published = shown(penalty().upTo('decision.made'));
  for (const [name, decided] of PUBLISHED) {
    refuses(
      `[XZ-G-3] ${name}: withheld on no lawful ground`,
      append(decided, ['publication.withheld', { ground: 'embarrassing', approvedBy: 'h1' }]),
      'publication.withheld',
      'publication/ground-not-lawful',
    );
    for (const ground of ['state-secret', 'forbidden', 'security', 'commercial-secret', 'privacy'])
      accepts(
        `${name}: withheld for ${ground}`,
        append(decided, ['publication.withheld', { ground, approvedBy: 'h1' }]),
        'publication.withheld',
      );
  }
  for (const reason of ['', ' 　\n', undefined])
    refuses(
      `withdrawn without reason (${JSON.stringify(reason)})`,
      append(published, ['publication.withdrawn', { channel: 'WEB', reason }]),
      'publication.withdrawn',
      'publication/reason-missing',
    );
  accepts(
    'withdrawn with a reason',
    append(published, ['publication.withdrawn', { channel: 'WEB', reason: '更正' }]),
    'publication.withdrawn',
  );

  const answer = (own: boolean | undefined, outcome: string, told: boolean | undefined) =>
    append(
      published,
      ['correction.requested', { evidence: true, own }],
      ['correction.answered', { outcome, told }],
    );
  for (const told of [false, undefined])
    refuses(
      `[XZ-G-15a] a correction nobody is told of (${String(told)})`,
      answer(undefined, 'corrected', told),
      'correction.answered',
      'correction/not-told',
    );
  refuses(
    "[XZ-G-15b] another body's information is corrected",
    answer(false, 'corrected', true),
    'correction.answered',
    'correction/wrong-authority',
  );
  for (const outcome of ['forwarded', 'refused'])
    accepts(`or ${outcome}`, answer(false, outcome, true), 'correction.answered');
  for (const own of [true, undefined])
    accepts(
      `one's own is corrected (${String(own)})`,
      answer(own, 'corrected', true),
      'correction.answered',
    );
  refuses(
    'neither told nor ours',
    answer(false, 'corrected', false),
    'correction.answered',
    'correction/not-told',
    'correction/wrong-authority',
  );
});
