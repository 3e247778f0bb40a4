/** The frame of every page: head, landmarks, footer. No script, no style but the one sheet. */
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { SITE } from '../portal.texts.ts';
import type { Site } from '../site.ts';
import { momentText, plain } from '../words.ts';
import { Mark } from './mark.tsx';

export interface Crumb {
  readonly to: string;
  readonly name: string;
}

interface PageProps {
  readonly site: Site;
  /** What the page is about; the bureau's name is added. */
  readonly title: string;
  readonly crumbs?: readonly Crumb[];
  /** Whether search engines should leave it out. */
  readonly unlisted?: boolean;
  readonly children: ReactNode;
}

export function Page({ site, title, crumbs = [], unlisted = false, children }: PageProps) {
  const { bureau, links, large, path } = site;
  return (
    <Html
      title={`${title} ${bureau.name}`}
      large={large}
      style={site.style}
      unlisted={unlisted}
      feed={links.feed()}
    >
      <a className="skip" href="#main">
        {SITE.skip}
      </a>
      <header className="head">
        <div className="frame">
          <a className="name" href={links.home()}>
            <Mark size={44} />
            <span>
              <b>{bureau.name}</b>
              <small>{SITE.system}</small>
            </span>
          </a>
          <nav aria-label={SITE.navigation}>
            <a href={links.home()}>{SITE.home}</a>
            <a href={links.check()}>{SITE.check}</a>
            <a href={links.otherSize(path)}>{large ? SITE.small : SITE.large}</a>
            <a href={links.about()}>{SITE.help}</a>
          </nav>
        </div>
      </header>
      {bureau.rehearsal && (
        <aside className="rehearsal" aria-label={SITE.rehearsalLabel}>
          <p className="frame">{SITE.rehearsal}</p>
        </aside>
      )}
      <main id="main">
        {crumbs.length > 0 && <Crumbs of={[{ to: links.home(), name: SITE.home }, ...crumbs]} />}
        {children}
      </main>
      <footer className="foot">
        <div className="frame">
          <Mark size={32} />
          <div>
            <p>
              {SITE.responsible(bureau.name)}
              {SITE.made}
              <time dateTime={site.madeAt}>{momentText(site.madeAt)}</time>
              {SITE.stop}
            </p>
            <ul>
              {SITE.footer.map(([part, name]) => (
                <li key={part}>
                  <a href={links.about(part)}>{name}</a>
                </li>
              ))}
            </ul>
          </div>
        </div>
      </footer>
    </Html>
  );
}

function Crumbs({ of }: { readonly of: readonly Crumb[] }) {
  return (
    <nav className="crumbs frame" aria-label={SITE.crumbs}>
      <ol>
        {of.map(({ to, name }) => (
          <li key={to}>
            <a href={to}>{name}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** A page of the portal that belongs to no bureau. */
export function BarePage({
  style,
  title,
  children,
}: {
  readonly style: string;
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <Html title={title} large={false} style={style} unlisted>
      <a className="skip" href="#main">
        {SITE.skip}
      </a>
      <header className="head">
        <div className="frame">
          <a className="name" href="/">
            <Mark size={44} />
            <span>
              <b>{SITE.system}</b>
            </span>
          </a>
        </div>
      </header>
      <main id="main">{children}</main>
    </Html>
  );
}

interface HtmlProps {
  readonly title: string;
  readonly large: boolean;
  readonly style: string;
  readonly unlisted: boolean;
  readonly feed?: string;
  readonly children: ReactNode;
}

function Html({ title, large, style, unlisted, feed, children }: HtmlProps) {
  return (
    <html lang="zh-CN" className={large ? 'large' : undefined}>
      <head>
        <meta charSet="utf-8" />
        <title>{plain(title)}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {unlisted && <meta name="robots" content="noindex" />}
        <link rel="stylesheet" href={style} />
        <link rel="icon" href="/portal/mark.svg" type="image/svg+xml" />
        {feed !== undefined && (
          <link rel="alternate" type="application/atom+xml" href={feed} title={plain(title)} />
        )}
      </head>
      <body>{children}</body>
    </html>
  );
}

/** The bytes of a page. */
export function renderPage(page: ReactNode): Buffer {
  return Buffer.from(`<!DOCTYPE html>${renderToStaticMarkup(page)}`);
}
