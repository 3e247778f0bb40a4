/** 已办: what this person recorded lately. */
import { Empty } from '../parts/empty.tsx';
import { QUEUE_TEXTS } from './queue.texts.ts';

export function DoneList() {
  return <Empty>{QUEUE_TEXTS.noDone}</Empty>;
}
