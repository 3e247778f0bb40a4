/** Addresses of the portal. They are stable: what was published once stays where it was, or says there why it is gone. Pure. */

export type RequestKind = 'correction' | 'objection' | 'complaint' | 'disclosure';

export interface Links {
  home(year?: number): string;
  list(query?: Readonly<Record<string, string | readonly string[]>>): string;
  entry(entry: string): string;
  entryData(entry: string): string;
  version(entry: string, version: number): string;
  proof(entry: string, version: number): string;
  check(number?: string): string;
  notices(item?: string): string;
  procedure(id: string): string;
  request(kind: RequestKind, of?: { readonly entry: string; readonly field?: string }): string;
  received(kind: RequestKind, receipt: string): string;
  about(part?: string): string;
  data(): string;
  feed(): string;
  /** The page `path` in the size of type this reader does not have now. */
  otherSize(path: string): string;
}

/** Query parameter that asks for large type; every link of a large page carries it. */
export const LARGE = 'large';

/** Addresses of one bureau's pages, for a reader of large type or not. */
export function linksOf(bureau: string, large: boolean): Links {
  const base = `/${encodeURIComponent(bureau)}`;
  const at = (path: string, query: Query = {}, part?: string) =>
    `${address(`${base}${path}`, large ? { ...query, [LARGE]: '1' } : query)}${part === undefined ? '' : `#${part}`}`;
  const entryPath = (entry: string) => `/decisions/${encodeURIComponent(entry)}`;
  return {
    home: (year) => at('', year === undefined ? {} : { year: String(year) }),
    list: (query) => at('/decisions', query),
    entry: (entry) => at(entryPath(entry)),
    entryData: (entry) => `${base}${entryPath(entry)}/data.json`,
    version: (entry, version) => at(`${entryPath(entry)}/versions/${version}`),
    proof: (entry, version) => `${base}${entryPath(entry)}/versions/${version}/proof`,
    check: (number) => at('/check', number === undefined ? {} : { number }),
    notices: (item) => at('/notices', {}, item),
    procedure: (id) => at(`/procedures/${encodeURIComponent(id)}`),
    request: (kind, of) => at(`/requests/${kind}`, { ...of }),
    received: (kind, receipt) => at(`/requests/${kind}/received`, { receipt }),
    about: (part) => at('/about', {}, part),
    data: () => `${base}/decisions.json`,
    feed: () => `${base}/feed.atom`,
    otherSize: (path) => {
      const { pathname, searchParams } = new URL(path, 'http://portal');
      if (large) searchParams.delete(LARGE);
      else searchParams.set(LARGE, '1');
      const query = searchParams.toString();
      return query === '' ? pathname : `${pathname}?${query}`;
    },
  };
}

type Query = Readonly<Record<string, string | readonly string[]>>;

function address(path: string, query: Query): string {
  const parameters = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) =>
      (typeof value === 'string' ? [value] : value).map((one): [string, string] => [name, one]),
    ),
  ).toString();
  return parameters === '' ? path : `${path}?${parameters}`;
}
