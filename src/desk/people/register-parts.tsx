/** What the system administrator keeps about a person: register, certificate, training. */
import { POST_LENGTH } from '../../staff/lengths.ts';
import type { PersonView } from '../../staff/staff.api.ts';
import { useAnswer } from '../api/use-answer.ts';
import { dayWords } from '../words/dates.ts';
import { CertificateLine } from './certificate-line.tsx';
import { PEOPLE_TEXTS as T } from './people.texts.ts';
import { PersonAct } from './person-act.tsx';

interface PartProps {
  readonly person: PersonView;
  readonly mayChange: boolean;
}

export function Register({ person, mayChange }: PartProps) {
  const units = useAnswer('Units', '/units');
  return (
    <section className="office-panel">
      <h2>{T.sections.register}</h2>
      <dl className="people-facts">
        <dt>{T.unit}</dt>
        <dd>{person.unitName}</dd>
        <dt>{T.post}</dt>
        <dd>{person.post}</dd>
      </dl>
      {mayChange && person.active && (
        <div className="people-acts">
          <PersonAct
            person={person.id}
            act="post.changed"
            initial={{ unit: person.unit, post: person.post }}
            fields={[
              {
                name: 'unit',
                label: T.fields.unit,
                kind: 'choice',
                choices: (units.data?.units ?? []).map(({ id, name }) => ({
                  value: id,
                  label: name,
                })),
              },
              { name: 'post', label: T.fields.post, kind: 'line', maxLength: POST_LENGTH },
            ]}
          />
          <PersonAct
            person={person.id}
            act="officer.left"
            fields={[{ name: 'reason', label: T.fields.reason, kind: 'line' }]}
          />
        </div>
      )}
    </section>
  );
}

export function Certificate({ person, mayChange, today }: PartProps & { readonly today: string }) {
  const { certificate } = person;
  return (
    <section className="office-panel">
      <h2>{T.sections.certificate}</h2>
      {certificate === null ? (
        <p>{T.noCertificate}</p>
      ) : (
        <dl className="people-facts">
          <dt>{T.number}</dt>
          <dd>
            <CertificateLine certificate={certificate} today={today} />
          </dd>
          <dt>{T.issuer}</dt>
          <dd>{certificate.issuer}</dd>
          <dt>{T.validity}</dt>
          <dd>{T.span(dayWords(certificate.from, ''), dayWords(certificate.until, ''))}</dd>
        </dl>
      )}
      {mayChange && person.active && (
        <div className="people-acts">
          <PersonAct
            person={person.id}
            act="certificate.issued"
            initial={{ issuerKind: 'provincial-government', issuer: certificate?.issuer ?? '' }}
            fields={[
              { name: 'number', label: T.fields.number, kind: 'line' },
              {
                name: 'issuerKind',
                label: T.fields.issuerKind,
                kind: 'choice',
                choices: Object.entries(T.issuerKinds).map(([value, label]) => ({ value, label })),
              },
              { name: 'issuer', label: T.fields.issuer, kind: 'line' },
              { name: 'from', label: T.fields.from, kind: 'day' },
              { name: 'until', label: T.fields.until, kind: 'day' },
            ]}
          />
          {certificate && (
            <PersonAct
              person={person.id}
              act="certificate.revoked"
              fixed={{ number: certificate.number }}
              initial={{ on: today }}
              note={T.hints.revoked}
              fields={[
                { name: 'on', label: T.fields.on, kind: 'day' },
                { name: 'reason', label: T.fields.reason, kind: 'line' },
              ]}
            />
          )}
        </div>
      )}
    </section>
  );
}

export function Training({ person, mayChange, today }: PartProps & { readonly today: string }) {
  const { trained } = person;
  return (
    <section className="office-panel">
      <h2>{T.sections.training}</h2>
      <p>{trained === null ? T.noTraining : T.trainedOn(dayWords(trained, ''))}</p>
      {mayChange && person.active && (
        <div className="people-acts">
          <PersonAct
            person={person.id}
            act="training.completed"
            initial={{ on: today }}
            fields={[
              { name: 'on', label: T.fields.on, kind: 'day' },
              { name: 'course', label: T.fields.course, kind: 'line' },
            ]}
          />
        </div>
      )}
    </section>
  );
}
