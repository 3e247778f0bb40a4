/** A request that has been answered, to be read: what was asked, who approved or refused it and when, with its papers. */
import { Link } from 'react-router';
import type { ActView, MatterView } from '../../matter/matter.api.ts';
import { serverNow } from '../api/server-clock.ts';
import { ActCard } from '../matter/act-card.tsx';
import { dayOf, momentWords } from '../words/dates.ts';
import type { Settled } from './settled.ts';
import { SETTLED_TEXTS as T } from './settled.texts.ts';
import '../matter/matter.css';
import '../matter/act-stream.css';
import '../exhibits/exhibits.css';

export interface SettledRequestProps {
  readonly matter: MatterView;
  readonly settled: Settled;
  /** What the act that was asked for is called. */
  readonly term: string;
}

export function SettledRequest({ matter, settled, term }: SettledRequestProps) {
  const { asked, answer, answers, outcome } = settled;
  const when = momentWords(answer.happened, dayOf(serverNow()));
  return (
    <>
      <header className="forms-head">
        <h1>{T.title(term)}</h1>
        <p>
          <Link to={`/matters/${matter.id}`}>{matter.party.name}</Link>
          <span>{matter.subject}</span>
        </p>
        <p role="status">
          <strong>{T[outcome](answer.recorder?.name ?? '', when)}</strong>
        </p>
      </header>
      <section className="forms-settled" aria-labelledby="forms-settled-asked">
        <h2 id="forms-settled-asked">{T.asked}</h2>
        <Card act={asked} matter={matter} />
        <h2>{T.answered}</h2>
        {answers.map((act) => (
          <Card key={act.seq} act={act} matter={matter} />
        ))}
      </section>
    </>
  );
}

function Card({ act, matter }: { readonly act: ActView; readonly matter: MatterView }) {
  const terms = new Map(matter.acts.map(({ seq, term }) => [seq, term]));
  return (
    <>
      {/* What it refers to stands above it, or in the stream the link leads to. */}
      <ActCard act={{ ...act, of: null }} matter={matter} terms={terms} isStep followers={[]} />
      <p>
        <Link to={`/matters/${matter.id}#act-${act.seq}`}>{T.inFile(act.seq)}</Link>
      </p>
    </>
  );
}
