/** The form of an act: what it asks for is the server's; this page shows it, checks it, hands it in. */
import { useParams, useSearchParams } from 'react-router';
import { useSession } from '../account/session.ts';
import { useAnswer } from '../api/use-answer.ts';
import { asksHead } from '../matter/can.ts';
import { Loaded } from '../parts/loaded.tsx';
import { FormEditor } from './form-editor.tsx';
import { presetOf } from './form-values.ts';
import './forms.css';
import './check-panel.css';

/** Milliseconds after which to look whether somebody else acted. */
const LOOK = 20_000;

export function Page() {
  const { matter: id = '', act = '' } = useParams();
  const [query] = useSearchParams();
  const { person } = useSession();
  const matter = useAnswer('Matter', `/matters/${id}`, {}, { every: LOOK });
  const form = useAnswer('Form', `/matters/${id}/forms/${act}`);
  const people = useAnswer('People', '/people');
  const seq = Number(query.get('request') ?? '0');
  return (
    <div className="page forms-page">
      <Loaded of={matter}>
        {(file) => (
          <Loaded of={form}>
            {(view) => (
              <Loaded of={people}>
                {(list) => {
                  const possible = file.possible.find((one) => one.act === act);
                  return (
                    <FormEditor
                      key={`${id} ${act} ${seq}`}
                      matter={file}
                      form={view}
                      people={list.people}
                      request={file.requests.find((one) => one.seq === seq) ?? null}
                      preset={presetOf(view, query)}
                      asks={possible !== undefined && asksHead(possible, person.roles)}
                    />
                  );
                }}
              </Loaded>
            )}
          </Loaded>
        )}
      </Loaded>
    </div>
  );
}
