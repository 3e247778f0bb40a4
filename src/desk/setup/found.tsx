/** Founding a bureau of one's own: fill in, note the passwords, found it, hand them over. */
import { Button } from 'antd';
import { useState } from 'react';
import type { SetupView } from '../../bureau/setup.api.ts';
import { newId } from '../api/client.ts';
import { isUncertain, Problem } from '../api/problem.ts';
import { useCommand } from '../api/use-command.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { DUTIES, firstPassword } from './founding.ts';
import { FoundingForm } from './founding-form.tsx';
import { findKept, type Kept, keep, type Phase, startKept } from './kept.ts';
import { Passwords } from './passwords.tsx';
import { SETUP_TEXTS as T } from './setup.texts.ts';

export interface FoundProps {
  readonly presets: SetupView['presets'];
  /** What whoever is not at the server itself must show; empty where that is not asked. */
  readonly code: string;
  readonly onBack: () => void;
  /** To the sign-in. */
  readonly onLeave: () => void;
}

export function Found({ presets, code, onBack, onLeave }: FoundProps) {
  const [kept, setKept] = useState<Kept>(
    () => findKept() ?? startKept(newId(), DUTIES.map(randomPassword)),
  );
  const change = (more: Partial<Kept>): void => {
    const changed = { ...kept, ...more };
    keep(changed);
    setKept(changed);
  };
  const found = useCommand<'Founded'>({
    method: 'POST',
    path: '/setup',
    // The passwords stand on this page until they are handed over.
    refresh: false,
    onDone: () => change({ phase: 'done' }),
  });
  const { founding } = kept;
  const send = (): void => {
    const shown = code === '' ? kept.code : code;
    change({ phase: 'sent', code: shown });
    void found.send(() => ({
      ...founding,
      id: kept.id,
      ...(shown === '' ? {} : { code: shown }),
    }));
  };
  const leave = (): void => {
    keep(null);
    onLeave();
  };
  const edit = (): void => {
    found.clear();
    change({ phase: 'writing' });
  };
  const { problem, running } = found;

  if (problem instanceof Problem && TAKEN.has(problem.code))
    return (
      <section className="setup-passwords" role="alert">
        <h2>{T.taken}</h2>
        <p>{T.takenHint}</p>
        <div className="setup-submit">
          <Button type="primary" onClick={leave}>
            {T.toSignIn}
          </Button>
        </div>
      </section>
    );
  switch (phaseOf(kept.phase, problem, running)) {
    case 'writing':
      return (
        <FoundingForm
          presets={presets}
          founding={founding}
          chosen={kept.chosen}
          onChange={(changed, chosen) => change({ founding: changed, chosen, phase: 'writing' })}
          faultOf={found.faultOf}
          notice={<ProblemNotice problem={problem} shown={shownOf(problem)} />}
          onFilled={() => {
            found.clear();
            change({ phase: 'noting' });
          }}
          onBack={onBack}
        />
      );
    case 'noting':
      return (
        <Passwords
          founding={founding}
          title={T.note}
          hint={T.noteHint}
          notice={<ProblemNotice problem={problem} />}
        >
          <Button type="primary" loading={running} onClick={send}>
            {running ? T.founding : T.noted}
          </Button>
          <Button disabled={running} onClick={edit}>
            {T.edit}
          </Button>
        </Passwords>
      );
    case 'sent':
      return (
        <Passwords founding={founding} title={T.unsure} hint={T.unsureHint}>
          <Button type="primary" onClick={send}>
            {T.again}
          </Button>
        </Passwords>
      );
    case 'done':
      return (
        <Passwords founding={founding} title={T.done} hint={T.doneHint}>
          <Button type="primary" onClick={leave}>
            {T.kept}
          </Button>
        </Passwords>
      );
  }
}

/** Another founding came first, or this one with other content. */
const TAKEN: ReadonlySet<string> = new Set(['setup/done', 'command/reused']);

/** What the page shows: a refusal says that nothing was founded, and leads back to what it is about. */
function phaseOf(phase: Phase, problem: unknown, running: boolean): Phase {
  if (phase !== 'sent') return phase;
  if (running) return 'noting';
  if (!(problem instanceof Problem) || isUncertain(problem)) return 'sent';
  return problem.problems.length > 0 ? 'writing' : 'noting';
}

/** Those with a field here; a fault of a password has none and is listed. */
function shownOf(problem: unknown): string[] {
  return problem instanceof Problem
    ? problem.problems.flatMap(({ pointer }) => (pointer.endsWith('/password') ? [] : [pointer]))
    : [];
}

function randomPassword(): string {
  return firstPassword(crypto.getRandomValues(new Uint8Array(12)));
}
