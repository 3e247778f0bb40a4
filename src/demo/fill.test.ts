import { describe, expect, it } from 'vitest';
import { fill } from './fill.ts';

const FACTS: Readonly<Record<string, unknown>> = {
  party: '晨禾超市',
  clue: ['{party}销售过期食品'],
  fine: 5200000,
  none: null,
  loop: '{loop}',
  goods: { name: '酸乳' },
  'next:罚告': '演示市监罚告〔2026〕1号',
};
const resolve = (name: string): unknown => FACTS[name];

describe('filling names in', () => {
  it('puts a name inside a text, and what that name holds', () => {
    expect(fill('对{party}罚{fine}分', resolve)).toBe('对晨禾超市罚5200000分');
    expect(fill('{next:罚告}', resolve)).toBe('演示市监罚告〔2026〕1号');
  });
  it('a text that is one name becomes its value', () => {
    expect(fill({ content: '{clue}', fine: '{fine}' }, resolve)).toEqual({
      content: ['晨禾超市销售过期食品'],
      fine: 5200000,
    });
  });
  it('leaves out what stands for nothing on purpose', () => {
    expect(fill({ named: '{none}', kept: false }, resolve)).toEqual({ kept: false });
  });
  it('refuses names nobody knows, circles, and lists inside a text', () => {
    expect(() => fill('{unknown}', resolve)).toThrow('{unknown} stands for nothing');
    expect(() => fill('{loop}', resolve)).toThrow('circle');
    expect(() => fill('物品：{goods}', resolve)).toThrow('cannot stand inside a text');
  });
});
