/** How publication stands on a channel, withholding, and taking down what was overturned (rehearsal format §7, §9). */
import { describe, expect, it } from 'vitest';
import { inspection, penalty } from '../../test/support/lawful.ts';
import { append, publicityReview } from '../../test/support/publishing.ts';
import type { Script } from '../../test/support/script.ts';

// Decided on 21 March 2025; due on the site on 1 April, in the penalty system on 21 April.
const decided = penalty().upTo('decision.made');
const published = penalty().until('performance.recorded');
const withheld = (ground: string, on = '2025-03-24') =>
  decided.add(on, 'publication.withheld', { ground, approvedBy: 'h1' });
const consent = (script: Script, on = '2025-03-26') =>
  script.add(on, 'publication.consented', { from: '第三方' });
const overturn = (script: Script, on = '2025-04-02') =>
  script.add(on, 'decision.overturned', { kind: 'revoked' });
const withdraw = (script: Script, channel: string, on: string) =>
  script.add(on, 'publication.withdrawn', { channel, reason: '撤销' });
const site = (script: Script, asOf: string) => script.asOf(asOf).play().channel('WEB');

describe('status', () => {
  it.each([
    ['due', decided, '2025-04-01'],
    ['overdue', decided, '2025-04-02'],
    ['published', published, '2025-06-01'],
    [
      'published-late',
      published.at('publication.reviewed', '2025-04-02').at('publication.published', '2025-04-02'),
      '2025-04-02',
    ],
    [
      'published',
      published
        .at('publication.reviewed', '2025-04-01')
        .at('publication.published', '2025-04-01 23:59'),
      '2025-04-02',
    ],
    ['withheld', withheld('privacy'), '2025-06-01'],
    ['withheld', withheld('state-secret'), '2025-06-01'],
    ['withheld', consent(withheld('state-secret')), '2025-06-01'],
    ['due', consent(withheld('privacy')), '2025-04-07'],
    ['overdue', consent(withheld('privacy')), '2025-04-08'],
    ['overturned', overturn(decided), '2025-06-01'],
    ['overturned', overturn(withheld('privacy')), '2025-06-01'],
    ['to-withdraw', overturn(published), '2025-06-01'],
    ['withdrawn', withdraw(overturn(published), 'WEB', '2025-04-03'), '2025-06-01'],
    ['withdrawn', withdraw(published, 'WEB', '2025-04-03'), '2025-06-01'],
    ['unknown', decided.knownUntil('2025-03-31'), '2025-03-31'],
    [
      'not-started',
      inspection()
        .rules({
          'publish.inspectionOnSite': true,
          'publish.start.inspection': 'inspection.completed',
        })
        .upTo('premises.inspected'),
      '2025-03-31',
    ],
  ] as const)('%s', (status, script, asOf) => {
    expect(site(script, asOf).status).toBe(status);
  });

  it('what was withdrawn may be published again', () => {
    const again = append(
      withdraw(published.asOf('2025-04-30'), 'WEB', '2025-03-24 11:00'),
      publicityReview(),
    ).add('2025-03-25', 'publication.published', {
      channel: 'WEB',
      form: 'summary',
      fields: ['authority', 'party', 'category', 'conclusion'],
      unit: '食品股',
    });
    expect(site(again, '2025-04-30')).toMatchObject({
      status: 'published',
      publishedOn: '2025-03-24',
      withdrawnOn: '2025-03-24',
    });
  });
  it('each channel stands for itself', () => {
    const outcome = withdraw(overturn(published), 'WEB', '2025-04-03').asOf('2025-04-03').play();
    expect(outcome.channel('WEB')).toMatchObject({
      status: 'withdrawn',
      withdrawnOn: '2025-04-03',
    });
    expect(outcome.channel('GSXT')).toMatchObject({ status: 'to-withdraw', withdrawnOn: null });
  });
});

describe('withholding', () => {
  const clock = (script: Script, rules = {}) =>
    script.rules(rules).asOf('2025-06-01').play().clock('publication.WEB');
  it('stops the clock until someone consents', () => {
    expect(clock(withheld('privacy'))).toMatchObject({ due: null, status: 'paused' });
    expect(clock(consent(withheld('privacy')))).toMatchObject({
      due: '2025-04-07',
      skipped: { paused: 3 },
    });
    expect(clock(consent(withheld('privacy')), { 'clock.pause': 'start-only' })).toMatchObject({
      due: '2025-04-03',
      skipped: { paused: 2 },
    });
  });
  it('for secrets without end', () => {
    for (const ground of ['state-secret', 'forbidden', 'security'])
      expect(clock(consent(withheld(ground)))).toMatchObject({ due: null, status: 'paused' });
  });
  it('does not stop it where the bureau says so', () => {
    expect(clock(withheld('privacy'), { 'publish.clock.withheld': 'running' })).toMatchObject({
      due: '2025-04-01',
      status: 'overdue',
    });
  });
  it('is not done on an unlawful ground', () => {
    expect(clock(withheld('embarrassing')).due).toBe('2025-04-01');
  });
  it('says ground and days', () => {
    const said = (script: Script) => script.play().printed.publication.withheld;
    expect(said(decided)).toBeNull();
    expect(said(withheld('privacy'))).toEqual({
      ground: 'privacy',
      from: '2025-03-24',
      until: null,
    });
    expect(said(consent(withheld('privacy')))).toEqual({
      ground: 'privacy',
      from: '2025-03-24',
      until: '2025-03-26',
    });
    expect(said(consent(withheld('state-secret')))).toEqual({
      ground: 'state-secret',
      from: '2025-03-24',
      until: null,
    });
  });
});

describe('[JX-1.7d] withdrawal of what was overturned', () => {
  // Overturned on Wednesday 2 April; 4 to 6 April are a holiday: the third working day is Tuesday 8 April.
  const outcome = (script: Script, asOf = '2025-04-30') => script.in('jiaxing').asOf(asOf).play();
  const both = (on: string) =>
    withdraw(withdraw(overturn(published), 'WEB', '2025-04-03'), 'GSXT', on);
  it('is due in three working days', () => {
    expect(outcome(overturn(published), '2025-04-08').clock('withdrawal')).toMatchObject({
      id: 'withdrawal#20',
      unit: 'working-day',
      length: 3,
      due: '2025-04-08',
      status: 'running',
    });
    expect(outcome(overturn(published), '2025-04-09').clock('withdrawal').status).toBe('overdue');
  });
  it('is met when the last of it is down', () => {
    expect(outcome(both('2025-04-08')).clock('withdrawal')).toMatchObject({
      ended: '2025-04-08',
      status: 'met',
    });
    expect(outcome(both('2025-04-09')).clock('withdrawal')).toMatchObject({
      ended: '2025-04-09',
      status: 'late',
    });
    expect(
      outcome(withdraw(overturn(published), 'WEB', '2025-04-03')).clock('withdrawal'),
    ).toMatchObject({ ended: null, status: 'overdue' });
  });
  it('is nobody’s duty where nothing stands published', () => {
    expect(outcome(overturn(decided)).findClock('withdrawal')).toBeUndefined();
    expect(
      outcome(
        overturn(withdraw(withdraw(published, 'WEB', '2025-03-25'), 'GSXT', '2025-03-25')),
      ).findClock('withdrawal'),
    ).toBeUndefined();
  });
});
