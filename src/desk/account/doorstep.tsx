/** The page of whoever is not at the desk yet: mark, name, one task. */
import type { ReactNode } from 'react';
import { Mark } from '../shell/mark.tsx';
import { SHELL_TEXTS } from '../shell/shell.texts.ts';
import './account.css';

export function Doorstep({
  title,
  hint,
  wide = false,
  children,
}: {
  readonly title: string;
  readonly hint?: string;
  readonly wide?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <main className={wide ? 'doorstep is-wide' : 'doorstep'}>
      <title>{SHELL_TEXTS.title(title)}</title>
      <div className="doorstep-name">
        <Mark size={28} />
        <strong>{SHELL_TEXTS.name}</strong>
      </div>
      <div className="doorstep-task">
        <h1>{title}</h1>
        {hint !== undefined && <p>{hint}</p>}
        {children}
      </div>
    </main>
  );
}
