/** Label, control, what is wrong with it: around every control of a form, so that a fault's pointer leads to it. */
import type { ReactNode } from 'react';
import { Sign } from '../parts/sign.tsx';
import { FORM_TEXTS } from './form.texts.ts';
import { useFaults, useForm } from './form-context.ts';
import type { Path } from './form-values.ts';
import { controlId, pointerOf } from './pointers.ts';

export interface ControlProps {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
  readonly onBlur: () => void;
}

export interface FrameProps {
  readonly label: string;
  readonly path: Path;
  readonly needed: boolean;
  readonly hint?: string | undefined;
  /** Several controls under one label: a group with a legend. */
  readonly group?: boolean;
  /** Beside the label, such as the opener of the common phrases. */
  readonly aside?: ReactNode;
  readonly children: (control: ControlProps) => ReactNode;
}

/** Milliseconds: a fault that came into sight at once would push away what is just being clicked. */
const AFTER_CLICK = 300;

export function Frame({ label, path, needed, hint, group = false, aside, children }: FrameProps) {
  const pointer = pointerOf(path);
  const id = controlId(pointer);
  const faults = useFaults(pointer);
  const { store } = useForm();
  const under = `${id}-under`;
  const says = faults.length > 0 || hint !== undefined;
  const control: ControlProps = {
    id: group ? `${id}-first` : id,
    'aria-invalid': faults.length > 0,
    'aria-describedby': says ? under : undefined,
    onBlur: () => void setTimeout(() => store.touch(pointer), AFTER_CLICK),
  };
  const words = (
    <>
      {label}
      {!needed && <span className="field-must">{FORM_TEXTS.optional}</span>}
    </>
  );
  const body = (
    <>
      {children(control)}
      {says && (
        <div id={under} className={faults.length > 0 ? 'forms-fault' : 'field-hint'}>
          {faults.length > 0
            ? faults.map((fault) => (
                <p key={fault} className="field-fault">
                  <Sign name="stop" size={14} />
                  {fault}
                </p>
              ))
            : hint}
        </div>
      )}
    </>
  );
  if (group)
    return (
      <fieldset
        id={id}
        className="field forms-group"
        data-fault={faults.length > 0}
        aria-describedby={says ? under : undefined}
      >
        <legend>{words}</legend>
        {aside}
        {body}
      </fieldset>
    );
  return (
    <div className="field" data-fault={faults.length > 0}>
      <div className="forms-label">
        <label htmlFor={id}>{words}</label>
        {aside}
      </div>
      {body}
    </div>
  );
}
