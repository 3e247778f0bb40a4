/** `G` and then `Q M R P`: to the queue, the matters, the reviews, the publicity. */
import { useRef } from 'react';
import { useNavigate } from 'react-router';
import { useSession } from '../account/session.ts';
import type { Word } from '../pages.ts';
import { barWords } from '../shell/page-list.ts';
import { useKeys } from './use-keys.ts';

/** Milliseconds within which the second key must follow. */
const TOGETHER = 1200;
const GO: Readonly<Record<string, Word>> = {
  Q: 'queue',
  M: 'matters',
  R: 'review',
  P: 'publicity',
};

export function useGoKeys(): void {
  const navigate = useNavigate();
  const { person } = useSession();
  const began = useRef(0);
  const go = (word: Word) => (): boolean => {
    const follows = performance.now() - began.current < TOGETHER;
    began.current = 0;
    const to = barWords(person).find((one) => one.word === word)?.to;
    if (!follows || to === undefined) return false;
    void navigate(to);
    return true;
  };
  useKeys(
    {
      G: () => {
        began.current = performance.now();
      },
      ...Object.fromEntries(Object.entries(GO).map(([key, word]) => [key, go(word)])),
    },
    true,
    true,
  );
}
