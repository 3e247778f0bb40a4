/** Asks the server, while a form is filled in, what would be refused and why. Nothing is recorded by asking. */
import { useEffect, useState } from 'react';
import type { FormView, VerdictView } from '../../matter/matter.api.ts';
import { sendCommand } from '../api/client.ts';
import { bodyOf, type FormState, type Sending } from './form-values.ts';

export interface Check {
  /** The latest answer; null before the first. */
  readonly verdict: VerdictView | null;
  readonly state: 'asking' | 'known' | 'failed';
}

/** Milliseconds without a key before the server is asked. */
const SETTLES = 700;

export function useCheck(
  matter: string,
  form: FormView,
  state: FormState,
  sending: Sending,
): Check {
  const [check, setCheck] = useState<Check>({ verdict: null, state: 'asking' });
  const body = JSON.stringify(bodyOf(form, state, sending));
  useEffect(() => {
    let left = false;
    setCheck(({ verdict }) => ({ verdict, state: 'asking' }));
    const timer = setTimeout(() => {
      const asked: unknown = JSON.parse(body);
      sendCommand<'Verdict'>('POST', `/matters/${matter}/acts/${form.act}/check`, asked).then(
        (verdict) => {
          if (!left) setCheck({ verdict, state: 'known' });
        },
        () => {
          if (!left) setCheck(({ verdict }) => ({ verdict, state: 'failed' }));
        },
      );
    }, SETTLES);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [matter, form.act, body]);
  return check;
}
