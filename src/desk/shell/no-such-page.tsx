/** An address that leads nowhere. */
import { Link } from 'react-router';
import { SHELL_TEXTS } from './shell.texts.ts';

export function NoSuchPage() {
  return (
    <div className="page page-word">
      <h1>{SHELL_TEXTS.noPage}</h1>
      <p>{SHELL_TEXTS.noPageHelp}</p>
      <Link to="/">{SHELL_TEXTS.toQueue}</Link>
    </div>
  );
}
