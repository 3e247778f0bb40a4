/** Person and post; under them the own account, the keys, and signing out. */
import { Popover } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useSession } from '../account/session.ts';
import { useCommand } from '../api/use-command.ts';
import { forgetDrafts } from '../api/use-draft.ts';
import { KEY_HELP } from '../keys/door.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { SHELL_TEXTS } from './shell.texts.ts';

export function PersonMenu() {
  const { person } = useSession();
  const [open, setOpen] = useState(false);
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      arrow={false}
      open={open}
      onOpenChange={setOpen}
      content={<PersonEntries onChosen={() => setOpen(false)} />}
    >
      <button type="button" className="bar-person" aria-expanded={open} aria-haspopup="true">
        <strong>{person.name}</strong>
        <span>
          {person.unit.name} {person.post}
        </span>
      </button>
    </Popover>
  );
}

export function PersonEntries({ onChosen }: { readonly onChosen?: () => void }) {
  const { person } = useSession();
  // A full load: nothing of this person stays in memory, and their drafts only on the server.
  const signOut = useCommand({
    method: 'DELETE',
    path: '/session',
    refresh: false,
    onDone: () => {
      forgetDrafts(person.id);
      window.location.assign('/desk/');
    },
  });
  return (
    <nav className="person-entries" aria-label={SHELL_TEXTS.mine}>
      <Link to="/account" onClick={onChosen}>
        {SHELL_TEXTS.account}
      </Link>
      <button
        type="button"
        onClick={() => {
          onChosen?.();
          KEY_HELP.open();
        }}
      >
        {SHELL_TEXTS.keys}
      </button>
      <button type="button" disabled={signOut.running} onClick={() => void signOut.send()}>
        {SHELL_TEXTS.signOut}
      </button>
      <ProblemNotice problem={signOut.problem} />
    </nav>
  );
}
