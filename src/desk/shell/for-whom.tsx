/** A page for those who have it; to everybody else, why they do not. */
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useSession } from '../account/session.ts';
import type { DeskPage } from '../pages.ts';
import { roleListWords } from '../words/people.texts.ts';
import { mayOpen } from './page-list.ts';
import { SHELL_TEXTS } from './shell.texts.ts';

export function ForWhom({
  page,
  children,
}: {
  readonly page: DeskPage;
  readonly children: ReactNode;
}) {
  const { person } = useSession();
  if (mayOpen(page, person)) return children;
  return (
    <div className="page">
      <h1>{SHELL_TEXTS.notYours}</h1>
      <p>
        {SHELL_TEXTS.notYoursHelp}
        {roleListWords([...person.roles, ...person.duties])}。
      </p>
      <Link to="/">
        <Button type="primary">{SHELL_TEXTS.toQueue}</Button>
      </Link>
    </div>
  );
}
