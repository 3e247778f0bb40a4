/** A browser and system from what a browser says of itself. Pure. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/Edg\/(\d+)/, 'Edge'],
  [/Firefox\/(\d+)/, 'Firefox'],
  [/Chrome\/(\d+)/, 'Chrome'],
  [/Version\/(\d+).*Safari/, 'Safari'],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/Windows/, 'Windows'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

/** Chrome 147，Linux; null for what says nothing. */
export function deviceWords(agent: string): string | null {
  const browser = BROWSERS.flatMap(([pattern, name]) => {
    const match = pattern.exec(agent);
    return match ? [`${name} ${match[1]}`] : [];
  })[0];
  const system = SYSTEMS.find(([pattern]) => pattern.test(agent))?.[1];
  const words = [browser, system].filter((one) => one !== undefined);
  return words.length === 0 ? agent.slice(0, 60) || null : words.join('，');
}
