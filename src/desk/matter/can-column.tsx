/** Right of the file: what can be done now, and for everything else the rule that says why not. */
import { type Ref, useState } from 'react';
import { Link } from 'react-router';
import type { MatterView, PossibilityView } from '../../matter/matter.api.ts';
import { useSession } from '../account/session.ts';
import { serverNow } from '../api/server-clock.ts';
import { KeyCap } from '../parts/key-cap.tsx';
import { Sign } from '../parts/sign.tsx';
import { dayOf, dayWords } from '../words/dates.ts';
import { roleListWords } from '../../staff/role.texts.ts';
import { actAddress } from './act-address.ts';
import { Approvals } from './approvals.tsx';
import { asksHead, type Barred, type Can } from './can.ts';
import { MATTER_TEXTS } from './matter.texts.ts';

export interface CanColumnProps {
  readonly ref: Ref<HTMLElement>;
  readonly matter: MatterView;
  readonly can: Can;
  readonly letters: ReadonlyMap<string, string>;
  /** Where it is a drawer: whether it is out. */
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Reasons shown before the rest is unfolded. */
const FIRST_REASONS = 5;

export function CanColumn({ ref, matter, can, letters, isOpen, onClose }: CanColumnProps) {
  return (
    <aside
      ref={ref}
      id="matter-can"
      className="matter-can"
      data-open={isOpen}
      aria-label={MATTER_TEXTS.can}
    >
      <button type="button" className="link matter-can-close" onClick={onClose}>
        {MATTER_TEXTS.drawerClose}
      </button>
      <Approvals matter={matter} />
      <CanList matter={matter} can={can} letters={letters} />
      <Barreds barred={can.barred} />
    </aside>
  );
}

function CanList({ matter, can, letters }: Pick<CanColumnProps, 'matter' | 'can' | 'letters'>) {
  const { person } = useSession();
  const [whole, setWhole] = useState(false);
  const { likely, also, again, others } = can;
  const row = (one: PossibilityView) => (
    <li key={one.act}>
      <Link to={actAddress(matter.id, one.act, person)}>
        <span>{one.term}</span>
        {asksHead(one, person.roles) && <small>{MATTER_TEXTS.canAsk}</small>}
        {letters.has(one.act) && <KeyCap>{letters.get(one.act) ?? ''}</KeyCap>}
      </Link>
    </li>
  );
  return (
    <section>
      <h2>{MATTER_TEXTS.can}</h2>
      {likely ? (
        <Link className="matter-likely" to={actAddress(matter.id, likely.act, person)}>
          <span>{likely.term}</span>
          {asksHead(likely, person.roles) && <small>{MATTER_TEXTS.canAsk}</small>}
          <span aria-hidden="true">{letters.get(likely.act)}</span>
        </Link>
      ) : (
        also.length === 0 && <p className="note">{MATTER_TEXTS.canNothing}</p>
      )}
      {also.length > 0 && <ul className="matter-can-list">{also.map(row)}</ul>}
      {again.length > 0 && (
        <>
          <button
            type="button"
            className="link"
            aria-expanded={whole}
            onClick={() => setWhole(!whole)}
          >
            {MATTER_TEXTS.again(again.length)}
          </button>
          {whole && <ul className="matter-can-list">{again.map(row)}</ul>}
        </>
      )}
      {others.length > 0 && (
        <dl className="matter-others">
          <dt>{MATTER_TEXTS.others}</dt>
          {others.map(({ act, term, who }) => (
            <dd key={act}>
              {term}　<small>{roleListWords(who)}</small>
            </dd>
          ))}
        </dl>
      )}
    </section>
  );
}

function Barreds({ barred }: { readonly barred: readonly Barred[] }) {
  const [whole, setWhole] = useState(false);
  if (barred.length === 0) return null;
  const shown = whole ? barred : barred.slice(0, FIRST_REASONS);
  return (
    <section>
      <h2>{MATTER_TEXTS.cannot}</h2>
      <ul className="matter-barred">
        {shown.map((one) => (
          <BarredRow key={one.acts.map(({ act }) => act).join(' ')} barred={one} />
        ))}
      </ul>
      {barred.length > shown.length && (
        <button type="button" className="link" onClick={() => setWhole(true)}>
          {MATTER_TEXTS.cannotMore(barred.length - shown.length)}
        </button>
      )}
    </section>
  );
}

function BarredRow({ barred }: { readonly barred: Barred }) {
  const [copied, setCopied] = useState(false);
  const { acts, refusals, missing, opensOn } = barred;
  const title = acts.map(({ term }) => term).join('、');
  const opens = opensOn === null ? null : MATTER_TEXTS.opens(dayWords(opensOn, dayOf(serverNow())));
  const reasons = refusals.map(({ code, title: words, help, basis }) => ({
    code,
    words: `${words}。`,
    // Which acts come first is said already; the help speaks of one act, and this is about several.
    help: missing.length > 0 ? '' : help,
    basis: basis.slice(0, 2).join('；'),
    allBasis: basis.join('；'),
  }));
  async function copy(): Promise<void> {
    const lines = reasons.map(({ code, words, help, allBasis }) =>
      [words, help, allBasis, code].filter((part) => part !== '').join(' '),
    );
    await navigator.clipboard.writeText([title, ...lines, opens ?? ''].join('\n').trim());
    setCopied(true);
  }
  return (
    <li>
      <p className="matter-barred-title">
        <Sign name="lock" size={14} />
        <strong>{title}</strong>
        <button type="button" className="link" onClick={() => void copy()}>
          {copied ? MATTER_TEXTS.copied : MATTER_TEXTS.copy}
          <span className="unseen">{title}</span>
        </button>
      </p>
      {reasons.map(({ code, words, help, basis, allBasis }) => (
        <div key={code} title={code}>
          <p>{words}</p>
          {help !== '' && <p className="matter-help">{help}</p>}
          <small title={allBasis}>{basis}</small>
        </div>
      ))}
      {opens !== null && <p className="matter-opens">{opens}</p>}
    </li>
  );
}
