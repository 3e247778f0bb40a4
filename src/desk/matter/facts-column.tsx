/** Left of the file: clocks that run, the steps, whose matter it is and who handles it, what is still missing. */
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import type { ClockView, MatterView } from '../../matter/matter.api.ts';
import { serverNow } from '../api/server-clock.ts';
import { chipOfClock } from '../parts/chip.ts';
import { ClockChip } from '../parts/clock-chip.tsx';
import { ExplainedDate } from '../parts/explained-date.tsx';
import { dayOf, dayWords, momentWords } from '../words/dates.ts';
import { FlagForm } from './flag-form.tsx';
import { PartyForm } from './party-form.tsx';
import { MATTER_TEXTS } from './matter.texts.ts';

export function FactsColumn({ matter }: { readonly matter: MatterView }) {
  return (
    <aside className="matter-facts" aria-label={MATTER_TEXTS.clocks}>
      <Clocks matter={matter} />
      <Steps matter={matter} />
      <Party matter={matter} />
      <People matter={matter} />
      <Publication matter={matter} />
      <Missing matter={matter} />
    </aside>
  );
}

function Clocks({ matter }: { readonly matter: MatterView }) {
  const [whole, setWhole] = useState(false);
  const isOver = ({ status }: ClockView): boolean => status === 'met' || status === 'late';
  const over = matter.clocks.filter(isOver);
  const going = matter.clocks
    .filter((clock) => !isOver(clock))
    .toSorted((a, b) => ((a.due ?? '9') < (b.due ?? '9') ? -1 : 1));
  const late = over.filter(({ status }) => status === 'late').length;
  return (
    <section>
      <h2>{MATTER_TEXTS.clocks}</h2>
      {going.length === 0 && <p className="note">{MATTER_TEXTS.noClocks}</p>}
      <ul className="matter-clocks">
        {going.map((clock, index) => (
          <ClockRow key={clock.id} clock={clock} matter={matter.id} isFirst={index === 0} />
        ))}
        {whole &&
          over.map((clock) => (
            <ClockRow key={clock.id} clock={clock} matter={matter.id} isFirst={false} />
          ))}
      </ul>
      {over.length > 0 && (
        <p className="matter-fold">
          <span>{MATTER_TEXTS.clocksDone(over.length, late)}</span>
          <button
            type="button"
            className="link"
            aria-expanded={whole}
            onClick={() => setWhole(!whole)}
          >
            {whole ? MATTER_TEXTS.fold : MATTER_TEXTS.unfold}
          </button>
        </p>
      )}
    </section>
  );
}

function ClockRow({
  clock,
  matter,
  isFirst,
}: {
  readonly clock: ClockView;
  readonly matter: string;
  readonly isFirst: boolean;
}) {
  const today = dayOf(serverNow());
  const { due, dueAt, term, ended } = clock;
  return (
    <li>
      <strong>{term}</strong>
      <ClockChip chip={chipOfClock(clock)} />
      <span className="matter-due">
        {dueAt !== null ? momentWords(dueAt, today) : due !== null && dayWords(due, today)}
        {ended !== null && `　${MATTER_TEXTS.lateOn(dayWords(dayOf(Date.parse(ended)), today))}`}
      </span>
      {due !== null && <ExplainedDate matter={matter} clock={clock.id} hasKey={isFirst} />}
    </li>
  );
}

function Steps({ matter }: { readonly matter: MatterView }) {
  const [whole, setWhole] = useState(false);
  const today = dayOf(serverNow());
  return (
    <section>
      <h2>{MATTER_TEXTS.steps}</h2>
      <ol className="matter-steps" data-whole={whole}>
        {matter.stages.map(({ id, title, status, on }) => (
          <li
            key={id}
            data-status={status}
            {...(status === 'current' ? { 'aria-current': 'step' as const } : {})}
          >
            <span>{title}</span>
            <span className="matter-step-day">
              {status === 'current'
                ? MATTER_TEXTS.stepCurrent(on !== null)
                : on !== null && dayWords(on, today)}
              {status === 'skipped' && MATTER_TEXTS.stepSkipped}
            </span>
          </li>
        ))}
      </ol>
      {/* Only narrow screens leave steps out. */}
      <button
        type="button"
        className="link matter-steps-more"
        aria-expanded={whole}
        onClick={() => setWhole(!whole)}
      >
        {whole ? MATTER_TEXTS.fold : MATTER_TEXTS.allSteps(matter.stages.length)}
      </button>
    </section>
  );
}

function Party({ matter }: { readonly matter: MatterView }) {
  const { party } = matter;
  const { code, representative, address, phone, idNumber } = party;
  const key = typeof code === 'string' ? code : party.name;
  return (
    <section>
      <h2>{MATTER_TEXTS.facts}</h2>
      <p>
        {party.name}
        <br />
        <Link to={`/parties/${encodeURIComponent(key)}`}>{MATTER_TEXTS.partyFile}</Link>
      </p>
      <dl className="matter-pairs">
        <Pair label={MATTER_TEXTS.code} value={code} />
        <Pair label={MATTER_TEXTS.representative} value={representative} />
        <Pair label={MATTER_TEXTS.idNumber} value={idNumber} />
        <Pair label={MATTER_TEXTS.address} value={address} />
        <Pair label={MATTER_TEXTS.phone} value={phone} />
      </dl>
      <PartyForm matter={matter} />
    </section>
  );
}

function Pair({ label, value }: { readonly label: string; readonly value: unknown }): ReactNode {
  return typeof value === 'string' && value !== '' ? (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  ) : null;
}

function People({ matter }: { readonly matter: MatterView }) {
  const { handlers, unit, review } = matter;
  const status = MATTER_TEXTS.reviewStatus[review.status] ?? '';
  return (
    <section>
      <h2>{MATTER_TEXTS.people}</h2>
      <dl className="matter-pairs">
        <Pair label={MATTER_TEXTS.unit} value={unit.name} />
        <Pair
          label={MATTER_TEXTS.handlers}
          value={handlers.map(({ name, post }) => `${name}　${post}`).join('\n')}
        />
        <Pair
          label={MATTER_TEXTS.review}
          value={[MATTER_TEXTS.reviewKind[review.kind] ?? '', status]
            .filter((words) => words !== '')
            .join('，')}
        />
      </dl>
      <FlagForm matter={matter} />
    </section>
  );
}

function Publication({ matter: { publication } }: { readonly matter: MatterView }) {
  const today = dayOf(serverNow());
  if (publication.length === 0) return null;
  return (
    <section>
      <h2>{MATTER_TEXTS.publication}</h2>
      <dl className="matter-pairs">
        {publication.map(({ channel, due, published, withdrawn }) => (
          <Pair
            key={channel}
            label={MATTER_TEXTS.channel[channel] ?? channel}
            value={
              withdrawn !== null
                ? MATTER_TEXTS.withdrawn(dayWords(withdrawn, today))
                : published !== null
                  ? MATTER_TEXTS.published(dayWords(published, today))
                  : due !== null
                    ? MATTER_TEXTS.publishBy(dayWords(due, today))
                    : ''
            }
          />
        ))}
      </dl>
    </section>
  );
}

function Missing({ matter: { missing, state } }: { readonly matter: MatterView }) {
  const { acts, recordings, texts } = missing;
  if (state === 'archived' || acts.length + recordings.length + texts.length === 0) return null;
  return (
    <section>
      <h2>{MATTER_TEXTS.missing}</h2>
      <ul className="matter-missing">
        {acts.length > 0 && <li>{MATTER_TEXTS.missingActs(acts.join('、'))}</li>}
        {recordings.length > 0 && <li>{MATTER_TEXTS.missingRecordings(recordings.join('、'))}</li>}
        {texts.length > 0 && <li>{MATTER_TEXTS.missingTexts(texts.join('、'))}</li>}
      </ul>
    </section>
  );
}
