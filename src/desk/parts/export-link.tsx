/** The same list as a table file. */
import type { ReactNode } from 'react';
import { Sign } from './sign.tsx';

export function ExportLink({
  to,
  children,
}: {
  readonly to: string;
  readonly children: ReactNode;
}) {
  return (
    <a className="export-link" href={to} download>
      <Sign name="table" />
      {children}
    </a>
  );
}
