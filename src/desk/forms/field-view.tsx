/** One field of a form: its control by its type. A type nobody knows is written as a line. */
import { memo, type ReactElement } from 'react';
import {
  BooleanControl,
  ChoiceControl,
  ChoicesControl,
  type FieldControlProps,
} from './choice-controls.tsx';
import { ActControl, ExhibitControl } from './file-controls.tsx';
import { ListControl } from './list-control.tsx';
import { PartyControl } from './party-control.tsx';
import { OfficersControl, PersonControl, StaffControl } from './people-controls.tsx';
import { useForm } from './form-context.ts';
import { pointerOf } from './pointers.ts';
import { PutField } from './put-field.tsx';
import { LineControl, MoneyControl, NumberControl, TextControl } from './text-controls.tsx';
import { DateControl, RangeControl } from './time-controls.tsx';

type Control = (props: FieldControlProps) => ReactElement;

const CONTROLS: Readonly<Record<string, Control>> = {
  line: LineControl,
  text: TextControl,
  paragraphs: TextControl,
  number: NumberControl,
  money: MoneyControl,
  date: DateControl,
  datetime: DateControl,
  'date-range': RangeControl,
  boolean: BooleanControl,
  choice: ChoiceControl,
  choices: ChoicesControl,
  staff: StaffControl,
  'staff-list': StaffControl,
  person: PersonControl,
  officers: OfficersControl,
  party: (props) => <PartyControl {...props} View={FieldView} />,
  act: ActControl,
  exhibit: ExhibitControl,
  list: (props) => <ListControl {...props} View={FieldView} />,
};

/** Types whose control wants the whole width. */
const WIDE: ReadonlySet<string> = new Set([
  'text',
  'paragraphs',
  'list',
  'party',
  'officers',
  'staff-list',
  'person',
  'date-range',
  'choices',
]);

export const FieldView = memo(function FieldView(props: FieldControlProps) {
  const { isPut } = useForm();
  const { type, choices } = props.field;
  const Shown = isPut(props.field) ? PutField : (CONTROLS[type] ?? LineControl);
  const isWide = WIDE.has(type) || (type === 'choice' && (choices?.length ?? 0) > 3);
  return (
    <div className={isWide ? 'forms-wide' : 'forms-cell'}>
      <Shown {...props} />
    </div>
  );
}, isSame);

/** Paths are made anew each time; what they say is what counts. */
function isSame(one: FieldControlProps, other: FieldControlProps): boolean {
  return (
    one.field === other.field &&
    one.needed === other.needed &&
    pointerOf(one.path) === pointerOf(other.path)
  );
}
