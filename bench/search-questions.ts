/** What citizens ask of the portal, about decisions that `search-data.ts` made up. The same seed asks the same questions. */
import { chance, type MadeDecision } from './search-data.ts';

/** Query strings of the portal's list, as its form sends them. */
export function searchQuestions(
  made: readonly MadeDecision[],
  count: number,
  seed: number,
): string[] {
  const random = chance(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  return Array.from({ length: count }, () => {
    const about = made[below(made.length)];
    if (!about) throw new RangeError('nothing to ask about');
    return new URLSearchParams(question(about, random(), below)).toString();
  });
}

/** One question of each kind: how often it is asked, and how. */
function question(
  about: MadeDecision,
  kind: number,
  below: (limit: number) => number,
): Record<string, string> {
  const { party, code, violation, basis, year, serial } = about;
  // What people remember of a name: a few characters of it, behind the place that all names begin with.
  const name = party.replace('泉州市鲤城区', '');
  if (kind < 0.3) return { q: name.slice(0, 2 + below(4)) };
  if (kind < 0.45) return { q: party };
  if (kind < 0.55) return { q: code ?? party };
  if (kind < 0.65) return { q: `〔${year}〕${serial}` };
  if (kind < 0.75) return { q: basis.replace('《中华人民共和国', '').replace('》', '') };
  if (kind < 0.85) return { q: violation.slice(0, 4 + below(6)) };
  if (kind < 0.9) return { q: `${name.slice(0, 2)} ${violation.slice(0, 4)}` };
  if (kind < 0.95) return { q: violation, from: `${year}-01-01`, to: `${year}-06-30` };
  return { q: violation, party: 'natural' };
}
