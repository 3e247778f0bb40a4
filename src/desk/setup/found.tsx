/** Founding a bureau of one's own: which, what stands on its papers, who its three administrators are. */
import { Button, Input, Select } from 'antd';
import { type FormEvent, useState } from 'react';
import type { SetupView } from '../../bureau/setup.api.ts';
import { Problem } from '../api/problem.ts';
import { useCommand } from '../api/use-command.ts';
import { Field } from '../parts/field.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import {
  type Administrator,
  DUTIES,
  type Duty,
  firstPassword,
  type Founding,
  foundingFaults,
  startFounding,
  withPreset,
} from './founding.ts';
import { Passwords } from './passwords.tsx';
import { DUTY_TEXTS, PROFILE_TEXTS, type ProfileItem, SETUP_TEXTS } from './setup.texts.ts';

const ITEMS = Object.keys(PROFILE_TEXTS) as ProfileItem[]; // its own keys
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
    startFounding(presets[0] ?? null, DUTIES.map(randomPassword)),
  );
  const [chosen, setChosen] = useState(presets[0]?.pack ?? OWN);
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
  const faultOf = (pointer: string): string | undefined =>
    found.faultOf(pointer) ?? (isTried ? faults.get(pointer) : undefined);

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
  const setProfile = (item: ProfileItem, value: string): void =>
    setFounding({ ...founding, profile: { ...founding.profile, [item]: value } });
  const setAdministrator = (duty: Duty, more: Partial<Administrator>): void =>
    setFounding({
      ...founding,
      administrators: {
        ...founding.administrators,
        [duty]: { ...founding.administrators[duty], ...more },
      },
    });
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
              onChange={choose}
              options={[
                ...presets.map(({ pack, profile }) => ({ value: pack, label: profile.name })),
                { value: OWN, label: SETUP_TEXTS.own },
              ]}
            />
          </Field>
          <Field label={SETUP_TEXTS.area} hint={SETUP_TEXTS.areaHint} fault={faultOf('/area')}>
            <Input
              value={founding.area}
              readOnly={chosen !== OWN}
              inputMode="numeric"
              maxLength={6}
              onChange={({ target }) => setFounding({ ...founding, area: target.value })}
            />
          </Field>
          {ITEMS.map((item) => (
            <Field key={item} label={PROFILE_TEXTS[item]} fault={faultOf(`/profile/${item}`)}>
              <Input
                value={founding.profile[item]}
                maxLength={item === 'shortName' ? 8 : 400}
                onChange={({ target }) => setProfile(item, target.value)}
              />
            </Field>
          ))}
        </div>
      </section>
      <section className="panel">
        <h2>{SETUP_TEXTS.administrators}</h2>
        <p className="note">{SETUP_TEXTS.administratorsHint}</p>
        {DUTIES.map((duty) => (
          <fieldset key={duty} className="setup-person">
            <legend>{DUTY_TEXTS[duty]}</legend>
            <Field label={SETUP_TEXTS.name} fault={faultOf(`/administrators/${duty}/name`)}>
              <Input
                value={founding.administrators[duty].name}
                maxLength={40}
                onChange={({ target }) => setAdministrator(duty, { name: target.value })}
              />
            </Field>
            <Field
              label={SETUP_TEXTS.login}
              hint={SETUP_TEXTS.loginHint}
              fault={faultOf(`/administrators/${duty}/login`)}
            >
              <Input
                value={founding.administrators[duty].login}
                autoCapitalize="none"
                spellCheck={false}
                maxLength={40}
                onChange={({ target }) => setAdministrator(duty, { login: target.value.trim() })}
              />
            </Field>
          </fieldset>
        ))}
      </section>
      <ProblemNotice problem={found.problem} shown={pointersOf(found.problem)} />
      {found.problem instanceof Problem && found.problem.code === 'setup/done' && (
        <Button onClick={onLeave}>{SETUP_TEXTS.toSignIn}</Button>
      )}
      <div className="setup-submit">
        <Button type="primary" size="large" htmlType="submit" loading={found.running}>
          {found.running ? SETUP_TEXTS.founding : SETUP_TEXTS.go}
        </Button>
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
