/** How answers are kept: old data stays while new is fetched, and what the server refused is not asked again. */
import { QueryClient } from '@tanstack/react-query';
import { NetworkLost } from './problem.ts';

/** Milliseconds for which an answer is taken as fresh. */
const FRESH = 15_000;

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: FRESH,
        retry: (count, error) => error instanceof NetworkLost && count < 2,
      },
      // A command is tried at once, also without a network, so that the person is told.
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
