/** A bureau's first page: search, the three entrances, and whether decisions were published in time. */
import type { ReactNode } from 'react';
import type { RequestKind } from '../links.ts';
import { Day, Given, Numbered, Section } from '../parts/basics.tsx';
import { Page } from '../parts/page.tsx';
import { Register } from '../parts/register.tsx';
import type { PublishedNotice } from '../published.views.ts';
import type { ListedSlot } from '../listing.ts';
import type { Site } from '../site.ts';
import { coverageRate, type Figures, onTimeRate, percent, type Slot } from '../slot.ts';
import { withCommas } from '../words.ts';
import { HOME } from './home.texts.ts';
import { noticeTerms } from './notices.texts.ts';

export interface HomeView {
  readonly today: string;
  readonly figures: Figures;
  readonly register: readonly Slot[];
  readonly years: readonly number[];
  readonly recent: readonly ListedSlot[];
  /** What the law wants public beforehand, in its order. */
  readonly items: readonly string[];
  readonly notices: readonly PublishedNotice[];
  /** How many rights the help page tells. */
  readonly rights: number;
  readonly procedures: readonly {
    readonly id: string;
    readonly title: string;
    readonly steps: number;
  }[];
}

export function HomePage({ site, view }: { readonly site: Site; readonly view: HomeView }) {
  return (
    <Page site={site} title={HOME.title}>
      <div className="frame">
        <h1>{HOME.title}</h1>
        <SearchField site={site} label={HOME.label} typed="" />
        <p className="quick">
          <a href={site.links.check()}>{HOME.quick[0][1]}</a>
          <a href={site.links.about('rights')}>{HOME.quick[1][1]}</a>
        </p>
        <Entrances site={site} view={view} />
      </div>
      <section className="band">
        <div className="frame">
          <h2>{HOME.rate}</h2>
          <div className="rate">
            <RateSum site={site} figures={view.figures} />
            <Register site={site} view={view} />
          </div>
        </div>
      </section>
      <div className="frame split">
        <Recent site={site} rows={view.recent} />
        <Contact site={site} />
      </div>
    </Page>
  );
}

/** The search field with its label, sent as a plain address. */
export function SearchField({
  site,
  label,
  typed,
}: {
  readonly site: Site;
  readonly label: string;
  readonly typed: string;
}) {
  const [path = ''] = site.links.list().split('?');
  return (
    <form className="search" action={path} method="get" role="search">
      <label htmlFor="q">{label}</label>
      <div>
        <input
          id="q"
          name="q"
          type="search"
          defaultValue={typed}
          maxLength={100}
          autoComplete="off"
        />
        {site.large && <input type="hidden" name="large" value="1" />}
        <button type="submit">{HOME.submit}</button>
      </div>
    </form>
  );
}

/** Items of what is public beforehand that have a line of their own here. */
const SHOWN_ITEMS = ['subject', 'people', 'basis', 'inspection-items'];

function Entrances({ site: { links }, view }: { readonly site: Site; readonly view: HomeView }) {
  const open = new Map(
    [...view.notices].reverse().map(({ item, version }) => [item, version] as const),
  );
  const state = (item: string) => {
    const version = open.get(item);
    return version === undefined ? HOME.missing : HOME.open(version);
  };
  const missing = view.items.filter((item) => !open.has(item)).length;
  const { of } = view.figures;
  const published = of['on-time'] + of.late;
  const toExplain = of.overdue + of.withheld + of['not-due'];
  return (
    <div className="entrances">
      <Entrance to={links.notices()} title={HOME.before} words={HOME.beforeWords}>
        {SHOWN_ITEMS.filter((item) => view.items.includes(item)).map((item) => (
          <Row key={item} to={links.notices(item)} name={noticeTerms(item)[0]} note={state(item)} />
        ))}
        <Row
          to={links.notices()}
          name={HOME.allItems(view.items.length)}
          note={HOME.itemsOpen(view.items.length - missing, missing)}
        />
      </Entrance>
      <Entrance to={links.about('rights')} title={HOME.during} words={HOME.duringWords}>
        <Row to={links.about('rights')} name={HOME.rights} note={HOME.rightsCount(view.rights)} />
        {view.procedures.map(({ id, title, steps }) => (
          <Row key={id} to={links.procedure(id)} name={title} note={HOME.steps(steps)} />
        ))}
        <Row to={links.check()} name={HOME.verify} note={HOME.verifyNeeds} />
        <Row to={links.request('complaint')} name={HOME.complain} note={HOME.complainNeeds} />
      </Entrance>
      <Entrance to={links.list()} title={HOME.after} words={HOME.afterWords}>
        <Row to={links.list()} name={HOME.penalties} note={HOME.pieces(published)} />
        <Row
          to={links.list({ state: ['overdue', 'withheld', 'not-due'] })}
          name={HOME.explain}
          note={HOME.pieces(toExplain)}
        />
        <Row
          to={links.list({ state: 'withdrawn' })}
          name={HOME.withdrawn}
          note={HOME.pieces(of.withdrawn)}
        />
        <Row to={links.about('data')} name={HOME.data} note={HOME.dataFormat} />
        <Row to={links.feed()} name={HOME.feed} note={HOME.feedFormat} />
      </Entrance>
    </div>
  );
}

function Entrance({
  to,
  title,
  words,
  children,
}: {
  readonly to: string;
  readonly title: string;
  readonly words: string;
  readonly children: ReactNode;
}) {
  return (
    <section>
      <h2>
        <a href={to}>
          {title}
          <span aria-hidden="true"> →</span>
        </a>
      </h2>
      <p className="note">{words}</p>
      <ul>{children}</ul>
    </section>
  );
}

function Row({
  to,
  name,
  note,
}: {
  readonly to: string;
  readonly name: string;
  readonly note: string;
}) {
  return (
    <li>
      <a href={to}>{name}</a>
      <span>{note}</span>
    </li>
  );
}

function RateSum({ site, figures }: { readonly site: Site; readonly figures: Figures }) {
  const rate = onTimeRate(figures);
  const coverage = coverageRate(figures);
  const value = percent(rate);
  const { withheld, withdrawn } = figures.of;
  return (
    <div className="sum">
      {value === null ? (
        <p>{HOME.noRate}</p>
      ) : (
        <>
          <p className="large-figure">
            {value}
            <small>%</small>
          </p>
          <table>
            <tbody>
              <SumLine name={HOME.onTime} value={HOME.pieces(rate.part)} />
              <SumLine name={HOME.due} value={HOME.pieces(rate.whole)} />
              <SumLine name={HOME.sum(rate.part, rate.whole)} value={`${value}%`} total />
              <SumLine name={HOME.covered} value={HOME.pieces(coverage.part)} />
              <SumLine
                name={`${HOME.coverage} ${HOME.sum(coverage.part, coverage.whole)}`}
                value={`${percent(coverage) ?? ''}%`}
                total
              />
            </tbody>
          </table>
        </>
      )}
      <p className="note">{HOME.excluded(withheld, figures.of['not-due'], withdrawn)}</p>
      <p className="quick">
        <a href={site.links.about('rate')}>{HOME.method}</a>
        <a href={site.links.data()}>{HOME.recompute}</a>
      </p>
    </div>
  );
}

function SumLine({
  name,
  value,
  total = false,
}: {
  readonly name: string;
  readonly value: string;
  readonly total?: boolean;
}) {
  return (
    <tr className={total ? 'total' : undefined}>
      <th scope="row">{name}</th>
      <td>{value}</td>
    </tr>
  );
}

function Recent({
  site: { links },
  rows,
}: {
  readonly site: Site;
  readonly rows: readonly ListedSlot[];
}) {
  return (
    <Section title={HOME.recent} className="recent">
      {rows.length === 0 ? (
        <p>{HOME.nothing}</p>
      ) : (
        <table>
          <thead>
            <tr>
              {HOME.recentColumns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ slot, entry }) => (
              <tr key={slot.number}>
                <td>{slot.publishedOn !== null && <Day of={slot.publishedOn} short />}</td>
                <th scope="row">
                  <a href={links.entry(slot.entry ?? '')}>
                    <Given>{entry?.party ?? ''}</Given>
                  </a>
                  <span className="note">
                    <Given>{entry?.violation ?? ''}</Given>
                    <Numbered>{slot.number}</Numbered>
                  </span>
                </th>
                <td>
                  <Given>{withCommas(entry?.penalty ?? '')}</Given>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p>
        <a href={links.list()}>{HOME.all}</a>
      </p>
    </Section>
  );
}

function Contact({ site: { bureau, links } }: { readonly site: Site }) {
  return (
    <Section title={HOME.contact} className="contact">
      {HOME.contacts(bureau).map(([title, words, kind, link]) => (
        <div key={title}>
          <h3>{title}</h3>
          <p>
            {words}
            {kind !== null && <a href={links.request(kind satisfies RequestKind)}>{link}</a>}
          </p>
        </div>
      ))}
    </Section>
  );
}
