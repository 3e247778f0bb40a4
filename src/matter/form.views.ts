/** The form of an act, filled in as far as the file knows. Pure. */
import type { WorkCalendar } from '../calendar/calendar.ts';
import type { DocumentTemplate, Field, Values } from '../document/document.ts';
import { fieldsOf, isRequired } from '../document/document.ts';
import type { ActCode } from './act-data.ts';
import { type ActField, type FormDocument, numbered, formOf } from './act-form.ts';
import { isPermitted } from './act-permission.ts';
import { type ContextSources, prefill, proposalOf } from './case-context.ts';
import type { CaseFile, RefusedRequest } from './case-file.ts';
import type { FormDocumentView, FormField, FormView } from './matter.api.ts';
import { answersOf, isApproval } from './approval-request.ts';
import { refOf } from './matter.views.ts';
import { plainDate } from '../calendar/plain-date.ts';
import { withChannels } from '../publicity/channel-choices.ts';
import { REVIEW_PAPER, reviewStart } from '../publicity/review-paper.ts';
import { unitOf } from '../publicity/review-problems.ts';
import type { Law } from '../rule/law.ts';
import type { Pack } from '../rule/pack.ts';
import { handlersOf } from './work.rows.ts';
import { EVIDENCE_ITEMS, PENALTY_ITEMS } from '../document/penalty.ts';
import { askedItems, ITEM_PREFIX, REVIEW_FORM } from '../review/review-items.ts';
import { reviewRounds } from '../review/review.ts';
import { lastOf } from './matter.ts';
import type { ActRow } from './procedure.ts';
import { isOwn, isShownTo, ownStart } from './post-fields.ts';
import { RECEIPT, receiptRows } from './receipt.ts';
import type { StaffMember } from '../staff/staff.ts';

export interface FormSetting extends ContextSources {
  readonly pack: Pack;
  readonly templates: ReadonlyMap<string, DocumentTemplate>;
  /** What the matter's review needs: legal, case or none. */
  readonly reviewKind: string;
  readonly law: Law;
  readonly calendar: WorkCalendar;
  /** Whoever fills it in. */
  readonly viewer: StaffMember;
}

/** The form; null when the procedure does not have the act. */
export function formView(file: CaseFile, act: ActCode, setting: FormSetting): FormView | null {
  const row = file.matter.procedure.rows.get(act);
  if (!row) return null;
  const form = withChannels(
    formOf(setting.pack.forms, file.matter.procedure.id, act),
    act,
    file.matter,
    setting.law,
    plainDate(setting.today),
  );
  const refused = refusedFor(file, act, setting.viewer);
  const asked = refused && answersOf(refused);
  const again = asAsked(asked?.documents ?? {}, setting);
  const papers = (wanted: readonly FormDocument[]): FormDocumentView[] =>
    wanted
      .flatMap((one) => paperForm(one, file, setting))
      .map(again)
      .map(listing(file, act, wanted, setting));
  const proposals = form.proposal.flatMap((code): FormDocumentView[] => {
    const template = setting.templates.get(code);
    return template
      ? [
          documentForm(template, file, setting, {
            optional: true,
            when: null,
            set: {},
            given: [],
          }),
        ]
      : [];
  });
  return {
    act,
    term: row.term,
    basis: row.basis,
    who: row.who,
    needsApproval: isApproval(file, act),
    field: row.field !== undefined,
    fields: form.fields.map(actField),
    values: Object.fromEntries(
      Object.entries({ ...fieldValues(file, act, setting), ...asked?.fields }).filter(
        ([name, value]) => value !== undefined && form.fields.some((field) => field.name === name),
      ),
    ),
    documents: [...papers(form.documents).map(withAskedItems(file, setting)), ...proposals],
    proposal: proposals.length > 0,
    approval: papers(form.approval),
    by: asked && asked.by.length > 0 ? asked.by : doers(file, row, setting.viewer),
    refused: refused
      ? {
          by: refOf(setting.people, refused.refusal.by)[0] ?? null,
          at: refused.refusal.at,
          reason: refused.refusal.reason,
          documents: Object.keys(asked?.documents ?? {}),
        }
      : null,
  };
}

/** What the viewer, or else somebody, asked for and the head did not approve. The head reads only what is put before them. */
function refusedFor(
  { refused }: CaseFile,
  act: ActCode,
  { id, roles }: StaffMember,
): RefusedRequest | undefined {
  if (roles.includes('head')) return undefined;
  const own = refused.filter((one) => one.act === act);
  return own.findLast(({ by }) => by === id) ?? own.at(-1);
}

/** A paper as it was put before the head, as far as the viewer fills it in; the day it is signed is that of asking again. */
function asAsked(
  documents: Readonly<Record<string, Values>>,
  { templates }: FormSetting,
): (view: FormDocumentView) => FormDocumentView {
  return (view) => {
    const asked = documents[view.code];
    const template = templates.get(view.code);
    if (!asked || !template) return view;
    const shown = new Set(view.sections.flatMap(({ fields }) => fields.map(({ name }) => name)));
    const kept = fieldsOf(template)
      .filter(({ name, from }) => shown.has(name) && from !== 'today' && !view.fixed.includes(name))
      .flatMap(({ name }) => (asked[name] === undefined ? [] : [[name, asked[name]] as const]));
    return { ...view, values: { ...view.values, ...Object.fromEntries(kept) } };
  };
}

/** Who does the act, unless somebody says otherwise: the handlers, where it is theirs and the viewer may record it for them. */
function doers(file: CaseFile, row: ActRow, viewer: StaffMember): readonly string[] {
  const handlers = handlersOf(file);
  return (row.field !== undefined || row.who.includes('officer')) &&
    isPermitted(file, { act: row.act, by: handlers, request: null }, viewer)
    ? handlers
    : [];
}

function publicationStart(file: CaseFile, setting: FormSetting): Values {
  const unit = unitOf(file, setting);
  return reviewStart(file, { ...setting, unit, day: plainDate(setting.today) });
}

interface DocumentUse {
  readonly optional: boolean;
  readonly when: FormDocumentView['when'];
  readonly set: Readonly<Record<string, string | boolean>>;
  /** Fields filled when the document gets its number. */
  readonly given: readonly string[];
}

function paperForm(wanted: FormDocument, file: CaseFile, setting: FormSetting): FormDocumentView[] {
  const template = setting.templates.get(wanted.code);
  if (!template) return [];
  return [
    documentForm(template, file, setting, {
      optional: wanted.optional === true,
      when: wanted.when ?? null,
      set: wanted.set ?? {},
      given: numbered(wanted),
    }),
  ];
}

/** A receipt that lists the papers it is for: those beside it that are always issued, or the decision. */
function listing(
  file: CaseFile,
  act: ActCode,
  wanted: readonly FormDocument[],
  { templates }: FormSetting,
): (view: FormDocumentView) => FormDocumentView {
  const beside = wanted.flatMap(({ code, optional, when, set = {} }) => {
    const template = templates.get(code);
    return template && !optional && !when ? [{ template, values: set }] : [];
  });
  return (view) =>
    view.code === RECEIPT
      ? { ...view, values: { ...view.values, ...receiptRows(file, act, beside) } }
      : view;
}

/** The review form with the items required that the bureau's rules ask for in this round. */
function withAskedItems(
  { matter }: CaseFile,
  { law, today }: FormSetting,
): (view: FormDocumentView) => FormDocumentView {
  // Known from the request on, so that accepting it changes nothing on the page.
  const kind = reviewRounds(matter).at(-1)?.requested.data.kind;
  const asked = new Set(
    askedItems(matter, law, plainDate(today), kind).map((item) => `${ITEM_PREFIX}${item}`),
  );
  const required = (field: FormField): FormField =>
    asked.has(field.name) ? { ...field, required: true } : field;
  return (view) =>
    view.code === REVIEW_FORM
      ? {
          ...view,
          sections: view.sections.map((section) => ({
            ...section,
            fields: section.fields.map(required),
          })),
        }
      : view;
}

function documentForm(
  template: DocumentTemplate,
  file: CaseFile,
  setting: FormSetting,
  use: DocumentUse,
): FormDocumentView {
  const { viewer } = setting;
  return {
    code: template.code,
    title: template.title,
    number: template.numberWord,
    optional: use.optional,
    when: use.when,
    fixed: [...Object.keys(use.set), ...use.given],
    sections: template.sections.map((section) => ({
      title: section.title,
      fields: section.fields
        .filter((field) => isShownTo(field, viewer))
        .map((field) =>
          isOwn(field, viewer) ? { ...documentField(field), required: true } : documentField(field),
        ),
    })),
    values: {
      ...ownStart(template, prefill(template, file, setting), {}, viewer),
      ...(template.code === REVIEW_PAPER ? publicationStart(file, setting) : {}),
      ...use.set,
    },
  };
}

/** An item of a document as a form shows it. */
export function documentField(field: Field): FormField {
  const items =
    field.items ??
    (field.format === 'penalties'
      ? PENALTY_ITEMS
      : field.format === 'evidence'
        ? EVIDENCE_ITEMS
        : undefined);
  return {
    name: field.name,
    label: field.label,
    type: field.type,
    required: isRequired(field, {}),
    ...pick(field, [
      'requiredWhen',
      'maxLength',
      'minItems',
      'choices',
      'hint',
      'phrases',
      'minutes',
      'unit',
      'format',
      'post',
    ]),
    ...(items ? { items: items.map(documentField) } : {}),
  };
}

function actField(field: ActField): FormField {
  return {
    name: field.name,
    label: field.label,
    type: field.type,
    required: field.required === true,
    ...pick(field, ['requiredWhen', 'maxLength', 'choices', 'hint', 'role', 'acts', 'media']),
    ...(field.items ? { items: field.items.map(actField) } : {}),
  };
}

function pick<T extends object, K extends keyof T>(
  from: T,
  keys: readonly K[],
): Partial<Pick<T, K>> {
  return Object.fromEntries(
    keys.flatMap((key) => (from[key] === undefined ? [] : [[key, from[key]]])),
  ) as Partial<Pick<T, K>>;
}

/** What the act's own fields start with. */
function fieldValues(
  file: CaseFile,
  act: ActCode,
  { reviewKind, bureau }: FormSetting,
): Record<string, unknown> {
  switch (act) {
    case 'handlers.assigned':
      return { handlers: handlersOf(file) };
    case 'review.requested':
      return {
        kind: reviewKind === 'legal' ? 'legal' : 'case',
        materials: ['report', 'evidence', 'draft'],
      };
    case 'decision.made':
      return {
        outcome: proposalOf(file)?.code === 'no-penalty-decision' ? 'no-penalty' : 'penalty',
      };
    case 'publication.published':
      return {
        form: 'both',
        unit: bureau.units.find((unit) => unit.id === file.begun.unit)?.name ?? '',
      };
    case 'time.resumed':
      return { ground: lastOf(file.matter, 'time.stopped')?.data.ground };
    default:
      return {};
  }
}
