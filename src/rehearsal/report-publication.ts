/** Publication as the rehearsal format prints it (§9). */
import { addMonths, type PlainDate } from '../calendar/plain-date.ts';
import { confiscation, NO_PENALTY, penaltyFlags } from '../decision/penalty.ts';
import { type Clock, isAfterDue } from '../matter/clock.ts';
import { actsOf, lastOf, type Matter, theDecision } from '../matter/matter.ts';
import {
  type Channel,
  isPublicationRequired,
  publicationStart,
  requiredChannels,
} from '../publicity/channels.ts';
import { maskedName } from '../publicity/masking.ts';
import { isOverturned, lastWithholding, standing } from '../publicity/publication.ts';
import type { Pack } from '../rule/pack.ts';
import type { Law } from '../rule/law.ts';
import type { Run } from './play.ts';

export function publicationReport(
  run: Run,
  clocks: readonly Clock[],
  pack: Pack,
): Record<string, unknown> {
  const { matter, setting } = run;
  const withholding = lastWithholding(matter, setting.law);
  return {
    required: isPublicationRequired(matter, setting.law),
    withheld: withholding && {
      ground: withholding.withheld.data.ground,
      from: withholding.withheld.at.day,
      until: withholding.consented?.at.day ?? null,
    },
    summary: summaryOf(run, pack),
    channels: requiredChannels(matter, setting.law).map((channel) =>
      channelReport(run, channel, clocks),
    ),
  };
}

function summaryOf({ matter, bureau, setting }: Run, pack: Pack): Record<string, unknown> | null {
  const decision = theDecision(matter);
  if (!decision || !isPublicationRequired(matter, setting.law)) return null;
  const number: unknown = Reflect.get(decision.data, 'number');
  return {
    authority: pack.bureaus.get(bureau)?.name ?? bureau,
    party: maskedName(matter.party),
    category: matter.procedure.publishes,
    date: decision.at.day,
    number: typeof number === 'string' ? number : null,
  };
}

function channelReport(
  run: Run,
  channel: Channel,
  clocks: readonly Clock[],
): Record<string, unknown> {
  const { matter, setting } = run;
  const clock = clocks.find(({ name }) => name === `publication.${channel.channel}`);
  const here = (name: string) => name === channel.channel || channel.alternatives.includes(name);
  const published = actsOf(matter, 'publication.published').find(({ data }) => here(data.channel));
  const withdrawn = actsOf(matter, 'publication.withdrawn').findLast(({ data }) =>
    here(data.channel),
  );
  return {
    channel: channel.channel,
    alternatives: channel.alternatives,
    form: channel.form,
    fields: channel.fields,
    limit: channel.limit,
    due: clock?.dueDay ?? null,
    status: statusOf(run, clock, standing(matter).some(here), withdrawn !== undefined),
    publishedOn: published?.at.day ?? null,
    withdrawnOn: withdrawn?.at.day ?? null,
    until:
      published && channel.channel === 'GSXT' && matter.procedure.id === 'penalty.ordinary'
        ? publishedUntil(matter, published.at.day, setting.law)
        : null,
  };
}

function statusOf(
  { matter, setting, asOf }: Run,
  clock: Clock | undefined,
  stands: boolean,
  wasWithdrawn: boolean,
): string {
  if (!stands && wasWithdrawn) return 'withdrawn';
  if (stands && isOverturned(matter)) return 'to-withdraw';
  if (stands)
    return clock?.ended && isAfterDue(clock, clock.ended.at) ? 'published-late' : 'published';
  if (isOverturned(matter)) return 'overturned';
  const withholding = lastWithholding(matter, setting.law);
  if (withholding && !withholding.consented) return 'withheld';
  if (!publicationStart(matter, setting.law)) return 'not-started';
  if (!clock || clock.dueDay === null) return 'unknown';
  return isAfterDue(clock, asOf) ? 'overdue' : 'due';
}

/** How long the penalty system shows it (公示规定 art. 13); null once those periods no longer apply. */
function publishedUntil(matter: Matter, day: PlainDate, law: Law): PlainDate | null {
  const period = law.value('publish.period.gsxt', day);
  if (!period) return null;
  const penalty = lastOf(matter, 'decision.made')?.data.penalty ?? NO_PENALTY;
  const light =
    (penalty.fine ?? 0) <= law.value('publish.lowFine', day) &&
    confiscation(penalty) === 0 &&
    penaltyFlags(penalty).every((flag) => flag === 'warning' || flag === 'criticism');
  return addMonths(day, light ? period.low : period.other);
}
