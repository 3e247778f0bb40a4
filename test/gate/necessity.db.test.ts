/**
 * That the attacks are attacks: with one constraint gone, at least one of those it refuses goes
 * through, and the oracle sees that something unlawful has come into being.
 */
import type { Client } from 'pg';
import { expect, it } from 'vitest';
import { loginName } from '../../src/platform/db/roles.ts';
import { type Attack, sceneOf } from './attack.ts';
import { ON_THE_CHAIN } from './attacks.basis.ts';
import { ON_DECISIONS } from './attacks.decision.ts';
import { ON_OPINIONS } from './attacks.opinion.ts';
import { HOME } from './law.ts';
import { unlawful } from './oracle.ts';
import { attempt, insertion, type Outcome } from './rows.ts';
import type { Story } from './story.ts';
import { openWorld, speakFor } from './world.ts';

const world = await openWorld();
const scene = sceneOf(world);
const ATTACKS = [...ON_DECISIONS, ...ON_THE_CHAIN, ...ON_OPINIONS];

const { rows: constraints } = await world.admin.query<{ name: string; on: string }>(
  `select c.conname as name, c.conrelid::regclass::text as on from pg_constraint c
   where c.contype in ('c', 'f') and (c.conrelid::regclass::text in
     ('facts.decision', 'facts.review_opinion', 'facts.review_basis') or c.conname = 'act_has_link')
   order by 2, 1`,
);

it.each(constraints)('$on needs $name', async ({ name, on }) => {
  const { admin } = world;
  const through: string[] = [];
  const held: string[] = [];
  for (const attack of ATTACKS.filter(({ refused }) => refused.constraint === name)) {
    await admin.query('begin');
    await admin.query(`alter table ${on} drop constraint ${name}`);
    const { outcome, found } = await playAlone(admin, attack);
    await admin.query('rollback');
    if (outcome === 'accepted' && found.length > 0)
      through.push(`${attack.name}: ${found.join(', ')}`);
    else held.push(`${attack.name}: ${JSON.stringify(outcome)} ${found.join()}`);
  }
  console.log(
    name,
    '\n   THROUGH',
    through.join('\n           '),
    '\n   HELD',
    held.join('\n        '),
  );
  expect(through).not.toEqual([]);
});

/** Plays an attack in the transaction under way, changing roles instead of connections. */
async function playAlone(
  admin: Client,
  attack: Attack,
): Promise<{ outcome: Outcome; found: string[] }> {
  const { steps, matter, bureau = HOME }: Story = attack.story(scene);
  await speakFor(world.database, admin, bureau);
  let outcome: Outcome = 'accepted';
  for (const { role, rows } of steps) {
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
