/** What is known of the party, completed or corrected with a reason until something is decided; its kind stays. */
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { FormField, MatterView } from '../../matter/matter.api.ts';
import { useHas } from '../account/session.ts';
import { serverNow } from '../api/server-clock.ts';
import { useCommand } from '../api/use-command.ts';
import { partyItems } from '../begin/fields.ts';
import { Field } from '../parts/field.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { momentText } from '../words/dates.ts';
import { MATTER_TEXTS } from './matter.texts.ts';

type Items = Readonly<Record<string, string>>;

export function PartyForm({ matter }: { readonly matter: MatterView }) {
  const mayAmend = useHas('officer', 'unit-head');
  const [open, setOpen] = useState(false);
  if (!mayAmend || matter.decisionNumber !== null) return null;
  return (
    <>
      <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
        {MATTER_TEXTS.partyAmend}
      </button>
      {open && <Amendment key={matter.seq} matter={matter} onDone={() => setOpen(false)} />}
    </>
  );
}

function Amendment({
  matter,
  onDone,
}: {
  readonly matter: MatterView;
  readonly onDone: () => void;
}) {
  const { party } = matter;
  const fields = partyItems(party.kind).filter(({ name }) => name !== 'kind');
  const [items, setItems] = useState<Items>(() => known(party, fields));
  const [reason, setReason] = useState('');
  const amend = useCommand<'Done'>({ method: 'POST', path: `/matters/${matter.id}/party`, onDone });
  const pointers = fields.map(({ name }) => `/party/${name}`);
  return (
    <form
      className="matter-party"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void amend.send((id) => ({
          id,
          at: momentText(serverNow()),
          party: { ...party, ...cleared(fields), ...given(items) },
          reason,
        }));
      }}
    >
      {fields.map((field) => (
        <Field key={field.name} label={field.label} fault={amend.faultOf(`/party/${field.name}`)}>
          <Item
            field={field}
            value={items[field.name] ?? ''}
            onChange={(value) => setItems({ ...items, [field.name]: value })}
          />
        </Field>
      ))}
      <Field label={MATTER_TEXTS.partyReason} fault={amend.faultOf('/reason')}>
        <Input value={reason} maxLength={400} onChange={({ target }) => setReason(target.value)} />
      </Field>
      <ProblemNotice problem={amend.problem} shown={[...pointers, '/reason']} />
      <Button
        htmlType="submit"
        size="small"
        loading={amend.running}
        disabled={reason.trim() === ''}
      >
        {MATTER_TEXTS.partyGo}
      </Button>
    </form>
  );
}

function Item({
  field: { choices, maxLength },
  value,
  onChange,
  ...rest
}: {
  readonly field: FormField;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  return choices ? (
    <Select
      {...rest}
      allowClear
      value={value === '' ? null : value}
      options={choices.map((one) => ({ value: one.value, label: one.label }))}
      onChange={(chosen) => onChange(chosen ?? '')}
    />
  ) : (
    <Input
      {...rest}
      value={value}
      maxLength={maxLength ?? 200}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}

function known(party: MatterView['party'], fields: readonly FormField[]): Items {
  return Object.fromEntries(
    fields.map(({ name }) => {
      const value: unknown = Reflect.get(party, name);
      return [name, typeof value === 'string' ? value : ''];
    }),
  );
}

/** What is left empty is not known any more. */
function cleared(fields: readonly FormField[]): Readonly<Record<string, undefined>> {
  return Object.fromEntries(fields.map(({ name }) => [name, undefined]));
}

function given(items: Items): Items {
  return Object.fromEntries(
    Object.entries(items).flatMap(([name, value]) => {
      const text = CODES.has(name) ? value.replaceAll(/\s/g, '').toUpperCase() : value.trim();
      return text === '' ? [] : [[name, text]];
    }),
  );
}

/** Letters of codes are written large, whatever was typed. */
const CODES: ReadonlySet<string> = new Set(['code', 'idNumber']);
