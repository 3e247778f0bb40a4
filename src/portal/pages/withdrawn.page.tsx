/** What stands where a decision was published: that it is gone, since when, why and on which basis. Nothing of its text. */
import { Day, Given, Numbered, State } from '../parts/basics.tsx';
import { Page } from '../parts/page.tsx';
import type { EntryVersion } from '../published.views.ts';
import type { Site } from '../site.ts';
import { DECISION } from './decision.texts.ts';

export interface WithdrawnView {
  readonly number: string;
  readonly version: EntryVersion & { readonly withdrawnOn: string };
  /** Whether a later version stands at the entry's address. */
  readonly replacedBy: string | null;
}

export function WithdrawnPage({
  site,
  view: { number, version, replacedBy },
}: {
  readonly site: Site;
  readonly view: WithdrawnView;
}) {
  return (
    <Page
      site={site}
      title={DECISION.withdrawnTitle}
      unlisted
      crumbs={[{ to: site.links.list(), name: DECISION.penalties }]}
    >
      <div className="frame reading">
        <p className="lead">
          <Numbered>{number}</Numbered>
          <State of="withdrawn" />
        </p>
        <h1>{DECISION.withdrawnTitle}</h1>
        <p role="status">{DECISION.withdrawnWords}</p>
        <table className="facts">
          <tbody>
            <tr>
              <th scope="row">{DECISION.number}</th>
              <td>
                <Numbered>{number}</Numbered>
              </td>
            </tr>
            <tr>
              <th scope="row">{DECISION.firstPublished}</th>
              <td>
                <Day of={version.publishedOn} />
              </td>
            </tr>
            <tr>
              <th scope="row">{DECISION.withdrawnDate}</th>
              <td>
                <Day of={version.withdrawnOn} />
              </td>
            </tr>
            <tr>
              <th scope="row">{DECISION.withdrawnReason}</th>
              <td>
                <Given>{version.reason ?? ''}</Given>
              </td>
            </tr>
            <tr>
              <th scope="row">{DECISION.withdrawnBasis}</th>
              <td>{version.basis}</td>
            </tr>
          </tbody>
        </table>
        {replacedBy === null ? (
          <p className="note">{DECISION.again}</p>
        ) : (
          <p>
            <a href={replacedBy}>{DECISION.current}</a>
          </p>
        )}
      </div>
    </Page>
  );
}
