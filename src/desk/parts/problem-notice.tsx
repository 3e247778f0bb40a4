/** What went wrong, in place: title, what to do, refusals of law with their articles. Ink, never red. */
import { Button } from 'antd';
import { Problem, wordsOf } from '../api/problem.ts';
import { PARTS_TEXTS } from './parts.texts.ts';
import { Refusals } from './refusals.tsx';
import { Sign } from './sign.tsx';

export interface ProblemNoticeProps {
  /** Problem, NetworkLost or anything thrown; nothing is shown for null. */
  readonly problem: unknown;
  /** Pointers of fields that show their fault themselves; other faults are listed here. */
  readonly shown?: readonly string[];
  readonly retry?: () => void;
}

export function ProblemNotice({ problem, shown = [], retry }: ProblemNoticeProps) {
  if (problem === null || problem === undefined) return null;
  const { title, detail } = wordsOf(problem);
  const refusals = problem instanceof Problem ? problem.refusals : [];
  const faults =
    problem instanceof Problem
      ? problem.problems.filter(({ pointer }) => !shown.includes(pointer))
      : [];
  return (
    <div className="problem" role="alert">
      <Sign name="stop" />
      <div>
        {refusals.length > 0 ? (
          <Refusals refusals={refusals} />
        ) : (
          <>
            <strong>{detail.startsWith(title) ? detail : title}</strong>
            {!detail.startsWith(title) && <p>{detail}</p>}
          </>
        )}
        {faults.length > 0 && (
          <ul>
            {faults.map(({ pointer, message }) => (
              <li key={pointer}>{message}</li>
            ))}
          </ul>
        )}
        {retry && (
          <Button size="small" onClick={retry}>
            {PARTS_TEXTS.retry}
          </Button>
        )}
      </div>
    </div>
  );
}
