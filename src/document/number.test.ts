import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DOCUMENT_NUMBER_PATTERN, formatDocumentNumber, parseDocumentNumber } from './number.ts';

describe('document number', () => {
  test.each([
    ['泉鲤市监处罚〔2023〕12号', { bureau: '泉鲤', word: '处罚', year: 2023, serial: 12 }],
    ['石市监处罚〔2022〕120号', { bureau: '石', word: '处罚', year: 2022, serial: 120 }],
    ['平市监处罚〔2023〕179号', { bureau: '平', word: '处罚', year: 2023, serial: 179 }],
    ['定市监当罚〔2024〕797号', { bureau: '定', word: '当罚', year: 2024, serial: 797 }],
    ['津市市监责改〔2026〕1号', { bureau: '津市', word: '责改', year: 2026, serial: 1 }],
  ])('%s is well formed', (text, parts) => {
    expect(parseDocumentNumber(text)).toEqual(parts);
    expect(formatDocumentNumber(parts)).toBe(text);
  });

  test.each([
    ['泉鲤市监处罚[2023]12号', 'square brackets'],
    ['泉鲤市监处罚（2023）12号', 'full-width round brackets'],
    ['泉鲤市监处罚(2023)12号', 'round brackets'],
    ['泉鲤市监处罚【2023】12号', 'black lenticular brackets'],
    ['泉鲤市监处罚〖2023〗12号', 'white lenticular brackets'],
    ['泉鲤市监处罚〔2023】12号', 'mixed brackets'],
    ['泉鲤市监处罚〔2023〕012号', 'a leading zero'],
    ['泉鲤市监处罚〔2023〕0号', 'serial zero'],
    ['泉鲤市监处罚〔2023〕号', 'no serial'],
    ['泉鲤市监处罚〔2023〕１２号', 'full-width digits'],
    ['泉鲤市监处罚〔1823〕12号', 'a year of another age'],
    ['泉鲤市监处罚〔23〕12号', 'a short year'],
    ['泉鲤市监处罚〔2023〕第12号', 'the word 第'],
    ['泉鲤市监处罚〔2023〕12', 'no 号'],
    ['泉鲤市监〔2023〕12号', 'no word'],
    ['市监处罚〔2023〕12号', 'no bureau'],
    ['泉鲤处罚〔2023〕12号', 'no 市监'],
    ['QL市监处罚〔2023〕12号', 'latin letters'],
    ['泉鲤市监处罚 〔2023〕12号', 'a space'],
    [' 泉鲤市监处罚〔2023〕12号', 'a space before'],
    ['泉鲤市监处罚〔2023〕12号\n', 'a line after'],
    ['泉鲤市监处罚〔2023〕99999999999999999999号', 'a serial beyond counting'],
    ['', 'nothing'],
  ])('%s is refused: %s', (text) => {
    expect(parseDocumentNumber(text)).toBeUndefined();
  });

  test('the published pattern agrees with the parser', () => {
    const pattern = new RegExp(DOCUMENT_NUMBER_PATTERN);
    expect(pattern.test('泉鲤市监处罚〔2023〕12号')).toBe(true);
    expect(pattern.test('泉鲤市监处罚[2023]12号')).toBe(false);
    expect(pattern.test('泉鲤市监处罚〔2023〕012号')).toBe(false);
  });

  test.each([
    [{ bureau: '泉鲤', word: '处罚', year: 2023, serial: 0 }],
    [{ bureau: '泉鲤', word: '处罚', year: 2023, serial: 1.5 }],
    [{ bureau: '泉鲤', word: '处罚', year: 1823, serial: 1 }],
    [{ bureau: '', word: '处罚', year: 2023, serial: 1 }],
    [{ bureau: '泉鲤', word: '', year: 2023, serial: 1 }],
    [{ bureau: '泉鲤', word: '〔2023〕1号', year: 2023, serial: 1 }],
    [{ bureau: '某市监某', word: '处罚', year: 2023, serial: 1 }],
  ])('parts that would not be read back are never printed: %j', (parts) => {
    expect(() => formatDocumentNumber(parts)).toThrow(RangeError);
  });

  test('what is printed is read back', () => {
    const han = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCodePoint(code));
    const word = fc.string({
      unit: han.filter((c) => !'市监'.includes(c)),
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(
        word,
        word,
        fc.integer({ min: 1900, max: 2099 }),
        fc.integer({ min: 1, max: 9_999_999 }),
        (bureau, kind, year, serial) => {
          const parts = { bureau, word: kind, year, serial };
          expect(parseDocumentNumber(formatDocumentNumber(parts))).toEqual(parts);
        },
      ),
    );
  });
});
