/** Days, moments, and spans between two of them. */
import { useRef, useState } from 'react';
import type { FormField } from '../../matter/matter.api.ts';
import { serverNow } from '../api/server-clock.ts';
import { Sign } from '../parts/sign.tsx';
import { dayOf, fromLocalField } from '../words/dates.ts';
import type { FieldControlProps } from './choice-controls.tsx';
import { FORM_TEXTS } from './form.texts.ts';
import { type ControlProps, Frame } from './frame.tsx';
import { momentShown, momentTyped } from './moment-typed.ts';
import { useForm, useValue } from './form-context.ts';
import type { Path } from './form-values.ts';

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
  const hint = field.hint === '' ? undefined : field.hint;
  return (
    <Frame label={field.label} path={path} needed={needed} hint={hint}>
      {(control) => (
        <MomentInput
          control={control}
          label={field.label}
          withTime={withTime}
          value={value}
          onChange={(next) => store.set(path, next)}
        />
      )}
    </Frame>
  );
}

/** Typed in one way whatever the browser's language, or chosen from the browser's own calendar. */
function MomentInput({
  control,
  label,
  withTime,
  value,
  onChange,
}: {
  readonly control: ControlProps;
  readonly label: string;
  readonly withTime: boolean;
  readonly value: unknown;
  readonly onChange: (value: string | undefined) => void;
}) {
  const [typing, setTyping] = useState<string | null>(null);
  const calendar = useRef<HTMLInputElement>(null);
  const shown = momentShown(value, withTime);
  return (
    <span className="forms-moment">
      <input
        {...control}
        className="forms-input"
        autoComplete="off"
        placeholder={withTime ? FORM_TEXTS.momentLike : FORM_TEXTS.dayLike}
        value={typing ?? shown}
        onChange={({ target }) => {
          setTyping(target.value);
          onChange(momentTyped(target.value, withTime, dayOf(serverNow()).slice(0, 4)));
        }}
        onBlur={() => {
          setTyping(null);
          control.onBlur();
        }}
      />
      <input
        ref={calendar}
        className="forms-calendar"
        type={withTime ? 'datetime-local' : 'date'}
        tabIndex={-1}
        aria-hidden="true"
        value={withTime ? shown.replace(' ', 'T') : shown}
        onChange={({ target }) =>
          onChange(
            target.value === ''
              ? undefined
              : withTime
                ? fromLocalField(target.value)
                : target.value,
          )
        }
      />
      <button
        type="button"
        className="link"
        aria-label={`${label}：${FORM_TEXTS.calendar}`}
        onClick={() => calendar.current?.showPicker()}
      >
        <Sign name="table" />
      </button>
    </span>
  );
}
