/** The scripts other tests start from are lawful for every bureau: nothing refused, nothing missing, nothing late. */
import { describe, expect, it } from 'vitest';
import { LAWFUL } from '../../test/support/lawful.ts';

const BUREAUS = ['national', 'licheng', 'wuding', 'xinzhou', 'jiaxing', 'guoyang'];

describe.each(Object.entries(LAWFUL))('the lawful case %s', (_name, lawful) => {
  it.each(BUREAUS)('is accepted whole by %s', (bureau) => {
    const { printed } = lawful().in(bureau).play();
    expect(printed.refused).toEqual([]);
    expect(printed.archive).toEqual({ ready: true, missing: [] });
    expect(printed.records.missing).toEqual([]);
    expect(printed.warnings).toEqual([]);
  });
});
