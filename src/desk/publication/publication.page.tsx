/** What will be public beside what was served: checked by a second person, published channel by channel, taken down with a reason. */
import { Link, useParams } from 'react-router';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MatterView } from '../../matter/matter.api.ts';
import { roleListWords } from '../../staff/role.texts.ts';
import { useSession } from '../account/session.ts';
import { sendCommand } from '../api/client.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useDraft } from '../api/use-draft.ts';
import { Lines } from '../parts/lines.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { PageHead } from '../parts/page-head.tsx';
import '../offices/offices.css';
import { type CheckDraft, EMPTY_CHECK, readCheck } from './check.ts';
import { CheckPanel } from './check-panel.tsx';
import { Channels } from './channels.tsx';
import { Texts } from './texts.tsx';
import { closedTo, mayRecord } from './who.ts';
import './publication.css';
import { PUBLICATION_TEXTS as T } from './publication.texts.ts';

export function Page() {
  const { matter: id = '' } = useParams();
  const matter = useAnswer('Matter', `/matters/${id}`);
  return (
    <div className="page">
      <Loaded of={matter} lines={10}>
        {(view) => (
          <>
            <PageHead
              title={view.party.name}
              subtitle={[view.subject, view.decisionNumber].filter(Boolean).join('　')}
              siblings={false}
              actions={<Link to={`/matters/${id}`}>{T.toMatter}</Link>}
            />
            <Allowed matter={view} />
          </>
        )}
      </Loaded>
    </div>
  );
}

/** The check, for those whom the procedure gives it in this matter; to the others, who they are. */
function Allowed({ matter }: { readonly matter: MatterView }) {
  const { person } = useSession();
  const others = closedTo(matter, person.roles);
  if (others === null) return <Check key={matter.id} matter={matter} />;
  return <p>{others.length === 0 ? T.nobody : T.theirs(roleListWords(others))}</p>;
}

function Check({ matter }: { readonly matter: MatterView }) {
  const draft = useDraft<CheckDraft>(`publication:${matter.id}`, EMPTY_CHECK, readCheck);
  const { form, hidden } = draft.value;
  const preview = useQuery({
    queryKey: ['Publication', matter.id, form, hidden],
    queryFn: () =>
      sendCommand<'Publication'>('POST', `/matters/${matter.id}/publication`, {
        form,
        ...(hidden === null ? {} : { hidden: hidden.filter(({ ground }) => ground !== '') }),
      }),
    placeholderData: keepPreviousData,
  });
  const done = matter.acts.some(({ type }) => type === 'publication.reviewed');
  const isMine = mayRecord(matter, 'publication.reviewed');
  const [isAgain, setAgain] = useState(false);
  const isChecking = isMine && (!done || isAgain);
  const change = (part: Partial<CheckDraft>): void => draft.set({ ...draft.value, ...part });
  if (draft.state === 'finding') return <Lines count={10} />;
  return (
    <Loaded of={preview} lines={10}>
      {(shown) => (
        <div className="publication-columns">
          <Texts
            preview={shown}
            hidden={hidden ?? shown.hidden}
            cleared={draft.value.cleared ?? shown.cleared}
            {...(isChecking ? { change } : {})}
          />
          <div className="office-columns">
            <Channels matter={matter} />
            <CheckPanel
              matter={matter}
              preview={shown}
              draft={draft}
              change={change}
              isMine={isMine}
              isChecking={isChecking}
              setAgain={setAgain}
            />
          </div>
        </div>
      )}
    </Loaded>
  );
}
