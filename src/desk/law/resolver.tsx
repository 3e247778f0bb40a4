/** Where a rule comes from: the one chosen, then those beaten, each with its text, its days and one reason. */
import type { RuleView, SettledRuleView } from '../../rule/law.api.ts';
import { dayWords } from '../words/dates.ts';
import { keyWords } from '../../rule/law.texts.ts';
import { LAW_TEXTS as T } from './law.texts.ts';
import { valueLines, valueWords } from './value-words.ts';

export function Resolver({ rule }: { readonly rule: SettledRuleView | null }) {
  if (rule === null)
    return (
      <aside className="law-resolver" aria-label={T.resolver}>
        <p className="note">{T.chooseOne}</p>
      </aside>
    );
  const { key, chosen, beaten } = rule;
  return (
    <aside className="law-resolver" aria-label={T.resolver} aria-live="polite">
      <h2>{keyWords(key)}</h2>
      <p>{T.summary(beaten.length + (chosen ? 1 : 0))}</p>
      {chosen && <Candidate rulekey={key} rule={chosen} isChosen />}
      {beaten.map((one) => (
        <Candidate key={one.id} rulekey={key} rule={one} isChosen={false} />
      ))}
    </aside>
  );
}

interface CandidateProps {
  readonly rulekey: string;
  readonly rule: RuleView & { readonly reason: string };
  readonly isChosen: boolean;
}

function Candidate({ rulekey, rule, isChosen }: CandidateProps) {
  const { value, basis, from, to, reason, note, source } = rule;
  const words = valueWords(rulekey, value);
  const lines = valueLines(rulekey, value);
  return (
    <article data-chosen={isChosen}>
      <header>
        <b>{isChosen ? T.chosen : T.beaten}</b>
        {isChosen ? <strong>{words}</strong> : <s>{words}</s>}
        <span>
          {to === null
            ? T.since(dayWords(from, ''))
            : T.until(dayWords(from, ''), dayWords(to, ''))}
        </span>
      </header>
      <p>{basis.join('；')}</p>
      <p className="note">{source === 'national' ? T.national : T.local}</p>
      {(lines.length > 1 || lines[0] !== words) && (
        <pre tabIndex={0} role="group" aria-label={words}>
          {lines.join('\n')}
        </pre>
      )}
      {note !== null && <blockquote>{note}</blockquote>}
      <p>
        <b>{isChosen ? T.whyChosen : T.whyBeaten}</b>　{T.reasons[reason] ?? reason}
      </p>
    </article>
  );
}
