/** How far the rehearsal bureau is. */
import { Button } from 'antd';
import { useAnswer } from '../api/use-answer.ts';
import { useCommand } from '../api/use-command.ts';
import { Loaded } from '../parts/loaded.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { SETUP_TEXTS } from './setup.texts.ts';

/** Milliseconds between two looks. */
const LOOKS = 700;

const HEADINGS = {
  running: SETUP_TEXTS.loading,
  done: SETUP_TEXTS.ready,
  failed: SETUP_TEXTS.failed,
} as const;

export function Loading({ onLeave }: { readonly onLeave: () => void }) {
  const setup = useAnswer('Setup', '/setup', {}, { every: LOOKS });
  const again = useCommand<'RehearsalProgress'>({ method: 'POST', path: '/setup/rehearsal' });
  return (
    <Loaded of={setup}>
      {({ rehearsal }) => {
        if (rehearsal === null) return null;
        const { state, done, of, step } = rehearsal;
        return (
          <section className="setup-loading">
            <h2 id="setup-loading">{HEADINGS[state]}</h2>
            <progress value={done} max={Math.max(of, 1)} aria-labelledby="setup-loading" />
            <p role="status">
              {SETUP_TEXTS.progress(done, of)}
              {state === 'running' && `　${step}`}
            </p>
            {state === 'done' && (
              <Button type="primary" onClick={onLeave}>
                {SETUP_TEXTS.toSignIn}
              </Button>
            )}
            {state === 'failed' && (
              <>
                <p role="alert">{SETUP_TEXTS.failedHint}</p>
                <Button
                  type="primary"
                  loading={again.running}
                  onClick={() => void again.send(() => ({}))}
                >
                  {SETUP_TEXTS.goOn}
                </Button>
                <ProblemNotice problem={again.problem} />
              </>
            )}
          </section>
        );
      }}
    </Loaded>
  );
}
