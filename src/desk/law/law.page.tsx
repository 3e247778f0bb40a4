/** The law as this bureau has it: every rule on a day, and for each where it comes from and what it beat. */
import { useState } from 'react';
import type { SettledRuleView } from '../../rule/law.api.ts';
import { serverNow } from '../api/server-clock.ts';
import { address } from '../api/client.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useKeys } from '../keys/use-keys.ts';
import { TextField } from '../offices/field.tsx';
import '../offices/offices.css';
import { CopyButton } from '../parts/copy-button.tsx';
import { Empty } from '../parts/empty.tsx';
import { ExportLink } from '../parts/export-link.tsx';
import { Filters } from '../parts/filters.tsx';
import { KeyCap } from '../parts/key-cap.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { PARTS_TEXTS } from '../parts/parts.texts.ts';
import { useFilter } from '../parts/use-filter.ts';
import { dayOf, dayWords } from '../words/dates.ts';
import './law.css';
import { keyWords } from '../../rule/law.texts.ts';
import { LAW_TEXTS as T } from './law.texts.ts';
import { Resolver } from './resolver.tsx';
import { isLocal, isRuleShown } from './rules.ts';
import { valueWords } from './value-words.ts';

export function Page() {
  const filter = useFilter(['text', 'show', 'on']);
  const today = dayOf(serverNow());
  const on = /^\d{4}-\d{2}-\d{2}$/.test(filter.values.on) ? filter.values.on : today;
  const law = useAnswer('Law', '/law', { on });
  return (
    <div className="page">
      <Loaded of={law} lines={12}>
        {({ rules, bureau, adopted, pack }) => (
          <>
            <PageHead
              title={T.rules}
              subtitle={
                <>
                  {T.subtitle(bureau, dayWords(adopted, ''), dayWords(on, today))}
                  <small className="law-pack">
                    {T.pack(pack.slice(0, 12))}{' '}
                    <CopyButton plain label={T.copyPack} text={() => pack} />
                  </small>
                </>
              }
              actions={
                <TextField
                  label={T.on}
                  type="date"
                  value={on}
                  onChange={(value) => filter.set('on', value === today ? '' : value)}
                />
              }
            />
            <Filters
              filter={filter}
              fields={[
                { name: 'text', label: T.text },
                {
                  name: 'show',
                  label: T.show,
                  choices: Object.entries(T.shows).map(([value, label]) => ({ value, label })),
                },
              ]}
            />
            <p className="law-export">
              <ExportLink to={address('/law', { on, format: 'xlsx' })}>
                {PARTS_TEXTS.export}
              </ExportLink>
            </p>
            <Rules rules={rules.filter((rule) => isRuleShown(rule, filter.values))} />
          </>
        )}
      </Loaded>
    </div>
  );
}

function Rules({ rules }: { readonly rules: readonly SettledRuleView[] }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const at = rules.findIndex(({ key }) => key === chosen);
  const move = (step: number): void => {
    const next = rules[Math.max(0, Math.min(rules.length - 1, at === -1 ? 0 : at + step))];
    if (!next) return;
    setChosen(next.key);
    document.getElementById(`law-${next.key}`)?.scrollIntoView({ block: 'nearest' });
  };
  useKeys({
    J: () => move(1),
    K: () => move(-1),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Escape: () => setChosen(null),
  });
  if (rules.length === 0) return <Empty>{T.noneFound}</Empty>;
  return (
    <div className="law-columns">
      <div className="law-rules">
        <table aria-label={T.rules}>
          <thead>
            <tr>
              <th scope="col">{T.columns.key}</th>
              <th scope="col">{T.columns.value}</th>
              <th scope="col">{T.columns.basis}</th>
            </tr>
          </thead>
          <tbody>
            {rules.map((rule) => (
              <tr key={rule.key} id={`law-${rule.key}`} data-chosen={rule.key === chosen}>
                <th scope="row">
                  <button
                    type="button"
                    aria-expanded={rule.key === chosen}
                    onClick={() => setChosen(rule.key)}
                  >
                    {keyWords(rule.key)}
                  </button>
                </th>
                <td>
                  <Value rule={rule} />
                </td>
                <td>{rule.chosen?.basis.join('；') ?? ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="note">
          <KeyCap>J</KeyCap> <KeyCap>K</KeyCap> {T.resolver}
        </p>
      </div>
      <Resolver rule={rules[at] ?? null} />
    </div>
  );
}

/** The bureau's own in bold with 本局, what is inherited in grey. */
function Value({ rule }: { readonly rule: SettledRuleView }) {
  if (rule.chosen === null) return <span className="law-inherited">{T.noRule}</span>;
  const words = valueWords(rule.key, rule.chosen.value);
  return isLocal(rule) ? (
    <>
      <strong>{words}</strong> <small>{T.local}</small>
    </>
  ) : (
    <span className="law-inherited">{words}</span>
  );
}
