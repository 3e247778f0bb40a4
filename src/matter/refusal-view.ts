/** A refusal as it is read: the words of its code, or more exact ones where they are known. */
import type { Pack } from '../rule/pack.ts';
import type { RefusalCode } from './gates.ts';
import type { RefusalView } from './matter.api.ts';

/** What an act out of order is told: why, what to do, and by which articles. */
export interface Said {
  readonly title: string;
  readonly help: string;
  /** Empty: the articles of the code. */
  readonly basis: readonly string[];
}

/** `said` is what this very act is told where it is out of order; null where only the code is known. */
export function refusalView(
  code: RefusalCode,
  pack: Pick<Pack, 'refusals'>,
  said: Said | null = null,
): RefusalView {
  const text = pack.refusals.get(code);
  const basis = text?.basis ?? [];
  if (said && code === 'act/out-of-order')
    return { code, ...said, basis: said.basis.length > 0 ? said.basis : basis };
  return { code, title: text?.title ?? code, help: text?.help ?? '', basis };
}
