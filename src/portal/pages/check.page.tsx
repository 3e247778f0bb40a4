/** What became of one decision number. */
import type { CitedLaw } from '../law-in-force.ts';
import { Day, Given, Numbered, State } from '../parts/basics.tsx';
import { Page } from '../parts/page.tsx';
import type { Site } from '../site.ts';
import { type Slot, type SlotState, slotState } from '../slot.ts';
import { explainState } from '../state-words.ts';
import { CHECK } from './list.texts.ts';

export interface CheckView {
  readonly typed: string;
  readonly found:
    | { readonly kind: 'nothing-asked' }
    | { readonly kind: 'malformed' }
    | { readonly kind: 'unknown'; readonly number: string }
    | { readonly kind: 'slot'; readonly slot: Slot };
  /** A number of this bureau; null while there is none. */
  readonly example: string | null;
  readonly today: string;
  readonly law: CitedLaw;
}

export function CheckPage({ site, view }: { readonly site: Site; readonly view: CheckView }) {
  const { typed, found } = view;
  const [path = ''] = site.links.check().split('?');
  return (
    <Page
      site={site}
      title={CHECK.title}
      unlisted
      crumbs={[{ to: site.links.check(), name: CHECK.title }]}
    >
      <div className="frame reading">
        <h1>{CHECK.title}</h1>
        <p>{CHECK.words}</p>
        <form className="search" action={path} method="get">
          <label htmlFor="number">{CHECK.label}</label>
          <div>
            <input
              id="number"
              name="number"
              type="text"
              defaultValue={typed}
              maxLength={100}
              autoComplete="off"
              aria-describedby="number-hint"
            />
            {site.large && <input type="hidden" name="large" value="1" />}
            <button type="submit">{CHECK.submit}</button>
          </div>
          <p className="note" id="number-hint">
            {view.example !== null && CHECK.example(view.example)}
            {CHECK.hint}
          </p>
        </form>
        {found.kind === 'malformed' && (
          <p className="fault" role="alert">
            {CHECK.malformed(typed)}
          </p>
        )}
        {found.kind === 'unknown' && (
          <p className="fault" role="alert">
            {CHECK.unknown(found.number)}
          </p>
        )}
        {found.kind === 'slot' && <Found site={site} view={view} slot={found.slot} />}
      </div>
    </Page>
  );
}

function requirement({ required }: Slot, state: SlotState): string {
  if (!required) return CHECK.isNotRequired;
  return state === 'withheld' ? CHECK.isKeptBack : CHECK.isRequired;
}

function Found({
  site,
  view: { today, law },
  slot,
}: {
  readonly site: Site;
  readonly view: CheckView;
  readonly slot: Slot;
}) {
  const state = slotState(slot, today);
  const why = explainState(slot, state, today, law);
  const days = [
    [CHECK.decided, slot.decidedOn],
    [CHECK.due, slot.dueOn],
    [CHECK.published, slot.publishedOn],
    [CHECK.withdrawn, slot.withdrawnOn],
  ] as const;
  return (
    <section className="facts-of" role="status">
      <h2>
        <Numbered>{slot.number}</Numbered>
      </h2>
      <table className="facts">
        <tbody>
          <tr>
            <th scope="row">{CHECK.state}</th>
            <td>
              <State of={state} />
            </td>
          </tr>
          <tr>
            <th scope="row">{CHECK.required}</th>
            <td>{requirement(slot, state)}</td>
          </tr>
          {why && (
            <tr>
              <th scope="row">{CHECK.why}</th>
              <td>
                <Given>{why.words}</Given>
                {why.basis !== null && <p className="note">{why.basis}</p>}
              </td>
            </tr>
          )}
          {days.map(
            ([name, day]) =>
              day !== null && (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td>
                    <Day of={day} />
                  </td>
                </tr>
              ),
          )}
        </tbody>
      </table>
      {slot.entry !== null && (
        <p>
          <a href={site.links.entry(slot.entry)}>
            {state === 'withdrawn' ? CHECK.readWithdrawn : CHECK.read}
          </a>
        </p>
      )}
    </section>
  );
}
