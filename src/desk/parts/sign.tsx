/** The few signs of the desk, drawn in the colour of the text beside them. */
const PATHS = {
  stop: 'M8 1.2a6.8 6.8 0 1 0 0 13.6A6.8 6.8 0 0 0 8 1.2Zm0 1.5a5.3 5.3 0 1 1 0 10.6A5.3 5.3 0 0 1 8 2.7ZM7.25 4.6h1.5v4.3h-1.5zm0 5.4h1.5v1.5h-1.5z',
  search:
    'M7 2a5 5 0 1 0 3 9l3 3 1-1-3-3a5 5 0 0 0-4-8Zm0 1.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7Z',
  menu: 'M1.5 3h13v1.5h-13zm0 4.25h13v1.5h-13zm0 4.25h13V13h-13z',
  close:
    'M3.5 2.4 8 6.9l4.5-4.5 1.1 1.1L9.1 8l4.5 4.5-1.1 1.1L8 9.1l-4.5 4.5-1.1-1.1L6.9 8 2.4 3.5z',
  down: 'm3 5.5 5 5 5-5-1-1-4 4-4-4z',
  lock: 'M5 7V5a3 3 0 0 1 6 0v2h1.5v7h-9V7Zm1.5 0h3V5a1.5 1.5 0 0 0-3 0ZM5 8.5v4h6v-4Z',
  table: 'M1.5 2h13v12h-13Zm1.5 4v2h3V6Zm4.5 0v2H13V6ZM3 9.5v3h3v-3Zm4.5 0v3H13v-3Z',
  document: 'M3 1h7l3 3v11H3Zm1.5 1.5v11h7V5H9V2.5ZM6 7h4v1.2H6Zm0 2.5h4v1.2H6Z',
  play: 'M4 2.5 13 8l-9 5.5z',
  tick: 'm2.5 8.3 1.1-1.1L6.5 10l6-6 1.1 1.1-7.1 7.1z',
  print:
    'M4 1.5h8V5h2.5v6.5H12v3H4v-3H1.5V5H4Zm1.5 1.5v2h5V3ZM3 6.5V10h1V8.5h8V10h1V6.5Zm2.5 3.5v3h5v-3Z',
  met: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Zm0 1.3a5.2 5.2 0 1 1 0 10.4A5.2 5.2 0 0 1 8 2.8ZM4.9 8.2l.9-.9 1.5 1.5 3-3 .9.9-3.9 3.9z',
  'not-met': 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM4.8 7.2h6.4v1.6H4.8z',
  judge:
    'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Zm0 1.3a5.2 5.2 0 1 1 0 10.4A5.2 5.2 0 0 1 8 2.8ZM8 2.8v10.4A5.2 5.2 0 0 1 8 2.8z',
} as const;
export type SignName = keyof typeof PATHS;

export function Sign({ name, size = 16 }: { readonly name: SignName; readonly size?: number }) {
  return (
    <svg className="sign" viewBox="0 0 16 16" width={size} height={size} aria-hidden="true">
      <path fill="currentColor" d={PATHS[name]} />
    </svg>
  );
}
