/** Decisions by number, or found by name, code, words and days. One plain form, one page at a time. */
import type { Facets } from '../facets.views.ts';
import type { CitedLaw } from '../law-in-force.ts';
import { Day, Given, Numbered, Place, State } from '../parts/basics.tsx';
import { Page } from '../parts/page.tsx';
import { PARTY_TERMS, STATE_TERMS } from '../portal.texts.ts';
import type { ListedSlot, Listing } from '../listing.ts';
import type { Site } from '../site.ts';
import { SLOT_STATES, type SlotState, slotState } from '../slot.ts';
import { explainState } from '../state-words.ts';
import { SearchField } from './home.page.tsx';
import { count, withCommas } from '../words.ts';
import { LIST } from './list.texts.ts';

/** What stands in the form: kept as it was typed. */
export interface ListForm {
  readonly q: string;
  readonly states: readonly SlotState[];
  readonly party: string;
  readonly from: string;
  readonly to: string;
  readonly year: string;
}

export interface ListView {
  readonly form: ListForm;
  readonly of: 'slots' | 'entries';
  readonly listing: Listing;
  readonly years: readonly number[];
  readonly facets: Facets;
  readonly today: string;
  readonly law: CitedLaw;
  readonly faults: readonly string[];
  /** Address of the next page, and of the first where this is not it. */
  readonly next: string | null;
  readonly first: string | null;
}

export function ListPage({ site, view }: { readonly site: Site; readonly view: ListView }) {
  const { rows, next } = view.listing;
  return (
    <Page
      site={site}
      title={view.form.q === '' ? LIST.title : `${view.form.q} ${LIST.title}`}
      unlisted={view.form.q !== ''}
      crumbs={[{ to: site.links.list(), name: LIST.title }]}
    >
      <div className="frame">
        <SearchField site={site} label={LIST.label} typed={view.form.q} />
        <div className="results">
          <Filters site={site} view={view} />
          <section className="found">
            <h1>
              {LIST.title}
              <small>{LIST.found(rows.length, next !== null)}</small>
            </h1>
            <p className="note">{view.of === 'slots' ? LIST.ofSlots : LIST.ofEntries}</p>
            {view.faults.map((fault) => (
              <p key={fault} className="fault" role="alert">
                {fault}
              </p>
            ))}
            {rows.length === 0 ? (
              <div className="nothing">
                <h2>{LIST.none}</h2>
                <p>{LIST.noneWords}</p>
              </div>
            ) : (
              <ol className="rows">
                {rows.map((row) => (
                  <Result key={row.slot.number} site={site} view={view} row={row} />
                ))}
              </ol>
            )}
            <p className="paging">
              {view.first !== null && <a href={view.first}>{LIST.first}</a>}
              {view.next !== null && (
                <a href={view.next} rel="next">
                  {LIST.next}
                </a>
              )}
              <a href={site.links.data()}>{LIST.data}</a>
            </p>
          </section>
        </div>
      </div>
    </Page>
  );
}

function Result({
  site,
  view,
  row: { slot, entry },
}: {
  readonly site: Site;
  readonly view: ListView;
  readonly row: ListedSlot;
}) {
  const state = slotState(slot, view.today);
  const why = explainState(slot, state, view.today, view.law);
  const isOpen = entry !== null && slot.entry !== null;
  return (
    <li>
      <Place slot={slot} state={state} />
      <div>
        <h2>
          <a href={isOpen ? site.links.entry(slot.entry) : site.links.check(slot.number)}>
            {isOpen ? <Given>{entry.party}</Given> : <Numbered>{slot.number}</Numbered>}
          </a>
        </h2>
        {isOpen && (
          <p>
            <Given>{`${entry.violation}。${withCommas(entry.penalty)}`}</Given>
          </p>
        )}
        {why && <p className={isOpen ? 'note' : undefined}>{why.words}</p>}
        {isOpen && (
          <p className="note">
            <Numbered>{slot.number}</Numbered>
          </p>
        )}
        {why?.basis != null && <p className="note">{why.basis}</p>}
      </div>
      <p className="when">
        <State of={state} />
        <span className="note">
          <When slot={slot} state={state} />
        </span>
      </p>
    </li>
  );
}

function When({ slot, state }: { readonly slot: ListedSlot['slot']; readonly state: SlotState }) {
  if (state === 'withdrawn' && slot.withdrawnOn !== null)
    return (
      <>
        <Day of={slot.withdrawnOn} />
        {LIST.withdrawn}
      </>
    );
  const isOpen = slot.publishedOn !== null;
  return (
    <>
      <Day of={slot.publishedOn ?? slot.decidedOn} />
      {isOpen ? LIST.published : LIST.decided}
    </>
  );
}

function Filters({ site, view }: { readonly site: Site; readonly view: ListView }) {
  const { form, years, facets } = view;
  const [path = ''] = site.links.list().split('?');
  return (
    <form className="filters" action={path} method="get">
      <input type="hidden" name="q" value={form.q} />
      {site.large && <input type="hidden" name="large" value="1" />}
      <fieldset>
        <legend>{LIST.status}</legend>
        {SLOT_STATES.map((state) => (
          <label key={state}>
            <input
              type="checkbox"
              name="state"
              value={state}
              defaultChecked={form.states.includes(state)}
            />
            <i className={`cell ${state}`} aria-hidden="true" />
            {STATE_TERMS[state]}
            <b>{count(facets.states[state])}</b>
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{LIST.party}</legend>
        {[['', LIST.anyParty] as const, ...Object.entries(PARTY_TERMS)].map(([kind, name]) => (
          <label key={kind}>
            <input type="radio" name="party" value={kind} defaultChecked={form.party === kind} />
            {name}
            {kind !== '' && <b>{count(facets.parties[kind] ?? 0)}</b>}
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{LIST.time}</legend>
        <label className="day">
          {LIST.from}
          <input type="date" name="from" defaultValue={form.from} />
        </label>
        <label className="day">
          {LIST.to}
          <input type="date" name="to" defaultValue={form.to} />
        </label>
        <label className="day">
          {LIST.year}
          <select name="year" defaultValue={form.year}>
            <option value="">{LIST.anyYear}</option>
            {years.map((year) => (
              <option key={year} value={year}>
                {LIST.yearWith(year, facets.years[year] ?? 0)}
              </option>
            ))}
          </select>
        </label>
      </fieldset>
      <p className="buttons">
        <button className="second" type="submit">
          {LIST.apply}
        </button>
        <a href={site.links.list()}>{LIST.clear}</a>
      </p>
    </form>
  );
}
