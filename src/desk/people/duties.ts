/** The duties of the three administrators; the list of the server without the schemas it stands among. */
import type { Duty } from '../../staff/staff.ts';

export const DUTIES = ['sysadmin', 'secadmin', 'auditadmin'] as const satisfies readonly Duty[];
