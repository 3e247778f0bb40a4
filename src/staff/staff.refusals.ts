/** What the database refuses about a person because of the law written into it, as faults of the fields that were sent. */
import type { FieldProblem } from '../matter/act-input.ts';
import { violatedConstraint } from '../platform/db/errors.ts';

const FAULTS: Readonly<Record<string, FieldProblem>> = {
  ...named(['certificate_pkey', 'certificate_number_once'], {
    pointer: '/number',
    code: 'field/taken',
    message: '这个证号已经登记过。',
  }),
  ...named(['certificate_end_pkey', 'certificate_end_certificate'], {
    pointer: '/number',
    code: 'field/choice-unknown',
    message: '这个人没有这个证号，或者已经注销。',
  }),
  ...named(['person_login_once', 'credential_login_once'], {
    pointer: '/login',
    code: 'staff/login-taken',
    message: '这个用户名已经有人用。',
  }),
  ...named(['reviewer_licence'], {
    pointer: '/licenceNumber',
    code: 'field/missing',
    message: '有法律职业资格的，填写证书号。',
  }),
  ...named(['reviewer_rule'], {
    pointer: '/licenceSince',
    code: 'field/choice-unknown',
    message: '与本局现行规则的日期不一致。',
  }),
};

/** The fault an error of the database stands for; null for any other error. */
export function staffFault(error: unknown): FieldProblem | null {
  return FAULTS[violatedConstraint(error) ?? ''] ?? null;
}

function named(constraints: readonly string[], fault: FieldProblem): Record<string, FieldProblem> {
  return Object.fromEntries(constraints.map((constraint) => [constraint, fault]));
}
