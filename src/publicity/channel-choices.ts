/** Where a decision of this bureau can be published, and from where it can be taken down, as its forms ask. Pure. */
import type { PlainDate } from '../calendar/plain-date.ts';
import type { ActCode } from '../matter/act-data.ts';
import type { ActForm } from '../matter/act-form.ts';
import type { Matter } from '../matter/matter.ts';
import type { Law } from '../rule/law.ts';
import { PENALTY_SYSTEM, siteChannels } from './channels.ts';
import { standing } from './publication.ts';

/** The form of the act with the channels there are: those of the bureau, or for a withdrawal those that show something. */
export function withChannels(
  form: ActForm,
  act: ActCode,
  matter: Matter,
  law: Law,
  day: PlainDate,
): ActForm {
  if (act !== 'publication.published' && act !== 'publication.withdrawn') return form;
  const shown = act === 'publication.withdrawn' ? standing(matter) : [];
  const channels = shown.length > 0 ? shown : [...siteChannels(law, day), PENALTY_SYSTEM];
  return {
    ...form,
    fields: form.fields.map((field) =>
      field.name === 'channel' && field.choices
        ? { ...field, choices: field.choices.filter(({ value }) => channels.includes(value)) }
        : field,
    ),
  };
}
