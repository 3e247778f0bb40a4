/** One published decision: summary first, the served text second, the proof beside it. */
import type { ReactNode } from 'react';
import type { ExplainedDay } from '../explained-day.ts';
import type { Remedies } from '../law-in-force.ts';
import { Day, Given, Numbered, Section, State } from '../parts/basics.tsx';
import { ExplainedDate } from '../parts/explained-date.tsx';
import { Page } from '../parts/page.tsx';
import { ServedText, Withheld } from '../parts/served-text.tsx';
import { CHANNEL_TERMS, FIELD_TERMS, STATE_TERMS } from '../portal.texts.ts';
import { currentVersion, type EntryVersion, type PublishedEntry } from '../published.views.ts';
import type { Site } from '../site.ts';
import type { SlotState } from '../slot.ts';
import { withCommas } from '../words.ts';
import { DECISION } from './decision.texts.ts';

export interface DecisionView {
  readonly entry: PublishedEntry;
  readonly state: SlotState;
  readonly versions: readonly EntryVersion[];
  readonly remedies: Remedies;
  /** Working days from the decision to its publication; null where the calendar does not reach. */
  readonly publishedAfter: number | null;
  readonly due: {
    readonly explained: ExplainedDay | null;
    readonly limit: number;
    readonly basis: readonly string[];
  } | null;
}

export function DecisionPage({ site, view }: { readonly site: Site; readonly view: DecisionView }) {
  const { links } = site;
  const { entry, state, versions } = view;
  const year = entry.decidedOn.slice(0, 4);
  const latest = currentVersion(versions)?.version ?? entry.version;
  return (
    <Page
      site={site}
      title={entry.title}
      unlisted={entry.version !== latest}
      crumbs={[
        { to: links.list(), name: DECISION.penalties },
        { to: links.list({ year }), name: `${year}年` },
      ]}
    >
      <div className="frame decision">
        <p className="lead">
          <Numbered>{entry.number}</Numbered>
          <State of={state} />
        </p>
        <h1>
          <Given>{entry.title}</Given>
        </h1>
        {entry.version !== latest && (
          <p className="old" role="status">
            {DECISION.old(entry.version)}
            <a href={links.entry(entry.id)}>{DECISION.current}</a>
          </p>
        )}
        <div className="columns">
          <div className="text">
            <p className="tools">
              {entry.proof && (
                <a href={links.proof(entry.id, entry.version)}>{DECISION.proofLink}</a>
              )}
              <a href={links.request('correction', { entry: entry.id, field: 'text' })}>
                {DECISION.correctText}
              </a>
              <a href={links.request('objection', { entry: entry.id })}>{DECISION.objection}</a>
              {entry.version === latest && <a href={links.entryData(entry.id)}>{DECISION.data}</a>}
              <span className="note">{DECISION.print}</span>
            </p>
            <Summary site={site} view={view} />
            {entry.body.length === 0 ? (
              <p className="note">{DECISION.onlySummary}</p>
            ) : (
              <>
                <p className="note before-sheet">
                  {DECISION.serverIdentical(entry.withheld.length)}
                </p>
                <ServedText entry={entry} />
              </>
            )}
            {entry.withheld.length > 0 && <Withheld notes={entry.withheld} />}
          </div>
          <aside>
            <Proof site={site} entry={entry} latest={latest} />
            <RemediesAgainst site={site} remedies={view.remedies} />
            <Section title={DECISION.mistake}>
              <p>{DECISION.mistakeWords}</p>
            </Section>
            <Changes site={site} view={view} />
          </aside>
        </div>
      </div>
    </Page>
  );
}

function Summary({ site, view }: { readonly site: Site; readonly view: DecisionView }) {
  const { entry, publishedAfter, due, state } = view;
  return (
    <Section title={DECISION.summary} className="summary">
      <table>
        <tbody>
          {entry.summary.map(({ field, value }) => (
            <Line key={field} site={site} entry={entry.id} field={field}>
              {field === 'date' ? (
                <Day of={value} />
              ) : field === 'penalty' || field === 'conclusion' ? (
                <b>
                  <Given>{withCommas(value)}</Given>
                </b>
              ) : field === 'number' || field === 'code' ? (
                <Numbered>{value}</Numbered>
              ) : (
                <Given>{value}</Given>
              )}
            </Line>
          ))}
          {!entry.summary.some(({ field }) => field === 'date') && (
            <Line site={site} entry={entry.id} field="date">
              <Day of={entry.decidedOn} />
            </Line>
          )}
          {entry.unit !== null && (
            <Line site={site} entry={entry.id} field="unit">
              <Given>{entry.unit}</Given>
            </Line>
          )}
          <Line site={site} entry={entry.id} field="published" name={DECISION.published}>
            <Day of={entry.publishedOn} />
            {publishedAfter !== null && publishedAfter > 0 && DECISION.nth(publishedAfter)}
            {state === 'late' && `（${STATE_TERMS.late}）`}
          </Line>
          {entry.dueOn !== null && (
            <Line site={site} entry={entry.id} field="due" name={DECISION.due}>
              {due ? <ExplainedDate due={entry.dueOn} {...due} /> : <Day of={entry.dueOn} />}
            </Line>
          )}
          <Line site={site} entry={entry.id} field="channel" name={DECISION.channel}>
            {CHANNEL_TERMS[entry.channel] ?? entry.channel}
            {`，${DECISION.versionOf(entry.version)}`}
          </Line>
        </tbody>
      </table>
      {entry.partyKind === 'natural' && <p className="note">{DECISION.masked}</p>}
    </Section>
  );
}

function Line({
  site,
  entry,
  field,
  name = FIELD_TERMS[field] ?? field,
  children,
}: {
  readonly site: Site;
  readonly entry: string;
  readonly field: string;
  readonly name?: string;
  readonly children: ReactNode;
}) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{children}</td>
      <td className="correct">
        <a
          href={site.links.request('correction', { entry, field })}
          aria-label={DECISION.correctField(name)}
        >
          {DECISION.correct}
        </a>
      </td>
    </tr>
  );
}

function Proof({
  site,
  entry,
  latest,
}: {
  readonly site: Site;
  readonly entry: PublishedEntry;
  readonly latest: number;
}) {
  const { proof } = entry;
  return (
    <section className="proof">
      <h2>{DECISION.verify}</h2>
      <p>
        {entry.body.length === 0
          ? DECISION.verifySummary
          : DECISION.verifyWords(entry.withheld.length)}
      </p>
      {proof ? (
        <>
          <dl>
            <div>
              <dt>{DECISION.fingerprint}</dt>
              <dd className="hash">
                {proof.commitment.match(/.{1,32}/g)?.map((line) => (
                  <span key={line}>{line}</span>
                ))}
              </dd>
            </div>
            <div>
              <dt>{DECISION.entry}</dt>
              <dd>{DECISION.entryNumber(proof.index)}</dd>
            </div>
            <div>
              <dt>{DECISION.size}</dt>
              <dd>{DECISION.sizeNumber(proof.treeSize)}</dd>
            </div>
          </dl>
          <p className="buttons">
            <a className="primary" href={site.links.proof(entry.id, entry.version)}>
              {DECISION.download(proof.bytes)}
            </a>
            <a className="second" href={site.links.about('verify')}>
              {DECISION.offline}
            </a>
          </p>
        </>
      ) : (
        <p className="note">{entry.version === latest ? DECISION.pending : DECISION.unproven}</p>
      )}
    </section>
  );
}

function RemediesAgainst({
  site: { bureau },
  remedies: { reconsideration, court },
}: {
  readonly site: Site;
  readonly remedies: Remedies;
}) {
  return (
    <Section title={DECISION.remedies}>
      <p>{DECISION.reconsideration(reconsideration, bureau.government)}</p>
      <p>{DECISION.court(court, bureau.court)}</p>
    </Section>
  );
}

function Changes({ site, view }: { readonly site: Site; readonly view: DecisionView }) {
  const { entry, versions } = view;
  return (
    <Section title={DECISION.changes}>
      <ul className="changes">
        {versions.map(({ version, publishedOn, withdrawnOn }) => (
          <li key={version}>
            {version === entry.version || withdrawnOn !== null ? (
              DECISION.changePublished(publishedOn, version)
            ) : (
              <a href={site.links.version(entry.id, version)}>
                {DECISION.changePublished(publishedOn, version)}
              </a>
            )}
            {withdrawnOn !== null && `；${DECISION.changeWithdrawn(withdrawnOn)}`}
          </li>
        ))}
      </ul>
    </Section>
  );
}
