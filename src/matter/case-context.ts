/** What a file already knows, in the shape its documents are prefilled from: nobody types anything twice. Pure. */
import type { Bureau } from '../bureau/bureau.ts';
import { moment } from '../calendar/moment.ts';
import type { CaseContext } from '../document/context.ts';
import {
  type DocumentKind,
  type Field,
  fieldsOf,
  type Officer,
  type Person,
  type Values,
} from '../document/document.ts';
import { fillFromContext } from '../document/fill.ts';
import { penaltyRows, readPenalties } from '../document/penalty.ts';
import { checkValue } from '../document/check.ts';
import { proposedPenalty } from '../decision/penalty.ts';
import { peopleIn } from '../staff/snapshot.ts';
import type { StaffMember } from '../staff/staff.ts';
import { type CaseFile, type FiledDocument, isVoided } from './case-file.ts';
import { heardKind } from './heard.ts';
import { lastOf } from './matter.ts';
import { handlersOf } from './work.rows.ts';

export interface ContextSources {
  readonly bureau: Bureau;
  readonly people: ReadonlyMap<string, StaffMember>;
  /** The day of the act being prepared, `YYYY-MM-DD`. */
  readonly today: string;
  /** Officers who carry out an act in the field: its papers name them in place of the handlers. */
  readonly acting?: readonly string[];
  /** Position of the earlier act it is about: its papers go before later ones of the same form. */
  readonly about?: number;
}

/** The latest document of a kind. */
export function latestDocument(file: CaseFile, code: string): FiledDocument | undefined {
  return file.documents.findLast((document) => document.code === code);
}

/** The decision last sent to review: its document kind and values; null before that. */
export function proposalOf(
  file: CaseFile,
): { readonly code: string; readonly values: Values } | null {
  const proposal: unknown = Reflect.get(
    lastOf(file.matter, 'review.requested')?.data ?? {},
    'proposal',
  );
  return typeof proposal === 'object' && proposal !== null
    ? (proposal as { code: string; values: Values })
    : null; // written by the service
}

export function caseContext(
  file: CaseFile,
  { bureau, people, today, acting, about }: ContextSources,
): CaseContext {
  const { profile } = bureau;
  const head = [...people.values()].find(
    (person) => person.active && person.roles.includes('head'),
  );
  const unit = bureau.units.find((one) => one.id === file.begun.unit);
  const unitHead = [...people.values()].find(
    (person) =>
      person.active && person.unit === file.begun.unit && person.roles.includes('unit-head'),
  );
  const handlers = asOfficers(handlersOf(file), people);
  const penalty = proposedPenalty(file.matter);
  const proposed =
    proposalOf(file)?.values ??
    latestDocument(file, 'penalty-notice')?.values ??
    latestDocument(file, 'investigation-report')?.values ??
    {};
  const rows = readPenalties(proposed['penalties']);
  return {
    today,
    bureau: {
      name: profile.name,
      shortName: profile.shortName,
      areaCode: bureau.id.slice(0, 6),
      address: profile.address,
      phone: profile.phone,
      government: profile.government,
      court: profile.court,
      superior: profile.superior,
      payment: { bank: profile.bank, payee: profile.payee, account: profile.account },
      ...(handlers[0] ? { contact: handlers[0].name } : {}),
      ...(head ? { head: asPerson(head) } : {}),
    },
    unit: { name: unit?.name ?? '', ...(unitHead ? { head: asPerson(unitHead) } : {}) },
    matter: matterContext(file),
    party: printedParty(file),
    handlers: acting ? asOfficers(acting, people) : handlers,
    acts: actContexts(file),
    documents: Object.fromEntries(
      [...file.documents, ...file.documents.filter(({ seq }) => seq === about)].flatMap((one) =>
        one.form === null || isVoided(file, one)
          ? []
          : [[String(one.form), { number: one.number, date: one.date, title: one.title }] as const],
      ),
    ),
    decision: decisionContext(file, proposed),
    penalty: {
      rows: rows.length > 0 ? rows : penaltyRows(penalty),
      ...(penalty.fine === undefined ? {} : { fine: penalty.fine }),
    },
  };
}

/** The party as papers take it: they print the name whole and know no family name. */
function printedParty({ begun: { party } }: CaseFile): CaseContext['party'] {
  const { surname: _surname, ...printed } = party;
  return printed;
}

/** Those of them who hold a certificate, with its number. */
function asOfficers(ids: readonly string[], people: ContextSources['people']): Officer[] {
  return ids.flatMap((id): Officer[] => {
    const person = people.get(id);
    return person?.certificate
      ? [{ name: person.name, certificate: person.certificate.number }]
      : [];
  });
}

function asPerson(member: StaffMember): Person {
  return { name: member.name, post: member.post };
}

function matterContext(file: CaseFile): CaseContext['matter'] {
  const source = latestDocument(file, 'case-source');
  const text = (name: string): string => {
    const value = source?.values[name];
    return typeof value === 'string' ? value : Array.isArray(value) ? value.join('\n') : '';
  };
  const day = (code: Parameters<typeof lastOf>[1]) => lastOf(file.matter, code)?.at.day;
  const days = {
    openedOn: day('case.opened'),
    concludedOn: day('investigation.concluded'),
    noticeServedOn: day('notice.served'),
    decidedOn: day('decision.made'),
    deliveredOn: day('decision.delivered'),
    closedOn: day('case.closed'),
  };
  return {
    title: file.matter.subject.matter,
    caseName: `${file.matter.party.name}${file.matter.subject.matter}案`,
    caseNumber: latestDocument(file, 'case-opening')?.number ?? '',
    source: {
      kind: text('source-kind'),
      number: source?.number ?? '',
      at: text('registered-at'),
      content: text('content'),
      provider: text('provider'),
      providerContact: text('provider-contact'),
    },
    ...Object.fromEntries(Object.entries(days).filter(([, value]) => value !== undefined)),
  };
}

function actContexts(file: CaseFile): CaseContext['acts'] {
  return Object.fromEntries(
    file.acts.map((act) => [
      act.type,
      {
        at: act.happened,
        by: peopleIn(act)
          .filter((person) => act.by.includes(person.id))
          .map(({ name, post }) => ({ name, post })),
        data: act.data,
      },
    ]),
  );
}

function decisionContext(file: CaseFile, values: Values): NonNullable<CaseContext['decision']> {
  const decision = lastOf(file.matter, 'decision.made');
  const strings = (value: unknown): string[] =>
    Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
  const line = (name: string): string | undefined => {
    const value = values[name] ?? latestDocument(file, 'rectification-order')?.values[name];
    return typeof value === 'string' ? value : undefined;
  };
  const violated = line('violated');
  const basis = typeof values['basis'] === 'string' ? values['basis'] : undefined;
  return {
    ...(decision?.data.number === undefined
      ? {}
      : { number: decision.data.number, date: moment(decision.at.text).day }),
    ...(strings(values['facts']).length > 0 ? { facts: strings(values['facts']) } : {}),
    ...(violated === undefined ? {} : { violated }),
    ...(basis === undefined ? {} : { basis }),
  };
}

/** Items of one document that stand for the same thing in the next, beside those a form takes from the context. */
const CARRIED: ReadonlySet<string> = new Set([
  'process',
  'facts',
  'evidence',
  'nature',
  'violated',
  'basis',
  'penalties',
  'discretion',
  'discretion-step',
  'discretion-standard',
  'reasons-evidence',
  'reasons-basis',
  'reasons-discretion',
  'rectification',
  'performance-kind',
  'publicity',
  'postcode',
  'protected-people',
  'education',
]);

/** The values a document starts with: what the context knows, then what earlier documents of the file already say. */
export function prefill(kind: DocumentKind, file: CaseFile, sources: ContextSources): Values {
  const values = { ...fillFromContext(kind, caseContext(file, sources)) };
  const proposal = proposalOf(file);
  // A draft was written before anybody was heard.
  const heard = fieldsOf(kind).some(({ name }) => name === 'statement-kind')
    ? { 'statement-kind': heardKind(file.matter) }
    : {};
  if (proposal?.code === kind.code) return { ...values, ...proposal.values, ...heard };
  const earlier = [...file.documents].reverse().map((document) => document.values);
  if (proposal) earlier.unshift(proposal.values);
  for (const field of fieldsOf(kind))
    if (values[field.name] === undefined && isCarried(field.name, kind.code))
      carry(field, earlier, values);
  return { ...values, ...heard };
}

/** A measure, an order or the disposal of goods rests on articles of its own, not on those of another paper. */
const OWN_BASIS: ReadonlySet<string> = new Set([
  'matter-approval',
  'compulsion-decision',
  'rectification-order',
  'property-disposal',
]);

function isCarried(name: string, kind: string): boolean {
  return CARRIED.has(name) && !(name === 'basis' && OWN_BASIS.has(kind));
}

function carry(field: Field, earlier: readonly Values[], values: Record<string, unknown>): void {
  const found = earlier
    .map((one) => one[field.name])
    .find((value) => value !== undefined && checkValue(field, value).length === 0);
  if (found !== undefined) values[field.name] = found;
}
