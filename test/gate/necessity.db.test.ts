/**
 * That the attacks are attacks: with one constraint gone, at least one of those it refuses goes
 * through, and the oracle sees that something unlawful has come into being.
 */
import type { Client } from 'pg';
import { expect, it } from 'vitest';
import { loginName } from '../../src/platform/db/roles.ts';
import { type Attack, sceneOf } from './attack.ts';
import { ATTACKS } from './attacks.ts';
import { unlawful } from './oracle.ts';
import { attempt, insertion, type Outcome } from './rows.ts';
import { openWorld, speakFor } from './world.ts';

const world = await openWorld();
const scene = sceneOf(world);

/** Every check and foreign key of the gate. */
const { rows: constraints } = await world.admin.query<{ name: string; on: string }>(
  `select c.conname as name, c.conrelid::regclass::text as on from pg_constraint c
   where c.contype in ('c', 'f') and (c.conrelid::regclass::text in
     ('facts.decision', 'facts.review_opinion', 'facts.review_basis') or c.conname in
     ('act_has_link', 'act_said', 'matter_act', 'matter_words', 'field_officer_act', 'field_officer_words', 'reviewer_act', 'reviewer_words'))
   order by 2, 1`,
);

it.each(constraints)('$on needs $name', async ({ name, on }) => {
  const attacks = ATTACKS.filter(({ refused }) => refused.constraint === name);
  expect(await throughWithout(`alter table ${on} drop constraint ${name}`, attacks)).not.toEqual(
    [],
  );
});

/** Policies that ask for more than the bureau. */
it.each([
  ['matter_insert', 'facts.matter'],
  ['review_opinion_insert', 'facts.review_opinion'],
])('the policy %s of %s is needed', async (policy, on) => {
  const bureau = '(bureau_id = (select context.bureau()))';
  const attacks = ATTACKS.filter(({ refused }) => refused.state === '42501');
  const open = `alter policy ${policy} on ${on} with check ${bureau}`;
  expect(await throughWithout(open, attacks)).not.toEqual([]);
});

/** The attacks that go through once `change` is made. The oracle must see every one of them. */
async function throughWithout(change: string, attacks: readonly Attack[]): Promise<string[]> {
  const through: string[] = [];
  for (const attack of attacks) {
    await world.admin.query('begin');
    await world.admin.query(change);
    const { outcome, found } = await playAlone(world.admin, attack);
    await world.admin.query('rollback');
    if (outcome !== 'accepted') continue;
    expect(found, attack.name).not.toEqual([]);
    through.push(attack.name);
  }
  return through;
}

/** Plays an attack in the transaction under way, changing roles instead of connections. */
async function playAlone(
  admin: Client,
  attack: Attack,
): Promise<{ outcome: Outcome; found: string[] }> {
  const { steps, matter } = attack.story(scene);
  let outcome: Outcome = 'accepted';
  for (const { role, bureau, rows } of steps) {
    await speakFor(world.database, admin, bureau);
    await admin.query(`set local role ${loginName(role)}`);
    outcome = await attempt(admin, insertion(rows));
    if (outcome === 'accepted') outcome = await attempt(admin, 'set constraints all immediate');
    if (outcome !== 'accepted') return { outcome, found: [] };
    await admin.query('set constraints all deferred');
  }
  await admin.query('reset role');
  const found = await unlawful(admin, matter);
  return { outcome, found: found.map(({ what }) => what) };
}
