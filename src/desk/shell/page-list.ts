/** Which pages and words somebody has. Pure. */
import { matchPath } from 'react-router';
import type { SessionView } from '../../staff/session.api.ts';
import { type DeskPage, PAGES, WORDS, type Word } from '../pages.ts';

type Person = Pick<SessionView['person'], 'roles' | 'duties'>;

export function mayOpen(page: Pick<DeskPage, 'who'>, person: Person): boolean {
  if (page.who === 'all') return true;
  const own = [...person.roles, ...person.duties];
  return page.who.some((one) => own.includes(one));
}

/** Pages one comes to by a button, or by one's own name. */
const UNLISTED: ReadonlySet<string> = new Set(['/account', '/matters/begin', '/people/new']);

/** Pages that stand for themselves, in a list of pages: those whose address names nothing in particular. */
function isListed(page: DeskPage): boolean {
  return !page.path.includes(':') && !UNLISTED.has(page.path);
}

export interface BarWord {
  readonly word: Word;
  /** Where it leads: the first of its pages. */
  readonly to: string;
}

/** The words of the top bar this person has, each with the first of its pages. */
export function barWords(person: Person, pages: readonly DeskPage[] = PAGES): BarWord[] {
  return WORDS.flatMap((word) => {
    const [first] = wordPages(word, person, pages);
    return first ? [{ word, to: first.path }] : [];
  });
}

/** The pages of a word this person may go to. */
export function wordPages(
  word: Word,
  person: Person,
  pages: readonly DeskPage[] = PAGES,
): DeskPage[] {
  return pages.filter((page) => page.word === word && isListed(page) && mayOpen(page, person));
}

/** The page at an address below `/desk`; the one without parts to fill wins. */
export function pageAt(pathname: string, pages: readonly DeskPage[] = PAGES): DeskPage | null {
  return (
    pages.find((page) => page.path === pathname) ??
    pages.find((page) => matchPath(page.path, pathname) !== null) ??
    null
  );
}
