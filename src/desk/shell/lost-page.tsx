/** A page that broke: the rest of the desk stands, and the words say what to do. */
import { Button } from 'antd';
import { SHELL_TEXTS } from './shell.texts.ts';

export function LostPage() {
  return (
    <div className="page page-word" role="alert">
      <h1>{SHELL_TEXTS.lost}</h1>
      <p>{SHELL_TEXTS.lostHelp}</p>
      <Button type="primary" onClick={() => window.location.reload()}>
        {SHELL_TEXTS.reload}
      </Button>
    </div>
  );
}
