/** Nothing here: one sentence, and what comes next. */
import type { ReactNode } from 'react';

export function Empty({
  children,
  action,
}: {
  readonly children: ReactNode;
  /** A link or a button. */
  readonly action?: ReactNode;
}) {
  return (
    <div className="empty">
      <p>{children}</p>
      {action}
    </div>
  );
}
