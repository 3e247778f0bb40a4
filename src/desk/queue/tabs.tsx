/** 我的, 本股, 超期, 已办: which tasks the list shows, and the keys that move in it. */
import { KeyCap } from '../parts/key-cap.tsx';
import { QUEUE_TEXTS } from './queue.texts.ts';

export const TABS = ['mine', 'unit', 'overdue', 'done'] as const;
export type TabKey = (typeof TABS)[number];

export interface TabsProps {
  readonly tab: TabKey;
  readonly onChange: (tab: TabKey) => void;
  readonly unitName: string;
  readonly counts: {
    readonly mine: number | undefined;
    readonly unit: number | undefined;
    readonly overdue: number | undefined;
  };
}

export function Tabs({ tab, onChange, unitName, counts }: TabsProps) {
  const tabs: readonly (readonly [TabKey, string, number | undefined])[] = [
    ['mine', QUEUE_TEXTS.mine, counts.mine],
    ['unit', QUEUE_TEXTS.unit(unitName), counts.unit],
    ['overdue', QUEUE_TEXTS.overdueOnly, counts.overdue],
    ['done', QUEUE_TEXTS.done, undefined],
  ];
  return (
    <div className="queue-tabs">
      <div role="group" aria-label={QUEUE_TEXTS.label}>
        {tabs.map(([key, words, count]) => (
          <button key={key} type="button" aria-pressed={tab === key} onClick={() => onChange(key)}>
            {words}
            {count !== undefined && ` ${count}`}
          </button>
        ))}
      </div>
      <p className="note queue-keys">
        {QUEUE_TEXTS.sorted}
        <KeyCap>J</KeyCap>
        <KeyCap>K</KeyCap>
        {QUEUE_TEXTS.moves}
        <KeyCap>Enter</KeyCap>
        {QUEUE_TEXTS.opens}
        <KeyCap>Y</KeyCap>
        {QUEUE_TEXTS.why}
      </p>
    </div>
  );
}
