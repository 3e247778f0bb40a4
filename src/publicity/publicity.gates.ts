/** Guards of publication: reviewed by someone, nothing secret, nobody's privacy, the right form, the served text. */
import { isWarningOnly, NO_PENALTY } from '../decision/penalty.ts';
import { type Attempt, type Gates, lacks, on } from '../matter/attempt.ts';
import { has, isPenalty, lastOf } from '../matter/matter.ts';
import { fieldsOn, formOn, isFormAllowed } from './channels.ts';
import { foundContents, isOverturned, publishesOwnCheck } from './publication.ts';

/** 公示规定 art. 6: others' secrets and privacy need redaction, consent, or a finding of public interest. */
function exposesThirdParties({ matter, law, day }: Attempt, redacted: readonly string[]): boolean {
  const guarded = law.value('publish.withheld.thirdParty', day);
  const exposed = foundContents(matter).filter(
    (found) => guarded.includes(found) && !redacted.includes(found),
  );
  return exposed.length > 0 && !has(matter, 'publication.consented');
}

/** The penalty system takes neither summary penalties nor mere warnings (公示规定 art. 2). */
function isKeptOffPenaltySystem({ matter }: Attempt): boolean {
  if (matter.procedure.id === 'penalty.summary') return true;
  const penalty = lastOf(matter, 'decision.made')?.data.penalty ?? NO_PENALTY;
  return matter.procedure.id === 'penalty.ordinary' && isPenalty(matter) && isWarningOnly(penalty);
}

export const publicityGates = {
  'publication/not-reviewed': ({ matter }) =>
    lastOf(matter, 'publication.reviewed')?.data.result !== 'pass',
  // In no table of acts: the desk asks for it, scripts of the rehearsal format do not.
  'publication/own-check': ({ matter, act }) => publishesOwnCheck(matter, act),
  'publication/reviewer-not-competent': ({ act, law, people, day }) => {
    const competent = law.value('publish.reviewer.inspection', day);
    if (competent === 'anyone') return false;
    const roles = typeof competent === 'string' ? competent.split(/,\s*/) : competent;
    return !act.by.some((id) =>
      [...(people.get(id)?.roles ?? [])].some((role) => roles.includes(role)),
    );
  },
  'publication/secret': ({ matter, law, day }) => {
    const absolute = law.value('publish.withheld.absolute', day);
    return foundContents(matter).some((found) => absolute.includes(found));
  },
  'publication/third-party': on('publication.published', ({ data }, attempt) =>
    exposesThirdParties(attempt, data.redacted ?? []),
  ),
  'publication/not-masked': on(
    'publication.published',
    ({ data }, { matter }) => matter.party.kind === 'natural' && data.masked !== true,
  ),
  'publication/wrong-form': on(
    'publication.published',
    ({ data }, { matter, law, day }) =>
      !isFormAllowed(formOn(matter, law, day, data.channel), data.form, matter.procedure.id),
  ),
  'publication/summary-incomplete': on(
    'publication.published',
    ({ data }, { matter, law, day }) =>
      data.form !== 'document' && lacks(data.fields, fieldsOn(matter, law, day, data.channel)),
  ),
  'publication/text-differs': on('publication.published', ({ data }, { matter }) => {
    const served = lastOf(matter, 'decision.made')?.data.draft;
    return data.form !== 'summary' && served !== undefined && data.draft !== served;
  }),
  'publication/unit-missing': on(
    'publication.published',
    ({ data }, { law, day }) => law.value('publish.unitRequired', day) && !data.unit,
  ),
  'publication/overturned': ({ matter }) => isOverturned(matter),
  'publication/not-publishable': on(
    'publication.published',
    ({ data }, attempt) => data.channel === 'GSXT' && isKeptOffPenaltySystem(attempt),
  ),
  'publication/ground-not-lawful': on(
    'publication.withheld',
    ({ data }, { law, day }) =>
      ![
        ...law.value('publish.withheld.absolute', day),
        ...law.value('publish.withheld.thirdParty', day),
      ].includes(data.ground),
  ),
  'publication/reason-missing': on('publication.withdrawn', ({ data }) => !data.reason?.trim()),
  'correction/not-told': on('correction.answered', ({ data }) => data.told !== true),
  'correction/wrong-authority': on(
    'correction.answered',
    ({ data }, { matter }) =>
      data.outcome === 'corrected' && lastOf(matter, 'correction.requested')?.data.own === false,
  ),
} as const satisfies Gates;
