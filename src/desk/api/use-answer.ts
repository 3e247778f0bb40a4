/** Answers of the API inside components: kept, refreshed, typed by name. */
import {
  keepPreviousData,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useCallback } from 'react';
import type { AnswerName, Answers } from '../../http/answers.ts';
import { get, type Query } from './client.ts';

export interface AnswerOptions {
  /** False: do not ask yet. */
  readonly enabled?: boolean;
  /** Milliseconds after which to ask again, again and again. */
  readonly every?: number;
}

/**
 * The answer of `GET /api{path}`, which answers under `name`. While another query of the same page is on its way the old
 * answer stays. `error` is a Problem or NetworkLost.
 */
export function useAnswer<N extends AnswerName>(
  name: N,
  path: string,
  query: Query = {},
  options: AnswerOptions = {},
): UseQueryResult<Answers[N]> {
  return useQuery<Answers[N]>({
    queryKey: [name, path, query],
    queryFn: ({ signal }) => get<N>(path, query, signal),
    placeholderData: keepPreviousData,
    enabled: options.enabled ?? true,
    refetchInterval: options.every ?? false,
  });
}

/** Asks again for everything on the page; after a command the file, its clocks and every list may be other. */
export function useRefresh(): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(() => client.invalidateQueries(), [client]);
}
