/** Founding a bureau of one's own: which, what stands on its papers, who its three administrators are. */
import { Button, Select } from 'antd';
import { type FormEvent, useState } from 'react';
import type { SetupView } from '../../bureau/setup.api.ts';
import { Problem } from '../api/problem.ts';
import { useCommand } from '../api/use-command.ts';
import { Field } from '../parts/field.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import {
  DUTIES,
  firstPassword,
  type Founding,
  foundingFaults,
  startFounding,
  withPreset,
} from './founding.ts';
import { AdministratorFields, ProfileFields } from './founding-fields.tsx';
import { Passwords } from './passwords.tsx';
import { SETUP_TEXTS } from './setup.texts.ts';

/** The choice of none of the bureaus of the rule pack. */
const OWN = 'own';

export interface FoundProps {
  readonly presets: SetupView['presets'];
  /** What whoever is not at the server itself must show. */
  readonly code: { readonly code?: string };
  readonly onBack: () => void;
  /** To the sign-in. */
  readonly onLeave: () => void;
}

export function Found({ presets, code, onBack, onLeave }: FoundProps) {
  const [founding, setFounding] = useState<Founding>(() =>
    startFounding(DUTIES.map(randomPassword)),
  );
  const [chosen, setChosen] = useState<string | null>(null);
  const [isTried, setTried] = useState(false);
  const [isDone, setDone] = useState(false);
  const found = useCommand<'Founded'>({
    method: 'POST',
    path: '/setup',
    // The passwords stand on this page and nowhere else.
    refresh: false,
    onDone: () => setDone(true),
  });
  const faults = foundingFaults(founding);
  const fields = {
    founding,
    onChange: setFounding,
    faultOf: (pointer: string) =>
      found.faultOf(pointer) ?? (isTried ? faults.get(pointer) : undefined),
  };

  if (isDone) return <Passwords founding={founding} onLeave={onLeave} />;

  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    setTried(true);
    if (faults.size === 0) void found.send(() => ({ ...founding, ...code }));
    else
      requestAnimationFrame(() =>
        form.querySelector<HTMLInputElement>('[aria-invalid="true"]')?.focus(),
      );
  };
  const choose = (pack: string): void => {
    setChosen(pack);
    setFounding(withPreset(founding, presets.find((one) => one.pack === pack) ?? null));
  };

  return (
    <form className="setup-form" noValidate onSubmit={submit}>
      <section className="panel">
        <h2>{SETUP_TEXTS.profile}</h2>
        <div className="setup-grid">
          <Field
            label={SETUP_TEXTS.which}
            {...(chosen === OWN ? { hint: SETUP_TEXTS.ownHint } : {})}
          >
            <Select
              value={chosen}
              placeholder={SETUP_TEXTS.whichHint}
              onChange={choose}
              options={[
                ...presets.map(({ pack, profile }) => ({ value: pack, label: profile.name })),
                { value: OWN, label: SETUP_TEXTS.own },
              ]}
            />
          </Field>
          {chosen !== null && <ProfileFields {...fields} isKnown={chosen !== OWN} />}
        </div>
      </section>
      {chosen !== null && (
        <section className="panel">
          <h2>{SETUP_TEXTS.administrators}</h2>
          <p className="note">{SETUP_TEXTS.administratorsHint}</p>
          <AdministratorFields {...fields} />
        </section>
      )}
      <ProblemNotice problem={found.problem} shown={pointersOf(found.problem)} />
      <div className="setup-submit">
        {found.problem instanceof Problem && found.problem.code === 'setup/done' ? (
          <Button type="primary" size="large" onClick={onLeave}>
            {SETUP_TEXTS.toSignIn}
          </Button>
        ) : (
          chosen !== null && (
            <Button type="primary" size="large" htmlType="submit" loading={found.running}>
              {found.running ? SETUP_TEXTS.founding : SETUP_TEXTS.go}
            </Button>
          )
        )}
        <Button size="large" onClick={onBack}>
          {SETUP_TEXTS.back}
        </Button>
      </div>
    </form>
  );
}

/** Those with a field here; a fault of a password has none and is listed. */
function pointersOf(problem: unknown): string[] {
  return problem instanceof Problem
    ? problem.problems.flatMap(({ pointer }) => (pointer.endsWith('/password') ? [] : [pointer]))
    : [];
}

function randomPassword(): string {
  return firstPassword(crypto.getRandomValues(new Uint8Array(12)));
}
