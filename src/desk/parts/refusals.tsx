/** Everything the law says against an act at once, each with its articles and its code. */
import type { RefusalView } from '../../matter/matter.api.ts';

export function Refusals({ refusals }: { readonly refusals: readonly RefusalView[] }) {
  return (
    <ul className="refusals">
      {refusals.map(({ code, title, help, basis }) => (
        <li key={code} title={code}>
          <strong>{title}</strong>
          {help !== '' && <p>{help}</p>}
          {basis.length > 0 && <small>{basis.join('；')}</small>}
        </li>
      ))}
    </ul>
  );
}
