/** What the papers of an act decide or say, in a line or two for the stream: the answers that are its substance. Pure. */
import { type DocumentTemplate, fieldsOf } from '../document/document.ts';
import { printValue } from '../document/print-value.ts';

/** Fields that tell what came of it, by the code of the paper; a paper that only accompanies the act has none. */
const SUBSTANCE: Readonly<Record<string, readonly string[]>> = {
  'case-source': ['source-kind'],
  'case-opening': ['conclusion', 'decline-ground'],
  'case-closing': ['ground'],
  'compulsion-decision': ['measure', 'days'],
  'compulsion-extension': ['days'],
  'delivery-receipt': ['method'],
  'discussion-record': ['conclusion'],
  'disposition-approval': ['outcome', 'penalties'],
  'investigation-report': ['outcome', 'penalties'],
  'matter-approval': ['item'],
  'penalty-decision': ['penalties'],
  'penalty-notice': ['penalties'],
  'preservation-release': ['measure'],
  'property-disposal': ['manner'],
  'publication-review': ['result', 'withhold-ground'],
  'rectification-order': ['deadline'],
  'review-form': ['review-kind', 'round', 'opinion'],
  'statement-record': ['content'],
  'summary-decision': ['penalties'],
};

/** Characters after which a text of a card goes on in the paper itself. */
const LONGEST = 80;

/** The substance of one paper as `label：answer`; empty for a paper without any. */
export function paperGist(
  { code, values }: { readonly code: string; readonly values: Readonly<Record<string, unknown>> },
  template: DocumentTemplate | undefined,
): string[] {
  const wanted = SUBSTANCE[code];
  if (!template || !wanted) return [];
  return fieldsOf(template)
    .filter(({ name }) => wanted.includes(name))
    .flatMap((field) => {
      const words = shortened(plainAmounts(printValue(field, values[field.name]).text));
      return words === '' ? [] : [`${field.label}：${words}`];
    });
}

/** Amounts are written out in capitals on paper only. */
function plainAmounts(text: string): string {
  return text.replaceAll(/（大写：[^（）]*）/g, '');
}

function shortened(text: string): string {
  const signs = [...text];
  return signs.length > LONGEST ? `${signs.slice(0, LONGEST).join('')}…` : text;
}
