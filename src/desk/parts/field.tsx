/** A label, its control, and what is wrong with it under it: an ink edge and a sentence. */
import { cloneElement, type ReactElement, type ReactNode, useId } from 'react';
import { PARTS_TEXTS } from './parts.texts.ts';
import { Sign } from './sign.tsx';

interface ControlProps {
  readonly id?: string;
  readonly 'aria-invalid'?: boolean;
  readonly 'aria-describedby'?: string | undefined;
  readonly status?: '' | 'error';
}

export interface FieldProps {
  readonly label: ReactNode;
  /** What the server or the page says against it. */
  readonly fault?: string | undefined;
  readonly hint?: ReactNode;
  readonly required?: boolean;
  /** One control; it is given the id of the label and of what is said under it. */
  readonly children: ReactElement<ControlProps>;
}

export function Field({ label, fault, hint, required = false, children }: FieldProps) {
  const id = useId();
  const under = `${id}-under`;
  const says = fault !== undefined || hint !== undefined;
  return (
    <div className="field" data-fault={fault !== undefined}>
      <label htmlFor={id}>
        {label}
        {required && <span className="field-must">{PARTS_TEXTS.required}</span>}
      </label>
      {cloneElement(children, {
        id,
        'aria-invalid': fault !== undefined,
        ...(says ? { 'aria-describedby': under } : {}),
      })}
      {says && (
        <p id={under} className={fault === undefined ? 'field-hint' : 'field-fault'}>
          {fault !== undefined && <Sign name="stop" size={14} />}
          {fault ?? hint}
        </p>
      )}
    </div>
  );
}
