/** Beginning a matter: the procedure, the party, what it is about, and its first act, in one form. */
import { useState } from 'react';
import { useAnswer } from '../api/use-answer.ts';
import { Loaded } from '../parts/loaded.tsx';
import { PageHead } from '../parts/page-head.tsx';
import './begin.css';
import '../forms/forms.css';
import '../forms/check-panel.css';
import { BeginForm } from './begin-form.tsx';
import { BEGIN_TEXTS, BEGUN_HERE } from './begin.texts.ts';

export function Page() {
  const [procedure, setProcedure] = useState<string>(BEGUN_HERE[0]);
  const procedures = useAnswer('Procedures', '/procedures');
  const people = useAnswer('People', '/people');
  const form = useAnswer('Form', `/procedures/${procedure}/first-form`);
  return (
    <div className="page forms-page">
      <PageHead title={BEGIN_TEXTS.title} subtitle={BEGIN_TEXTS.hint} siblings={false} />
      <Loaded of={procedures}>
        {(known) => (
          <Loaded of={people}>
            {(staff) => (
              <Loaded of={form}>
                {(first) => (
                  <BeginForm
                    form={first}
                    procedure={procedure}
                    onProcedure={setProcedure}
                    procedures={BEGUN_HERE.flatMap((id) =>
                      known.procedures.filter((one) => one.id === id),
                    )}
                    people={staff.people}
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
