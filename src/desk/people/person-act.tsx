/** One act about a person, opened in place: its fields, what is wrong beside each, nothing typed lost. */
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useCommand } from '../api/use-command.ts';
import { type Choice, ChoiceField, TextField } from '../offices/field.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { type ActField, bodyOf, faultsOf } from './person-act.ts';
import { PEOPLE_TEXTS as T } from './people.texts.ts';

export interface PersonActProps {
  readonly person: string;
  readonly act: keyof typeof T.acts;
  readonly fields: readonly ActField[];
  /** Values the form starts with. */
  readonly initial?: Readonly<Record<string, string>>;
  /** Sent along, not asked for. */
  readonly fixed?: Readonly<Record<string, unknown>>;
  readonly label?: ReactNode;
  readonly note?: string;
}

export function PersonAct(props: PersonActProps) {
  const [isOpen, setOpen] = useState(false);
  const label = props.label ?? T.acts[props.act];
  return isOpen ? (
    <OpenAct {...props} onClose={() => setOpen(false)} />
  ) : (
    <Button size="small" onClick={() => setOpen(true)}>
      {label}
    </Button>
  );
}

function OpenAct(props: PersonActProps & { readonly onClose: () => void }) {
  const { person, act, fields, initial = {}, fixed = {}, note, onClose } = props;
  const [values, setValues] = useState<Readonly<Record<string, string>>>(initial);
  const [isTried, setTried] = useState(false);
  const { send, running, problem, faultOf } = useCommand<'Person'>({
    method: 'POST',
    path: `/people/${person}/acts/${act}`,
    onDone: onClose,
  });
  const faults = faultsOf(fields, values);
  const faultAt = (name: string): string | undefined =>
    (isTried ? faults[name] : undefined) ?? faultOf(`/${name}`);
  return (
    <form
      className="people-act fields"
      aria-label={T.acts[act]}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        const [first] = Object.keys(faults);
        if (first === undefined) void send((id) => ({ id, ...bodyOf(fields, values), ...fixed }));
        else
          event.currentTarget
            .querySelector<HTMLElement>(`[data-name="${first}"] :is(input, select)`)
            ?.focus();
      }}
    >
      {fields.map((field) => (
        <div key={field.name} data-name={field.name}>
          <OneField
            field={field}
            value={values[field.name] ?? ''}
            fault={faultAt(field.name)}
            onChange={(value) => setValues({ ...values, [field.name]: value })}
          />
        </div>
      ))}
      {note !== undefined && <p className="note">{note}</p>}
      <ProblemNotice problem={problem} shown={fields.map(({ name }) => `/${name}`)} />
      <div className="office-actions">
        <Button type="primary" htmlType="submit" loading={running}>
          {T.save}
        </Button>
        <Button type="text" onClick={onClose}>
          {T.cancel}
        </Button>
      </div>
    </form>
  );
}

/** Characters of a line. */
const LONGEST = 200;

interface OneFieldProps {
  readonly field: ActField;
  readonly value: string;
  readonly fault: string | undefined;
  readonly onChange: (value: string) => void;
}

export function OneField({ field, value, fault, onChange }: OneFieldProps) {
  const said = {
    label: field.label,
    required: field.optional !== true,
    fault,
    ...(field.hint === undefined ? {} : { hint: field.hint }),
  };
  if (field.kind === 'yes-no')
    return (
      <label className="people-yes">
        <input
          type="checkbox"
          checked={value === 'yes'}
          onChange={({ target }) => onChange(target.checked ? 'yes' : '')}
        />
        {field.label}
      </label>
    );
  if (field.kind === 'choice')
    return <ChoiceField {...said} value={value} choices={choices(field)} onChange={onChange} />;
  return (
    <TextField
      {...said}
      value={value}
      type={field.kind === 'day' ? 'date' : 'text'}
      maxLength={field.maxLength ?? LONGEST}
      onChange={onChange}
    />
  );
}

function choices({ choices: own }: ActField): readonly Choice[] {
  return own ?? [];
}
