/**
 * Whether a decision says to the public what its values say: a review fixes the values, and the public reads the text, which
 * the program makes of them (行政处罚法 art. 58, 48). Pure.
 */
import type { RecordedAct } from '../act/act.ts';
import { moment } from '../calendar/moment.ts';
import type { PlainDate } from '../calendar/plain-date.ts';
import { decisionText, hasText, paragraphLines } from '../document/decision-text.ts';
import { type DecisionTerms, decisionTerms } from '../document/decision-terms.ts';
import type { DocumentTemplate } from '../document/document.ts';
import { isObject, readLine } from '../document/values.ts';
import type { LawByHash } from '../matter/matter.projection.ts';
import type { Finding } from './compare.ts';

/** The setting of one bureau; `lawByHash` knows the rules its matters began under. */
export function textSetting(
  templates: TextSetting['templates'],
  lawByHash: LawByHash,
): TextSetting {
  return {
    templates,
    termsOf(hash, day) {
      const { law, pack } = lawByHash(hash);
      return decisionTerms(law, pack, day);
    },
  };
}

export interface TextSetting {
  /** The templates of this program, by their code. */
  readonly templates: ReadonlyMap<string, DocumentTemplate>;
  /** What the law put into a decision of that day, under the rules with that hash. */
  readonly termsOf: (pack: string, day: PlainDate) => DecisionTerms;
}

/** The first line of a recorded decision that its values do not make; null where there is none, or no text was made. */
export function textFinding(act: RecordedAct, setting: TextSetting): Finding | null {
  if (act.type !== 'decision.made' || act.pack === null) return null;
  const { text, authority, number, documents } = act.data;
  const document: unknown = Array.isArray(documents) ? documents[0] : null;
  if (!isObject(document) || !isObject(document['values'])) return null;
  const kind = setting.templates.get(readLine(document['code']));
  if (!kind || !hasText(kind)) return null;
  const { day } = moment(act.happened);
  const expected = paragraphLines(
    decisionText(kind, document['values'], {
      bureauName: readLine(authority),
      number: typeof number === 'string' ? number : null,
      date: day,
      terms: setting.termsOf(act.pack, day),
    }),
  );
  const found = linesOf(text);
  const at = Array.from({ length: Math.max(expected.length, found.length) }).findIndex(
    (_line, index) => expected[index] !== found[index],
  );
  return at < 0
    ? null
    : {
        code: 'text-differs',
        table: 'acts.act',
        key: { stream_id: act.stream.id, seq: `${act.seq}`, paragraph: `${at + 1}` },
        column: 'opened',
        expected: expected[at] ?? null,
        found: found[at] ?? null,
      };
}

/** The paragraphs of a recorded text, without their segments. */
function linesOf(text: unknown): string[] {
  if (!Array.isArray(text)) return [];
  return text.map((segments: unknown) =>
    Array.isArray(segments)
      ? segments.map((one: unknown) => (isObject(one) ? readLine(one['text']) : '')).join('')
      : '',
  );
}
