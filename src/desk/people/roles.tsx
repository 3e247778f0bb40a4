/** What a person may do: granted and taken back by the security administrator, never by themselves. */
import { ROLES } from '../../staff/person.ts';
import { DUTIES } from './duties.ts';
import type { PersonView } from '../../staff/staff.api.ts';
import { roleWords } from '../../staff/role.texts.ts';
import { PEOPLE_TEXTS as T } from './people.texts.ts';
import { PersonAct } from './person-act.tsx';

export function Roles({
  person,
  mayChange,
}: {
  readonly person: PersonView;
  readonly mayChange: boolean;
}) {
  const held = [...person.roles, ...person.duties];
  const open = [...ROLES, ...DUTIES].filter((role) => !held.includes(role));
  return (
    <section className="office-panel">
      <h2>{T.sections.roles}</h2>
      {held.length === 0 ? (
        <p>{T.noRoles}</p>
      ) : (
        <ul className="people-roles">
          {held.map((role) => (
            <li key={role}>
              <span>{roleWords(role)}</span>
              {mayChange && (
                <PersonAct
                  person={person.id}
                  act="duty.withdrawn"
                  label={T.withdraw(roleWords(role))}
                  fixed={{ role }}
                  fields={[{ name: 'reason', label: T.fields.reason, kind: 'line' }]}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {mayChange && person.active && (
        <div className="people-acts">
          <PersonAct
            key={held.join()}
            person={person.id}
            act="duty.granted"
            fields={[
              {
                name: 'role',
                label: T.fields.role,
                kind: 'choice',
                choices: open.map((role) => ({ value: role, label: roleWords(role) })),
              },
            ]}
          />
        </div>
      )}
    </section>
  );
}
