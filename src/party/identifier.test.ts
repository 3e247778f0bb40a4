import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  citizenNumberFault,
  creditCodeCheck,
  creditCodeFault,
  isCitizenNumber,
  isCreditCode,
  isOrganisationCode,
  organisationCodeCheck,
  readCitizenNumber,
} from './identifier.ts';

const VALID_CREDIT_CODES = [
  '91350502MAURQ2839J',
  '92532329MAYU122BX1',
  '93341621MAH4BXKF1N',
  '91330400MA3PCF4235',
  '111409000123456717',
  '91110000MAWCHDWY60',
];

describe('unified social credit code, GB 32100', () => {
  test.each(VALID_CREDIT_CODES)('%s is accepted', (code) => {
    expect(creditCodeFault(code)).toBeUndefined();
    expect(isCreditCode(code)).toBe(true);
  });

  test.each([
    ['91350502MAWRQ2839J', 'organisation-check', 'one character changed in the subject code'],
    ['91350502MAUQR2839J', 'organisation-check', 'two neighbours exchanged'],
    ['91350503MAURQ2839J', 'check', 'one digit changed in the region'],
    ['91350502MAURQ2839K', 'check', 'the last character changed'],
    ['91350502MAIRQ2839J', 'alphabet', 'the letter I'],
    ['91350502MAORQ2839J', 'alphabet', 'the letter O'],
    ['91350502MASRQ2839J', 'alphabet', 'the letter S'],
    ['91350502MAVRQ2839J', 'alphabet', 'the letter V'],
    ['91350502MAZRQ2839J', 'alphabet', 'the letter Z'],
    ['91350502maurq2839j', 'alphabet', 'lower case'],
    ['9135A502MAURQ2839J', 'region', 'a letter in the region'],
    ['350502100012345', 'length', 'an old registration number of 15 digits'],
    ['91350502MAURQ2839J ', 'length', 'a space after it'],
    ['', 'length', 'nothing'],
  ])('%s is refused: %s, %s', (code, fault) => {
    expect(creditCodeFault(code)).toBe(fault);
    expect(isCreditCode(code)).toBe(false);
  });

  test('any single changed character is refused', () => {
    const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
    for (const code of VALID_CREDIT_CODES) {
      for (let index = 0; index < 18; index += 1) {
        for (const other of alphabet) {
          if (other === code.charAt(index)) continue;
          const changed = code.slice(0, index) + other + code.slice(index + 1);
          expect(isCreditCode(changed), changed).toBe(false);
        }
      }
    }
  });

  test('check characters of the worked examples', () => {
    expect(creditCodeCheck('91350502MAURQ2839')).toBe('J');
    expect(creditCodeCheck('91110000MAWCHDWY6')).toBe('0');
    expect(organisationCodeCheck('MAURQ283')).toBe('9');
    expect(organisationCodeCheck('MAYU122B')).toBe('X');
    expect(isOrganisationCode('MAYU122BX')).toBe(true);
    expect(isOrganisationCode('MAYU122B1')).toBe(false);
    expect(isOrganisationCode('MAYU122B')).toBe(false);
  });
});

describe('citizen identity number, GB 11643', () => {
  test.each(['11010519491231002X', '350502199001010018', '330402198506150020'])(
    '%s is accepted',
    (number) => {
      expect(isCitizenNumber(number)).toBe(true);
    },
  );

  test.each([
    ['110105194912310021', 'check'],
    ['11010519491231002x', 'alphabet'],
    ['350502199002300018', 'date'],
    ['350502199013010018', 'date'],
    ['350502199000010018', 'date'],
    ['350502190002290019', 'date'],
    ['050502199001010018', 'region'],
    ['350502900101001', 'length'],
    ['35050219900101001１', 'alphabet'],
  ])('%s is refused: %s', (number, fault) => {
    expect(citizenNumberFault(number)).toBe(fault);
  });

  test('birth and gender are read from the number', () => {
    expect(readCitizenNumber('11010519491231002X')).toEqual({
      birth: '1949-12-31',
      gender: 'female',
    });
    expect(readCitizenNumber('350502199001010018')).toEqual({
      birth: '1990-01-01',
      gender: 'male',
    });
    expect(readCitizenNumber('350502199001010019')).toBeUndefined();
  });

  test('any text either is refused or has 18 characters', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), (text) => {
        expect(isCitizenNumber(text) && text.length !== 18).toBe(false);
      }),
    );
  });
});
