import { describe, expect, it } from 'vitest';
import { isCitizenNumber, isCreditCode } from '../party/identifier.ts';
import { citizenNumber, creditCode, deskParty } from './identity.ts';
import { PARTIES } from './parties.texts.ts';

describe('made-up identifiers', () => {
  it('carry the check digits of GB 32100 and GB 11643', () => {
    expect(creditCode('legal', 1)).toBe('91990001MAYX000172');
    expect(creditCode('individual-business', 25)).toBe('92990001MAYX00252Y');
    expect(citizenNumber({ born: '1986-04-12', gender: 'male' }, 1)).toBe('990001198604120030');
    expect(citizenNumber({ born: '1990-09-03', gender: 'female' }, 2)).toBe('990001199009030043');
  });
  it('are valid and different for every party', () => {
    const parties = Object.values(PARTIES).map((party, index) => deskParty(party, index + 1));
    for (const { kind, code, idNumber } of parties) {
      expect(isCitizenNumber(idNumber ?? '')).toBe(true);
      expect(code === undefined ? 'natural' : isCreditCode(code)).toBe(
        kind === 'natural' ? 'natural' : true,
      );
    }
    expect(new Set(parties.map((party) => party.idNumber)).size).toBe(parties.length);
    expect(new Set(parties.map((party) => party.name)).size).toBe(parties.length);
  });
});
