/** The units of the bureau, and opening one. */
import { Button } from 'antd';
import { useState } from 'react';
import { POST_LENGTH } from '../../staff/lengths.ts';
import type { UnitView } from '../../staff/staff.api.ts';
import { useHas } from '../account/session.ts';
import { address } from '../api/client.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useCommand } from '../api/use-command.ts';
import { ChoiceField, TextField } from '../offices/field.tsx';
import '../offices/offices.css';
import { Empty } from '../parts/empty.tsx';
import { type Column, ListTable } from '../parts/list-table.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import './people.css';
import { PEOPLE_TEXTS as T } from './people.texts.ts';
import { PERSON_ACT_TEXTS } from './person-act.texts.ts';

export function Page() {
  const units = useAnswer('Units', '/units');
  const people = useAnswer('People', '/people');
  const mayOpen = useHas('sysadmin');
  const count = (unit: string): number =>
    (people.data?.people ?? []).filter((one) => one.active && one.unit === unit).length;
  return (
    <div className="page">
      <PageHead title={T.units} />
      <div className="people-units">
        <Loaded of={units}>
          {({ units: rows }) => (
            <ListTable<UnitView>
              label={T.units}
              columns={columns(count)}
              rows={rows}
              rowKey={({ id }) => id}
              to={({ id }) => `/people?unit=${id}`}
              exportTo={address('/units', { format: 'xlsx' })}
              empty={<Empty>{T.noUnits}</Empty>}
            />
          )}
        </Loaded>
        {mayOpen && <OpenUnit />}
      </div>
    </div>
  );
}

function columns(count: (unit: string) => number): readonly Column<UnitView>[] {
  const { name, kind, functions, people } = T.unitColumns;
  return [
    { key: 'name', title: name, cell: (unit) => <strong>{unit.name}</strong> },
    { key: 'kind', title: kind, width: '140px', cell: (unit) => T.unitKinds[unit.kind] },
    {
      key: 'functions',
      title: functions,
      width: '220px',
      cell: (unit) => unit.functions.map((one) => T.unitFunctions[one] ?? one).join('、'),
    },
    { key: 'people', title: people, width: '80px', align: 'right', cell: ({ id }) => count(id) },
  ];
}

const NOTHING = { name: '', kind: 'department', functions: [] as readonly string[] };

function OpenUnit() {
  const [unit, setUnit] = useState(NOTHING);
  const [isTried, setTried] = useState(false);
  const { send, running, problem, faultOf } = useCommand<'Unit'>({
    method: 'POST',
    path: '/units',
    onDone: () => {
      setUnit(NOTHING);
      setTried(false);
    },
  });
  const { name, kind, functions } = unit;
  const isNamed = name.trim() !== '';
  return (
    <form
      className="office-panel fields"
      aria-label={T.openUnit}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (isNamed && kind !== '') void send((id) => ({ ...unit, id, name: name.trim() }));
      }}
    >
      <h2>{T.openUnit}</h2>
      <TextField
        label={T.unitName}
        required
        maxLength={POST_LENGTH}
        value={name}
        fault={isTried && !isNamed ? PERSON_ACT_TEXTS.missing(T.unitName) : faultOf('/name')}
        onChange={(value) => setUnit({ ...unit, name: value })}
      />
      <ChoiceField
        label={T.unitKind}
        required
        value={kind}
        choices={Object.entries(T.unitKinds).map(([value, label]) => ({ value, label }))}
        fault={isTried && kind === '' ? PERSON_ACT_TEXTS.missing(T.unitKind) : faultOf('/kind')}
        onChange={(value) => setUnit({ ...unit, kind: value })}
      />
      <fieldset className="office-checks">
        <legend>{T.unitFunction}</legend>
        {Object.entries(T.unitFunctions).map(([value, label]) => (
          <label key={value}>
            <input
              type="checkbox"
              checked={functions.includes(value)}
              onChange={({ target }) =>
                setUnit({
                  ...unit,
                  functions: target.checked
                    ? [...functions, value]
                    : functions.filter((one) => one !== value),
                })
              }
            />
            {label}
          </label>
        ))}
      </fieldset>
      <ProblemNotice problem={problem} shown={['/name', '/kind']} />
      <div className="office-actions">
        <Button type="primary" htmlType="submit" loading={running}>
          {T.openUnit}
        </Button>
      </div>
    </form>
  );
}
