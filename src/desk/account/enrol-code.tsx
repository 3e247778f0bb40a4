/** Binding a code generator: its QR code, and a first code to prove that it counts. */
import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import type { SessionView } from '../../staff/session.api.ts';
import { sendCommand } from '../api/client.ts';
import { useCommand } from '../api/use-command.ts';
import { Field } from '../parts/field.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { ACCOUNT_TEXTS } from './account.texts.ts';
import { Doorstep } from './doorstep.tsx';
import { LeaveButton } from './leave-button.tsx';

export function EnrolCode({ session }: { readonly session: SessionView }) {
  const [code, setCode] = useState('');
  const enrolment = useQuery({
    queryKey: ['enrolment'],
    queryFn: () => sendCommand<'Enrolment'>('POST', '/session/enrolment'),
    // Another secret would not fit the code on the phone.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const bind = useCommand({ method: 'PUT', path: '/session/enrolment', refresh: false });
  const submit = async (event: FormEvent, secret: string): Promise<void> => {
    event.preventDefault();
    const done = await bind.send(() => ({ secret, code }));
    // From the start, with everything as the person now may see it.
    if (done) window.location.reload();
    else setCode('');
  };
  return (
    <Doorstep title={ACCOUNT_TEXTS.enrol} hint={ACCOUNT_TEXTS.enrolHint}>
      <Loaded of={enrolment}>
        {({ secret, svg }) => (
          <form className="fields" onSubmit={(event) => void submit(event, secret)}>
            <img
              className="enrol-qr"
              alt={ACCOUNT_TEXTS.enrolQr}
              src={`data:image/svg+xml,${encodeURIComponent(svg)}`}
            />
            <p className="note">
              {ACCOUNT_TEXTS.enrolSecret}
              <code className="enrol-secret">{secret.replaceAll(/(.{4})/g, '$1 ').trim()}</code>
            </p>
            <Field label={ACCOUNT_TEXTS.firstCode}>
              <Input
                size="large"
                name="code"
                inputMode="numeric"
                autoComplete="one-time-code"
                maxLength={6}
                value={code}
                onChange={(event) => setCode(event.target.value.replaceAll(/\D/g, ''))}
              />
            </Field>
            <ProblemNotice problem={bind.problem} />
            <Button
              type="primary"
              htmlType="submit"
              loading={bind.running}
              disabled={code.length !== 6}
            >
              {ACCOUNT_TEXTS.bind}
            </Button>
          </form>
        )}
      </Loaded>
      <LeaveButton name={session.person.name} />
    </Doorstep>
  );
}
