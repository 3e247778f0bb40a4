/** The people of the bureau: who may do what, and whose certificate has run out. */
import { Button } from 'antd';
import { useNavigate } from 'react-router';
import type { PersonView } from '../../staff/staff.api.ts';
import { useHas } from '../account/session.ts';
import { address } from '../api/client.ts';
import { serverNow } from '../api/server-clock.ts';
import { useAnswer } from '../api/use-answer.ts';
import { Empty } from '../parts/empty.tsx';
import { Filters } from '../parts/filters.tsx';
import { type Column, ListTable } from '../parts/list-table.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { useFilter } from '../parts/use-filter.ts';
import { dayOf, dayWords } from '../words/dates.ts';
import { roleListWords, roleWords } from '../../staff/role.texts.ts';
import { DUTIES } from './duties.ts';
import { ROLES } from '../../staff/person.ts';
import { CertificateLine } from './certificate-line.tsx';
import './people.css';
import { PEOPLE_TEXTS as T } from './people.texts.ts';
import { isListed } from './register.ts';

export function Page() {
  const people = useAnswer('People', '/people');
  const units = useAnswer('Units', '/units');
  const filter = useFilter(['text', 'unit', 'role', 'state']);
  const navigate = useNavigate();
  const mayRegister = useHas('sysadmin');
  const today = dayOf(serverNow());
  return (
    <div className="page">
      <PageHead
        title={T.title}
        {...(mayRegister
          ? {
              actions: (
                <Button type="primary" onClick={() => void navigate('/people/new')}>
                  {T.newPerson}
                </Button>
              ),
            }
          : {})}
      />
      <Filters
        filter={filter}
        fields={[
          { name: 'text', label: T.filterText },
          {
            name: 'unit',
            label: T.filterUnit,
            choices: (units.data?.units ?? []).map(({ id, name }) => ({ value: id, label: name })),
          },
          {
            name: 'role',
            label: T.filterRole,
            choices: [...ROLES, ...DUTIES].map((role) => ({ value: role, label: roleWords(role) })),
          },
          {
            name: 'state',
            label: T.filterState,
            choices: Object.entries(T.states).map(([value, label]) => ({ value, label })),
          },
        ]}
      />
      <Loaded of={people}>
        {({ people: all }) => (
          <ListTable<PersonView>
            label={T.title}
            columns={columns(today)}
            rows={all.filter((person) => isListed(person, filter.values, today))}
            rowKey={({ id }) => id}
            to={({ id }) => `/people/${id}`}
            exportTo={address('/people', { format: 'xlsx' })}
            empty={<Empty>{all.length === 0 ? T.none : T.noneFound}</Empty>}
          />
        )}
      </Loaded>
    </div>
  );
}

function columns(today: string): readonly Column<PersonView>[] {
  return [
    {
      key: 'name',
      title: T.columns.name,
      cell: ({ name, post, active }) => (
        <span className="people-two">
          <strong>{name}</strong>
          <small>{active ? post : T.left}</small>
        </span>
      ),
    },
    {
      key: 'unit',
      title: T.columns.unit,
      width: '190px',
      cell: ({ unitName }) => unitName,
    },
    {
      key: 'roles',
      title: T.columns.roles,
      width: '260px',
      cell: ({ roles, duties }) =>
        roleListWords([...roles, ...duties]) || <small>{T.noRole}</small>,
    },
    {
      key: 'certificate',
      title: T.columns.certificate,
      width: '230px',
      cell: ({ certificate }) => <CertificateLine certificate={certificate} today={today} />,
    },
    {
      key: 'trained',
      title: T.columns.trained,
      width: '140px',
      wideOnly: true,
      cell: ({ trained }) => (trained === null ? '' : dayWords(trained, today)),
    },
    {
      key: 'account',
      title: T.columns.account,
      width: '130px',
      wideOnly: true,
      cell: ({ login }) => login ?? '',
    },
  ];
}
