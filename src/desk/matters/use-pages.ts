/** Matters page by page. */
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { get, type Query } from '../api/client.ts';

/** The pages fetched so far for a filter; `fetchNextPage` takes the next. */
export function usePages(query: Query) {
  return useInfiniteQuery({
    queryKey: ['Matters', '/matters', query],
    queryFn: ({ pageParam, signal }) =>
      get<'Matters'>('/matters', { ...query, after: pageParam ?? undefined }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });
}
