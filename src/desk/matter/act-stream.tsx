/** Everything that was done, newest on top. */
import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import type { MatterView } from '../../matter/matter.api.ts';
import { KeyCap } from '../parts/key-cap.tsx';
import { ActCard } from './act-card.tsx';
import { MATTER_TEXTS } from './matter.texts.ts';

export function ActStream({ matter }: { readonly matter: MatterView }) {
  const [onlySteps, setOnlySteps] = useState(false);
  const { hash } = useLocation();
  useEffect(() => {
    // A link from another page names the act; the browser looked for it before it was there.
    if (/^#act-\d+$/.test(hash)) document.querySelector<HTMLElement>(hash)?.focus();
  }, [hash]);
  const steps = new Set(matter.possible.map(({ act }) => act));
  const acts = onlySteps ? matter.acts.filter(({ type }) => steps.has(type)) : matter.acts;
  const terms = new Map(matter.acts.map(({ seq, term }) => [seq, term]));
  return (
    <section className="matter-stream" aria-label={MATTER_TEXTS.stream}>
      <div className="matter-stream-head">
        <button
          type="button"
          className="link"
          aria-pressed={onlySteps}
          onClick={() => setOnlySteps(!onlySteps)}
        >
          {onlySteps ? MATTER_TEXTS.all : MATTER_TEXTS.onlySteps}
        </button>
        <span className="note">
          {MATTER_TEXTS.newestFirst}　<KeyCap>[</KeyCap> <KeyCap>]</KeyCap> {MATTER_TEXTS.keyNext}
        </span>
      </div>
      {acts.map((act) => (
        <ActCard
          key={act.seq}
          act={act}
          matter={matter}
          terms={terms}
          isStep={steps.has(act.type)}
          followers={matter.acts.filter((one) => one.of === act.seq && one.seq !== act.seq)}
        />
      ))}
    </section>
  );
}
