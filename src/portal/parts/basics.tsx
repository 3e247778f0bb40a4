/** Small parts that stand on many pages. */
import type { ReactNode } from 'react';
import { STATE_TERMS } from '../portal.texts.ts';
import type { Slot, SlotState } from '../slot.ts';
import { dateText, monthDayText } from '../words.ts';

/** A day, in words and for machines. */
export function Day({ of, short = false }: { readonly of: string; readonly short?: boolean }) {
  return <time dateTime={of}>{short ? monthDayText(of) : dateText(of)}</time>;
}

/** A name or number somebody else wrote: its direction of writing ends where it ends. */
export function Given({ children }: { readonly children: string }) {
  return <bdi>{children}</bdi>;
}

/** A document number or code: in one piece, without gaps drawn into it. */
export function Numbered({ children }: { readonly children: string }) {
  return <bdi className="number">{children}</bdi>;
}

/** The state of a number: a shape and a word. */
export function State({ of }: { readonly of: SlotState }) {
  return (
    <span className={`state ${of}`}>
      <i className={`cell ${of}`} aria-hidden="true" />
      {STATE_TERMS[of]}
    </span>
  );
}

/** The place of a number in a list of results. */
export function Place({ slot, state }: { readonly slot: Slot; readonly state: SlotState }) {
  return (
    <i className={`cell place ${state}`} aria-hidden="true">
      {slot.serial}
    </i>
  );
}

/** A block with its heading. */
export function Section({
  id,
  title,
  className,
  children,
}: {
  readonly id?: string;
  readonly title: string;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  return (
    <section id={id} className={className}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
