/** Head of a page: title, a line of substance, the other pages of the same word, what can be done here. */
import type { ReactNode } from 'react';
import { NavLink, useLocation } from 'react-router';
import { useSession } from '../account/session.ts';
import { pageAt, wordPages } from '../shell/page-list.ts';

export interface PageHeadProps {
  readonly title: ReactNode;
  readonly subtitle?: ReactNode;
  /** Buttons; one primary at most. */
  readonly actions?: ReactNode;
  /** False: no links to the other pages of the word. */
  readonly siblings?: boolean;
}

export function PageHead({ title, subtitle, actions, siblings = true }: PageHeadProps) {
  return (
    <header className="page-head">
      <div>
        <h1>{title}</h1>
        {subtitle !== undefined && <p>{subtitle}</p>}
      </div>
      {actions !== undefined && <div className="page-actions">{actions}</div>}
      {siblings && <Siblings />}
    </header>
  );
}

function Siblings() {
  const { person } = useSession();
  const page = pageAt(useLocation().pathname);
  const pages = page ? wordPages(page.word, person) : [];
  if (pages.length < 2 || page?.path.includes(':')) return null;
  return (
    <nav className="page-siblings" aria-label={page?.title}>
      {pages.map(({ path, title }) => (
        <NavLink key={path} to={path} end>
          {title}
        </NavLink>
      ))}
    </nav>
  );
}
