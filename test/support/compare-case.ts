/**
 * Compares what a rehearsal printed with what a worked case expects (rehearsal format §13): only what
 * is expected is compared; lists with a key are matched by it; refusals of an act are exact; other
 * arrays are sets; `absent` names what must not appear.
 */
const KEYED: Readonly<Record<string, string>> = {
  acts: 'n',
  clocks: 'id',
  channels: 'channel',
  av: 'act',
};

/** Every difference as a line `path: expected …, found …`; empty when the output is as expected. */
export function differences(expected: unknown, actual: unknown, path = ''): string[] {
  if (Array.isArray(expected))
    return Array.isArray(actual)
      ? listDifferences(expected, actual, path)
      : [difference(path, expected, actual)];
  if (!isRecord(expected))
    return Object.is(expected, actual) ? [] : [difference(path, expected, actual)];
  if (!isRecord(actual)) return [difference(path, expected, actual)];
  return Object.entries(expected).flatMap(([key, value]) => {
    if (key === 'basis') return [];
    if (key === 'absent') return presentThough(value, actual, `${path}/absent`);
    return key in actual
      ? differences(value, actual[key], `${path}/${key}`)
      : [`${path}/${key}: missing`];
  });
}

function listDifferences(expected: unknown[], actual: unknown[], path: string): string[] {
  const name = path.split('/').at(-1) ?? '';
  const key = KEYED[name];
  if (key !== undefined) return expected.flatMap((one) => matched(one, actual, key, path));
  if (name === 'refusals') {
    const extra = actual.filter(
      (one) => !expected.some((wanted) => field(wanted, 'code') === field(one, 'code')),
    );
    return [
      ...expected.flatMap((one) => matched(one, actual, 'code', path)),
      ...extra.map((one) => `${path}: unexpected ${JSON.stringify(field(one, 'code'))}`),
    ];
  }
  if (name === 'warnings')
    return expected
      .filter((wanted) => !actual.some((one) => differences(wanted, one).length === 0))
      .map((wanted) => `${path}: no ${JSON.stringify(wanted)}`);
  const sorted = (list: unknown[]) => list.map((one) => JSON.stringify(one)).sort();
  return JSON.stringify(sorted(expected)) === JSON.stringify(sorted(actual))
    ? []
    : [difference(path, expected, actual)];
}

function matched(expected: unknown, actual: unknown[], key: string, path: string): string[] {
  const wanted = field(expected, key);
  const found = actual.find((one) => field(one, key) === wanted);
  return found === undefined
    ? [`${path}[${key}=${String(wanted)}]: missing`]
    : differences(expected, found, `${path}[${key}=${String(wanted)}]`);
}

function presentThough(absent: unknown, run: Record<string, unknown>, path: string): string[] {
  if (!isRecord(absent)) return [`${path}: not an object`];
  const present: Record<string, unknown[]> = {
    warnings: list(run['warnings']).map((one) => field(one, 'code')),
    clocks: list(run['clocks']).map((one) => field(one, 'id')),
    channels: list(field(run['publication'], 'channels')).map((one) => field(one, 'channel')),
  };
  return Object.entries(absent).flatMap(([kind, names]) =>
    list(names)
      .filter((name) => present[kind]?.includes(name))
      .map((name) => `${path}/${kind}: ${String(name)} is present`),
  );
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const field = (value: unknown, key: string): unknown => (isRecord(value) ? value[key] : undefined);
const difference = (path: string, expected: unknown, actual: unknown): string =>
  `${path}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(actual)}`;
