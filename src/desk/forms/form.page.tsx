/** The form of an act: what it asks for is the server's; this page shows it, checks it, hands it in. */
import { useParams, useSearchParams } from 'react-router';
import type { MatterView, RequestView } from '../../matter/matter.api.ts';
import { useSession } from '../account/session.ts';
import { useAnswer } from '../api/use-answer.ts';
import { asksHead } from '../matter/can.ts';
import { Loaded } from '../parts/loaded.tsx';
import { FormEditor } from './form-editor.tsx';
import { beforehandForm, presetOf } from './form-values.ts';
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
                  const request = requestFor(file, act, seq);
                  const asksBeforehand = query.has('beforehand') && view.approval.length > 0;
                  const signs = request?.beforehand === true && request.granted === null;
                  const beforehand = asksBeforehand || signs;
                  return (
                    <FormEditor
                      key={`${id} ${act} ${seq} ${beforehand}`}
                      matter={file}
                      form={beforehand ? beforehandForm(view) : view}
                      people={list.people}
                      request={asksBeforehand ? null : request}
                      preset={presetOf(view, query)}
                      beforehand={beforehand}
                      asks={
                        asksBeforehand ||
                        (possible !== undefined && asksHead(possible, person.roles))
                      }
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
