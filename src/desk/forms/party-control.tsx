/** The party of a document: the items its kind needs, the others as far as they are known. */
import type { FormField } from '../../matter/matter.api.ts';
import { PARTY_FIELDS } from '../../document/party-fields.ts';
import { PARTY_ITEMS } from './form-fields.ts';
import { Frame } from './frame.tsx';
import { useValue } from './form-context.ts';
import { isNeeded, isValues } from './form-values.ts';
import type { NestedProps } from './list-control.tsx';

const ITEMS: readonly FormField[] = PARTY_ITEMS.flatMap((name) => {
  const item = PARTY_FIELDS.find((one) => one.name === name);
  if (!item) return [];
  const { label, type, choices, phrases, maxLength, requiredWhen } = item;
  return [
    {
      name,
      label,
      type,
      required: item.required === true,
      ...(choices ? { choices } : {}),
      ...(phrases ? { phrases } : {}),
      ...(maxLength === undefined ? {} : { maxLength }),
      ...(requiredWhen ? { requiredWhen } : {}),
    },
  ];
});

/** Items only a natural person has. */
const OF_PEOPLE: ReadonlySet<string> = new Set(['gender', 'birth']);

export function PartyControl({ field, path, needed, View }: NestedProps) {
  const value = useValue(path);
  const party = isValues(value) ? value : {};
  const isPerson = party['kind'] === 'natural';
  return (
    <Frame label={field.label} path={path} needed={needed} hint={field.hint} group>
      {() => (
        <div className="forms-grid">
          {ITEMS.filter(({ name }) => isPerson || !OF_PEOPLE.has(name)).map((item) => (
            <View
              key={item.name}
              field={item}
              path={[...path, item.name]}
              needed={isNeeded(item, party)}
            />
          ))}
        </div>
      )}
    </Frame>
  );
}
