/** What must be public beforehand, in versions; what is missing stands there as missing (WD-2.1.2a). */
import { Day, Given } from '../parts/basics.tsx';
import { Page } from '../parts/page.tsx';
import type { PublishedNotice } from '../published.views.ts';
import type { Site } from '../site.ts';
import { NOTICES, noticeTerms } from './notices.texts.ts';

export interface NoticesView {
  /** What the law wants public beforehand, in its order. */
  readonly items: readonly string[];
  /** Latest first within an item. */
  readonly notices: readonly PublishedNotice[];
  readonly today: string;
}

export function NoticesPage({ site, view }: { readonly site: Site; readonly view: NoticesView }) {
  const of = (item: string) => view.notices.filter((notice) => notice.item === item);
  const missing = view.items.filter((item) => of(item).length === 0);
  return (
    <Page
      site={site}
      title={NOTICES.title}
      crumbs={[{ to: site.links.notices(), name: NOTICES.title }]}
    >
      <div className="frame reading notices">
        <h1>{NOTICES.title}</h1>
        <p>{NOTICES.words(view.items.length)}</p>
        <nav aria-label={NOTICES.contents}>
          <ol>
            {view.items.map((item) => (
              <li key={item}>
                <a href={`#${item}`}>{noticeTerms(item)[0]}</a>
                {missing.includes(item) && <span className="missing">{NOTICES.missingShort}</span>}
              </li>
            ))}
          </ol>
        </nav>
        {view.items.map((item) => (
          <Item key={item} item={item} versions={of(item)} today={view.today} />
        ))}
      </div>
    </Page>
  );
}

function Item({
  item,
  versions,
  today,
}: {
  readonly item: string;
  readonly versions: readonly PublishedNotice[];
  readonly today: string;
}) {
  const [name, tells] = noticeTerms(item);
  // The version in force; before the first comes into force, the one to come.
  const current = versions.find(({ effectiveOn }) => effectiveOn <= today) ?? versions.at(-1);
  const others = versions.filter((one) => one !== current);
  return (
    <section id={item}>
      <h2>{name}</h2>
      <p className="note">{tells}</p>
      {current ? (
        <>
          <Version of={current} today={today} />
          {others.length > 0 && (
            <details>
              <summary>{NOTICES.older(others.length)}</summary>
              {others.map((one) => (
                <Version key={one.version} of={one} today={today} />
              ))}
            </details>
          )}
        </>
      ) : (
        <p className="missing" role="status">
          {NOTICES.missing}
        </p>
      )}
    </section>
  );
}

function Version({ of, today }: { readonly of: PublishedNotice; readonly today: string }) {
  return (
    <div className="version">
      <h3>
        <Given>{of.title}</Given>
      </h3>
      {of.content.map((paragraph, index) => (
        <p key={index}>
          <Given>{paragraph}</Given>
        </p>
      ))}
      <dl className="inline">
        <div>
          <dt>{NOTICES.version(of.version)}</dt>
          <dd>{of.effectiveOn > today && NOTICES.upcoming}</dd>
        </div>
        <div>
          <dt>{NOTICES.effective}</dt>
          <dd>
            <Day of={of.effectiveOn} />
          </dd>
        </div>
        <div>
          <dt>{NOTICES.unit}</dt>
          <dd>
            <Given>{of.unit}</Given>
          </dd>
        </div>
        <div>
          <dt>{NOTICES.reason}</dt>
          <dd>
            <Given>{of.reason}</Given>
          </dd>
        </div>
      </dl>
    </div>
  );
}
