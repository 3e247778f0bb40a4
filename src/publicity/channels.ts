/**
 * Where a decision must be published, within which limit and in which form (公示规定, 118号文 and the
 * bureau's own rules).
 */
import type { PlainDate } from '../calendar/plain-date.ts';
import { isMoreThanWarning, NO_PENALTY } from '../decision/penalty.ts';
import { type AnyAct, lastOf, type Matter, theDecision } from '../matter/matter.ts';
import type { ProcedureId } from '../matter/procedure.ts';
import { isRuleKey } from '../rule/keys.ts';
import type { Law } from '../rule/law.ts';

export type Form = 'summary' | 'document' | 'both';
export type FormRule = 'ANY' | 'SUMMARY' | 'FULL_REDACTED' | 'FULL_OR_SUMMARY' | 'BOTH';

export interface Channel {
  readonly channel: string;
  /** Other channels of which one is enough. */
  readonly alternatives: readonly string[];
  readonly form: FormRule;
  /** What a summary there must hold. */
  readonly fields: readonly string[];
  /** Working days from the day the clock starts. */
  readonly limit: number;
}

/** The national publicity system (国家企业信用信息公示系统). */
export const PENALTY_SYSTEM = 'GSXT';

/** Whether the decision of the matter must be published; false while there is none. */
export function isPublicationRequired(matter: Matter, law: Law): boolean {
  const decision = theDecision(matter);
  if (!decision) return false;
  if (decision.code !== 'decision.made') return true;
  const { outcome, penalty } = decision.data;
  switch (matter.procedure.id) {
    case 'penalty.ordinary':
      return outcome === 'penalty' && isMoreThanWarning(penalty ?? NO_PENALTY);
    case 'penalty.summary':
      return (
        law.value('publish.summaryProcedure', decision.at.day) &&
        outcome === 'penalty' &&
        isMoreThanWarning(penalty ?? NO_PENALTY)
      );
    case 'licence':
      return outcome === 'granted';
    case 'confirmation':
      return outcome === 'confirmed';
    case 'adjudication':
    case 'compulsion.seizure':
    case 'inspection.random':
      return true;
  }
}

/** The channels the decision must appear on; empty where publication is not required. */
export function requiredChannels(matter: Matter, law: Law): Channel[] {
  const decision = theDecision(matter);
  if (!decision || !isPublicationRequired(matter, law)) return [];
  const { day } = decision.at;
  const { id } = matter.procedure;
  const onPenaltySystem =
    (id === 'penalty.ordinary' && matter.party.kind !== 'natural') ||
    id === 'inspection.random' ||
    (id === 'licence' && law.value('publish.licenceToGsxt', day));
  const onSite = id !== 'inspection.random' || law.value('publish.inspectionOnSite', day);
  const [site, ...alternatives] = siteChannels(law, day);
  const channels: Channel[] = [];
  if (onSite && site !== undefined)
    channels.push({ channel: site, alternatives, ...terms(matter, law, day, site) });
  if (onPenaltySystem)
    channels.push({
      channel: PENALTY_SYSTEM,
      alternatives: [],
      ...terms(matter, law, day, PENALTY_SYSTEM),
    });
  return channels;
}

/** The bureau's site and the channels that serve as well. */
export function siteChannels(law: Law, day: PlainDate): string[] {
  const site = law.value('publish.site', day);
  return typeof site === 'string' ? site.split(' or ') : [...site];
}

/** Form, summary fields and limit on one channel. */
function terms(
  matter: Matter,
  law: Law,
  day: PlainDate,
  channel: string,
): Omit<Channel, 'channel' | 'alternatives'> {
  return {
    form: formOn(matter, law, day, channel),
    fields: fieldsOn(matter, law, day, channel),
    limit: limitOn(matter, law, day, channel),
  };
}

/** What may be published on a channel: the penalty system takes summary and document together (公示规定 art. 4). */
export function formOn(matter: Matter, law: Law, day: PlainDate, channel: string): FormRule {
  return matter.procedure.id === 'penalty.ordinary' && channel === PENALTY_SYSTEM
    ? 'BOTH'
    : law.value('publish.form', day);
}

export function fieldsOn(
  matter: Matter,
  law: Law,
  day: PlainDate,
  channel: string,
): readonly string[] {
  const key =
    matter.procedure.id === 'penalty.ordinary' && channel === PENALTY_SYSTEM
      ? 'publish.gsxt.fields'
      : 'publish.summaryFields';
  return law.value(key, day);
}

/** What a summary shows beside what its channel demands. */
export const SHOWN = [
  'number',
  'party',
  'violation',
  'category',
  'penalty',
  'conclusion',
  'basis',
  'authority',
  'date',
];

/** The fields of a summary on a channel: what it demands there, and what every summary of ours shows. */
export function shownFields(matter: Matter, law: Law, day: PlainDate, channel: string): string[] {
  return [...new Set([...fieldsOn(matter, law, day, channel), ...SHOWN])];
}

function limitOn(matter: Matter, law: Law, day: PlainDate, channel: string): number {
  const kind = matter.procedure.publishes;
  const own = `publish.limit.${kind}.${channel}`;
  const special = isRuleKey(own) ? law.value(own, day) : undefined;
  return typeof special === 'number' ? special : law.value(`publish.limit.${kind}`, day);
}

/** Whether a form is allowed. Where the document is wanted, inspection results may still take any form. */
export function isFormAllowed(rule: FormRule, form: Form, procedure: ProcedureId): boolean {
  switch (rule) {
    case 'ANY':
    case 'FULL_OR_SUMMARY':
      return true;
    case 'SUMMARY':
      return form !== 'document';
    case 'FULL_REDACTED':
      return form !== 'summary' || procedure === 'inspection.random';
    case 'BOTH':
      return form === 'both';
  }
}

/** The act from whose day publication limits run: the decision; for inspections, when the result is formed. */
export function publicationStart(matter: Matter, law: Law): AnyAct | undefined {
  const decision = theDecision(matter);
  if (!decision || matter.procedure.id !== 'inspection.random') return decision;
  return law.value('publish.start.inspection', decision.at.day) === 'inspection.completed'
    ? lastOf(matter, 'inspection.completed')
    : decision;
}
