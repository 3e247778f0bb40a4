/** The top bar: mark, bureau, words by role, search, person and post. Narrow, the words go into a menu. */
import { useState } from 'react';
import { Link, NavLink, useLocation } from 'react-router';
import { useSession } from '../account/session.ts';
import { FINDER } from '../keys/door.ts';
import { KeyCap } from '../parts/key-cap.tsx';
import { Sign } from '../parts/sign.tsx';
import type { Word } from '../pages.ts';
import { Mark } from './mark.tsx';
import { WORD_TEXTS } from './page.texts.ts';
import { barWords } from './page-list.ts';
import { PersonMenu, PersonEntries } from './person-menu.tsx';
import { SHELL_TEXTS } from './shell.texts.ts';

export function Bar({ word }: { readonly word: Word | null }) {
  const { bureau, person } = useSession();
  const { pathname } = useLocation();
  // Open where it was opened: going to another page closes it.
  const [openAt, setOpenAt] = useState<string | null>(null);
  const open = openAt === pathname;
  const words = barWords(person);
  return (
    <header className="bar">
      <Link to="/" className="bar-name">
        <Mark />
        <strong>{SHELL_TEXTS.name}</strong>
      </Link>
      <span className="bar-bureau">{bureau.name}</span>
      {bureau.rehearsal && <span className="bar-rehearsal">{SHELL_TEXTS.rehearsal}</span>}
      <nav className="bar-words" aria-label={SHELL_TEXTS.words}>
        <BarWords words={words} current={word} />
      </nav>
      <button type="button" className="bar-search" onClick={FINDER.open}>
        <Sign name="search" />
        <span>{SHELL_TEXTS.search}</span>
        <KeyCap>Ctrl K</KeyCap>
      </button>
      <PersonMenu />
      <button
        type="button"
        className="bar-menu"
        aria-expanded={open}
        aria-controls="bar-sheet"
        aria-label={open ? SHELL_TEXTS.closeMenu : SHELL_TEXTS.menu}
        onClick={() => setOpenAt(open ? null : pathname)}
      >
        <Sign name={open ? 'close' : 'menu'} size={20} />
      </button>
      {open && (
        <div className="bar-sheet" id="bar-sheet">
          <nav aria-label={SHELL_TEXTS.words}>
            <BarWords words={words} current={word} />
          </nav>
          <PersonEntries />
        </div>
      )}
    </header>
  );
}

function BarWords({
  words,
  current,
}: {
  readonly words: ReturnType<typeof barWords>;
  readonly current: Word | null;
}) {
  return words.map(({ word, to }) => (
    <NavLink
      key={word}
      to={to}
      className={word === current ? 'bar-word is-current' : 'bar-word'}
      {...(word === current ? { 'aria-current': 'page' as const } : {})}
    >
      {WORD_TEXTS[word]}
    </NavLink>
  ));
}
