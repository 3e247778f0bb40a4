/** Who sits at the desk. */
import { createContext, useContext } from 'react';
import type { SessionView } from '../../staff/session.api.ts';

export const SessionContext = createContext<SessionView | null>(null);

/** The person signed in. Only for what stands inside the entrance; throws Error elsewhere. */
export function useSession(): SessionView {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('useSession outside the entrance');
  return session;
}

/** Whether the person has one of these roles or duties; for what to show, the server decides what may be done. */
export function useHas(...wanted: readonly string[]): boolean {
  const { person } = useSession();
  return wanted.some((one) => person.roles.includes(one) || person.duties.includes(one));
}
