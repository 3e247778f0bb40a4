/** Whoever comes with a password somebody else gave them changes it before anything else. */
import type { SessionView } from '../../staff/session.api.ts';
import { ACCOUNT_TEXTS } from './account.texts.ts';
import { Doorstep } from './doorstep.tsx';
import { LeaveButton } from './leave-button.tsx';
import { NewPassword } from './new-password.tsx';

export function FirstPassword({ session }: { readonly session: SessionView }) {
  return (
    <Doorstep title={ACCOUNT_TEXTS.firstPassword} hint={ACCOUNT_TEXTS.firstPasswordHint}>
      <NewPassword login={session.person.login ?? ''} />
      <LeaveButton name={session.person.name} />
    </Doorstep>
  );
}
