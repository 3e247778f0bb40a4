/** The sign-in over the page when a session ended in the middle: what was typed stays, what was asked is asked again. */
import { Button, Modal } from 'antd';
import { useEffect, useState } from 'react';
import type { SessionView } from '../../staff/session.api.ts';
import { onSessionLost, signedInAgain } from '../api/session-gate.ts';
import './account.css';
import { ACCOUNT_TEXTS } from './account.texts.ts';
import { SignInForm } from './sign-in-form.tsx';

export function SignInAgain({ session }: { readonly session: SessionView }) {
  const [open, setOpen] = useState(false);
  const { login } = session.person;
  useEffect(() => {
    onSessionLost(() => setOpen(true));
    return () => onSessionLost(null);
  }, []);
  return (
    <Modal
      title={ACCOUNT_TEXTS.again401}
      open={open}
      footer={null}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      width={400}
      destroyOnHidden
    >
      <div className="sign-in-again">
        <p className="note">{ACCOUNT_TEXTS.again401Hint}</p>
        <SignInForm
          bureaus={[]}
          only={{ bureau: session.bureau.id, login: login ?? '' }}
          onSignedIn={() => {
            setOpen(false);
            signedInAgain();
          }}
        />
        <p className="note">
          {ACCOUNT_TEXTS.leaveHint}
          <Button type="link" onClick={() => window.location.assign('/desk/')}>
            {ACCOUNT_TEXTS.leave}
          </Button>
        </p>
      </div>
    </Modal>
  );
}
