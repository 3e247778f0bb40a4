/** The workbooks lists are exported to, read back. */
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { tableFile } from './table.ts';

describe('a table file', () => {
  it('holds days and moments as dates, the moments as clocks in China show them, and numbers as numbers', async () => {
    const file = await tableFile('操作记录', [
      { 行为: '撤下', 登记日期: '2026-11-21', 记录: '2026-11-21T19:47:30.000Z', 日志位置: 12 },
      { 行为: '立案', 登记日期: null, 记录: '2024-08-13T10:00:00+08:00', 日志位置: null },
    ]);
    const book = await readXlsx(file);
    expect(book.sheets[0]?.name).toBe('操作记录');
    expect(book.sheets[0]?.rows).toEqual([
      ['行为', '登记日期', '记录', '日志位置'],
      ['撤下', new Date('2026-11-21T00:00:00Z'), new Date('2026-11-22T03:47:00Z'), 12],
      ['立案', null, new Date('2024-08-13T10:00:00Z'), null],
    ]);
  });

  it('leaves what only looks like a day as text, and formulas as the text they are', async () => {
    const file = await tableFile('表', [{ 甲: '2026-02-30', 乙: '=1+1' }]);
    expect((await readXlsx(file)).sheets[0]?.rows[1]).toEqual(['2026-02-30', '=1+1']);
  });

  it('keeps its heading in sight, also of an empty list, and is as wide as what it holds', async () => {
    const empty = await readXlsx(await tableFile('待办', [], ['当事人', '到期']));
    expect(empty.sheets[0]?.rows).toEqual([['当事人', '到期']]);
    expect(empty.sheets[0]?.freezePane?.rows).toBe(1);
    const wide = await readXlsx(
      await tableFile('待办', [{ 当事人: '示例市云果生鲜有限公司', 到期: '2026-11-25' }]),
    );
    // Eleven Chinese characters of two, ten figures of one, and two to breathe.
    expect(wide.sheets[0]?.columns?.map(({ width }) => Math.round(width ?? 0))).toEqual([24, 12]);
  });
});
