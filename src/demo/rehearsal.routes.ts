/** Whoever tries the rehearsal bureau is told how to sign in. A real bureau has no such page. */
import type { Registry } from '../bureau/registry.ts';
import { HttpProblem } from '../http/problems.ts';
import { type Route, route } from '../http/route.ts';
import { demoAccounts } from './accounts.ts';
import { DEMO_AREA } from './demo-ids.ts';

export interface RehearsalRoutesWorld {
  readonly registry: Registry;
  readonly now: () => number;
}

export function rehearsalRoutes({ registry, now }: RehearsalRoutesWorld): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/rehearsal-accounts',
      access: 'public',
      summary:
        'The accounts of the rehearsal bureau with password and present code. Not found where the bureau is a real one, or where there is none.',
      answer: 'RehearsalAccounts',
      async handle() {
        const bureaus = await registry.bureaus();
        const bureau = bureaus.includes(DEMO_AREA) ? await registry.bureau(DEMO_AREA) : null;
        if (!bureau?.rehearsal) throw new HttpProblem('http/not-found');
        return { bureau: bureau.id, accounts: demoAccounts(now()) };
      },
    }),
  ];
}
