/** Fields over a list. `/` goes to the first of them. */
import { Button, Input, Select } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useKeys } from '../keys/use-keys.ts';
import { PARTS_TEXTS } from './parts.texts.ts';
import type { Filter } from './use-filter.ts';

export interface FilterField<K extends string> {
  readonly name: K;
  readonly label: string;
  /** Left out: a text. */
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
}

export function Filters<K extends string>({
  filter,
  fields,
}: {
  readonly filter: Filter<K>;
  readonly fields: readonly FilterField<K>[];
}) {
  const place = useRef<HTMLDivElement>(null);
  useKeys({ '/': () => place.current?.querySelector('input')?.focus() });
  return (
    <div className="filters" role="search" ref={place}>
      {fields.map(({ name, label, choices }) =>
        choices ? (
          <Select
            key={name}
            aria-label={label}
            value={filter.values[name] === '' ? null : filter.values[name]}
            placeholder={label}
            options={choices.map((choice) => ({ ...choice }))}
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            popupMatchSelectWidth={false}
            onChange={(value: string | null | undefined) => filter.set(name, value ?? '')}
          />
        ) : (
          <FilterText
            key={name}
            label={label}
            value={filter.values[name]}
            onSettled={(value) => filter.set(name, value)}
          />
        ),
      )}
      {filter.isSet && (
        <Button type="text" onClick={filter.clear}>
          {PARTS_TEXTS.clear}
        </Button>
      )}
    </div>
  );
}

/** Milliseconds without a key after which the list follows. */
const SETTLES = 250;

function FilterText({
  label,
  value,
  onSettled,
}: {
  readonly label: string;
  readonly value: string;
  readonly onSettled: (value: string) => void;
}) {
  const [typed, setTyped] = useState(value);
  const settled = useRef(onSettled);
  useEffect(() => {
    settled.current = onSettled;
  });
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    setTyped(value);
  }
  useEffect(() => {
    if (typed === value) return undefined;
    const timer = setTimeout(() => settled.current(typed), SETTLES);
    return () => clearTimeout(timer);
  }, [typed, value]);
  return (
    <Input
      aria-label={label}
      placeholder={label}
      value={typed}
      allowClear
      maxLength={100}
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}
