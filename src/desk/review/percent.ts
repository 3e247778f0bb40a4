/** A share in per cent with one decimal, a whole number without. Never rounded up to 100. Pure. */
export function percent(part: number, of: number): string {
  const tenths = Math.floor((part * 1000) / of);
  return tenths % 10 === 0 ? String(tenths / 10) : (tenths / 10).toFixed(1);
}
