/** The filter of a list lives in the address bar: it can be sent to somebody, and is there after going back. */
import { useSearchParams } from 'react-router';
import type { Query } from '../api/client.ts';

export interface Filter<K extends string> {
  readonly values: Readonly<Record<K, string>>;
  /** For the API: without what is empty. */
  readonly query: Query;
  readonly isSet: boolean;
  readonly set: (name: K, value: string) => void;
  readonly clear: () => void;
}

export function useFilter<const K extends string>(names: readonly K[]): Filter<K> {
  const [search, setSearch] = useSearchParams();
  const entries = names.map((name) => [name, search.get(name) ?? ''] as const);
  return {
    values: Object.fromEntries(entries) as Record<K, string>, // one entry for each name
    query: Object.fromEntries(entries.filter(([, value]) => value !== '')),
    isSet: entries.some(([, value]) => value !== ''),
    set: (name, value) =>
      setSearch(
        (now) => {
          const next = new URLSearchParams(now);
          if (value === '') next.delete(name);
          else next.set(name, value);
          return next;
        },
        { replace: true },
      ),
    clear: () => setSearch({}, { replace: true }),
  };
}
