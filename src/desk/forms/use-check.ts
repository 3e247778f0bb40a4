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

interface Asked {
  /** What was asked about, as it was sent. */
  readonly body: string;
  readonly verdict: VerdictView | null;
  readonly isFailed: boolean;
}

/** Milliseconds without a key before the server is asked. */
const SETTLES = 700;

export function useCheck(
  matter: string,
  form: FormView,
  state: FormState,
  sending: Sending,
): Check {
  const [asked, setAsked] = useState<Asked | null>(null);
  const body = JSON.stringify(bodyOf(form, state, sending));
  useEffect(() => {
    let left = false;
    async function ask(): Promise<void> {
      const path = `/matters/${matter}/acts/${form.act}/check`;
      try {
        const verdict = await sendCommand<'Verdict'>('POST', path, JSON.parse(body));
        if (!left) setAsked({ body, verdict, isFailed: false });
      } catch {
        if (!left)
          setAsked((before) => ({ body, verdict: before?.verdict ?? null, isFailed: true }));
      }
    }
    const timer = setTimeout(() => void ask(), SETTLES);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [matter, form.act, body]);
  if (asked === null || asked.body !== body)
    return { verdict: asked?.verdict ?? null, state: 'asking' };
  return { verdict: asked.verdict, state: asked.isFailed ? 'failed' : 'known' };
}
