/** Choosing: yes or no, one of some, several of some. Nothing is chosen beforehand but what the file knows. */
import type { FormField } from '../../matter/matter.api.ts';
import { FORM_TEXTS } from './form.texts.ts';
import { type ControlProps, Frame } from './frame.tsx';
import { useForm, useValue } from './form-context.ts';
import { type Path } from './form-values.ts';

interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface FieldControlProps {
  readonly field: FormField;
  readonly path: Path;
  readonly needed: boolean;
}

/** Characters of all choices together up to which they stand side by side. */
const SIDE_BY_SIDE = 48;

export function BooleanControl({ field, path, needed }: FieldControlProps) {
  const { store } = useForm();
  const value = useValue(path);
  return (
    <Frame label={field.label} path={path} needed={needed} hint={field.hint} group>
      {(control) => (
        <Pills
          control={control}
          choices={YES_NO}
          chosen={value === true ? ['yes'] : value === false ? ['no'] : []}
          onChoose={(one) => store.set(path, one === 'yes')}
        />
      )}
    </Frame>
  );
}

const YES_NO: readonly Choice[] = [
  { value: 'yes', label: FORM_TEXTS.yes },
  { value: 'no', label: FORM_TEXTS.no },
];

export function ChoiceControl({ field, path, needed }: FieldControlProps) {
  const { store } = useForm();
  const value = useValue(path);
  const chosen = typeof value === 'string' ? value : '';
  const choices = field.choices ?? [];
  const isShort =
    choices.length <= 6 &&
    choices.reduce((sum, { label }) => sum + label.length + 2, 0) <= SIDE_BY_SIDE;
  if (isShort)
    return (
      <Frame label={field.label} path={path} needed={needed} hint={field.hint} group>
        {(control) => (
          <Pills
            control={control}
            choices={choices}
            chosen={[chosen]}
            onChoose={(one) => store.set(path, one === chosen && !needed ? undefined : one)}
          />
        )}
      </Frame>
    );
  return (
    <Frame label={field.label} path={path} needed={needed} hint={field.hint}>
      {(control) => (
        <Chooser
          control={control}
          choices={choices}
          chosen={chosen}
          onChoose={(one) => store.set(path, one === '' ? undefined : one)}
        />
      )}
    </Frame>
  );
}

export function ChoicesControl({ field, path, needed }: FieldControlProps) {
  const { store } = useForm();
  const value = useValue(path);
  const chosen = Array.isArray(value)
    ? value.filter((one): one is string => typeof one === 'string')
    : [];
  return (
    <Frame label={field.label} path={path} needed={needed} hint={field.hint} group>
      {(control) => (
        <Pills
          control={control}
          several
          choices={field.choices ?? []}
          chosen={chosen}
          onChoose={(one) =>
            store.set(
              path,
              (field.choices ?? [])
                .map((choice) => choice.value)
                .filter((name) => chosen.includes(name) !== (name === one)),
            )
          }
        />
      )}
    </Frame>
  );
}

/** A list to choose one from. */
export function Chooser({
  control,
  choices,
  chosen,
  onChoose,
}: {
  readonly control: ControlProps;
  readonly choices: readonly Choice[];
  readonly chosen: string;
  readonly onChoose: (value: string) => void;
}) {
  return (
    <select
      {...control}
      className="forms-input"
      value={chosen}
      onChange={({ target }) => onChoose(target.value)}
    >
      <option value="">{FORM_TEXTS.choose}</option>
      {choices.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}

function Pills({
  control,
  choices,
  chosen,
  several = false,
  onChoose,
}: {
  readonly control: ControlProps;
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  readonly several?: boolean;
  readonly onChoose: (value: string) => void;
}) {
  const name = control.id;
  return (
    <div className="forms-pills" onBlur={control.onBlur}>
      {choices.map(({ value, label }, index) => (
        <label key={value} className="forms-pill">
          <input
            id={index === 0 ? control.id : undefined}
            type={several ? 'checkbox' : 'radio'}
            name={name}
            value={value}
            checked={chosen.includes(value)}
            aria-invalid={control['aria-invalid']}
            onChange={() => onChoose(value)}
          />
          {label}
        </label>
      ))}
    </div>
  );
}
