/** A document of the act: its sections, the items each needs, and what it looks like so far. */
import { useState } from 'react';
import type { FormDocumentView, FormField } from '../../matter/matter.api.ts';
import { FieldView } from './field-view.tsx';
import { FORM_TEXTS } from './form.texts.ts';
import { useForm, useValue } from './form-context.ts';
import { isAside, isBlank, isNeeded, isValues } from './form-values.ts';
import { Preview } from './preview.tsx';

export function DocumentPart({ document }: { readonly document: FormDocumentView }) {
  const [shown, setShown] = useState(false);
  return (
    <section className="forms-part" aria-labelledby={partId(document.code)}>
      <header className="forms-part-head">
        <h2 id={partId(document.code)}>{document.title}</h2>
        {document.number !== null && (
          <span className="note">{FORM_TEXTS.numberGiven(document.number)}</span>
        )}
        <button
          type="button"
          className="link"
          aria-expanded={shown}
          aria-label={`${document.title}：${FORM_TEXTS.preview}`}
          onClick={() => setShown(!shown)}
        >
          {shown ? FORM_TEXTS.previewHide : FORM_TEXTS.preview}
        </button>
      </header>
      {shown && <Preview document={document} />}
      {document.sections.map(({ title, fields }) => (
        <Section
          key={title}
          title={title}
          fields={fields.filter(({ name }) => !document.fixed.includes(name))}
          code={document.code}
        />
      ))}
    </section>
  );
}

export function partId(code: string): string {
  return `part-${code}`;
}

function Section({
  title,
  fields,
  code,
}: {
  readonly title: string;
  readonly fields: readonly FormField[];
  readonly code: string;
}) {
  const [whole, setWhole] = useState(false);
  const { store, isPut } = useForm();
  const given = useValue(['documents', code]);
  const values = isValues(given) ? given : {};
  if (fields.length === 0) return null;
  const aside = fields.filter(
    (field) =>
      isAside(field, values) && store.faultsOf(`/documents/${code}/${field.name}`).length === 0,
  );
  const open = (whole ? fields : fields.filter((field) => !aside.includes(field))).filter(
    // What was put before the head with nothing in it stays empty.
    (field) => !isPut(field) || !isBlank(values[field.name]),
  );
  const hasMore = aside.some((field) => !isPut(field));
  if (open.length === 0 && !hasMore) return null;
  return (
    <div className="forms-section">
      <h3>{title}</h3>
      <div className="forms-grid">
        {open.map((field) => (
          <FieldView
            key={field.name}
            field={field}
            path={['documents', code, field.name]}
            needed={isNeeded(field, values)}
          />
        ))}
      </div>
      {hasMore && (
        <button
          type="button"
          className="link"
          aria-expanded={whole}
          onClick={() => setWhole(!whole)}
        >
          {whole ? FORM_TEXTS.asideHide : FORM_TEXTS.aside(aside.length)}
        </button>
      )}
    </div>
  );
}
