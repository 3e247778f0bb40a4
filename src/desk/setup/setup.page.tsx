/** The first run: the rehearsal bureau, or a bureau of one's own with its three administrators. */
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useAnswer } from '../api/use-answer.ts';
import { useCommand } from '../api/use-command.ts';
import { Doorstep } from '../account/doorstep.tsx';
import { Field } from '../parts/field.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { Found } from './found.tsx';
import { findKept, isUnsettled } from './kept.ts';
import { Loading } from './loading.tsx';
import './setup.css';
import { SETUP_TEXTS } from './setup.texts.ts';

export function Page({ onLeave }: { readonly onLeave: () => void }) {
  const setup = useAnswer('Setup', '/setup');
  const [isFounding, setFounding] = useState(() => findKept() !== null);
  const [code, setCode] = useState('');
  const rehearse = useCommand<'RehearsalProgress'>({
    method: 'POST',
    path: '/setup/rehearsal',
  });
  const known = code === '' ? {} : { code };
  return (
    <Doorstep title={SETUP_TEXTS.title} wide>
      <Loaded of={setup}>
        {(view) => {
          if (view.rehearsal !== null && !isUnsettled(findKept()))
            return <Loading onLeave={onLeave} />;
          if (isFounding)
            return (
              <Found
                presets={view.presets}
                code={code}
                onBack={() => setFounding(false)}
                onLeave={onLeave}
              />
            );
          return (
            <>
              <p>{SETUP_TEXTS.hint}</p>
              {view.needsCode && (
                <Field label={SETUP_TEXTS.code} hint={SETUP_TEXTS.codeHint}>
                  <Input
                    value={code}
                    maxLength={100}
                    autoComplete="off"
                    onChange={(event) => setCode(event.target.value.trim())}
                  />
                </Field>
              )}
              <section className="panel setup-choice">
                <h2>{SETUP_TEXTS.rehearse}</h2>
                <p>{SETUP_TEXTS.rehearseHint}</p>
                <Button loading={rehearse.running} onClick={() => void rehearse.send(() => known)}>
                  {SETUP_TEXTS.rehearseGo}
                </Button>
                <ProblemNotice problem={rehearse.problem} />
              </section>
              <section className="panel setup-choice">
                <h2>{SETUP_TEXTS.found}</h2>
                <p>{SETUP_TEXTS.foundHint}</p>
                <Button type="primary" onClick={() => setFounding(true)}>
                  {SETUP_TEXTS.found}
                </Button>
              </section>
            </>
          );
        }}
      </Loaded>
    </Doorstep>
  );
}
