/** A clock in one glance: shape, words, colour. */
import type { Chip } from './chip.ts';
import { CHIP_TEXTS } from './chip.texts.ts';

export function ClockChip({ chip }: { readonly chip: Chip }) {
  const { tone, shape, words, provisional } = chip;
  return (
    <span className={`chip chip-${tone}`} data-provisional={provisional}>
      <span aria-hidden="true">{shape}</span>
      {words}
      {provisional && words !== CHIP_TEXTS.provisional && ` ${CHIP_TEXTS.provisional}`}
    </span>
  );
}
