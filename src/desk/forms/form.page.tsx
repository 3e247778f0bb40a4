/** The form of an act: what it asks for is the server's; this page shows it, checks it, hands it in. */
import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import type { FormView, MatterView, RequestView } from '../../matter/matter.api.ts';
import type { PersonView } from '../../staff/staff.api.ts';
import { useSession } from '../account/session.ts';
import { useAnswer } from '../api/use-answer.ts';
import { asksHead } from '../matter/can.ts';
import { Loaded } from '../parts/loaded.tsx';
import { FormEditor } from './form-editor.tsx';
import { beforehandForm, presetOf } from './form-values.ts';
import { settledRequest } from './settled.ts';
import { SettledRequest } from './settled-request.tsx';
import './forms.css';
import './check-panel.css';

/** Milliseconds after which to look whether somebody else acted. */
const LOOK = 20_000;

/** The request the link names, or the approval that was given for this act beforehand. */
function requestFor({ requests }: MatterView, act: string, seq: number): RequestView | null {
  return (
    requests.find((one) => one.seq === seq) ??
    requests.find((one) => one.act === act && one.granted !== null) ??
    null
  );
}

interface OpenedProps {
  readonly matter: MatterView;
  readonly form: FormView;
  readonly people: readonly PersonView[];
  readonly request: RequestView | null;
  /** Position of the request the link names; 0 for none. */
  readonly seq: number;
}

export function Page() {
  const { matter: id = '', act = '' } = useParams();
  const [query] = useSearchParams();
  const matter = useAnswer('Matter', `/matters/${id}`, {}, { every: LOOK });
  const form = useAnswer('Form', `/matters/${id}/forms/${act}`);
  const people = useAnswer('People', '/people');
  const seq = Number(query.get('request') ?? '0');
  const refused = useLast(form.data?.refused?.at);
  return (
    <div className="page forms-page">
      <Loaded of={matter}>
        {(file) => (
          <Loaded of={form}>
            {(view) => (
              <Loaded of={people}>
                {({ people: list }) => (
                  <Opened
                    key={`${id} ${act} ${seq} ${query.has('beforehand')} ${refused}`}
                    matter={file}
                    form={view}
                    people={list}
                    request={requestFor(file, act, seq)}
                    seq={seq}
                  />
                )}
              </Loaded>
            )}
          </Loaded>
        )}
      </Loaded>
    </div>
  );
}

/** The value, or the last there was: a form begins anew with what came back, but not when that is asked for again. */
function useLast(value: string | undefined): string {
  const [last, setLast] = useState('');
  if (value !== undefined && value !== last) setLast(value);
  return value ?? last;
}

/** The form as it was opened: signing beforehand stays that, also once it is granted. */
function Opened({ matter, form, people, request, seq }: OpenedProps) {
  const [query] = useSearchParams();
  const { person } = useSession();
  const [signs] = useState(request?.beforehand === true && request.granted === null);
  const settled = settledRequest(matter, seq);
  // What is settled by this very form tells so itself.
  const [wasSettled] = useState(settled !== null);
  const asksBeforehand = query.has('beforehand') && form.approval.length > 0;
  const beforehand = asksBeforehand || signs;
  const possible = matter.possible.find((one) => one.act === form.act);
  if (settled && wasSettled)
    return <SettledRequest matter={matter} settled={settled} term={form.term} />;
  return (
    <FormEditor
      matter={matter}
      form={beforehand ? beforehandForm(form) : form}
      people={people}
      request={asksBeforehand ? null : request}
      preset={presetOf(form, query)}
      beforehand={beforehand}
      asks={asksBeforehand || (possible !== undefined && asksHead(possible, person.roles))}
    />
  );
}
