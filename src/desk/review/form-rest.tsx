/** What the review form asks beside items and opinion; filled in as far as the file knows. */
import type { FormDocumentView } from '../../matter/matter.api.ts';
import { useAnswer } from '../api/use-answer.ts';
import { ChoiceField, TextField } from '../offices/field.tsx';
import type { ReviewDraft, ReviewSources } from './review-draft.ts';
import { choicesOf } from './review-form.ts';
import { REVIEW_TEXTS as T } from './review.texts.ts';

/** Under which one's own licence number is kept among the common phrases. */
export const LICENCE_PHRASE = 'review-form.reviewer-licence';

export interface FormRestProps {
  readonly sheet: FormDocumentView;
  readonly draft: ReviewDraft;
  readonly sources: ReviewSources;
  readonly change: (change: (now: ReviewDraft) => ReviewDraft) => void;
  /** Opened because something in it is missing. */
  readonly isOpen: boolean;
}

export function FormRest({ sheet, draft, sources, change, isOpen }: FormRestProps) {
  const set = (part: Partial<ReviewDraft>): void => change((now) => ({ ...now, ...part }));
  const isLegal = sources.kind === 'legal';
  return (
    <details className="office-panel review-rest" open={isOpen || undefined}>
      <summary>{T.rest}</summary>
      <div className="office-grid">
        {isLegal && <Licence value={draft.licence} onChange={(licence) => set({ licence })} />}
        <TextField
          label={T.headOpinion}
          required
          maxLength={1000}
          value={draft.headOpinion}
          onChange={(headOpinion) => set({ headOpinion })}
        />
        <ChoiceField
          label={T.head}
          required
          value={draft.head}
          choices={sources.heads.map(({ id, name, post }) => ({
            value: id,
            label: `${name} ${post}`,
          }))}
          onChange={(head) => set({ head })}
        />
      </div>
      {isLegal && <Grounds sheet={sheet} draft={draft} sources={sources} set={set} />}
      <Materials draft={draft} sources={sources} set={set} />
      {sources.round > 1 && (
        <TextField
          label={T.returned}
          lines={2}
          maxLength={4000}
          value={draft.returned}
          onChange={(returned) => set({ returned })}
        />
      )}
    </details>
  );
}

/** The number of one's own licence, which is the same every time. */
function Licence({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const known = useAnswer('Phrases', '/phrases', { field: LICENCE_PHRASE });
  const last = known.data?.phrases.find(({ own }) => own)?.content;
  return (
    <div>
      <TextField label={T.licence} required maxLength={60} value={value} onChange={onChange} />
      {value === '' && last !== undefined && (
        <button type="button" className="link" onClick={() => onChange(last)}>
          {T.sameLicence(last)}
        </button>
      )}
    </div>
  );
}

interface PartProps {
  readonly draft: ReviewDraft;
  readonly sources: ReviewSources;
  readonly set: (part: Partial<ReviewDraft>) => void;
}

function Grounds({ sheet, draft, sources, set }: PartProps & { readonly sheet: FormDocumentView }) {
  const chosen = draft.grounds ?? sources.grounds;
  return (
    <fieldset className="office-checks">
      <legend>{T.groundsLabel}</legend>
      {choicesOf(sheet, 'grounds').map(({ value, label }) => (
        <label key={value}>
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={({ target }) =>
              set({
                grounds: target.checked
                  ? [...chosen, value]
                  : chosen.filter((one) => one !== value),
              })
            }
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}

function Materials({ draft, sources, set }: PartProps) {
  const materials = draft.materials ?? sources.materials;
  return (
    <fieldset className="office-checks review-pages">
      <legend>{T.materialsLabel}</legend>
      {materials.map(({ name, pages }, index) => (
        <label key={name}>
          <span>{name}</span>
          <input
            className="office-input"
            inputMode="numeric"
            aria-label={T.pagesOf(name)}
            value={pages ?? ''}
            onChange={({ target }) =>
              set({
                materials: materials.map((one, at) =>
                  at === index ? { ...one, pages: pagesIn(target.value) } : one,
                ),
              })
            }
          />
          {T.pages}
        </label>
      ))}
    </fieldset>
  );
}

function pagesIn(text: string): number | null {
  const digits = text.replaceAll(/\D/g, '').slice(0, 4);
  return digits === '' ? null : Number(digits);
}
