/** What the review form asks beside items and opinion; filled in as far as the file knows. */
import type { FormDocumentView } from '../../matter/matter.api.ts';
import { ChoiceField, TextField } from '../offices/field.tsx';
import { headOf, type ReviewDraft, type ReviewSources } from './review-draft.ts';
import { choicesOf, fieldsOf } from './review-form.ts';
import { REVIEW_TEXTS as T } from './review.texts.ts';

export interface FormRestProps {
  readonly sheet: FormDocumentView;
  readonly draft: ReviewDraft;
  readonly sources: ReviewSources;
  readonly change: (change: (now: ReviewDraft) => ReviewDraft) => void;
  /** Opened because something in it is missing. */
  readonly isOpen: boolean;
}

/** The signatures under the opinion; everything else the form asks is known, and folded. */
export function FormRest({ sheet, draft, sources, change, isOpen }: FormRestProps) {
  const set = (part: Partial<ReviewDraft>): void => change((now) => ({ ...now, ...part }));
  const isLegal = sources.kind === 'legal';
  return (
    <>
      <section className="office-panel review-rest" aria-label={T.signatures}>
        <div className="office-grid">
          {isLegal && (
            <TextField
              label={T.licence}
              required
              maxLength={60}
              value={draft.licence ?? sources.licence}
              onChange={(licence) => set({ licence })}
            />
          )}
          <Head draft={draft} sources={sources} set={set} />
          <HeadOpinion sheet={sheet} value={draft.headOpinion} set={set} />
        </div>
      </section>
      <details className="office-panel review-rest" open={isOpen || undefined}>
        <summary>{T.rest}</summary>
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
    </>
  );
}

function Head({ draft, sources, set }: PartProps) {
  if (sources.heads.length === 0) return <p className="note">{T.noHead}</p>;
  return (
    <ChoiceField
      label={T.head}
      required
      value={headOf(draft, sources)?.id ?? ''}
      choices={sources.heads.map(({ id, name, post }) => ({ value: id, label: `${name} ${post}` }))}
      onChange={(head) => set({ head })}
    />
  );
}

/** What the head of the unit wrote on the form; the usual words are one click away and never put in unasked. */
function HeadOpinion({
  sheet,
  value,
  set,
}: Pick<PartProps, 'set'> & { readonly sheet: FormDocumentView; readonly value: string }) {
  const phrases = fieldsOf(sheet).find(({ name }) => name === 'review-head-opinion')?.phrases ?? [];
  return (
    <div>
      <TextField
        label={T.headOpinion}
        required
        maxLength={1000}
        value={value}
        onChange={(headOpinion) => set({ headOpinion })}
      />
      <p className="note">
        {T.headOpinionNote}
        {value === '' &&
          phrases.map((phrase) => (
            <button
              key={phrase}
              type="button"
              className="link"
              onClick={() => set({ headOpinion: phrase })}
            >
              {phrase}
            </button>
          ))}
      </p>
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
