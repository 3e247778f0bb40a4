import { describe, expect, it } from 'vitest';
import { pack } from '../../test/support/script.ts';
import { engineAct } from '../matter/case-file.ts';
import { type Act, evolve, newMatter } from '../matter/matter.ts';
import type { Json } from '../ledger/canonical-json.ts';
import { shownAt, siteVersions, standingVersion } from './site-versions.ts';

const procedure = pack.procedures.get('penalty.ordinary');
if (!procedure) throw new Error('no ordinary procedure');
const blank = newMatter(
  procedure,
  { kind: 'legal', name: '甲', surname: null, code: null, idNumber: null, representative: null },
  { matter: '案由', flags: [] },
);

/** What becomes of `P` publications, `W` withdrawals and `O` the overturning, each with its channel. */
function after(bureau: string, ...acts: readonly string[]) {
  const matter = acts.reduce((so, act, index) => {
    const [what, channel = ''] = act.split(' ');
    const data: Record<string, Json> =
      what === 'O' ? { kind: 'revoked' } : { channel, form: 'both', reason: '理由' };
    return evolve(
      so,
      engineAct({
        type:
          what === 'O'
            ? 'decision.overturned'
            : what === 'P'
              ? 'publication.published'
              : 'publication.withdrawn',
        seq: index + 1,
        happened: `2026-03-${String(index + 1).padStart(2, '0')}T10:00:00+08:00`,
        by: ['pb'],
        data,
      }),
    );
  }, blank);
  const versions = siteVersions(matter, pack.law(bureau));
  return {
    withdrawnBy: versions.map(({ withdrawn }) => withdrawn?.n ?? null),
    standing: standingVersion(versions)?.version ?? null,
  };
}

describe('versions on the site', () => {
  it.each([
    ['nothing', [], [], null],
    ['the national system alone', ['P GSXT'], [], null],
    ['published twice', ['P WEB', 'P WEB'], [null, null], 2],
    ['then withdrawn: both', ['P WEB', 'P WEB', 'W WEB'], [3, 3], null],
    ['withdrawn and put right', ['P WEB', 'W WEB', 'P WEB'], [2, null], 2],
    ['and withdrawn again', ['P WEB', 'W WEB', 'P WEB', 'W WEB'], [2, 4], null],
    ['taken from the national system alone', ['P WEB', 'P GSXT', 'O', 'W GSXT'], [null], 1],
    ['overturned, not yet withdrawn', ['P WEB', 'P WEB', 'O'], [null, null], 2],
    ['overturned and withdrawn', ['P WEB', 'P WEB', 'O', 'W WEB'], [4, 4], null],
  ] as const)('%s', (_title, acts, withdrawnBy, standing) => {
    expect(after('licheng', ...acts)).toEqual({ withdrawnBy, standing });
  });

  it.each([
    ['one of two channels', ['P WEB', 'P ZWFW', 'W ZWFW'], [null, 3], 1],
    ['the other', ['P WEB', 'P ZWFW', 'W WEB'], [3, null], 2],
    ['either, once overturned', ['P WEB', 'P ZWFW', 'O', 'W WEB'], [4, 4], null],
  ] as const)('[JX-1.7d] where two channels serve: %s', (_title, acts, withdrawnBy, standing) => {
    expect(after('jiaxing', ...acts)).toEqual({ withdrawnBy, standing });
  });
});

describe('what is recorded on another day than it is given', () => {
  const published = (channel: string, recorded?: string) =>
    engineAct({
      type: 'publication.published',
      seq: 20,
      happened: '2026-03-02T10:00:00+08:00',
      by: ['pb'],
      data: { channel, form: 'both' },
      ...(recorded === undefined ? {} : { recorded }),
    }) as Act<'publication.published'>; // made just now

  it.each([
    ['WEB', '2026-03-20T16:00:00.000Z', '2026-03-21'],
    ['WEB', '2026-03-02T02:00:05.000Z', '2026-03-02'],
    ['WEB', undefined, '2026-03-02'],
    ['GSXT', '2026-03-20T16:00:00.000Z', '2026-03-02'],
  ])('on %s at %s is shown from %s', (channel, recorded, day) => {
    expect(shownAt(published(channel, recorded), pack.law('licheng')).day).toBe(day);
  });
});
