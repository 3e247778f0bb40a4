/** The tripod: ears, rim, one incised line, belly, three legs. */
const PATH =
  'M5 8V1h7v7h-2V3H7v5zM20 8V1h7v7h-2V3h-3v5zM2 8h28v3H2zM4 13h24v3c0 1.9-.5 3.5-1.4 4.8L28 31h-4l-2-7.2c-1.2.5-2.6.8-4 1V31h-4v-6.2c-1.4-.2-2.8-.5-4-1L8 31H4l1.4-10.2C4.5 19.5 4 17.9 4 16z';

export function Mark({ size }: { readonly size: number }) {
  return (
    <svg
      className="mark"
      viewBox="0 0 32 32"
      width={size}
      height={size}
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATH} />
    </svg>
  );
}

/** The mark as a file of its own, for the browser's tab. */
export const MARK_FILE = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="#6B4A16" d="${PATH}"/></svg>`;
