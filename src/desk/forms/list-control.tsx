/** Repeated items: each row a small form of its own, which can be moved and taken away. */
import { Button } from 'antd';
import type { ComponentType } from 'react';
import type { FieldControlProps } from './choice-controls.tsx';
import { FORM_TEXTS } from './form.texts.ts';
import { Frame } from './frame.tsx';
import { useForm, useValue } from './form-context.ts';
import { isNeeded, isValues, type Values } from './form-values.ts';

/** A control made of others; `View` shows one of them. */
export interface NestedProps extends FieldControlProps {
  readonly View: ComponentType<FieldControlProps>;
}

export function ListControl({ field, path, needed, View }: NestedProps) {
  const { store } = useForm();
  const value = useValue(path);
  const given: Values[] = Array.isArray(value)
    ? value.map((row) => (isValues(row) ? row : {}))
    : [];
  const rows = given.length === 0 && needed ? [{}] : given;
  const items = field.items ?? [];
  const isLine = items.length <= 3 && items.every(({ type }) => type !== 'text');
  const swap = (index: number, other: number): void => {
    const next = [...rows];
    [next[index], next[other]] = [rows[other] ?? {}, rows[index] ?? {}];
    store.set(path, next);
  };
  return (
    <Frame label={field.label} path={path} needed={needed} hint={field.hint} group>
      {() => (
        <>
          <ol className="forms-rows">
            {rows.map((row, index) => (
              // Rows have no names of their own; what is typed stands in the form, not in the row.
              // oxlint-disable-next-line react/no-array-index-key
              <li key={index} className="forms-row">
                <div className={isLine ? 'forms-grid forms-grid-line' : 'forms-grid'}>
                  {items.map((item) => (
                    <View
                      key={item.name}
                      field={item}
                      path={[...path, index, item.name]}
                      needed={isNeeded(item, row)}
                    />
                  ))}
                </div>
                <div className="forms-row-tools">
                  <span className="note">{FORM_TEXTS.row(index + 1)}</span>
                  {index > 0 && (
                    <RowButton
                      words={FORM_TEXTS.up}
                      of={index}
                      onClick={() => swap(index, index - 1)}
                    />
                  )}
                  {index < rows.length - 1 && (
                    <RowButton
                      words={FORM_TEXTS.down}
                      of={index}
                      onClick={() => swap(index, index + 1)}
                    />
                  )}
                  <RowButton
                    words={FORM_TEXTS.removeRow}
                    of={index}
                    onClick={() => store.set(path, rows.toSpliced(index, 1))}
                  />
                </div>
              </li>
            ))}
          </ol>
          <Button size="small" className="forms-add" onClick={() => store.set(path, [...rows, {}])}>
            {FORM_TEXTS.addRow}
          </Button>
        </>
      )}
    </Frame>
  );
}

function RowButton({
  words,
  of,
  onClick,
}: {
  readonly words: string;
  readonly of: number;
  readonly onClick: () => void;
}) {
  return (
    <button
      type="button"
      className="link"
      aria-label={`${words}：${FORM_TEXTS.row(of + 1)}`}
      onClick={onClick}
    >
      {words}
    </button>
  );
}
