/** Who gave the opinion takes no part in what rests on it (程序规定 art. 49); the rehearsal format asks that of the review only. */
import { describe, expect, it } from 'vitest';
import { PEOPLE, penalty, seizure } from '../../test/support/lawful.ts';
import { pack, type Script } from '../../test/support/script.ts';
import { play, type Run } from '../rehearsal/play.ts';
import { parseScript } from '../rehearsal/script.ts';
import { isOwnReview } from './review.ts';

const BUREAU = 'guoyang';
const SECOND = { ...PEOPLE['o1'], roles: ['officer', 'reviewer'], lawLicence: true };
const both = ['o1', 'o2'];

function run(script: Script): Run {
  const reviewed = script.in(BUREAU).rules({ 'review.scope': 'ALL_EXCEPT_SUMMARY' });
  return play(parseScript(reviewed.input(), pack), BUREAU, pack);
}

/** Whether the first act of that code rests on the opinion of somebody who handled the matter, or is one. */
function restsOnOwn(
  script: Script,
  code: string,
  taking: Partial<Parameters<typeof isOwnReview>[4]> = {},
): boolean {
  const { matter, setting } = run(script.until(code));
  const act = run(script.upTo(code)).played.at(-1)?.act;
  if (!act) throw new Error(`the script has no ${code}`);
  return isOwnReview(matter, act, setting.law, act.at.day, {
    people: [],
    recorder: null,
    ...taking,
  });
}

describe('an independent seizure', () => {
  it('[GY-2.2.4c] is not carried out by who reviewed it', () => {
    expect(restsOnOwn(seizure().by('seizure.ordered', ...both, 'rv'), 'seizure.ordered')).toBe(
      true,
    );
  });
  it('is carried out by others', () => {
    expect(restsOnOwn(seizure(), 'seizure.ordered')).toBe(false);
  });
  it('may be by who reviewed an earlier draft', () => {
    const script = seizure()
      .person('r2', SECOND)
      .by('seizure.ordered', ...both, 'rv')
      .before(
        'seizure.ordered',
        [
          'review.requested',
          { kind: 'legal', materials: ['report', 'evidence', 'draft'], draft: 'v1' },
        ],
        ['review.accepted', {}, ['r2']],
        ['review.concluded', { opinion: 'agree', items: [] }, ['r2']],
      );
    expect(restsOnOwn(script, 'seizure.ordered')).toBe(false);
  });
});

describe('a decision', () => {
  const handledAfterwards = penalty()
    .person('rv', SECOND)
    .after('review.concluded', ['handlers.assigned', { handlers: ['o1', 'rv'] }, ['u1']]);
  it('[GY-2.2.4c] does not rest on the opinion of who has handled the case since', () => {
    expect(restsOnOwn(handledAfterwards, 'decision.made')).toBe(true);
  });
  it('rests on the opinion of who had no part', () => {
    expect(restsOnOwn(penalty(), 'decision.made')).toBe(false);
  });
});

describe('who recorded the investigation', () => {
  it('[GY-2.2.4c] neither accepts the review nor concludes it', () => {
    expect(restsOnOwn(penalty(), 'review.accepted', { people: ['rv'] })).toBe(true);
    expect(restsOnOwn(penalty(), 'review.concluded', { people: ['rv'] })).toBe(true);
    expect(restsOnOwn(penalty(), 'review.concluded', { people: ['o1'] })).toBe(false);
  });
  it('gave no opinion a decision can rest on', () => {
    expect(restsOnOwn(penalty(), 'decision.made', { people: ['rv'] })).toBe(true);
  });
  it('may not record the seizure that rests on his opinion', () => {
    expect(restsOnOwn(seizure(), 'seizure.ordered', { recorder: 'rv' })).toBe(true);
    expect(restsOnOwn(seizure(), 'seizure.ordered', { recorder: 'o1' })).toBe(false);
  });
});

it('other acts rest on no opinion', () => {
  expect(restsOnOwn(seizure().by('seizure.lifted', 'o1', 'rv'), 'seizure.lifted')).toBe(false);
});
