/** Who waits for me, and whom I wait for. */
import type { UseQueryResult } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link } from 'react-router';
import type { Answers } from '../../http/answers.ts';
import type { TaskView } from '../../matter/matter.api.ts';
import { taskWords } from '../../matter/task.texts.ts';
import { chipOfTask } from '../parts/chip.ts';
import { Loaded } from '../parts/loaded.tsx';
import { QUEUE_TEXTS } from './queue.texts.ts';
import { taskAddress } from './task-list.tsx';
import { useTerms } from './use-terms.ts';

export interface AskedProps {
  readonly title: string;
  readonly answer: UseQueryResult<Answers['Tasks']>;
  /** Which of its tasks stand here. */
  readonly tasks: (tasks: readonly TaskView[]) => TaskView[];
  readonly today: string;
  readonly empty: string;
  /** Whether these are mine to do. */
  readonly isMine?: boolean;
}

export function Asked({ title, answer, tasks, today, empty, isMine = false }: AskedProps) {
  const termOf = useTerms();
  return (
    <section className="asked">
      <Loaded of={answer} lines={3}>
        {(data) => {
          const own = tasks(data.tasks);
          return (
            <>
              <h2>
                {title} <small>{own.length}</small>
              </h2>
              {own.length === 0 && <p className="note">{empty}</p>}
              <ul>
                {own.map((task) => (
                  <li key={`${task.matter}:${task.kind}:${task.askedSeq}`}>
                    <div>
                      {isMine && (
                        <p>
                          <strong>{task.askedBy?.name}</strong> <small>{task.askedBy?.post}</small>
                        </p>
                      )}
                      <p>{taskWords(task, termOf)}</p>
                      <small>
                        {task.party}　{task.subject}
                      </small>
                    </div>
                    <div className="asked-side">
                      <small>{chipOfTask(task, today)?.words}</small>
                      <Link
                        to={isMine ? taskAddress(task) : `/matters/${task.matter}`}
                        tabIndex={-1}
                      >
                        <Button size="small">
                          {isMine ? QUEUE_TEXTS.handle : QUEUE_TEXTS.view}
                        </Button>
                      </Link>
                    </div>
                  </li>
                ))}
              </ul>
            </>
          );
        }}
      </Loaded>
    </section>
  );
}
