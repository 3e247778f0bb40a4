/**
 * Tests of a single act: refused for exactly these reasons, or accepted. Requirement ids in brackets in
 * the title say in which bureaus' names it is tried: the script is played in each of those bureaus, and
 * the refusal must name the id.
 */
import { expect, it } from 'vitest';
import type { Script } from './script.ts';

const BUREAU_OF: Readonly<Record<string, string>> = {
  QZ: 'licheng',
  WD: 'wuding',
  XZ: 'xinzhou',
  JX: 'jiaxing',
  GY: 'guoyang',
};

function idsIn(title: string): string[] {
  return [...title.matchAll(/\[((?:QZ|WD|XZ|JX|GY)-[\w.-]+)\]/g)].map(([, id]) => id ?? '');
}

/** The last act of that code is refused for exactly these codes, wherever the title says. */
export function refuses(title: string, script: Script, act: string, ...codes: string[]): void {
  it(title, () => {
    const ids = idsIn(title);
    if (ids.length === 0) expect(script.refusals(act)).toEqual([...codes].sort());
    for (const id of ids) {
      const outcome = script.in(BUREAU_OF[id.split('-')[0] ?? ''] ?? '').play();
      expect(outcome.refusals(act)).toEqual([...codes].sort());
      expect(codes.flatMap((code) => outcome.requirements(act, code))).toContain(id);
    }
  });
}

/** The last act of that code is accepted. */
export function accepts(title: string, script: Script, act: string): void {
  it(title, () => {
    expect(script.refusals(act)).toEqual([]);
  });
}
