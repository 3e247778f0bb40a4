/** Pages with a sentence: which bureau, nothing here, cannot be shown now. */
import { BarePage, Page } from '../parts/page.tsx';
import { SITE } from '../portal.texts.ts';
import type { PublishedBureau } from '../published.views.ts';
import type { Site } from '../site.ts';
import { HOME } from './home.texts.ts';

export function BureausPage({
  style,
  bureaus,
}: {
  readonly style: string;
  readonly bureaus: readonly PublishedBureau[];
}) {
  return (
    <BarePage style={style} title={SITE.system}>
      <div className="frame reading">
        <h1>{HOME.bureaus}</h1>
        <ul className="plain">
          {bureaus.map(({ id, name }) => (
            <li key={id}>
              <a href={`/${id}`}>{name}</a>
            </li>
          ))}
        </ul>
      </div>
    </BarePage>
  );
}

/** A page that says only what is the matter, in the frame of the bureau where there is one. */
export function MessagePage({
  site,
  style,
  message: [title, words],
}: {
  readonly site: Site | null;
  readonly style: string;
  readonly message: readonly [title: string, words: string];
}) {
  const content = (
    <div className="frame reading">
      <h1>{title}</h1>
      <p>{words}</p>
      <p className="quick">
        <a href={site ? site.links.home() : '/'}>{SITE.home}</a>
        {site && <a href={site.links.check()}>{SITE.check}</a>}
      </p>
    </div>
  );
  return site ? (
    <Page site={site} title={title} unlisted>
      {content}
    </Page>
  ) : (
    <BarePage style={style} title={title}>
      {content}
    </BarePage>
  );
}
