/** The fields of the offices' forms: a line, a box, a day, one of a few. */
import { Field, type FieldProps } from '../parts/field.tsx';
import { OFFICE_TEXTS } from './offices.texts.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

type Labelled = Omit<FieldProps, 'children'>;

export interface ChoiceFieldProps extends Labelled {
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onChange: (value: string) => void;
}

/** One of a few: the browser's own list, which every keyboard and reader knows. */
export function ChoiceField({ value, choices, onChange, ...field }: ChoiceFieldProps) {
  return (
    <Field {...field}>
      <select
        className="office-input"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">{OFFICE_TEXTS.choose}</option>
        {choices.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
    </Field>
  );
}

export interface TextFieldProps extends Labelled {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'date';
  readonly maxLength?: number;
  /** More than one: a box of that many lines. */
  readonly lines?: number;
}

export function TextField(props: TextFieldProps) {
  const { value, onChange, type = 'text', maxLength, lines = 1, ...field } = props;
  return (
    <Field {...field}>
      {lines > 1 ? (
        <textarea
          className="office-input"
          rows={lines}
          maxLength={maxLength}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <input
          className="office-input"
          type={type}
          maxLength={maxLength}
          autoComplete="off"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
