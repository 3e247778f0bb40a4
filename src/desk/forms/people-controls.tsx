/** People: who acts, staff by id, a person by name and post, officers by name and certificate. */
import { Input, Select } from 'antd';
import type { PersonView } from '../../staff/staff.api.ts';
import { useAnswer } from '../api/use-answer.ts';
import { Chooser, type FieldControlProps } from './choice-controls.tsx';
import { FORM_TEXTS } from './form.texts.ts';
import { type ControlProps, Frame } from './frame.tsx';
import { useForm, useValue } from './form-context.ts';
import { isValues } from './form-values.ts';

interface Option {
  readonly value: string;
  readonly label: string;
}

function optionOf({ id, name, post, unitName }: PersonView): Option {
  return { value: id, label: `${name}　${post}　${unitName}` };
}

/** Who acts: staff, or the party. In the field the hint tells how many officers the law wants. */
export function ByControl({ inField }: { readonly inField: boolean }) {
  const { people, store } = useForm();
  const rule = useAnswer('Rule', '/law/handlers.minimum', {}, { enabled: inField });
  const officers = rule.data?.chosen?.value;
  const hint = inField && typeof officers === 'number' ? FORM_TEXTS.byField(officers) : undefined;
  const by = useValue(['by']);
  const options = [
    ...people.filter(({ active }) => active).map(optionOf),
    { value: 'party', label: FORM_TEXTS.party },
  ];
  return (
    <Frame label={FORM_TEXTS.by} path={['by']} needed hint={hint}>
      {(control) => (
        <Several
          control={control}
          options={options}
          chosen={textsIn(by)}
          onChange={(next) => store.set(['by'], next)}
        />
      )}
    </Frame>
  );
}

export function StaffControl({ field, path, needed }: FieldControlProps) {
  const { people, store } = useForm();
  const value = useValue(path);
  const fitting = people.filter(
    ({ active, roles }) => active && (field.role === undefined || roles.includes(field.role)),
  );
  return (
    <Frame label={field.label} path={path} needed={needed} hint={field.hint}>
      {(control) =>
        field.type === 'staff-list' ? (
          <Several
            control={control}
            options={fitting.map(optionOf)}
            chosen={textsIn(value)}
            onChange={(ids) => store.set(path, ids)}
          />
        ) : (
          <Chooser
            control={control}
            choices={fitting.map(optionOf)}
            chosen={typeof value === 'string' ? value : ''}
            onChoose={(id) => store.set(path, id === '' ? undefined : id)}
          />
        )
      }
    </Frame>
  );
}

/** A person who signs: anybody of the bureau, or a name written by hand. */
export function PersonControl({ field, path, needed }: FieldControlProps) {
  const { people, store } = useForm();
  const value = useValue(path);
  const person = isValues(value) ? value : {};
  const list = `${path.join('-')}-people`;
  function write(name: string): void {
    const known = people.find((one) => one.name === name);
    store.set(
      path,
      name === '' ? undefined : { ...person, name, ...(known ? { post: known.post } : {}) },
    );
  }
  return (
    <div className="forms-person">
      <Frame label={field.label} path={[...path, 'name']} needed={needed} hint={field.hint}>
        {(control) => (
          <>
            <Input
              {...control}
              list={list}
              value={textIn(person['name'])}
              onChange={({ target }) => write(target.value)}
            />
            <datalist id={list}>
              {people.map(({ id, name, post }) => (
                <option key={id} value={name}>
                  {post}
                </option>
              ))}
            </datalist>
          </>
        )}
      </Frame>
      <Frame label={`${field.label}${FORM_TEXTS.post}`} path={[...path, 'post']} needed={false}>
        {(control) => (
          <Input
            {...control}
            value={textIn(person['post'])}
            onChange={({ target }) => store.set([...path, 'post'], target.value)}
          />
        )}
      </Frame>
    </div>
  );
}

/** Enforcement officers with the numbers of their certificates. */
export function OfficersControl({ field, path, needed }: FieldControlProps) {
  const { people, store } = useForm();
  const value = useValue(path);
  const chosen = Array.isArray(value) ? value.filter(isValues) : [];
  const certified = people.flatMap(({ name, certificate, active }) =>
    active && certificate ? [{ name, certificate: certificate.number }] : [],
  );
  const known = new Map<string, { officer: unknown; label: string }>(
    [...certified, ...chosen].map((one) => {
      const name = textIn(one['name']);
      const certificate = textIn(one['certificate']);
      return [
        `${name} ${certificate}`,
        {
          officer: one,
          label: `${name}　${certificate === '' ? FORM_TEXTS.noCertificate : FORM_TEXTS.certificate(certificate)}`,
        },
      ] as const;
    }),
  );
  return (
    <Frame label={field.label} path={path} needed={needed} hint={field.hint}>
      {(control) => (
        <Several
          control={control}
          options={[...known].map(([key, { label }]) => ({ value: key, label }))}
          chosen={chosen.map((one) => `${textIn(one['name'])} ${textIn(one['certificate'])}`)}
          onChange={(keys) =>
            store.set(
              path,
              keys.flatMap((key) => known.get(key)?.officer ?? []),
            )
          }
        />
      )}
    </Frame>
  );
}

function Several({
  control,
  options,
  chosen,
  onChange,
}: {
  readonly control: ControlProps;
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
}) {
  return (
    <Select
      {...control}
      mode="multiple"
      className="forms-several"
      options={[...options]}
      value={[...chosen]}
      onChange={(next: string[]) => onChange(next)}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={FORM_TEXTS.choose}
    />
  );
}

function textIn(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function textsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}
