/**
 * A decision on the spot needs no review, and therefore must be small, witnessed, told and heard: no way leads to one
 * that is not, nor to any other act the law does not allow, and every guard of the table is needed for that.
 */
import { describe, it } from 'vitest';
import { tableOf } from './guards.ts';
import { expectLawful, type Proof, proveGuards, Searches } from './proof.ts';
import { SUMMARY } from './properties.ts';
import * as scenes from './summary.scenes.ts';
import { BUREAU_NAMES } from './world.ts';

const NONE = 'handlers are not assigned in this procedure, so there is nobody it could keep out';
const published = {
  with: ['publication.reviewed: after @decision'],
  scene: scenes.publishing({ bureau: 'national' }),
};

const proof: Proof = {
  table: tableOf('penalty.summary'),
  properties: SUMMARY,
  scenes: {
    ...Object.fromEntries(
      BUREAU_NAMES.flatMap((bureau) => [
        [`an organisation in ${bureau}`, scenes.onTheSpot({ bureau })],
        [`a person in ${bureau}`, scenes.onTheSpot({ bureau, natural: true })],
      ]),
    ),
    'the end, the party present': scenes.finishing({ bureau: 'wuding' }, true),
    'the end, the party absent': scenes.finishing({ bureau: 'national' }, false),
    'publication as a summary': scenes.publishing({ bureau: 'licheng' }),
    'publication of a person': scenes.publishing({ bureau: 'wuding', natural: true }),
  },
  pairs: {
    'publication.consented: after @decision': published,
    'publication.published: after @decision': published,
    'file.archived: after decision.made': {
      with: ['file.archived: archive/incomplete'],
      scene: scenes.onTheSpot({ bureau: 'national' }),
    },
  },
  covered: {
    'file.archived: once': 'nothing follows the end of a case but its publication',
    'publication.withdrawn: after publication.published': 'it names what stands published',
    'record.av.stored: after record.av.made': 'it names a recording that was made',
  },
  idle: {
    'premises.inspected: handlers/not-assigned': NONE,
    'evidence.recorded: handlers/not-assigned': NONE,
    'decision.made: handlers/not-assigned': NONE,
  },
};
const searches = new Searches(proof);

describe('the table of the summary procedure', () => {
  it.each(Object.keys(proof.scenes))(
    '%s: no way leads to a decision that needed more than the spot, or to any act the law forbids',
    (name) => {
      expectLawful(searches.of(name));
    },
  );
});

describe('its guards', () => {
  proveGuards(proof, searches);
});
