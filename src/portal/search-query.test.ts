import { describe, expect, it } from 'vitest';
import { parseSearch, wholeNumber } from './search-query.ts';

describe('a document number', () => {
  it.each([
    '泉鲤市监处罚〔2026〕71号',
    '泉鲤市监处罚[2026]71号',
    '泉鲤市监处罚（2026）71号',
    '泉鲤市监处罚【2026】071号',
    ' 泉鲤市监处罚 〔2026〕 71 号 ',
    '泉鲤市监处罚〔２０２６〕第71号',
    '泉鲤市监处罚〔2026〕71',
  ])('%s', (typed) => {
    expect(parseSearch(typed)).toEqual({ kind: 'number', number: '泉鲤市监处罚〔2026〕71号' });
    expect(wholeNumber(typed)).toBe('泉鲤市监处罚〔2026〕71号');
  });
  it.each(['', '泉鲤市监处罚〔2026〕号', '71号', '泉鲤市监处罚〔2026〕71号补', '〔2026〕71号'])(
    '%s is none',
    (typed) => {
      expect(wholeNumber(typed)).toBeNull();
    },
  );
});

describe('parts of numbers', () => {
  it.each([
    ['〔2026〕', { word: null, year: 2026, serial: null }],
    ['泉鲤市监处罚〔2026〕', { word: '处罚', year: 2026, serial: null }],
    ['市监当罚', { word: '当罚', year: null, serial: null }],
    ['[2026]71', { word: null, year: 2026, serial: 71 }],
    ['71号', { word: null, year: null, serial: 71 }],
    ['0071', { word: null, year: null, serial: 71 }],
  ])('%s', (typed, parts) => {
    expect(parseSearch(typed)).toEqual({ kind: 'numbers', ...parts });
  });
});

describe('a credit code', () => {
  it.each(['91350502MAURQ2839J', '91350502maurq2839j', ' 9135 0502 MAUR Q283 9J '])(
    '%s',
    (typed) => {
      expect(parseSearch(typed)).toEqual({ kind: 'code', code: '91350502MAURQ2839J' });
    },
  );
  it('is not anything of eighteen characters', () => {
    expect(parseSearch('91350502MAURQ2839I').kind).toBe('words');
  });
});

describe('words', () => {
  it('keep their order within a run', () => {
    expect(parseSearch('晨禾超市 食品')).toEqual({
      kind: 'words',
      runs: [['晨禾', '禾超', '超市'], ['食品']],
    });
  });
  it('an article stands apart from its law, and in the numerals of the law', () => {
    const runs = [
      ['食品', '品安', '安全', '全法'],
      ['第一', '一百', '百二', '二十', '十四', '四条'],
    ];
    expect(parseSearch('食品安全法第一百二十四条')).toEqual({ kind: 'words', runs });
    expect(parseSearch('食品安全法第124条')).toEqual({ kind: 'words', runs });
    expect(parseSearch('《食品安全法》第124条')).toEqual({ kind: 'words', runs });
  });
  it.each([
    ['第10条', ['第十', '十条']],
    ['第20条', ['第二', '二十', '十条']],
    ['第105条', ['第一', '一百', '百零', '零五', '五条']],
    ['第110条', ['第一', '一百', '百一', '一十', '十条']],
    ['第1260条', ['第一', '一千', '千二', '二百', '百六', '六十', '十条']],
  ])('%s', (typed, run) => {
    expect(parseSearch(typed)).toEqual({ kind: 'words', runs: [run] });
  });
  it.each(['', '   ', '！？《》', '%_%', "';--"])('%j asks nothing', (typed) => {
    expect(parseSearch(typed)).toEqual({ kind: 'nothing' });
  });
  it('are read to a sensible length', () => {
    const parsed = parseSearch('食'.repeat(5000));
    expect(parsed.kind === 'words' && parsed.runs[0]?.length).toBe(99);
  });
});
