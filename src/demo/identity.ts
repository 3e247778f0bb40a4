/** Made-up identifiers that pass their check digits, all of the made-up area, so that none is anybody's. Pure. */
import { creditCodeCheck, organisationCodeCheck } from '../party/identifier.ts';
import type { DeskParty } from '../matter/desk-act-data.ts';
import { DEMO_AREA } from './demo-ids.ts';
import type { DemoParty } from './plot.ts';

const CITIZEN_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CITIZEN_CHECKS = '10X98765432';

/** A unified social credit code (GB 32100): registered by market supervision, of an enterprise or an individual business. */
export function creditCode(kind: 'legal' | 'individual-business', serial: number): string {
  const organisation = `MAYX${String(serial).padStart(4, '0')}`;
  const body = `${kind === 'legal' ? '91' : '92'}${DEMO_AREA}${organisation}`;
  const checked = `${body}${organisationCodeCheck(organisation)}`;
  return `${checked}${creditCodeCheck(checked)}`;
}

/** A citizen identity number (GB 11643) of somebody born on that day; `serial` 0 to 499. */
export function citizenNumber(
  { born, gender }: Pick<DemoParty, 'born' | 'gender'>,
  serial: number,
): string {
  const order = String((serial % 500) * 2 + (gender === 'male' ? 1 : 0)).padStart(3, '0');
  const body = `${DEMO_AREA}${born.replaceAll('-', '')}${order}`;
  const sum = CITIZEN_WEIGHTS.reduce((all, weight, at) => all + weight * Number(body[at]), 0);
  return `${body}${CITIZEN_CHECKS.charAt(sum % 11)}`;
}

/** A party as the desk knows it; `serial` tells it from the others. */
export function deskParty(party: DemoParty, serial: number): DeskParty {
  const { kind, name, address, person, gender, born } = party;
  const idNumber = citizenNumber(party, serial);
  const phone = `1990000${String(serial).padStart(4, '0')}`;
  if (kind === 'natural') return { kind, name, address, idNumber, phone, gender, birth: born };
  return {
    kind,
    name,
    licenceName: '营业执照',
    code: creditCode(kind, serial),
    address,
    representative: person,
    idNumber,
    phone,
  };
}
