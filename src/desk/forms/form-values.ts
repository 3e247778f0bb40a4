/** What is filled in of an act and of its documents, and the request it becomes. Pure. */
import type {
  FormDocumentView,
  FormField,
  FormView,
  RequestView,
} from '../../matter/matter.api.ts';

export type Values = Readonly<Record<string, unknown>>;

/** One form on the screen. Amounts are 分, moments ISO 8601 with `+08:00`, people ids or `party`. */
export interface FormState {
  readonly at: string;
  readonly by: readonly string[];
  readonly fields: Values;
  readonly documents: Readonly<Record<string, Values>>;
  /** Codes of the optional documents that are filled in. */
  readonly included: readonly string[];
}

/** The body of an act as the API takes it. */
export interface ActBody {
  readonly id: string;
  readonly at: string;
  readonly by: readonly string[];
  readonly fields: Values;
  readonly documents: Readonly<Record<string, Values>>;
  readonly version: number;
  readonly request?: number;
  readonly beforehand?: boolean;
}

/** Acts that the party does; an officer only records them. */
const BY_PARTY: ReadonlySet<string> = new Set([
  'statement.waived',
  'hearing.requested',
  'correction.requested',
]);

/** What the form starts with; `me` is whoever fills it in, `now` a moment. */
export function startState(form: FormView, me: string, now: string): FormState {
  const chosen = form.proposal ? form.documents.filter((one) => one.optional).slice(0, 1) : [];
  const again = new Set(form.refused?.documents);
  return {
    at: now,
    by: BY_PARTY.has(form.act) ? ['party'] : form.by.length > 0 ? form.by : [me],
    fields: form.values,
    documents: Object.fromEntries(form.documents.map(({ code, values }) => [code, values])),
    included: form.documents
      .filter((one) => chosen.includes(one) || (one.optional && again.has(one.code)))
      .map(({ code }) => code),
  };
}

/** Answers a link may bring along, such as `?of=4` for the act to complete. */
export function presetOf(form: FormView, query: URLSearchParams): Values {
  return Object.fromEntries(
    form.fields.flatMap(({ name, type }): [string, unknown][] => {
      const text = query.get(name);
      if (text === null || text === '') return [];
      if (type !== 'act') return type === 'exhibit' || type === 'line' ? [[name, text]] : [];
      return /^[1-9]\d*$/.test(text) ? [[name, Number(text)]] : [];
    }),
  );
}

/** The form of what is put before the head, and signed by the head, before the act is carried out. */
export function beforehandForm(form: FormView): FormView {
  return { ...form, fields: [], values: {}, documents: form.approval, proposal: false };
}

/** What the head, `me`, sees of a request: the form as it was put before the head. */
export function requestedState(
  form: FormView,
  request: RequestView,
  me: string,
  now: string,
): FormState {
  return {
    at: now,
    by: request.actBy.length > 0 ? request.actBy : [me],
    fields: { ...form.values, ...request.fields },
    documents: Object.fromEntries(
      form.documents.map(({ code, values }) => [code, { ...values, ...request.documents[code] }]),
    ),
    included: form.documents
      .filter(({ code, optional }) => optional && request.documents[code] !== undefined)
      .map(({ code }) => code),
  };
}

/** Whether the document belongs to the act as filled in. */
export function applies(document: FormDocumentView, fields: Values): boolean {
  return Object.entries(document.when ?? {}).every(([name, wanted]) => {
    const value = fields[name];
    return typeof value === 'string' && [wanted].flat().includes(value);
  });
}

/** The documents that are filled in: those the act needs, and the optional ones that were chosen. */
export function openDocuments(form: FormView, state: FormState): FormDocumentView[] {
  return form.documents.filter(
    (one) => applies(one, state.fields) && (!one.optional || state.included.includes(one.code)),
  );
}

/** Whether a field is needed, given what stands beside it. */
export function isNeeded(field: FormField, siblings: Values): boolean {
  return field.required || conditionHolds(field, siblings);
}

function conditionHolds({ requiredWhen }: FormField, siblings: Values): boolean {
  if (!requiredWhen) return false;
  const value = siblings[requiredWhen.field];
  const { equals } = requiredWhen;
  return typeof equals === 'object'
    ? typeof value === 'string' && equals.includes(value)
    : value === equals;
}

/** Whether a field is asked for by another answer that was not given, and is empty: it may be left out of sight. */
export function isAside(field: FormField, siblings: Values): boolean {
  return (
    field.requiredWhen !== undefined && !isNeeded(field, siblings) && isBlank(siblings[field.name])
  );
}

export function isBlank(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.every(isBlank);
  return isValues(value) && Object.values(value).every(isBlank);
}

export function isValues(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Blank items left out, at every depth; rows keep their places but for blank ones at the end. */
export function cleaned(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      isBlank(value) ? [] : [[name, cleanedValue(value)]],
    ),
  );
}

function cleanedValue(value: unknown): unknown {
  if (Array.isArray(value)) {
    const rows: unknown[] = value;
    return rows.slice(0, rows.findLastIndex((row) => !isBlank(row)) + 1).map(cleanedValue);
  }
  return isValues(value) ? cleaned(value) : value;
}

/** Blank paragraphs are how people set paragraphs apart, so they are left out wherever they stand. */
function withoutBlankLines(document: FormDocumentView, values: Values): Values {
  const texts = document.sections
    .flatMap(({ fields }) => fields)
    .filter(({ type }) => type === 'paragraphs');
  const changed = texts.flatMap(({ name }) => {
    const value = values[name];
    return Array.isArray(value) ? [[name, value.filter((line) => !isBlank(line))] as const] : [];
  });
  return { ...values, ...Object.fromEntries(changed) };
}

/** The values of one document as they are sent, without those the act fixes itself. */
export function documentValues(document: FormDocumentView, state: FormState): Values {
  const values = { ...state.documents[document.code] };
  for (const name of document.fixed) delete values[name];
  return cleaned(withoutBlankLines(document, values));
}

/**
 * Whether a field stands as others have put it before the head: everything in papers they signed, but for what is asked of
 * the head's own post. An act without papers is the head's own ruling.
 */
export function isPut(
  form: FormView,
  request: Pick<RequestView, 'granted'> | null,
  roles: readonly string[],
  { post }: Pick<FormField, 'post'>,
): boolean {
  if (request === null || request.granted !== null || form.documents.length === 0) return false;
  return !(post !== undefined && roles.includes(post));
}

export interface Sending {
  readonly id: string;
  readonly version: number;
  /** Position of the request for approval that is granted, or was granted before. */
  readonly request: number | null;
  /** Not the act, but its approval beforehand. */
  readonly beforehand?: boolean;
}

/** The request that records the form. */
export function bodyOf(form: FormView, state: FormState, sending: Sending): ActBody {
  const documents = openDocuments(form, state).map(
    (document) => [document.code, documentValues(document, state)] as const,
  );
  return {
    id: sending.id,
    at: state.at,
    by: state.by,
    fields: cleaned(state.fields),
    documents: Object.fromEntries(documents),
    version: sending.version,
    ...(sending.request === null ? {} : { request: sending.request }),
    ...(sending.beforehand === true ? { beforehand: true } : {}),
  };
}

/** A place in the form: `['fields', 'days']`, `['documents', 'inquiry-record', 'dialogue', 0, 'answer']`. */
export type Path = readonly (string | number)[];

/** What stands at a place; undefined where there is nothing. */
export function valueAt(state: FormState, path: Path): unknown {
  return path.reduce<unknown>((value, key) => {
    if (Array.isArray(value) && typeof key === 'number') return value[key];
    return isValues(value) ? value[key] : undefined;
  }, state);
}

/** The form with another value at a place below `fields` or `documents`, or of `at`, `by` and `included`. */
export function withValue(state: FormState, path: Path, value: unknown): FormState {
  return put(state, path, value) as FormState; // the parts above the place keep their shape
}

function put(whole: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  if (typeof key === 'number') {
    const rows: unknown[] = Array.isArray(whole) ? [...whole] : [];
    rows[key] = put(rows[key], rest, value);
    return rows;
  }
  const values = isValues(whole) ? whole : {};
  return { ...values, [key]: put(values[key], rest, value) };
}
