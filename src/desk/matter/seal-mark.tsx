/** Whether something is in the log: an empty square, a half one on its way, a ticked one. Never a lock, never green. */
export type SealState = 'open' | 'half' | 'sealed';

export function SealMark({ state }: { readonly state: SealState }) {
  return (
    <svg className="sign" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
      <rect
        x="0.75"
        y="0.75"
        width="10.5"
        height="10.5"
        rx="1.5"
        fill={state === 'sealed' ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth="1.5"
      />
      {state === 'half' && <path d="M1 11V1h5v10z" fill="currentColor" />}
      {state === 'sealed' && (
        <path d="m3 6.2 2.2 2.1L9.2 4" fill="none" stroke="#fff" strokeWidth="1.5" />
      )}
    </svg>
  );
}
