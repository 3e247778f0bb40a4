/** Notice, statement and hearing before a penalty (行政处罚法 art. 44, 45, 62–65). */
import { describe } from 'vitest';
import { accepts, refuses } from '../../test/support/judge.ts';
import { CITIZEN, contested, CONTENTS, penalty, summary } from '../../test/support/lawful.ts';
import type { Data, Script } from '../../test/support/script.ts';

const both = ['o1', 'o2'];
const FULL = [...CONTENTS, 'hearing-right'];

describe('notice/content-missing', () => {
  for (const gone of CONTENTS) {
    const found = CONTENTS.filter((one) => one !== gone);
    refuses(
      `[QZ-7] [JX-1.5] a notice that does not tell ${gone}`,
      penalty().upTo('notice.served').with('notice.served', { contents: found }),
      'notice.served',
      'notice/content-missing',
    );
    refuses(
      `[QZ-7] [JX-1.5] a summary decision that does not tell ${gone}`,
      summary().upTo('decision.made').with('decision.made', { told: found }),
      'decision.made',
      'notice/content-missing',
    );
  }
  accepts(
    'a notice may tell more',
    penalty().upTo('notice.served').with('notice.served', { contents: FULL }),
    'notice.served',
  );
});

describe('hearing/right-not-notified', () => {
  const notice = (party: Data, fine: number, contents = CONTENTS) =>
    penalty()
      .party(party)
      .upTo('notice.served')
      .with('notice.served', { penalty: { fine }, contents });
  refuses(
    'a citizen fined 10,000 yuan is told of the hearing',
    notice(CITIZEN, 1_000_000),
    'notice.served',
    'hearing/right-not-notified',
  );
  accepts('told, it is in order', notice(CITIZEN, 1_000_000, FULL), 'notice.served');
  accepts(
    'a citizen fined one fen less need not be told',
    notice(CITIZEN, 999_999),
    'notice.served',
  );
  refuses(
    'a notice may lack a right and a content at once',
    notice(CITIZEN, 1_000_000, ['facts']),
    'notice.served',
    'hearing/right-not-notified',
    'notice/content-missing',
  );
});

describe('asking for a hearing', () => {
  // Notice on Thursday 13 March 2025: the fifth working day is Thursday 20 March.
  const notified = contested().upTo('notice.served');
  const ask = (script: Script, at: string) => script.add(at, 'hearing.requested', {}, ['party']);
  accepts('on the fifth working day', ask(notified, '2025-03-20 23:59'), 'hearing.requested');
  refuses(
    'on the sixth',
    ask(notified, '2025-03-21 00:00'),
    'hearing.requested',
    'hearing/request-late',
  );
  refuses(
    'about a penalty out of scope',
    ask(penalty().upTo('notice.served'), '2025-03-14'),
    'hearing.requested',
    'hearing/not-in-scope',
  );
  refuses(
    'too late and out of scope',
    ask(penalty().upTo('notice.served'), '2025-03-21'),
    'hearing.requested',
    'hearing/not-in-scope',
    'hearing/request-late',
  );
  accepts(
    'a new notice opens the period again',
    ask(
      notified.add('2025-03-19', 'notice.served', {
        method: 'direct',
        penalty: { fine: 20_000_000 },
        contents: FULL,
      }),
      '2025-03-26',
    ),
    'hearing.requested',
  );
  refuses(
    'the last notice says what is in scope',
    ask(
      notified.add('2025-03-19', 'notice.served', {
        method: 'direct',
        penalty: { fine: 5_000_000 },
        contents: FULL,
      }),
      '2025-03-20',
    ),
    'hearing.requested',
    'hearing/not-in-scope',
  );
});

describe('the chair', () => {
  for (const act of ['hearing.notified', 'hearing.held']) {
    const chaired = (chair: string) => contested().upTo(act).with(act, { chair });
    refuses(`${act}: a handler does not chair`, chaired('o1'), act, 'hearing/chair-is-handler');
    accepts(`${act}: an officer who had no part does`, chaired('o3'), act);
    accepts(`${act}: a reviewer does`, chaired('rv'), act);
    refuses(
      `${act}: one who inspected before others were assigned does not`,
      chaired('o3')
        .before('premises.inspected', ['identity.shown', {}, ['o2', 'o3']])
        .by('premises.inspected', 'o2', 'o3'),
      act,
      'hearing/chair-is-handler',
    );
  }
});

describe('hearing/notice-too-short', () => {
  // Notified on Monday 17 March: the seventh working day is Wednesday 26 March.
  const held = (at: string) => contested().upTo('hearing.held').at('hearing.held', at);
  refuses(
    'held on the sixth working day',
    held('2025-03-25 23:59'),
    'hearing.held',
    'hearing/notice-too-short',
  );
  accepts('held on the seventh', held('2025-03-26 00:00'), 'hearing.held');
  refuses(
    'a second notice starts anew',
    contested()
      .upTo('hearing.held')
      .after('hearing.notified', ['hearing.notified', { on: '2025-03-26', chair: 'ch' }])
      .at('hearing.held', '2025-03-25'),
    'hearing.held',
    'hearing/notice-too-short',
  );
  refuses(
    'a notice on Tuesday is a day short on the Wednesday after next',
    contested().upTo('hearing.held').at('hearing.notified', '2025-03-18'),
    'hearing.held',
    'hearing/notice-too-short',
  );
});

describe('hearing/pending', () => {
  const decide = contested().upTo('decision.made').without('statement.heard', 'statement.reviewed');
  const unheard = decide.without('hearing.notified', 'hearing.held');
  refuses(
    'no penalty while the party waits for its hearing',
    unheard,
    'decision.made',
    'hearing/pending',
  );
  accepts('held, the hearing is done', decide, 'decision.made');
  accepts(
    'withdrawn, it is done with',
    unheard.after('hearing.requested', ['statement.waived', { rights: ['hearing'] }]),
    'decision.made',
  );
  refuses(
    'giving up the statement withdraws no hearing',
    unheard.after('hearing.requested', ['statement.waived', { rights: ['statement'] }]),
    'decision.made',
    'hearing/pending',
  );
  refuses(
    'a waiver before the request withdraws nothing',
    unheard.before('hearing.requested', ['statement.waived', { rights: ['hearing'] }]),
    'decision.made',
    'hearing/pending',
  );
  accepts(
    'a request before a new notice is answered by that notice',
    unheard.after('hearing.requested', [
      'notice.served',
      { method: 'direct', penalty: { fine: 20_000_000 }, contents: FULL },
    ]),
    'decision.made',
  );
  refuses(
    'a request after a hearing waits again',
    decide
      .after(
        'hearing.held',
        ['notice.served', { method: 'direct', penalty: { fine: 20_000_000 }, contents: FULL }],
        ['hearing.requested', {}, ['party']],
      )
      .at('decision.made', '2025-04-30'),
    'decision.made',
    'hearing/pending',
  );
  accepts(
    'a decision not to punish waits for no hearing',
    unheard.with('decision.made', { outcome: 'no-penalty', penalty: undefined }),
    'decision.made',
  );
});

describe('notice/statement-period-open', () => {
  const decide = (at: string) => penalty().upTo('decision.made').at('decision.made', at);
  refuses(
    'on the last day of the period',
    decide('2025-03-20 23:59'),
    'decision.made',
    'notice/statement-period-open',
  );
  accepts('on the day after', decide('2025-03-21 00:00'), 'decision.made');
  const waive = (script: Script, ...rights: string[]) =>
    script.after('notice.served', ['statement.waived', { rights }]);
  accepts('waived, at once', waive(decide('2025-03-13 11:00'), 'statement'), 'decision.made');
  refuses(
    'not by giving up the hearing',
    waive(decide('2025-03-14'), 'hearing'),
    'decision.made',
    'notice/statement-period-open',
  );
  refuses(
    'not by a waiver before the notice it concerns',
    decide('2025-03-14').after(
      'notice.served',
      ['statement.waived', { rights: ['statement'] }],
      ['notice.served', { method: 'direct', penalty: { fine: 5_000_000 }, contents: CONTENTS }],
    ),
    'decision.made',
    'notice/statement-period-open',
  );
  const early = contested()
    .upTo('decision.made')
    .without('statement.heard', 'hearing.requested', 'hearing.notified', 'hearing.held')
    .without('statement.reviewed', 'record.av.skipped', 'discussion.held')
    .keepSteps(onlyFirstReview())
    .at('decision.made', '2025-03-14');
  refuses(
    'in hearing scope, the statement alone waived',
    waive(early, 'statement'),
    'decision.made',
    'notice/statement-period-open',
  );
  refuses(
    'in hearing scope, the hearing alone waived',
    waive(early, 'hearing'),
    'decision.made',
    'notice/statement-period-open',
  );
  accepts('in hearing scope, both waived', waive(early, 'hearing', 'statement'), 'decision.made');
  accepts(
    'in hearing scope, each waived apart',
    waive(waive(early, 'hearing'), 'statement'),
    'decision.made',
  );
  accepts(
    'a decision not to punish waits for nothing',
    decide('2025-03-14').with('decision.made', { outcome: 'no-penalty', penalty: undefined }),
    'decision.made',
  );
});

/** Leaves out the second review of the contested case. */
function onlyFirstReview(): (step: { act: string }) => boolean {
  const seen = new Set<string>();
  return ({ act }) => {
    if (!act.startsWith('review.')) return true;
    const again = seen.has(act);
    seen.add(act);
    return !again;
  };
}

describe('statements', () => {
  for (const statementHeard of [false, undefined])
    refuses(
      `a summary decision without hearing the party (${String(statementHeard)})`,
      summary().upTo('decision.made').with('decision.made', { statementHeard }),
      'decision.made',
      'statement/not-heard',
    );
  const heard = penalty()
    .upTo('decision.made')
    .after('notice.served', ['statement.heard', {}, both]);
  const review = ['statement.reviewed', { adopted: true, reasons: '部分采纳' }] as const;
  refuses('a statement heard and not reviewed', heard, 'decision.made', 'statement/not-reviewed');
  accepts('a statement reviewed', heard.after('statement.heard', review), 'decision.made');
  refuses(
    'a second statement needs a second review',
    heard.after('statement.heard', review, ['statement.heard', {}, both]),
    'decision.made',
    'statement/not-reviewed',
  );
  accepts(
    'a decision not to punish needs no review of the statement',
    heard.with('decision.made', { outcome: 'no-penalty', penalty: undefined }),
    'decision.made',
  );
  accepts(
    'a hearing alone needs no review of a statement',
    contested().upTo('decision.made').without('statement.heard', 'statement.reviewed'),
    'decision.made',
  );
});

describe('no heavier than notified', () => {
  const HEAVIER: readonly (readonly [title: string, notified: Data, decided: Data])[] = [
    ['a fine one fen higher', { fine: 5_000_000 }, { fine: 5_000_001 }],
    ['more gains', { fine: 100, gains: 10 }, { fine: 100, gains: 11 }],
    ['goods not notified', { fine: 100 }, { fine: 100, goods: 1 }],
    ['a kind not notified', { fine: 100 }, { fine: 100, criticism: true }],
    ['one kind in place of another', { warning: true, fine: 100 }, { criticism: true, fine: 100 }],
  ];
  for (const [title, notified, decided] of HEAVIER) {
    const decide = penalty()
      .upTo('decision.made')
      .with('notice.served', { penalty: notified })
      .with('decision.made', { penalty: decided });
    refuses(`${title}, nobody having spoken`, decide, 'decision.made', 'notice/not-matching');
    refuses(
      `${title}, after a statement`,
      decide.after(
        'notice.served',
        ['statement.heard', {}, both],
        ['statement.reviewed', { adopted: false, reasons: '无新证据' }],
      ),
      'decision.made',
      'decision/heavier-after-statement',
    );
    accepts(
      `${title}: the other way round is lighter`,
      penalty()
        .upTo('decision.made')
        .with('notice.served', { penalty: { ...notified, ...decided } })
        .with('decision.made', { penalty: notified }),
      'decision.made',
    );
    refuses(
      `${title}, after a statement before a new notice`,
      decide.after(
        'notice.served',
        ['statement.heard', {}, both],
        ['statement.reviewed', { adopted: false, reasons: '无新证据' }],
        ['notice.served', { method: 'direct', penalty: notified, contents: CONTENTS }],
      ),
      'decision.made',
      'notice/not-matching',
    );
  }
  refuses(
    'a hearing counts as speaking',
    contested()
      .upTo('decision.made')
      .without('statement.heard', 'statement.reviewed')
      .with('decision.made', { penalty: { fine: 20_000_001 } }),
    'decision.made',
    'decision/heavier-after-statement',
  );
  accepts('exactly what was notified', contested().upTo('decision.made'), 'decision.made');
  accepts(
    'flags said to be false are no new kinds',
    penalty()
      .upTo('decision.made')
      .with('decision.made', { penalty: { fine: 5_000_000, revoke: false, gains: 0 } }),
    'decision.made',
  );
});
