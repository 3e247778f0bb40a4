/** Documents and evidence of an act: a chip each, opened in place one at a time. */
import { useState } from 'react';
import type { ActView, DocumentView, ExhibitView } from '../../matter/matter.api.ts';
import { documentAddress, DocumentOpen } from '../exhibits/document-open.tsx';
import { EXHIBIT_TEXTS } from '../exhibits/exhibits.texts.ts';
import { exhibitAddress, ExhibitOpen, shownAs } from '../exhibits/exhibit-view.tsx';
import { Sign } from '../parts/sign.tsx';
import { lengthWords, sizeWords } from '../words/amounts.ts';
import { MATTER_TEXTS } from './matter.texts.ts';

export interface ActPapersProps {
  readonly act: ActView;
  readonly matter: string;
  readonly isStep: boolean;
}

export function ActPapers({ act, matter, isStep }: ActPapersProps) {
  const [open, setOpen] = useState<string | null>(null);
  // What a card of filing shows is the same file as the card of the act it belongs to; there it is opened.
  const exhibits = act.exhibits.filter((one) => isStep || one.of === null);
  const photos = exhibits.filter(({ type }) => shownAs(type) === 'photo');
  const others = exhibits.filter(({ type }) => shownAs(type) !== 'photo');
  const opened = exhibits.find(({ id }) => id === open);
  const document = act.documents.find((one) => `d${one.ordinal}` === open);
  const toggle = (id: string): void => setOpen(open === id ? null : id);
  const referred = isStep ? [] : act.exhibits.filter((one) => one.of !== null);
  if (act.documents.length + act.exhibits.length === 0) return null;
  return (
    <div className="matter-papers">
      {referred.map(({ id, name, size }) => (
        <p key={id} className="matter-act-gist">
          {name}　{sizeWords(size)}
        </p>
      ))}
      {act.documents.length + exhibits.length > 0 && (
        <ul className="matter-chips">
          {act.documents.map((one) => (
            <li key={one.ordinal}>
              <DocumentChip
                document={one}
                isOpen={open === `d${one.ordinal}`}
                onOpen={() => toggle(`d${one.ordinal}`)}
              />
            </li>
          ))}
          {others.map((one) => (
            <li key={one.id}>
              <ExhibitChip exhibit={one} isOpen={open === one.id} onOpen={() => toggle(one.id)} />
            </li>
          ))}
          {photos.length > 0 && (
            <li className="matter-photos">
              {photos.map((one) => (
                <button
                  key={one.id}
                  type="button"
                  aria-label={EXHIBIT_TEXTS.photoOf(one.name)}
                  aria-expanded={open === one.id}
                  onClick={() => toggle(one.id)}
                >
                  <img
                    src={`${exhibitAddress(matter, one.id)}${one.thumbnail ? '/thumbnail' : ''}`}
                    alt=""
                    loading="lazy"
                  />
                </button>
              ))}
            </li>
          )}
        </ul>
      )}
      {document && <DocumentOpen address={documentAddress(matter, document)} document={document} />}
      {opened && <ExhibitOpen matter={matter} exhibit={opened} />}
    </div>
  );
}

function DocumentChip({
  document: { title, number, pages, voided },
  isOpen,
  onOpen,
}: {
  readonly document: DocumentView;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}) {
  return (
    <button type="button" className="matter-chip" aria-expanded={isOpen} onClick={onOpen}>
      <Sign name="document" size={20} />
      <span>
        <strong>{title}</strong>
        {number !== null && <small>{voided ? `${number}　${MATTER_TEXTS.voided}` : number}</small>}
      </span>
      <small>{MATTER_TEXTS.pages(pages)}</small>
    </button>
  );
}

function ExhibitChip({
  exhibit: { name, type, size, durationMs },
  isOpen,
  onOpen,
}: {
  readonly exhibit: ExhibitView;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}) {
  const kind = shownAs(type);
  const isPlayed = kind === 'video' || kind === 'audio';
  return (
    <button type="button" className="matter-chip" aria-expanded={isOpen} onClick={onOpen}>
      <Sign name={isPlayed ? 'play' : 'document'} size={20} />
      <span>
        <strong>{name}</strong>
        <small>{sizeWords(size)}</small>
      </span>
      {durationMs !== null && <small>{lengthWords(durationMs)}</small>}
    </button>
  );
}
