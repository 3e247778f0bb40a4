/** What is known of the party, completed or corrected with a reason until something is decided; its kind stays. */
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { FormField, MatterView } from '../../matter/matter.api.ts';
import { useHas } from '../account/session.ts';
import { serverNow } from '../api/server-clock.ts';
import { useCommand } from '../api/use-command.ts';
import { useDraft } from '../api/use-draft.ts';
import { partyItems } from '../begin/fields.ts';
import { isValues } from '../forms/form-values.ts';
import { Field } from '../parts/field.tsx';
import { Lines } from '../parts/lines.tsx';
import { type Differing, OtherWindow } from '../parts/other-window.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { momentText } from '../words/dates.ts';
import { MATTER_TEXTS } from './matter.texts.ts';

type Items = Readonly<Record<string, string>>;

/** What is being written of an amendment. */
interface Amended {
  readonly items: Items;
  readonly reason: string;
}

function amendmentKey(matter: string): string {
  return `party:${matter}`;
}

/** An amendment as it was kept, or null for anything else. */
function readAmended(content: unknown): Amended | null {
  if (!isValues(content) || !isValues(content['items'])) return null;
  const { items, reason } = content;
  return typeof reason === 'string' && Object.values(items).every((one) => typeof one === 'string')
    ? { items: items as Items, reason } // each has just been looked at
    : null;
}

/** Where two amendments differ, in words. */
function changes(fields: readonly FormField[], mine: Amended, other: Amended): Differing[] {
  const words = ({ name, choices }: FormField, { items }: Amended): string =>
    choices?.find(({ value }) => value === items[name])?.label ?? items[name] ?? '';
  const rows = [
    ...fields.map((field) => ({
      label: field.label,
      mine: words(field, mine),
      other: words(field, other),
    })),
    { label: MATTER_TEXTS.partyReason, mine: mine.reason, other: other.reason },
  ];
  return rows.filter((row) => row.mine !== row.other);
}

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
  const [fresh] = useState<Amended>(() => ({ items: known(party, fields), reason: '' }));
  const draft = useDraft(amendmentKey(matter.id), fresh, readAmended, true);
  const { items, reason } = draft.value;
  const setItems = (next: Items): void => draft.set({ ...draft.value, items: next });
  const setReason = (next: string): void => draft.set({ ...draft.value, reason: next });
  const amend = useCommand<'Done'>({
    method: 'POST',
    path: `/matters/${matter.id}/party`,
    onDone: () => {
      draft.discard();
      onDone();
    },
  });
  const pointers = fields.map(({ name }) => `/party/${name}`);
  if (draft.state === 'finding') return <Lines />;
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
      {draft.other && (
        <OtherWindow draft={draft} differing={changes(fields, draft.value, draft.other)} />
      )}
      {draft.value !== fresh && (
        <p className="note">
          {MATTER_TEXTS.partyDraft}
          <button type="button" className="link" onClick={draft.discard}>
            {MATTER_TEXTS.partyDrop}
          </button>
        </p>
      )}
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
