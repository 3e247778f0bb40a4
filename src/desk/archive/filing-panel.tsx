/** Filing: retention, archive number and secrecy, as the act asks for them. */
import { Button } from 'antd';
import { useState } from 'react';
import type { ArchiveView } from '../../archive/archive.api.ts';
import type { FormField, MatterView } from '../../matter/matter.api.ts';
import { useAnswer } from '../api/use-answer.ts';
import { ChoiceField, TextField } from '../offices/field.tsx';
import { useAct } from '../offices/use-act.ts';
import { Loaded } from '../parts/loaded.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { Refusals } from '../parts/refusals.tsx';
import { roleListWords } from '../../staff/role.texts.ts';
import { ARCHIVE_TEXTS as T } from './archive.texts.ts';

const ACT = 'file.archived';

export function FilingPanel({
  matter,
  archive,
}: {
  readonly matter: MatterView;
  readonly archive: ArchiveView;
}) {
  const possible = matter.possible.find(({ act }) => act === ACT);
  if (archive.archived || !possible) return null;
  return (
    <section className="office-panel">
      <header>
        <h2>{T.formTitle}</h2>
      </header>
      {!possible.mine && <p className="note">{T.notMine(roleListWords(possible.who))}</p>}
      {possible.refusals.length > 0 ? (
        <>
          <h3>{T.cannot}</h3>
          <Refusals refusals={possible.refusals} />
        </>
      ) : (
        possible.mine && <Filing matter={matter} />
      )}
    </section>
  );
}

function Filing({ matter }: { readonly matter: MatterView }) {
  const form = useAnswer('Form', `/matters/${matter.id}/forms/${ACT}`);
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const { record, running, problem, faultOf } = useAct(matter.id, ACT, matter.seq);
  const filled = Object.fromEntries(
    Object.entries(values)
      .map(([name, value]) => [name, value.trim()] as const)
      .filter(([, value]) => value !== ''),
  );
  return (
    <Loaded of={form} lines={3}>
      {({ fields }) => (
        <form
          className="fields"
          onSubmit={(event) => {
            event.preventDefault();
            void record({ fields: filled });
          }}
        >
          {fields.map((field) => (
            <FilingField
              key={field.name}
              field={field}
              value={values[field.name] ?? ''}
              fault={faultOf(`/fields/${field.name}`)}
              onChange={(value) => setValues({ ...values, [field.name]: value })}
            />
          ))}
          <ProblemNotice problem={problem} shown={fields.map(({ name }) => `/fields/${name}`)} />
          <div className="office-actions">
            <Button type="primary" htmlType="submit" loading={running}>
              {T.act}
            </Button>
            <small>{T.sealed}</small>
          </div>
        </form>
      )}
    </Loaded>
  );
}

interface FilingFieldProps {
  readonly field: FormField;
  readonly value: string;
  readonly fault: string | undefined;
  readonly onChange: (value: string) => void;
}

function FilingField({ field, value, fault, onChange }: FilingFieldProps) {
  const said = {
    label: field.label,
    required: field.required,
    fault,
    ...(field.hint === undefined ? {} : { hint: field.hint }),
  };
  return field.choices ? (
    <ChoiceField {...said} value={value} choices={field.choices} onChange={onChange} />
  ) : (
    <TextField
      {...said}
      value={value}
      onChange={onChange}
      {...(field.maxLength === undefined ? {} : { maxLength: field.maxLength })}
    />
  );
}
