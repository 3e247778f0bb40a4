/**
 * What a penalty on the spot says (form 44), in the words its form prints: hashed and published paragraph by paragraph like
 * any decision. Contents: 行政处罚法 art. 52, 程序规定 art. 66 to 70. Pure.
 */
import { bodies, body, choiceLabel, type Line, listed } from './decision-lines.ts';
import type { DecisionTerms } from './decision-terms.ts';
import { type DocumentKind, fieldsOf, type Values } from './document.ts';
import { penaltyWords, readPenalties } from './penalty.ts';
import { printValue } from './print-value.ts';
import { readOfficers } from './values.ts';
import { chineseNumeral } from './wording.ts';

/** How a fine is paid later; the form then says by when. */
const LATER: readonly unknown[] = ['bank', 'electronic'];

/** Of the ticked boxes of the form, the text has the chosen ones. */
export function summaryDecision(
  kind: DocumentKind,
  values: Values,
  { payment, surcharge, onTheSpot, reconsideration }: DecisionTerms,
): Line[] {
  const print = (name: string): string => {
    const field = fieldsOf(kind).find((one) => one.name === name);
    return field ? printValue(field, values[name]).text : '';
  };
  const bank = print('payment-bank');
  const handlers = readOfficers(values['handlers']).map(
    ({ name, certificate }) => `${name}${certificate === '' ? '' : `（执法证号：${certificate}）`}`,
  );
  const late =
    surcharge === null
      ? ''
      : `到期不缴纳的，依据${surcharge.basis}的规定，每日按罚款数额的百分之${chineseNumeral(surcharge.percent)}加处罚款，加处罚款的数额不超出罚款的数额。`;
  return [
    body(
      `${print('occurred-at')}，在${print('occurred-place')}，本局执法人员发现你（单位）有下列违法行为：`,
    ),
    ...bodies(values['facts']),
    body(`上述事实有以下证据证明：${print('evidence')}`),
    body(`上述行为违反了${print('violated')}的规定。${print('told')}${print('statement')}`),
    body(`依据${print('basis')}、${onTheSpot}的规定，决定对你（单位）当场作出如下行政处罚：`),
    ...listed(
      readPenalties(values['penalties']).map(penaltyWords),
      (number) => `（${chineseNumeral(number)}）`,
    ),
    body(`罚款的缴纳方式：${choiceLabel(kind, values, 'payment')}`),
    ...(LATER.includes(values['payment'])
      ? [
          body(
            `请自收到本决定书之日起${chineseNumeral(payment)}日内缴纳罚款${bank === '' ? '' : `，缴款银行与账号：${bank}`}。${late}`,
          ),
        ]
      : []),
    ...(print('on-spot-ground') === ''
      ? []
      : [
          body(
            `当场收缴的理由：${choiceLabel(kind, values, 'on-spot-ground')}。当场收缴罚款的，向当事人出具财政部门统一制发的专用票据。`,
          ),
        ]),
    body(
      `救济途径（先复议后诉讼）：如不服本决定，应当自收到本决定书之日起${chineseNumeral(reconsideration)}日内先向${print('reconsideration-body')}申请行政复议；对行政复议决定不服的，可以自收到行政复议决定书之日起十五日内依法向${print('court')}提起行政诉讼。`,
    ),
    body(`处罚时间：${print('made-at')}　　处罚地点：${print('place')}`),
    body(`执法人员：${handlers.join('　')}`),
    ...bodies(values['refusal']),
  ];
}
