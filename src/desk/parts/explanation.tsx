/** 为什么是这一天: the starting act, each day counted or struck, the exceptions with their notices, the sum. */
import type { ClockExplanation } from '../../matter/matter.api.ts';
import { serverNow } from '../api/server-clock.ts';
import { dayOf, dayWords } from '../words/dates.ts';
import { type DayCell, type ExceptionLine, exceptionsOf, weeksOf } from './explain.ts';
import {
  EXPLAIN_TEXTS,
  exceptionWords,
  provisionalWords,
  sentenceOf,
  spanOfDays,
  sumWords,
} from './explain.texts.ts';
import { CopyButton } from './copy-button.tsx';
import './explanation.css';
import { KeyCap } from './key-cap.tsx';

export function Explanation({
  clock,
  startBasis,
  onClose,
}: {
  readonly clock: ClockExplanation;
  /** Where it is said that the day it starts is not counted. */
  readonly startBasis: readonly string[];
  readonly onClose: () => void;
}) {
  const today = dayOf(serverNow());
  const start = dayOf(Date.parse(clock.startedBy.at));
  const title =
    clock.due === null ? EXPLAIN_TEXTS.titleOpen : EXPLAIN_TEXTS.title(dayWords(clock.due, today));
  const exceptions = exceptionsOf(clock.days);
  const provisional = provisionalWords(clock);
  return (
    <section aria-label={title}>
      <header>
        <h2>{title}</h2>
        <button type="button" className="plain" onClick={onClose}>
          <KeyCap>Esc</KeyCap>
        </button>
      </header>
      <p>{sentenceOf(clock, today)}</p>
      {clock.days.length > 0 && <Weeks clock={clock} today={today} />}
      {clock.unit !== 'hour' && (
        <dl className="exceptions">
          <dt>
            {EXPLAIN_TEXTS.notCounted}
            <span>{dayWords(start, today)}</span>
          </dt>
          <dd>
            {EXPLAIN_TEXTS.startNotCounted}
            {startBasis.length > 0 && <small>{startBasis.join('；')}</small>}
          </dd>
          {exceptions.map((line) => (
            <Exception key={line.from} line={line} today={today} />
          ))}
        </dl>
      )}
      {provisional !== null && <p>{provisional}</p>}
      <footer>
        <span>{sumWords(clock)}</span>
        <CopyButton
          plain
          label={EXPLAIN_TEXTS.copy}
          text={() => plainText(clock, exceptions, today)}
        />
      </footer>
      {clock.basis.length > 0 && (
        <small>
          {EXPLAIN_TEXTS.basis}
          {clock.basis.join('；')}
        </small>
      )}
    </section>
  );
}

function Weeks({ clock, today }: { readonly clock: ClockExplanation; readonly today: string }) {
  return (
    <table className="weeks">
      <thead>
        <tr>
          {EXPLAIN_TEXTS.weekdays.map((day) => (
            <th key={day} scope="col">
              {day}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(clock).map((line) =>
          line.kind === 'week' ? (
            <tr key={line.cells[0]?.date}>
              {line.cells.map((cell) => (
                <Day key={cell.date} cell={cell} />
              ))}
            </tr>
          ) : (
            <tr key={line.from}>
              <td colSpan={7} className="day-folded">
                {EXPLAIN_TEXTS.folded(
                  dayWords(line.from, today),
                  dayWords(line.to, today),
                  line.counted,
                )}
              </td>
            </tr>
          ),
        )}
      </tbody>
    </table>
  );
}

function Day({ cell }: { readonly cell: DayCell }) {
  const date = String(Number(cell.date.slice(8)));
  return (
    <td className={`day day-${cell.as}`}>
      {cell.as === 'skipped' || cell.as === 'start' ? <s>{date}</s> : <span>{date}</span>}
      <small>{under(cell)}</small>
    </td>
  );
}

function under({ as, number, day }: DayCell): string {
  if (as === 'start') return EXPLAIN_TEXTS.startDay;
  if (number !== null)
    return day?.as === 'makeup'
      ? `${EXPLAIN_TEXTS.number(number)} ${EXPLAIN_TEXTS.makeup}`
      : EXPLAIN_TEXTS.number(number);
  switch (day?.as) {
    case 'weekend':
      return EXPLAIN_TEXTS.weekend;
    case 'holiday':
      return day.because ?? EXPLAIN_TEXTS.notCounted;
    case 'rolled':
      return EXPLAIN_TEXTS.rolled;
    case 'paused':
      return EXPLAIN_TEXTS.notCounted;
    default:
      return '';
  }
}

function Exception({ line, today }: { readonly line: ExceptionLine; readonly today: string }) {
  const { word, what } = exceptionWords(line);
  return (
    <>
      <dt>
        {word}
        <span>{spanOfDays(line.from, line.to, today)}</span>
      </dt>
      <dd>
        {what}
        {line.notice !== null && <small>{line.notice}</small>}
      </dd>
    </>
  );
}

/** The explanation as lines for a file note. */
function plainText(
  clock: ClockExplanation,
  exceptions: readonly ExceptionLine[],
  today: string,
): string {
  const provisional = provisionalWords(clock);
  return [
    sentenceOf(clock, today),
    ...(clock.due === null ? [] : [`${clock.term}：${dayWords(clock.due, '')}`]),
    ...exceptions.map((line) => {
      const { word, what } = exceptionWords(line);
      return [word, spanOfDays(line.from, line.to, today), what, line.notice ?? '']
        .join(' ')
        .trim();
    }),
    sumWords(clock),
    ...(provisional === null ? [] : [provisional]),
    ...(clock.basis.length > 0 ? [`${EXPLAIN_TEXTS.basis}${clock.basis.join('；')}`] : []),
  ].join('\n');
}
