/** A thin line under the bar when an answer takes longer than 400 ms. The old data stays below it. */
import { useIsFetching, useIsMutating } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useNavigation } from 'react-router';

const PATIENCE = 400;

export function WaitingLine() {
  const isWaiting = useIsFetching() + useIsMutating() > 0;
  const isGoing = useNavigation().state !== 'idle';
  const [shown, setShown] = useState(false);
  const busy = isWaiting || isGoing;
  useEffect(() => {
    if (!busy) return undefined;
    const timer = setTimeout(() => setShown(true), PATIENCE);
    return () => {
      clearTimeout(timer);
      setShown(false);
    };
  }, [busy]);
  return <div className="waiting-line" data-shown={shown} aria-hidden="true" />;
}
