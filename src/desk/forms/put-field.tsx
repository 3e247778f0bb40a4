/** A field as it was put before the head: to be read; nothing others have signed is changed in approving it. */
import { Sign } from '../parts/sign.tsx';
import type { FieldControlProps } from './choice-controls.tsx';
import { valueWords } from './field-words.ts';
import { FORM_TEXTS } from './form.texts.ts';
import { useFaults, useForm, useValue } from './form-context.ts';
import { controlId, pointerOf } from './pointers.ts';

export function PutField({ field, path }: FieldControlProps) {
  const { people } = useForm();
  const value = useValue(path);
  const pointer = pointerOf(path);
  const faults = useFaults(pointer);
  const lines = valueWords(value, field, people).split('\n');
  return (
    <div id={controlId(pointer)} className="field forms-put" tabIndex={-1}>
      <span className="forms-label">{field.label}</span>
      {lines.map((line, index) => (
        <p key={`${index} ${line}`}>{line === '' ? FORM_TEXTS.staleEmpty : line}</p>
      ))}
      {faults.map((fault) => (
        <p key={fault} className="field-fault">
          <Sign name="stop" size={14} />
          {fault}
        </p>
      ))}
    </div>
  );
}
