/** Registering a person; certificates, training and an account follow on their own page. */
import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { NAME_LENGTH, POST_LENGTH } from '../../staff/lengths.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useCommand } from '../api/use-command.ts';
import '../offices/offices.css';
import { PageHead } from '../parts/page-head.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import './people.css';
import { PEOPLE_TEXTS as T } from './people.texts.ts';
import { type ActField, bodyOf, faultsOf } from './person-act.ts';
import { OneField } from './person-act.tsx';

export function Page() {
  const navigate = useNavigate();
  const units = useAnswer('Units', '/units');
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [isTried, setTried] = useState(false);
  const { send, running, problem, faultOf } = useCommand<'Person'>({
    method: 'POST',
    path: '/people',
    onDone: ({ person }) => void navigate(`/people/${person.id}`),
  });
  const fields: readonly ActField[] = [
    { name: 'name', label: T.fields.name, kind: 'line', maxLength: NAME_LENGTH },
    {
      name: 'unit',
      label: T.fields.unit,
      kind: 'choice',
      choices: (units.data?.units ?? []).map(({ id, name }) => ({ value: id, label: name })),
    },
    { name: 'post', label: T.fields.post, kind: 'line', maxLength: POST_LENGTH },
  ];
  const faults = faultsOf(fields, values);
  return (
    <div className="page">
      <PageHead title={T.newPerson} siblings={false} />
      <form
        className="office-panel fields people-new"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (Object.keys(faults).length === 0)
            void send((id) => ({ id, ...bodyOf(fields, values) }));
        }}
      >
        {fields.map((field) => (
          <OneField
            key={field.name}
            field={field}
            value={values[field.name] ?? ''}
            fault={(isTried ? faults[field.name] : undefined) ?? faultOf(`/${field.name}`)}
            onChange={(value) => setValues({ ...values, [field.name]: value })}
          />
        ))}
        <ProblemNotice problem={problem} shown={fields.map(({ name }) => `/${name}`)} />
        <div className="office-actions">
          <Button type="primary" htmlType="submit" loading={running}>
            {T.save}
          </Button>
          <Button type="text" onClick={() => void navigate('/people')}>
            {T.cancel}
          </Button>
        </div>
      </form>
    </div>
  );
}
