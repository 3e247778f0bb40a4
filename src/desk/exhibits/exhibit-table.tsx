/** Every piece of evidence of a matter: size, both hashes, who filed it and when. */
import { Fragment, useState } from 'react';
import type { ExhibitLine } from '../../matter/matter.api.ts';
import { address } from '../api/client.ts';
import { serverNow } from '../api/server-clock.ts';
import { useAnswer } from '../api/use-answer.ts';
import { Empty } from '../parts/empty.tsx';
import { ExportLink } from '../parts/export-link.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { lengthWords, sizeWords } from '../words/amounts.ts';
import { dayOf, momentWords } from '../words/dates.ts';
import { exhibitAddress, ExhibitOpen } from './exhibit-view.tsx';
import { EXHIBIT_TEXTS } from './exhibits.texts.ts';

export function ExhibitTable({ matter }: { readonly matter: string }) {
  const path = `/matters/${matter}/exhibits`;
  const answer = useAnswer('Exhibits', path);
  const { columns } = EXHIBIT_TEXTS;
  return (
    <section aria-labelledby="contents-exhibits">
      <div className="exhibits-list-head">
        <h2 id="contents-exhibits">{EXHIBIT_TEXTS.exhibits}</h2>
        <span className="note">{EXHIBIT_TEXTS.sealed}</span>
        <ExportLink to={address(path, { format: 'xlsx' })}>{EXHIBIT_TEXTS.export}</ExportLink>
      </div>
      <Loaded of={answer}>
        {({ exhibits }) =>
          exhibits.length === 0 ? (
            <Empty>{EXHIBIT_TEXTS.noExhibits}</Empty>
          ) : (
            <table className="exhibits-table">
              <thead>
                <tr>
                  <th scope="col">{columns.seq}</th>
                  <th scope="col">{columns.name}</th>
                  <th scope="col">{columns.size}</th>
                  <th scope="col">{columns.hashes}</th>
                  <th scope="col">{columns.who}</th>
                  <td />
                </tr>
              </thead>
              <tbody>
                {exhibits.map((one) => (
                  <ExhibitRow
                    key={one.id}
                    exhibit={one}
                    matter={matter}
                    original={exhibits.find(({ id }) => id === one.derivedFrom)}
                  />
                ))}
              </tbody>
            </table>
          )
        }
      </Loaded>
    </section>
  );
}

function ExhibitRow({
  exhibit,
  matter,
  original,
}: {
  readonly exhibit: ExhibitLine;
  readonly matter: string;
  /** What it was made from; undefined for an original. */
  readonly original: ExhibitLine | undefined;
}) {
  const [open, setOpen] = useState(false);
  const { id, seq, name, size, durationMs, sha256, sm3, by, recorded, ofTerm, of, note } = exhibit;
  return (
    <Fragment>
      <tr>
        <td>{seq}</td>
        <td>
          {exhibit.thumbnail && (
            <img
              className="exhibits-thumb"
              src={`${exhibitAddress(matter, id)}/thumbnail`}
              alt=""
              loading="lazy"
            />
          )}
          <div>{name}</div>
          {ofTerm !== null && of !== null && (
            <small>
              {EXHIBIT_TEXTS.ofSeq(of)} {ofTerm}
            </small>
          )}
          {note !== null && <small>　{note}</small>}
          {original && <small>{EXHIBIT_TEXTS.derived(original.name)}</small>}
        </td>
        <td>
          {sizeWords(size)}
          {durationMs !== null && (
            <>
              <br />
              <small>{lengthWords(durationMs)}</small>
            </>
          )}
        </td>
        <td className="exhibits-hash">
          SHA-256 {sha256}
          <br />
          SM3 {sm3}
        </td>
        <td>
          {by}
          <br />
          <small>{momentWords(recorded, dayOf(serverNow()))}</small>
        </td>
        <td>
          <span className="exhibits-row-tools">
            <button
              type="button"
              className="link"
              aria-expanded={open}
              onClick={() => setOpen(!open)}
            >
              {open ? EXHIBIT_TEXTS.close : EXHIBIT_TEXTS.open}
              <span className="unseen">{name}</span>
            </button>
          </span>
        </td>
      </tr>
      {open && (
        <tr>
          <td colSpan={6} className="exhibits-opened">
            <ExhibitOpen matter={matter} exhibit={exhibit} />
          </td>
        </tr>
      )}
    </Fragment>
  );
}
