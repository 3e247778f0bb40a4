/** Writing: a line, a text, paragraphs, a number, an amount. */
import { Input } from 'antd';
import { useState } from 'react';
import { amountShown, amountTyped } from './amount.ts';
import type { FieldControlProps } from './choice-controls.tsx';
import { FORM_TEXTS } from './form.texts.ts';
import { useForm, useValue } from './form-context.ts';
import { Frame } from './frame.tsx';
import { Phrases } from './phrases.tsx';
import { controlId, pointerOf } from './pointers.ts';

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

export function LineControl({ field, path, needed }: FieldControlProps) {
  const { store } = useForm();
  const value = useValue(path);
  return (
    <Frame
      label={field.label}
      path={path}
      needed={needed}
      hint={field.hint}
      aside={
        (field.phrases?.length ?? 0) > 0 && (
          <Phrases field={field} path={path} onInsert={(phrase) => store.set(path, phrase)} />
        )
      }
    >
      {(control) => (
        <Input
          {...control}
          value={textOf(value)}
          onChange={({ target }) => store.set(path, target.value)}
        />
      )}
    </Frame>
  );
}

/** A text as one string, or `paragraphs` as one string a line. */
export function TextControl({ field, path, needed }: FieldControlProps) {
  const { store } = useForm();
  const value = useValue(path);
  const isList = field.type === 'paragraphs';
  const text = isList && Array.isArray(value) ? value.map(textOf).join('\n') : textOf(value);
  const write = (next: string): void => store.set(path, isList ? next.split('\n') : next);
  const length = [...text].length;
  const most = field.maxLength;
  return (
    <Frame
      label={field.label}
      path={path}
      needed={needed}
      hint={field.hint ?? (isList ? FORM_TEXTS.paragraphs : undefined)}
      aside={
        <>
          {most !== undefined && length > most * 0.8 && (
            <span className="note">{FORM_TEXTS.count(length, most)}</span>
          )}
          <Phrases
            field={field}
            path={path}
            onInsert={(phrase) => write(inserted(text, phrase, controlId(pointerOf(path))))}
          />
        </>
      }
    >
      {(control) => (
        <Input.TextArea
          {...control}
          className="forms-text"
          value={text}
          autoSize={{ minRows: 2, maxRows: 18 }}
          onChange={({ target }) => write(target.value)}
        />
      )}
    </Frame>
  );
}

/** The text with a phrase where the cursor stands. */
function inserted(text: string, phrase: string, id: string): string {
  const box = document.getElementById(id);
  const [start, end] =
    box instanceof HTMLTextAreaElement
      ? [box.selectionStart, box.selectionEnd]
      : [text.length, text.length];
  return `${text.slice(0, start)}${phrase}${text.slice(end)}`;
}

export function NumberControl({ field, path, needed }: FieldControlProps) {
  const { store } = useForm();
  const value = useValue(path);
  return (
    <Frame label={field.label} path={path} needed={needed} hint={field.hint}>
      {(control) => (
        <Input
          {...control}
          className="forms-number"
          inputMode="decimal"
          suffix={field.unit}
          value={textOf(value)}
          onChange={({ target }) => store.set(path, numberTyped(target.value))}
        />
      )}
    </Frame>
  );
}

/** A number, or the text while it is none, so that the fault can be told. */
function numberTyped(text: string): number | string | undefined {
  const plain = text.trim();
  if (plain === '') return undefined;
  return /^\d{1,12}(\.\d{1,6})?$/.test(plain) ? Number(plain) : text;
}

export function MoneyControl({ field, path, needed }: FieldControlProps) {
  const { store } = useForm();
  const value = useValue(path);
  const [typing, setTyping] = useState<string | null>(null);
  return (
    <Frame label={field.label} path={path} needed={needed} hint={field.hint}>
      {(control) => (
        <Input
          {...control}
          className="forms-number"
          inputMode="decimal"
          suffix={FORM_TEXTS.unit}
          value={typing ?? amountShown(value)}
          onChange={({ target }) => {
            setTyping(target.value);
            store.set(path, amountTyped(target.value));
          }}
          onBlur={() => {
            setTyping(null);
            control.onBlur();
          }}
        />
      )}
    </Frame>
  );
}
