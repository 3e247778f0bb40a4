/** Opening a case and concluding its investigation (程序规定 art. 19, 48). */
import { describe } from 'vitest';
import { accepts, refuses } from '../../test/support/judge.ts';
import { penalty, REPORT } from '../../test/support/lawful.ts';

describe('case/conditions-missing', () => {
  const conditions = ['evidence', 'punishable', 'jurisdiction', 'in-time'];
  const open = (found: string[]) =>
    penalty().upTo('case.opened').with('case.opened', { conditions: found });
  for (const gone of conditions)
    refuses(
      `a case is not opened without ${gone}`,
      open(conditions.filter((one) => one !== gone)),
      'case.opened',
      'case/conditions-missing',
    );
  accepts('a case is opened on all four', open([...conditions].reverse()), 'case.opened');
  refuses(
    'what is missing and who did not approve are said together',
    open([]).with('case.opened', { approvedBy: 'u1' }),
    'case.opened',
    'approval/missing',
    'case/conditions-missing',
  );
});

describe('investigation/report-incomplete', () => {
  const conclude = (report: string[]) =>
    penalty().upTo('investigation.concluded').with('investigation.concluded', { report });
  for (const gone of REPORT)
    refuses(
      `a report lacks ${gone}`,
      conclude(REPORT.filter((one) => one !== gone)),
      'investigation.concluded',
      'investigation/report-incomplete',
    );
  accepts(
    'a report of six parts and more',
    conclude([...REPORT, 'annex']),
    'investigation.concluded',
  );
  accepts(
    'an investigation is concluded again',
    penalty()
      .upTo('investigation.concluded')
      .after('investigation.concluded', ['investigation.concluded', { report: REPORT }]),
    'investigation.concluded',
  );
});
