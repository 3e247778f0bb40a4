/** Days, moments, and spans between two of them. */
import type { FormField } from '../../matter/matter.api.ts';
import { fromLocalField, toLocalField } from '../words/dates.ts';
import type { FieldControlProps } from './choice-controls.tsx';
import { FORM_TEXTS } from './form.texts.ts';
import { type ControlProps, Frame } from './frame.tsx';
import { useForm, useValue } from './form-context.ts';
import { type Path } from './form-values.ts';

export function DateControl({ field, path, needed }: FieldControlProps) {
  return <Moment field={field} path={path} needed={needed} withTime={field.type === 'datetime'} />;
}

export function RangeControl({ field, path, needed }: FieldControlProps) {
  const ends = [
    ['from', FORM_TEXTS.from],
    ['to', FORM_TEXTS.to],
  ] as const;
  return (
    <Frame label={field.label} path={path} needed={needed} hint={field.hint} group>
      {() => (
        <div className="forms-range">
          {ends.map(([end, label]) => (
            <Moment
              key={end}
              field={{ ...field, label, hint: '' }}
              path={[...path, end]}
              needed
              withTime={field.minutes === true}
            />
          ))}
        </div>
      )}
    </Frame>
  );
}

interface MomentProps {
  readonly field: Pick<FormField, 'label' | 'hint'>;
  readonly path: Path;
  readonly needed: boolean;
  readonly withTime: boolean;
}

export function Moment({ field, path, needed, withTime }: MomentProps) {
  const { store } = useForm();
  const value = useValue(path);
  const text = typeof value === 'string' ? value : '';
  const hint = field.hint === '' ? undefined : field.hint;
  return (
    <Frame label={field.label} path={path} needed={needed} hint={hint}>
      {(control) => (
        <MomentInput
          control={control}
          withTime={withTime}
          text={text}
          onChange={(next) => store.set(path, next === '' ? undefined : next)}
        />
      )}
    </Frame>
  );
}

function MomentInput({
  control,
  withTime,
  text,
  onChange,
}: {
  readonly control: ControlProps;
  readonly withTime: boolean;
  readonly text: string;
  readonly onChange: (text: string) => void;
}) {
  return withTime ? (
    <input
      {...control}
      type="datetime-local"
      className="forms-input"
      max="2999-12-31T23:59"
      value={toLocalField(text)}
      onChange={({ target }) => onChange(fromLocalField(target.value))}
    />
  ) : (
    <input
      {...control}
      type="date"
      className="forms-input"
      max="2999-12-31"
      value={text.slice(0, 10)}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}
