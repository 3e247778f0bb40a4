/** What is already on file: an act of the matter, a piece of evidence. */
import { serverNow } from '../api/server-clock.ts';
import { dayOf, momentWords } from '../words/dates.ts';
import { Chooser, type FieldControlProps } from './choice-controls.tsx';
import { FORM_TEXTS } from './form.texts.ts';
import { Frame } from './frame.tsx';
import { useForm, useValue } from './form-context.ts';

export function ActControl({ field, path, needed }: FieldControlProps) {
  const { matter, store } = useForm();
  const value = useValue(path);
  const wanted = field.acts ?? [];
  const acts = matter.acts.filter(({ type }) =>
    wanted.length === 0 ? matter.possible.some(({ act }) => act === type) : wanted.includes(type),
  );
  const today = dayOf(serverNow());
  return (
    <Frame
      label={field.label}
      path={path}
      needed={needed}
      hint={acts.length === 0 ? FORM_TEXTS.noAct : field.hint}
    >
      {(control) => (
        <Chooser
          control={control}
          choices={acts.map(({ seq, term, happened }) => ({
            value: String(seq),
            label: FORM_TEXTS.actLine(seq, term, momentWords(happened, today)),
          }))}
          chosen={typeof value === 'number' ? String(value) : ''}
          onChoose={(seq) => store.set(path, seq === '' ? undefined : Number(seq))}
        />
      )}
    </Frame>
  );
}

export function ExhibitControl({ field, path, needed }: FieldControlProps) {
  const { matter, store } = useForm();
  const value = useValue(path);
  const exhibits = new Map(
    matter.acts
      .flatMap(({ exhibits: found }) => found)
      .filter(({ type }) => field.media?.some((kind) => type.startsWith(`${kind}/`)) ?? true)
      .map((one) => [one.id, one]),
  );
  const none = field.media ? FORM_TEXTS.noRecording : FORM_TEXTS.noExhibit;
  return (
    <Frame
      label={field.label}
      path={path}
      needed={needed}
      hint={exhibits.size === 0 ? none : field.hint}
    >
      {(control) => (
        <Chooser
          control={control}
          choices={[...exhibits.values()].map(({ id, name }) => ({ value: id, label: name }))}
          chosen={typeof value === 'string' ? value : ''}
          onChoose={(id) => store.set(path, id === '' ? undefined : id)}
        />
      )}
    </Frame>
  );
}
