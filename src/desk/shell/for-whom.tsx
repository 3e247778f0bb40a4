/** A page for those who have it; to everybody else, why they do not. */
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useSession } from '../account/session.ts';
import type { DeskPage } from '../pages.ts';
import { roleListWords } from '../../staff/role.texts.ts';
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
  const navigate = useNavigate();
  if (mayOpen(page, person)) return children;
  return (
    <div className="page page-word">
      <h1>{SHELL_TEXTS.notYours}</h1>
      <p>
        {SHELL_TEXTS.notYoursHelp}
        {roleListWords([...person.roles, ...person.duties])}。
      </p>
      <Button type="primary" onClick={() => void navigate('/')}>
        {SHELL_TEXTS.toQueue}
      </Button>
    </div>
  );
}
