/** An answer on the page: grey lines until it is there first, the problem where it never came, old data while new is fetched. */
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Lines } from './lines.tsx';
import { ProblemNotice } from './problem-notice.tsx';

export interface LoadedProps<T> {
  readonly of: UseQueryResult<T>;
  readonly lines?: number;
  readonly children: (data: T) => ReactNode;
}

export function Loaded<T>({ of, lines = 6, children }: LoadedProps<T>) {
  const { data, error, isPending, refetch } = of;
  if (data !== undefined)
    return (
      <>
        {error && <ProblemNotice problem={error} retry={() => void refetch()} />}
        {children(data)}
      </>
    );
  if (error) return <ProblemNotice problem={error} retry={() => void refetch()} />;
  return isPending ? <Lines count={lines} /> : null;
}
