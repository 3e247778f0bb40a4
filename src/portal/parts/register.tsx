/** All numbers of a year, one cell each, and what the six shapes mean. */
import { HOME } from '../pages/home.texts.ts';
import type { HomeView } from '../pages/home.page.tsx';
import { STATE_TERMS } from '../portal.texts.ts';
import type { Site } from '../site.ts';
import { numbersOf, SLOT_STATES, type Slot, slotState } from '../slot.ts';
import { count } from '../words.ts';

/** Cells a page of at most 30 kB has room for. */
const MOST_CELLS = 120;

export function Register({ site, view }: { readonly site: Site; readonly view: HomeView }) {
  const { figures, register, years, today } = view;
  const { year } = figures;
  const numbers = numbersOf(figures);
  const shown = shownSlots(register, today);
  const words = [...new Set(shown.map(({ word }) => word))];
  const others = years.filter((one) => one !== year);
  return (
    <div className="register">
      <p>{numbers === 0 ? HOME.noNumbers(year) : HOME.register(year, numbers)}</p>
      {shown.length < numbers && <p className="note">{HOME.registerLong(shown.length)}</p>}
      {words.map((word) => (
        <div key={word}>
          {words.length > 1 && <h3>{HOME.word(word)}</h3>}
          <ul className="cells">
            {shown
              .filter((slot) => slot.word === word)
              .map((slot) => (
                <Cell key={slot.number} site={site} slot={slot} today={today} />
              ))}
          </ul>
        </div>
      ))}
      <ul className="key">
        {SLOT_STATES.map((state) => (
          <li key={state}>
            <i className={`cell ${state}`} aria-hidden="true" />
            {STATE_TERMS[state]} <b>{count(figures.of[state])}</b>
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <p className="quick">
          {HOME.years}
          {others.map((one) => (
            <a key={one} href={site.links.home(one)}>
              {HOME.yearOf(one)}
            </a>
          ))}
        </p>
      )}
    </div>
  );
}

function Cell({
  site,
  slot,
  today,
}: {
  readonly site: Site;
  readonly slot: Slot;
  readonly today: string;
}) {
  const state = slotState(slot, today);
  const isOpen = state === 'on-time' || state === 'late';
  return (
    <li>
      <a
        className={`cell ${state}`}
        href={
          isOpen && slot.entry !== null
            ? site.links.entry(slot.entry)
            : site.links.check(slot.number)
        }
        aria-label={HOME.slot(slot.serial, STATE_TERMS[state])}
      >
        {slot.serial}
      </a>
    </li>
  );
}

/** All where there is room; else those that need explaining, and the latest. */
function shownSlots(register: readonly Slot[], today: string): readonly Slot[] {
  if (register.length <= MOST_CELLS) return register;
  const latest = register.slice(-MOST_CELLS / 2);
  const explain = register
    .filter((slot) => !latest.includes(slot) && slotState(slot, today) !== 'on-time')
    .slice(-MOST_CELLS / 2);
  return [...explain, ...latest];
}
