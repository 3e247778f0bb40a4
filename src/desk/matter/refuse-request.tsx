/** The head's other answer to a request: not approved, with the reason. */
import { Button, Input } from 'antd';
import { useState } from 'react';
import { serverNow } from '../api/server-clock.ts';
import { useCommand } from '../api/use-command.ts';
import { Field } from '../parts/field.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { momentText } from '../words/dates.ts';
import { MATTER_TEXTS } from './matter.texts.ts';

export interface RefuseRequestProps {
  readonly matter: string;
  readonly request: number;
  readonly onCancel: () => void;
  readonly onDone?: () => void;
}

export function RefuseRequest({ matter, request, onCancel, onDone }: RefuseRequestProps) {
  const [reason, setReason] = useState('');
  const refuse = useCommand<'Done'>({
    method: 'POST',
    path: `/matters/${matter}/requests/${request}/refusal`,
    ...(onDone ? { onDone } : {}),
  });
  return (
    <form
      className="forms-refusal"
      onSubmit={(event) => {
        event.preventDefault();
        void refuse.send((id) => ({ id, at: momentText(serverNow()), reason }));
      }}
    >
      <Field label={MATTER_TEXTS.refuseReason} fault={refuse.faultOf('/reason')}>
        <Input.TextArea
          autoFocus
          autoSize={{ minRows: 2 }}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </Field>
      <ProblemNotice problem={refuse.problem} shown={['/reason']} />
      <p className="matter-request-tools">
        <Button htmlType="submit" disabled={reason.trim() === ''} loading={refuse.running}>
          {MATTER_TEXTS.refuseGo}
        </Button>
        <Button type="text" onClick={onCancel}>
          {MATTER_TEXTS.cancel}
        </Button>
      </p>
    </form>
  );
}
