/** The page of a matter: a file on a desk. Steps and clocks left, what was done in the middle, what can be done right. */
import { useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { MatterView } from '../../matter/matter.api.ts';
import { useSession } from '../account/session.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useKeys } from '../keys/use-keys.ts';
import { Loaded } from '../parts/loaded.tsx';
import { actAddress } from './act-address.ts';
import { CanColumn } from './can-column.tsx';
import { canAndCannot, lettersOf } from './can.ts';
import { FactsColumn } from './facts-column.tsx';
import { MatterHead } from './matter-head.tsx';
import { ActStream } from './act-stream.tsx';
import './matter.css';
import './act-stream.css';
import './can-column.css';
import '../exhibits/exhibits.css';

/** Milliseconds after which to look whether somebody else acted. */
const LOOK = 20_000;

export function Page() {
  const { matter = '' } = useParams();
  const answer = useAnswer('Matter', `/matters/${matter}`, {}, { every: LOOK });
  return (
    <div className="matter">
      <Loaded of={answer} lines={10}>
        {(file) => <MatterFile matter={file} />}
      </Loaded>
    </div>
  );
}

function MatterFile({ matter }: { readonly matter: MatterView }) {
  const { person } = useSession();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const column = useRef<HTMLElement>(null);
  const can = canAndCannot(matter, person.roles);
  const letters = lettersOf(can);
  const go = useGo();
  useKeys({
    A: () => {
      setOpen(!open);
      requestAnimationFrame(() =>
        column.current?.querySelector<HTMLElement>('section a, section button')?.focus(),
      );
    },
    D: () => void navigate(`/matters/${matter.id}/contents`),
    '[': () => step(-1),
    ']': () => step(1),
    ...Object.fromEntries(
      [...letters].map(([act, letter]) => [
        letter,
        () => go(() => void navigate(actAddress(matter.id, act, person))),
      ]),
    ),
  });
  useKeys({ Escape: () => setOpen(false) }, open);
  return (
    <>
      <MatterHead matter={matter} onWhat={() => setOpen(!open)} isOpen={open} />
      <div className="matter-columns">
        <FactsColumn matter={matter} />
        <ActStream matter={matter} />
        <CanColumn
          ref={column}
          matter={matter}
          can={can}
          letters={letters}
          isOpen={open}
          onClose={() => setOpen(false)}
        />
      </div>
    </>
  );
}

/** Letters after `G` belong to the desk: `G` then `Q` goes to the queue. */
function useGo(): (act: () => void) => boolean {
  const since = useRef(0);
  useKeys({
    G: () => {
      since.current = performance.now();
      return false;
    },
  });
  return (act) => {
    if (performance.now() - since.current < AFTER_G) return false;
    act();
    return true;
  };
}
const AFTER_G = 1500;

/** Moves to the act before or after the one that has the focus. */
function step(by: 1 | -1): void {
  const cards = [...document.querySelectorAll<HTMLElement>('.matter-act')];
  const here = cards.findIndex((card) => card.contains(document.activeElement));
  const next = cards[here === -1 ? (by === 1 ? 0 : cards.length - 1) : here + by];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}
