/** Where an administrator comes in: what their part of the three is, and where it is done. */
import { Link } from 'react-router';
import { useSession } from '../account/session.ts';
import { PageHead } from '../parts/page-head.tsx';
import { PAGES } from '../pages.ts';
import { barWords, wordPages } from '../shell/page-list.ts';
import { roleWords } from '../../staff/role.texts.ts';
import { ADMINISTRATOR_TEXTS } from './administrator.texts.ts';

export function AdministratorHome() {
  const { person, bureau } = useSession();
  const pages = barWords(person)
    .filter(({ word }) => word !== 'queue')
    .flatMap(({ word }) => wordPages(word, person, PAGES));
  return (
    <div className="page admin-home">
      <PageHead
        title={person.duties.map(roleWords).join('、')}
        subtitle={`${bureau.name}　${person.duties.map((duty) => ADMINISTRATOR_TEXTS.part[duty] ?? '').join('')}`}
        siblings={false}
      />
      <ul>
        {pages.map(({ path, title }) => (
          <li key={path}>
            <Link to={path}>
              <strong>{title}</strong>
              <small>{ADMINISTRATOR_TEXTS.pages[path]}</small>
            </Link>
          </li>
        ))}
        <li>
          <Link to="/account">
            <strong>{ADMINISTRATOR_TEXTS.account}</strong>
            <small>{ADMINISTRATOR_TEXTS.accountHint}</small>
          </Link>
        </li>
      </ul>
      <p className="note">{ADMINISTRATOR_TEXTS.apart}</p>
    </div>
  );
}
