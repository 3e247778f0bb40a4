/** The first run: what can be set up, and setting it up. Open only while the installation is empty. */
import { timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { HttpProblem } from '../http/problems.ts';
import { type Route, route } from '../http/route.ts';
import { exact, newId, opt } from '../http/shapes.ts';
import type { PackStore } from '../platform/rules/pack-store.ts';
import { STAFF_ACT_DATA } from '../staff/staff.ts';
import { BUREAU_ACT_DATA, BureauProfile } from './bureau.ts';
import type { Registry } from './registry.ts';
import type { SetupView } from './setup.api.ts';
import type { SetupService } from './setup.service.ts';

export interface SetupRoutesWorld {
  readonly setup: SetupService;
  readonly registry: Registry;
  readonly packs: PackStore;
  /** Asked of whoever does not sit at the server itself. */
  readonly setupCode: () => Promise<string>;
  /** False behind a proxy, where everybody seems to sit at the server. */
  readonly trustLocal: boolean;
}

const Administrator = Type.Object(
  {
    name: STAFF_ACT_DATA['officer.registered'].properties.name,
    login: STAFF_ACT_DATA['account.opened'].properties.login,
    password: Type.String({ minLength: 1, maxLength: 200 }),
  },
  exact,
);
const code = opt(Type.String({ maxLength: 100 }));

export function setupRoutes(world: SetupRoutesWorld): Route[] {
  const { setup, registry, packs, setupCode, trustLocal } = world;
  const isKnown = ({ socket }: FastifyRequest): boolean =>
    trustLocal && isLocal(socket.remoteAddress);

  async function refuseStrangers(
    request: FastifyRequest,
    given: string | undefined,
  ): Promise<void> {
    if (isKnown(request)) return;
    const wanted = Buffer.from(await setupCode());
    const offered = Buffer.from(given ?? '');
    if (wanted.length !== offered.length || !timingSafeEqual(wanted, offered))
      throw new HttpProblem('setup/code-wrong');
  }

  return [
    route({
      method: 'GET',
      path: '/api/setup',
      access: 'public',
      summary:
        'What has been set up, the bureaus that come with the rule pack, and how far the rehearsal bureau is.',
      answer: 'Setup',
      async handle({ request }): Promise<SetupView> {
        const { bureaus } = packs.current.pack;
        const empty = await setup.isEmpty();
        const needsCode = empty && !isKnown(request);
        // The page sends people to the file with the code: it is there from the first look on.
        if (needsCode) await setupCode();
        return {
          empty,
          needsCode,
          bureaus: await namesOf(registry),
          presets: empty
            ? [...bureaus.values()].map(
                ({ id, area, name, shortName, superior, government, justice, court }) => ({
                  pack: id,
                  area,
                  profile: { name, shortName, superior, government, justice, court },
                }),
              )
            : [],
          rehearsal: setup.rehearsal(),
        };
      },
    }),
    route({
      method: 'POST',
      path: '/api/setup',
      access: 'public',
      summary:
        'Found the bureau and create its three separate administrators. Sent again with the same id it finishes what was begun and answers the same.',
      body: Type.Object(
        {
          id: newId,
          area: BUREAU_ACT_DATA['bureau.founded'].properties.area,
          pack: Type.String({ pattern: '^[a-z]+$', maxLength: 40 }),
          profile: BureauProfile,
          administrators: Type.Object(
            { sysadmin: Administrator, secadmin: Administrator, auditadmin: Administrator },
            exact,
          ),
          code,
        },
        exact,
      ),
      answer: 'Founded',
      async handle({ request, body }) {
        const { code: given, ...wanted } = body;
        await refuseStrangers(request, given);
        if (wanted.pack !== 'national' && !packs.current.pack.bureaus.has(wanted.pack))
          throw new HttpProblem('http/malformed', [
            { pointer: '/pack', code: 'field/choice-unknown', message: '没有这套规则。' },
          ]);
        await setup.found(wanted);
        return { bureau: wanted.area };
      },
    }),
    route({
      method: 'POST',
      path: '/api/setup/rehearsal',
      access: 'public',
      summary:
        'Load the rehearsal bureau: accounts for each role and a year of cases. Goes on by itself; ask how far it is.',
      body: Type.Object({ code }, exact),
      answer: 'RehearsalProgress',
      async handle({ request, body }) {
        await refuseStrangers(request, body.code);
        await setup.startRehearsal();
        return { rehearsal: setup.rehearsal() };
      },
    }),
  ];
}

async function namesOf(registry: Registry): Promise<SetupView['bureaus']> {
  const bureaus = await Promise.all((await registry.bureaus()).map((id) => registry.bureau(id)));
  return bureaus.flatMap((bureau) =>
    bureau ? [{ id: bureau.id, name: bureau.profile.name }] : [],
  );
}

function isLocal(address: string | undefined): boolean {
  return address === '127.0.0.1' || address === '::1' || address === '::ffff:127.0.0.1';
}
