/**
 * No way leads to an ordinary penalty decision that was not lawfully reviewed, nor to any other act the law does not
 * allow; and every guard of the table is needed for that. The search uses the real rules; what is lawful is told by
 * properties of its own, in the words of the law.
 */
import { describe, expect, it } from 'vitest';
import * as aftermath from './aftermath.scenes.ts';
import { tableOf } from './guards.ts';
import * as scenes from './ordinary.scenes.ts';
import { ORDINARY } from './properties.ts';
import { expectLawful, type Proof, proveGuards, Searches } from './proof.ts';

const ENDED = 'nothing follows the end of a case but its record and its publication';
const OPEN = 'it names what it concerns, which must have been done and be open';
const ROUND = 'reviews follow one another: asked for, taken on, concluded';

const proof: Proof = {
  table: tableOf('penalty.ordinary'),
  properties: ORDINARY,
  scenes: {
    opening: scenes.opening({ bureau: 'jiaxing' }),
    'time limits': scenes.time({ bureau: 'national' }),
    preservation: scenes.goods({ bureau: 'guoyang' }, 'preservation'),
    seizure: scenes.goods({ bureau: 'xinzhou' }, 'seizure'),
    'a suspected crime': scenes.crimes({ bureau: 'licheng', flags: ['crime'] }),
    'hearings for every fine': scenes.anyHearing({ bureau: 'national', hearingFrom: 0 }),
    execution: aftermath.execution({ bureau: 'national' }),
    'an end, the party present': aftermath.ending({ bureau: 'wuding' }, true),
    'an end, the party absent': aftermath.ending({ bureau: 'guoyang' }, false),
    'an end without a decision': aftermath.undecided({ bureau: 'xinzhou' }),
    'publication as a summary': aftermath.publishing({ bureau: 'licheng' }),
    'publication of a person': aftermath.publishing({ bureau: 'wuding', natural: true }),
    'publication of a warning': aftermath.publishing({ bureau: 'xinzhou' }, aftermath.WARNING),
    'review of the case': scenes.review({ bureau: 'national' }),
    'legal review': scenes.review({ bureau: 'jiaxing', flags: ['complex'] }),
    hearings: scenes.hearings({ bureau: 'wuding' }),
    statements: scenes.statements({ bureau: 'licheng', list: true }),
  },
  pairs: {
    'investigation.concluded: after case.opened': {
      with: ['handlers.assigned: after case.opened'],
      scene: scenes.minimal({ bureau: 'national' }),
    },
    'proposal.approved: after investigation.concluded': {
      with: ['review.requested: after investigation.concluded'],
      scene: scenes.minimal({ bureau: 'national' }),
    },
    'decision.made: after investigation.concluded': {
      with: ['review.requested: after investigation.concluded'],
      scene: scenes.minimal({ bureau: 'national' }),
    },
    'publication.consented: after @decision': {
      with: ['publication.reviewed: after @decision'],
      scene: aftermath.publishing({ bureau: 'national' }),
    },
    'publication.published: after @decision': {
      with: ['publication.reviewed: after @decision'],
      scene: aftermath.publishing({ bureau: 'national' }),
    },
    'file.archived: after case.closed|case.declined': {
      with: ['file.archived: archive/incomplete'],
      scene: aftermath.undecided({ bureau: 'national' }),
    },
  },
  covered: {
    'case.declined: once': ENDED,
    'case.closed: once': ENDED,
    'file.archived: once': ENDED,
    'time.resumed: after time.stopped': OPEN,
    'preservation.resolved: after preservation.ordered': OPEN,
    'seizure.extended: after seizure.ordered': OPEN,
    'seizure.lifted: after seizure.ordered': OPEN,
    'seizure.disposed: after seizure.ordered': OPEN,
    'approval.given: after preservation.ordered|seizure.ordered': OPEN,
    'transfer.sent: after transfer.ordered': OPEN,
    'publication.withdrawn: after publication.published': OPEN,
    'record.av.stored: after record.av.made': OPEN,
    'review.accepted: after review.requested': ROUND,
    'review.extended: after review.accepted': ROUND,
    'review.concluded: after review.accepted': ROUND,
    'disagreement.raised: after review.concluded': ROUND,
  },
  idle: {},
};
const searches = new Searches(proof);
/** Wide enough for a busy machine; the longest search takes some seconds. */
const timeout = 120_000;

describe('the table of the ordinary procedure', { timeout }, () => {
  it.each(Object.keys(proof.scenes))(
    '[QZ-0e] [WD-2.3.0] [GY-2.2.4c] %s: no way leads to a decision without the review it needs, or to any act the law forbids',
    (name) => {
      expectLawful(searches.of(name));
    },
  );

  it.each(['review of the case', 'legal review', 'hearings', 'statements', 'a suspected crime'])(
    '%s: lawful ways do lead to a decision',
    (name) => {
      expect(searches.of(name).decisions).toBeGreaterThan(100);
    },
  );
});

describe('its guards', { timeout }, () => {
  proveGuards(proof, searches);
});
