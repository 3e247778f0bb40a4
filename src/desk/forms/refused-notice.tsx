/** The head did not approve what was asked for: who, when, why. The form below starts from it. */
import type { RefusedView } from '../../matter/matter.api.ts';
import { serverNow } from '../api/server-clock.ts';
import { Sign } from '../parts/sign.tsx';
import { dayOf, momentWords } from '../words/dates.ts';
import { FORM_TEXTS } from './form.texts.ts';

export function RefusedNotice({ refused: { by, at, reason } }: { readonly refused: RefusedView }) {
  return (
    <div className="problem forms-refused">
      <Sign name="stop" />
      <p>
        <strong>{FORM_TEXTS.refused(by?.name ?? '', momentWords(at, dayOf(serverNow())))}</strong>
        {reason}
      </p>
    </div>
  );
}
