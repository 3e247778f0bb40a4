/** The work queue: what is due, grouped by time, and what waits at somebody's desk. */
import { useHas } from '../account/session.ts';
import { AdministratorHome } from './administrator-home.tsx';
import { Queue } from './queue.tsx';
import './queue.css';

export function Page() {
  const isAdministrator = useHas('sysadmin', 'secadmin', 'auditadmin');
  return isAdministrator ? <AdministratorHome /> : <Queue />;
}
