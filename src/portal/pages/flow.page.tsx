/** A procedure: its steps drawn, how to read them, and all of it again in words. */
import type { Flow } from '../flow.ts';
import { citeTogether } from '../../rule/cite.ts';
import { Section } from '../parts/basics.tsx';
import { Page } from '../parts/page.tsx';
import { StepChart } from '../parts/step-chart.tsx';
import type { Site } from '../site.ts';
import { dateText } from '../words.ts';
import { FLOW, lengthWords, limitWords } from './flow.texts.ts';

export interface FlowView {
  readonly flow: Flow;
  readonly today: string;
  /** Hash of the rule pack, shortened. */
  readonly rules: string;
  readonly others: readonly { readonly id: string; readonly title: string }[];
}

export function FlowPage({ site, view }: { readonly site: Site; readonly view: FlowView }) {
  const { flow, others } = view;
  return (
    <Page
      site={site}
      title={flow.title}
      crumbs={[
        { to: site.links.about('rights'), name: FLOW.section },
        { to: site.links.procedure(flow.id), name: flow.title },
      ]}
    >
      <div className="frame flow">
        <h1>{flow.title}</h1>
        <p>{FLOW.words}</p>
        <p className="note">
          {FLOW.version(dateText(view.today))}{' '}
          <span className="hash">{FLOW.versionHash(view.rules)}</span>
        </p>
        <div className="columns">
          <StepChart flow={flow} />
          <aside>
            <Section title={FLOW.how} className="legend">
              <ul className="plain">
                <li>
                  <Sign gate={false} />
                  {FLOW.step}
                </li>
                <li>
                  <Sign gate />
                  {FLOW.gate}
                </li>
                <li>
                  <b className="bronze">{sampleLimit(flow)}</b>
                  {FLOW.limit}
                </li>
              </ul>
            </Section>
            <Section title={FLOW.days}>
              <p>{FLOW.daysWords}</p>
            </Section>
            <Section title={FLOW.field}>
              <p>{FLOW.fieldWords(flow.officers)}</p>
            </Section>
            <Section title={FLOW.others}>
              <ul className="plain">
                {others.map(({ id, title }) => (
                  <li key={id}>
                    <a href={site.links.procedure(id)}>{title}</a>
                  </li>
                ))}
              </ul>
            </Section>
          </aside>
        </div>
        <Section title={FLOW.table} className="steps">
          <table>
            <thead>
              <tr>
                {FLOW.columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {flow.stages.map((stage) => (
                <tr key={stage.id}>
                  <td className="order">{stage.number}</td>
                  <th scope="row">{stage.title}</th>
                  <td>
                    {stage.limits.length === 0 ? (
                      FLOW.noLimit
                    ) : (
                      <ul className="plain">
                        {stage.limits.map((limit) => (
                          <li key={`${limit.name} ${limit.from}`}>{limitWords(limit)}</li>
                        ))}
                      </ul>
                    )}
                  </td>
                  <td>
                    {stage.field && `${FLOW.fieldShort(flow.officers)}${FLOW.stop}`}
                    {stage.gate && `${FLOW.gateShort}${FLOW.stop}`}
                    {stage.acts.join(FLOW.comma)}
                    {stage.acts.length > 0 && FLOW.stop}
                    {stage.who.length > 0 && FLOW.does}
                    {FLOW.who(stage.who)}
                    {stage.who.length > 0 && FLOW.stop}
                  </td>
                  <td className="basis">{citeTogether(stage.basis)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {flow.anytime.length > 0 && (
            <>
              <h3>{FLOW.anytime}</h3>
              <p>{[...new Set(flow.anytime.map(({ term }) => term))].join(FLOW.comma)}</p>
            </>
          )}
        </Section>
      </div>
    </Page>
  );
}

/** The first limit of the chart, as a sample of how limits look there. */
function sampleLimit({ stages }: Flow): string {
  const [limit] = stages.flatMap(({ limits }) => limits.filter(({ length }) => length !== null));
  return limit ? lengthWords(limit) : '';
}

function Sign({ gate }: { readonly gate: boolean }) {
  return (
    <svg className="sign" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
      {gate ? (
        <path className="gate" d="M12 1L23 12L12 23L1 12z" />
      ) : (
        <circle className="node" cx="12" cy="12" r="10" />
      )}
    </svg>
  );
}
