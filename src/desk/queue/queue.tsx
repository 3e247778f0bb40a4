/** 待办: one list grouped by time; beside it who waits for me, and whom I wait for. */
import { Button } from 'antd';
import { Link } from 'react-router';
import type { TaskView } from '../../matter/matter.api.ts';
import { useHas, useSession } from '../account/session.ts';
import { address } from '../api/client.ts';
import { serverNow } from '../api/server-clock.ts';
import { useAnswer } from '../api/use-answer.ts';
import { Loaded } from '../parts/loaded.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { useFilter } from '../parts/use-filter.ts';
import { dayOf, dayWords, weekdayWords } from '../words/dates.ts';
import { Asked } from './asked.tsx';
import { DoneList } from './done-list.tsx';
import { askedOf, countGroups, groupOf } from './groups.ts';
import { QUEUE_TEXTS, summaryWords } from './queue.texts.ts';
import { TaskList } from './task-list.tsx';
import { TABS, Tabs } from './tabs.tsx';

export function Queue() {
  const { person } = useSession();
  const mayBegin = useHas('officer', 'unit-head');
  const filter = useFilter(['tab']);
  const tab = TABS.find((one) => one === filter.values.tab) ?? 'mine';
  const today = dayOf(serverNow());
  const mine = useAnswer('Tasks', '/queue', { scope: 'mine' });
  const unit = useAnswer('Tasks', '/queue', { scope: 'unit' });
  const asked = useAnswer('Tasks', '/queue', { scope: 'asked' });
  const counts = countGroups(mine.data?.tasks ?? []);
  const shown = tab === 'unit' ? unit : mine;
  return (
    <div className="page queue">
      <section>
        <PageHead
          title={`${dayWords(today, today)}　${weekdayWords(today)}`}
          subtitle={summaryWords(counts) || QUEUE_TEXTS.nothingUrgent}
          siblings={false}
          {...(mayBegin
            ? {
                actions: (
                  <Link to="/matters/begin" tabIndex={-1}>
                    <Button type="primary">{QUEUE_TEXTS.begin}</Button>
                  </Link>
                ),
              }
            : {})}
        />
        <Tabs
          tab={tab}
          onChange={(next) => filter.set('tab', next === 'mine' ? '' : next)}
          unitName={person.unit.name}
          counts={{
            mine: mine.data?.tasks.length,
            unit: unit.data?.tasks.length,
            overdue: mine.data && counts.overdue,
          }}
        />
        {tab === 'done' ? (
          <DoneList today={today} />
        ) : (
          <Loaded of={shown}>
            {({ tasks }) => (
              <TaskList
                key={tab}
                tasks={tab === 'overdue' ? tasks.filter(isOverdue) : tasks}
                today={today}
                onlyOverdue={tab === 'overdue'}
                exportTo={address('/queue', {
                  scope: tab === 'unit' ? 'unit' : 'mine',
                  format: 'xlsx',
                })}
              />
            )}
          </Loaded>
        )}
      </section>
      <aside>
        <Asked
          title={QUEUE_TEXTS.waitingForYou}
          answer={mine}
          tasks={askedOf}
          today={today}
          empty={QUEUE_TEXTS.nothingWaits}
          isMine
        />
        <Asked
          title={QUEUE_TEXTS.youWaitFor}
          answer={asked}
          tasks={(tasks) => [...tasks]}
          today={today}
          empty={QUEUE_TEXTS.nothingAsked}
        />
      </aside>
    </div>
  );
}

function isOverdue(task: TaskView): boolean {
  return groupOf(task) === 'overdue';
}
