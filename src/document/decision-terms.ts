/** What the law puts into a decision's own sentences: times and where they are laid down. Pure. */
import type { PlainDate } from '../calendar/plain-date.ts';
import { citeInFull, titlesOf } from '../rule/cite.ts';
import type { Law } from '../rule/law.ts';
import type { Pack } from '../rule/pack.ts';

export interface DecisionTerms {
  /** Days to pay, from receipt. */
  readonly payment: number;
  /** Percent of the fine added each day that it is not paid, and where that is said; null where nothing is added. */
  readonly surcharge: { readonly percent: number; readonly basis: string } | null;
  /** Where it is laid down that a penalty may be imposed on the spot, `《…》第…条`. */
  readonly onTheSpot: string;
  /** Days to ask the government for reconsideration. */
  readonly reconsideration: number;
  /** Months to go to court. */
  readonly court: number;
  /** The instrument decisions are published under, `《…》`. */
  readonly publicity: string;
}

/** The terms in force on a day under `law`, cited by the titles of `pack`. */
export function decisionTerms(
  law: Law,
  pack: Pick<Pack, 'instruments'>,
  on: PlainDate,
): DecisionTerms {
  const titles = titlesOf(pack);
  const basisOf = (
    key: 'fine.surcharge' | 'publish.gsxt.fields' | 'summary.limit.organisation',
  ): string => law.resolution(key, on).chosen?.rule.basis[0] ?? '';
  const percent = law.value('fine.surcharge', on);
  const [publicity = ''] = basisOf('publish.gsxt.fields').split(' ');
  return {
    payment: law.value('payment.limit', on),
    surcharge:
      percent === undefined
        ? null
        : { percent, basis: citeInFull(basisOf('fine.surcharge'), titles) },
    onTheSpot: citeInFull(basisOf('summary.limit.organisation'), titles),
    reconsideration: law.value('reconsideration.limit', on),
    court: law.value('court.limit', on),
    publicity: citeInFull(publicity, titles),
  };
}
