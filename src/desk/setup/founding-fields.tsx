/** What is asked of a bureau that is founded: what stands on its papers, and who its three administrators are. */
import { Input } from 'antd';
import { NAME_LENGTH } from '../../staff/lengths.ts';
import { Field } from '../parts/field.tsx';
import { type Administrator, DUTIES, type Duty, type Founding } from './founding.ts';
import { DUTY_TEXTS, PROFILE_TEXTS, type ProfileItem, SETUP_TEXTS } from './setup.texts.ts';

const ITEMS = Object.keys(PROFILE_TEXTS) as ProfileItem[]; // its own keys

export interface FoundingFieldsProps {
  readonly founding: Founding;
  readonly onChange: (founding: Founding) => void;
  /** What is said against a field, by its pointer in the request. */
  readonly faultOf: (pointer: string) => string | undefined;
}

export interface ProfileFieldsProps extends FoundingFieldsProps {
  /** Whether the area code is that of a bureau of the rule pack. */
  readonly isKnown: boolean;
}

export function ProfileFields({ founding, isKnown, onChange, faultOf }: ProfileFieldsProps) {
  return (
    <>
      <Field label={SETUP_TEXTS.area} hint={SETUP_TEXTS.areaHint} fault={faultOf('/area')}>
        <Input
          value={founding.area}
          readOnly={isKnown}
          inputMode="numeric"
          maxLength={6}
          onChange={({ target }) => onChange({ ...founding, area: target.value })}
        />
      </Field>
      {ITEMS.map((item) => (
        <Field key={item} label={PROFILE_TEXTS[item]} fault={faultOf(`/profile/${item}`)}>
          <Input
            value={founding.profile[item]}
            maxLength={item === 'shortName' ? 8 : 400}
            onChange={({ target }) =>
              onChange({ ...founding, profile: { ...founding.profile, [item]: target.value } })
            }
          />
        </Field>
      ))}
    </>
  );
}

export function AdministratorFields({ founding, onChange, faultOf }: FoundingFieldsProps) {
  const change = (duty: Duty, more: Partial<Administrator>): void => {
    const { administrators } = founding;
    const changed = { ...administrators[duty], ...more };
    onChange({ ...founding, administrators: { ...administrators, [duty]: changed } });
  };
  return DUTIES.map((duty) => (
    <fieldset key={duty} className="setup-person">
      <legend>{DUTY_TEXTS[duty]}</legend>
      <Field label={SETUP_TEXTS.name} fault={faultOf(`/administrators/${duty}/name`)}>
        <Input
          value={founding.administrators[duty].name}
          maxLength={NAME_LENGTH}
          onChange={({ target }) => change(duty, { name: target.value })}
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
          onChange={({ target }) => change(duty, { login: target.value.trim() })}
        />
      </Field>
    </fieldset>
  ));
}
