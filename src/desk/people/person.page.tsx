/** A person of the bureau: register, certificate, training, roles, listing as reviewer, account. */
import { useParams } from 'react-router';
import type { PersonView } from '../../staff/staff.api.ts';
import { useHas } from '../account/session.ts';
import { serverNow } from '../api/server-clock.ts';
import { useAnswer } from '../api/use-answer.ts';
import '../offices/offices.css';
import { Empty } from '../parts/empty.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { dayOf } from '../words/dates.ts';
import { Account } from './account.tsx';
import { Listing } from './listing.tsx';
import './people.css';
import { PEOPLE_TEXTS as T } from './people.texts.ts';
import { Roles } from './roles.tsx';
import { Certificate, Register, Training } from './register-parts.tsx';

export function Page() {
  const { person: id = '' } = useParams();
  const people = useAnswer('People', '/people');
  return (
    <div className="page">
      <Loaded of={people}>
        {({ people: all }) => {
          const person = all.find((one) => one.id === id);
          return person ? <PersonSheet person={person} /> : <Empty>{T.noneFound}</Empty>;
        }}
      </Loaded>
    </div>
  );
}

function PersonSheet({ person }: { readonly person: PersonView }) {
  const isSysadmin = useHas('sysadmin');
  const isSecadmin = useHas('secadmin');
  const today = dayOf(serverNow());
  const { name, post, unitName, active, roles } = person;
  const part = isSysadmin ? T.parts.sysadmin : isSecadmin ? T.parts.secadmin : T.parts.others;
  return (
    <>
      <PageHead
        title={name}
        subtitle={[unitName, post, active ? '' : T.left].filter((one) => one !== '').join('　')}
        siblings={false}
      />
      <p className="note people-part">{part}</p>
      {roles.includes('assistant') && <p className="note people-part">{T.assistantNote}</p>}
      <div className="people-sheet">
        <Register person={person} mayChange={isSysadmin} />
        <Certificate person={person} mayChange={isSysadmin} today={today} />
        <Training person={person} mayChange={isSysadmin} today={today} />
        <Roles person={person} mayChange={isSecadmin} />
        <Listing person={person} mayChange={isSecadmin} today={today} />
        <Account person={person} />
      </div>
    </>
  );
}
