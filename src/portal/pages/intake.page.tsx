/** Forms citizens hand in, and the receipt. Whatever is refused, what was typed stays in the form. */
import type { ReactNode } from 'react';
import type { RequestFault, RequestForm } from '../intake.ts';
import { Page } from '../parts/page.tsx';
import { FIELD_TERMS } from '../portal.texts.ts';
import type { Site } from '../site.ts';
import { FORM, INTAKE } from './intake.texts.ts';
import { DECISION } from './decision.texts.ts';

export interface IntakeView {
  readonly form: RequestForm;
  /** Number or title of the decision it is about, where there is one. */
  readonly about: string | null;
  readonly faults: readonly RequestFault[];
  /** A sentence about the whole, such as that it could not be kept. */
  readonly trouble: string | null;
}

const FIELDS = [
  'party',
  'code',
  'representative',
  'violation',
  'penalty',
  'basis',
  'authority',
  'date',
  'unit',
  'text',
] as const;

export function IntakePage({ site, view }: { readonly site: Site; readonly view: IntakeView }) {
  const { form, about, faults, trouble } = view;
  const words = INTAKE[form.kind];
  return (
    <Page
      site={site}
      title={words.title}
      unlisted={form.entry !== ''}
      crumbs={[{ to: site.links.request(form.kind), name: words.title }]}
    >
      <div className="frame reading intake">
        <h1>{words.title}</h1>
        <p>{words.words}</p>
        {trouble !== null && (
          <p className="fault" role="alert">
            {trouble}
          </p>
        )}
        {faults.length > 0 && (
          <div className="fault" role="alert">
            <p>{FORM.again}</p>
            <ul>
              {faults.map(({ field, words: fault }) => (
                <li key={`${field} ${fault}`}>
                  {SHOWN.has(field) ? <a href={`#${field}`}>{fault}</a> : fault}
                </li>
              ))}
            </ul>
          </div>
        )}
        <form className="request" method="post" action={site.links.request(form.kind)}>
          <input type="hidden" name="token" value={form.token} />
          <About view={view} about={about} />
          <Field view={view} name="content" label={words.content} hint={words.hint}>
            {(more) => (
              <textarea
                {...more}
                id="content"
                name="content"
                rows={8}
                defaultValue={form.content}
                required
              />
            )}
          </Field>
          <Field view={view} name="name" label={FORM.name}>
            {(more) => (
              <input
                {...more}
                id="name"
                name="name"
                type="text"
                autoComplete="name"
                defaultValue={form.name}
                required
              />
            )}
          </Field>
          <Field view={view} name="contact" label={FORM.contact} hint={FORM.contactHint}>
            {(more) => (
              <input
                {...more}
                id="contact"
                name="contact"
                type="text"
                defaultValue={form.contact}
                required
              />
            )}
          </Field>
          <p className="buttons">
            <button className="primary" type="submit">
              {FORM.submit}
            </button>
          </p>
        </form>
      </div>
    </Page>
  );
}

const SHOWN: ReadonlySet<string> = new Set(['entry', 'field', 'name', 'contact', 'content']);

function About({ view, about }: { readonly view: IntakeView; readonly about: string | null }) {
  const { form } = view;
  if (form.kind === 'complaint' || form.kind === 'disclosure')
    return <input type="hidden" name="entry" value="" />;
  return (
    <>
      <Field
        view={view}
        name="entry"
        label={FORM.about}
        hint={about ?? (form.kind === 'correction' ? FORM.aboutNeeded : FORM.aboutHint)}
      >
        {(more) => (
          <input
            {...more}
            id="entry"
            name="entry"
            type="text"
            defaultValue={form.entry}
            autoComplete="off"
          />
        )}
      </Field>
      {form.kind === 'correction' && (
        <Field view={view} name="field" label={FORM.field}>
          {(more) => (
            <select {...more} id="field" name="field" defaultValue={form.field}>
              <option value="">{FORM.fieldAny}</option>
              {FIELDS.map((field) => (
                <option key={field} value={field}>
                  {FIELD_TERMS[field]}
                </option>
              ))}
              <option value="published">{DECISION.published}</option>
              <option value="due">{DECISION.due}</option>
              <option value="channel">{DECISION.channel}</option>
            </select>
          )}
        </Field>
      )}
    </>
  );
}

interface Described {
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
}

function Field({
  view,
  name,
  label,
  hint,
  children,
}: {
  readonly view: IntakeView;
  readonly name: keyof RequestForm;
  readonly label: string;
  readonly hint?: string;
  readonly children: (more: Described) => ReactNode;
}) {
  const fault = view.faults.find(({ field }) => field === name);
  const described = [
    ...(hint === undefined ? [] : [`${name}-hint`]),
    ...(fault ? [`${name}-fault`] : []),
  ].join(' ');
  return (
    <div className={fault ? 'field wrong' : 'field'}>
      <label htmlFor={name}>{label}</label>
      {hint !== undefined && (
        <p className="note" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {fault && (
        <p className="field-fault" id={`${name}-fault`}>
          <b>{FORM.fault}</b>
          {fault.words}
        </p>
      )}
      {children({
        ...(described === '' ? {} : { 'aria-describedby': described }),
        ...(fault ? { 'aria-invalid': true as const } : {}),
      })}
    </div>
  );
}

export function ReceivedPage({
  site,
  view: { title, receipt },
}: {
  readonly site: Site;
  readonly view: { readonly title: string; readonly receipt: string };
}) {
  return (
    <Page site={site} title={`${FORM.receivedTitle} ${title}`} unlisted>
      <div className="frame reading">
        <h1>{FORM.receivedTitle}</h1>
        <p role="status">{FORM.receivedWords}</p>
        <dl className="facts">
          <div>
            <dt>{FORM.receipt}</dt>
            <dd className="hash">{receipt}</dd>
          </div>
        </dl>
        <p>
          <a href={site.links.home()}>{FORM.back}</a>
        </p>
      </div>
    </Page>
  );
}
