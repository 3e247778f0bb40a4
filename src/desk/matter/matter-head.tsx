/** Head of a matter: whose it is, its numbers, who handles it, and whether all of it is sealed. */
import { Button } from 'antd';
import { Link } from 'react-router';
import type { MatterView } from '../../matter/matter.api.ts';
import { KeyCap } from '../parts/key-cap.tsx';
import { SealMark } from './seal-mark.tsx';
import { MATTER_TEXTS } from './matter.texts.ts';

export interface MatterHeadProps {
  readonly matter: MatterView;
  readonly isOpen: boolean;
  readonly onWhat: () => void;
}

export function MatterHead({ matter, isOpen, onWhat }: MatterHeadProps) {
  const { party, subject, caseNumber, decisionNumber, procedure, handlers, sealed } = matter;
  const representative = party['representative'];
  const recordings = matter.acts
    .flatMap(({ seq, exhibits }) => exhibits.filter((one) => one.seq === seq || one.of === null))
    .filter(({ durationMs }) => durationMs !== null).length;
  const isWhole = sealed.acts === sealed.of;
  return (
    <header className="matter-head">
      <div className="matter-title">
        <h1>{party.name}</h1>
        <span>{subject}</span>
      </div>
      <p className="matter-line">
        {caseNumber !== null && <span>{caseNumber}</span>}
        {decisionNumber !== null && <span>{decisionNumber}</span>}
        <span>{procedure.title}</span>
        {handlers.length > 0 && (
          <span>
            {MATTER_TEXTS.handlers} {handlers.map(({ name }) => name).join('、')}
          </span>
        )}
        {typeof representative === 'string' && (
          <span>
            {MATTER_TEXTS.representative} {representative}
          </span>
        )}
        {recordings > 0 && <span>{MATTER_TEXTS.recordings(recordings)}</span>}
      </p>
      <p className="matter-head-tools">
        <span className="matter-seal">
          <SealMark state={isWhole ? 'sealed' : 'half'} />
          {isWhole
            ? MATTER_TEXTS.sealedAll(sealed.of)
            : MATTER_TEXTS.sealedSome(sealed.acts, sealed.of)}
        </span>
        <Link to={`/matters/${matter.id}/contents`}>{MATTER_TEXTS.contents}</Link>
        <button type="button" className="link" onClick={() => window.print()}>
          {MATTER_TEXTS.print}
        </button>
        <Button
          className="matter-what"
          size="small"
          aria-expanded={isOpen}
          aria-controls="matter-can"
          onClick={onWhat}
        >
          {MATTER_TEXTS.what} <KeyCap>A</KeyCap>
        </Button>
      </p>
    </header>
  );
}
