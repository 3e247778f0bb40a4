/** What is filled in of a bureau of one's own: which, what stands on its papers, who its three administrators are. */
import { Button, Select } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { SetupView } from '../../bureau/setup.api.ts';
import { Field } from '../parts/field.tsx';
import { type Founding, foundingFaults, withPreset } from './founding.ts';
import { AdministratorFields, ProfileFields } from './founding-fields.tsx';
import { SETUP_TEXTS } from './setup.texts.ts';

/** The choice of none of the bureaus of the rule pack. */
const OWN = 'own';

export interface FoundingFormProps {
  readonly presets: SetupView['presets'];
  readonly founding: Founding;
  readonly chosen: string | null;
  readonly onChange: (founding: Founding, chosen: string | null) => void;
  /** What the server says of one field. */
  readonly faultOf: (pointer: string) => string | undefined;
  readonly notice: ReactNode;
  /** Everything in it holds. */
  readonly onFilled: () => void;
  readonly onBack: () => void;
}

export function FoundingForm(props: FoundingFormProps) {
  const { presets, founding, chosen, onChange, onFilled, onBack } = props;
  const [isTried, setTried] = useState(false);
  const faults = foundingFaults(founding);
  const fields = {
    founding,
    onChange: (changed: Founding) => onChange(changed, chosen),
    faultOf: (pointer: string) =>
      props.faultOf(pointer) ?? (isTried ? faults.get(pointer) : undefined),
  };
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    setTried(true);
    if (faults.size === 0) onFilled();
    else
      requestAnimationFrame(() =>
        form.querySelector<HTMLInputElement>('[aria-invalid="true"]')?.focus(),
      );
  };
  const choose = (pack: string): void =>
    onChange(withPreset(founding, presets.find((one) => one.pack === pack) ?? null), pack);

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
      {props.notice}
      <div className="setup-submit">
        {chosen !== null && (
          <Button type="primary" size="large" htmlType="submit">
            {SETUP_TEXTS.next}
          </Button>
        )}
        <Button size="large" onClick={onBack}>
          {SETUP_TEXTS.back}
        </Button>
      </div>
    </form>
  );
}
