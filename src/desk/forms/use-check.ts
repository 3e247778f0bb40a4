/** Asks the server, while a form is filled in, what would be refused and why. Nothing is recorded by asking. */
import { useEffect, useState } from 'react';
import type { FormView, VerdictView } from '../../matter/matter.api.ts';
import { sendCommand } from '../api/client.ts';
import { bodyOf, type FormState, type Sending } from './form-values.ts';
import { verdictIn } from './verdict-in.ts';

export interface Check {
  /** The latest verdict; null before the first. */
  readonly verdict: VerdictView | null;
  readonly state: 'asking' | 'known' | 'failed';
  /** What came instead of a verdict, where that failed: NetworkLost, or a Problem that is not about the form. */
  readonly problem: unknown;
}

interface Asked {
  /** What was asked about, as it was sent. */
  readonly body: string;
  readonly verdict: VerdictView | null;
  readonly problem: unknown;
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
        if (!left) setAsked({ body, verdict, problem: null });
      } catch (error) {
        const verdict = verdictIn(error);
        if (left) return;
        setAsked((before) =>
          verdict === null
            ? { body, verdict: before?.verdict ?? null, problem: error }
            : { body, verdict, problem: null },
        );
      }
    }
    const timer = setTimeout(() => void ask(), SETTLES);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [matter, form.act, body]);
  if (asked === null || asked.body !== body)
    return { verdict: asked?.verdict ?? null, state: 'asking', problem: null };
  const { verdict, problem } = asked;
  return { verdict, state: problem === null ? 'known' : 'failed', problem };
}
