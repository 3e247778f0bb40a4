/** How the portal works: search, states, rates, rules in force, rights, checking a proof, data. */
import { State, Section } from '../parts/basics.tsx';
import { Page } from '../parts/page.tsx';
import { REQUEST_TERMS } from '../portal.texts.ts';
import type { Site } from '../site.ts';
import { SLOT_STATES } from '../slot.ts';
import type { Right } from '../law-in-force.ts';
import { ABOUT } from './about.texts.ts';

/** A publication limit in force: the rule chosen, and those it beat. */
export interface LimitView {
  readonly kind: keyof typeof ABOUT.kinds;
  readonly days: number;
  readonly sources: readonly string[];
  readonly reason: string;
  readonly beaten: readonly { readonly source: string; readonly days: number }[];
}

export interface AboutView {
  readonly limits: readonly LimitView[];
  /** Working days for taking a bad decision down. */
  readonly withdrawal: number;
  readonly rights: readonly Right[];
}

export function AboutPage({ site, view }: { readonly site: Site; readonly view: AboutView }) {
  const { links, bureau } = site;
  return (
    <Page site={site} title={ABOUT.title} crumbs={[{ to: links.about(), name: ABOUT.title }]}>
      <div className="frame reading about">
        <h1>{ABOUT.title}</h1>
        <Words id="search" title={ABOUT.search} words={ABOUT.searchWords} />
        <Section id="states" title={ABOUT.states}>
          <dl className="states">
            {SLOT_STATES.map((state) => (
              <div key={state}>
                <dt>
                  <State of={state} />
                </dt>
                <dd>{ABOUT.stateWords[state]}</dd>
              </div>
            ))}
          </dl>
        </Section>
        <Words id="rate" title={ABOUT.rate} words={ABOUT.rateWords} />
        <Rules view={view} />
        <Section id="rights" title={ABOUT.rights}>
          <p>{ABOUT.rightsWords}</p>
          <ol className="numbered">
            {view.rights.map(({ title, words, basis }) => (
              <li key={title}>
                <b>{title}</b>
                <p>{words}</p>
                <p className="note">{basis}</p>
              </li>
            ))}
          </ol>
        </Section>
        <Section id="verify" title={ABOUT.verify}>
          <ol className="numbered">
            {ABOUT.verifySteps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          <pre>
            <code>{ABOUT.verifyCommand}</code>
          </pre>
          <p>
            <a href={`/log/${bureau.id}/vkeys`}>{ABOUT.verifyKeys}</a>
          </p>
        </Section>
        <Section id="data" title={ABOUT.data}>
          <p>{ABOUT.dataWords}</p>
          <ul className="plain">
            <li>
              <a href={links.data()}>{ABOUT.dataLinks.json}</a>
            </li>
            <li>
              <a href={links.feed()}>{ABOUT.dataLinks.feed}</a>
            </li>
          </ul>
        </Section>
        <Words id="access" title={ABOUT.access} words={ABOUT.accessWords} />
        <Section id="supervision" title={ABOUT.supervision}>
          <p>{ABOUT.supervisionWords(bureau)}</p>
          <p>
            {ABOUT.disclosure}
            <a href={links.request('disclosure')}>{REQUEST_TERMS.disclosure}</a>
          </p>
        </Section>
      </div>
    </Page>
  );
}

function Words({
  id,
  title,
  words,
}: {
  readonly id: string;
  readonly title: string;
  readonly words: readonly string[];
}) {
  return (
    <Section id={id} title={title}>
      {words.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </Section>
  );
}

function Rules({ view: { limits, withdrawal } }: { readonly view: AboutView }) {
  return (
    <Section id="rules" title={ABOUT.rules}>
      <p>{ABOUT.rulesWords}</p>
      <table className="grid">
        <thead>
          <tr>
            {ABOUT.rulesColumns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {limits.map(({ kind, days, sources, reason, beaten }) => (
            <tr key={kind}>
              <th scope="row">{ABOUT.kinds[kind]}</th>
              <td className="limit">{ABOUT.days(days)}</td>
              <td>
                {sources.join('；')}
                <span className="note">{reason}</span>
              </td>
              <td>
                {beaten.length === 0
                  ? ABOUT.none
                  : beaten.map(({ source, days: other }) => ABOUT.beaten(source, other)).join('；')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{ABOUT.withdraw(withdrawal)}</p>
    </Section>
  );
}
