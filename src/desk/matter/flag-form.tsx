/** What the matter concerns, as far as it bears on its review; marked with a reason and never taken back. */
import { Button, Input } from 'antd';
import { useState } from 'react';
import { FLAG_WORDS } from '../../matter/desk-acts.texts.ts';
import type { MatterView } from '../../matter/matter.api.ts';
import { useHas } from '../account/session.ts';
import { serverNow } from '../api/server-clock.ts';
import { useCommand } from '../api/use-command.ts';
import { Field } from '../parts/field.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { momentText } from '../words/dates.ts';
import { MATTER_TEXTS } from './matter.texts.ts';

export function FlagForm({ matter }: { readonly matter: MatterView }) {
  const mayFlag = useHas('officer', 'unit-head');
  const [open, setOpen] = useState(false);
  const [flags, setFlags] = useState<readonly string[]>([]);
  const [reason, setReason] = useState('');
  const flag = useCommand<'Done'>({
    method: 'POST',
    path: `/matters/${matter.id}/flags`,
    onDone: () => {
      setOpen(false);
      setFlags([]);
      setReason('');
    },
  });
  const words = Object.entries(FLAG_WORDS);
  return (
    <div className="matter-flags">
      {matter.flags.length > 0 && (
        <p>
          {MATTER_TEXTS.flags}：
          {words
            .filter(([name]) => matter.flags.includes(name))
            .map(([, label]) => label)
            .join('、')}
        </p>
      )}
      {mayFlag && (
        <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
          {MATTER_TEXTS.flagAdd}
        </button>
      )}
      {open && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void flag.send((id) => ({ id, at: momentText(serverNow()), flags, reason }));
          }}
        >
          <p className="note">{MATTER_TEXTS.flagHint}</p>
          {words.map(([name, label]) => (
            <label key={name} className="matter-check">
              <input
                type="checkbox"
                checked={flags.includes(name)}
                onChange={({ target }) =>
                  setFlags(target.checked ? [...flags, name] : flags.filter((one) => one !== name))
                }
              />
              {label}
            </label>
          ))}
          <Field label={MATTER_TEXTS.flagReason} fault={flag.faultOf('/reason')}>
            <Input value={reason} onChange={({ target }) => setReason(target.value)} />
          </Field>
          <ProblemNotice problem={flag.problem} shown={['/reason']} />
          <Button
            htmlType="submit"
            size="small"
            loading={flag.running}
            disabled={flags.length === 0}
          >
            {MATTER_TEXTS.flagGo}
          </Button>
        </form>
      )}
    </div>
  );
}
