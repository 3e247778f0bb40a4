/** A matter being begun: its draft, its faults, and sending it once. */
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { FormView } from '../../matter/matter.api.ts';
import { useSession } from '../account/session.ts';
import { newId, sendCommand } from '../api/client.ts';
import { type FieldFault, Problem } from '../api/problem.ts';
import { serverNow } from '../api/server-clock.ts';
import { useRefresh } from '../api/use-answer.ts';
import { useDraft } from '../api/use-draft.ts';
import type { FormStore } from '../forms/form-context.ts';
import { fieldPointers } from '../forms/form-fields.ts';
import { isValues, withValue } from '../forms/form-values.ts';
import { placeFaults, type PlacedFaults } from '../forms/pointers.ts';
import { focusFirst } from '../forms/focus.ts';
import { momentText } from '../words/dates.ts';
import {
  beginBody,
  type Beginning,
  codeFaults,
  faultsOf,
  parseBeginning,
  placeOf,
  startBegin,
  withProcedure,
} from './begin.ts';
import { beginFields } from './fields.ts';

const DRAFT = 'begin';

export interface Begin {
  readonly beginning: Beginning;
  readonly isReady: boolean;
  /** Whether something was found that had been typed earlier. */
  readonly isFound: boolean;
  readonly savedAt: string | null;
  /** What another window wrote in the same form; null for nothing. */
  readonly other: Beginning | null;
  /** Goes on with what was written here, or in the other window. */
  readonly take: (which: 'mine' | 'other') => void;
  readonly sending: boolean;
  readonly problem: unknown;
  readonly faults: PlacedFaults;
  /** The matter exists already: an earlier attempt did arrive. */
  readonly isAlready: boolean;
  /** What the controls read and write. */
  readonly store: FormStore;
  readonly send: () => Promise<void>;
  readonly startAgain: () => void;
}

export function useBegin(form: FormView, procedure: string): Begin {
  const { person } = useSession();
  const navigate = useNavigate();
  const refresh = useRefresh();
  const [fresh] = useState(() => freshBeginning(form, procedure, person));
  const kept = useDraft(DRAFT, fresh, parseBeginning, true);
  const beginning =
    kept.value.procedure === procedure && hasDocuments(kept.value, form)
      ? kept.value
      : withProcedure(kept.value, procedure, form, person);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [isTried, setTried] = useState(false);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [isAlready, setAlready] = useState(false);
  const [found, setFound] = useState<boolean | null>(null);
  const busy = useRef(false);
  if (kept.state === 'ready' && found === null) setFound(kept.value !== fresh);

  const { state } = beginning;
  const { party } = state.fields;
  const fields = beginFields(isValues(party) ? party['kind'] : undefined);
  const pointers = new Set(fieldPointers({ ...form, fields: [...fields, ...form.fields] }, state));
  const local = faultsOf(form, fields, state, serverNow());
  const told = problem instanceof Problem ? placed(problem) : [];
  const shown = isTried ? local : typedFaults(party, touched);
  const faults = placeFaults([...shown, ...told], pointers);

  // A new one each time: the form is short, and every control may be drawn again at every key.
  const store: FormStore = {
    subscribe: () => () => {},
    state: () => state,
    faultsOf: (pointer) => faults.byField.get(pointer) ?? [],
    set(path, value) {
      setProblem(null);
      kept.set({ ...beginning, state: withValue(state, path, value) });
    },
    touch: (pointer) =>
      setTouched((before) => (before.has(pointer) ? before : new Set([...before, pointer]))),
  };

  const goTo = (these: readonly FieldFault[]): void =>
    focusFirst([...pointers], placeFaults(these, pointers).byField);

  async function send(): Promise<void> {
    if (busy.current) return;
    setTried(true);
    setProblem(null);
    if (local.length > 0) return goTo(local);
    busy.current = true;
    setSending(true);
    const { matter } = beginning;
    try {
      await sendCommand<'Done'>('POST', '/matters', beginBody(form, beginning));
      kept.discard();
      void refresh();
      void navigate(`/matters/${matter}`);
    } catch (error) {
      // The id of the matter is taken by this very form: an earlier attempt arrived.
      if (error instanceof Problem && ALREADY.has(error.code)) return setAlready(true);
      setProblem(error);
      if (error instanceof Problem) goTo(placed(error));
    } finally {
      busy.current = false;
      setSending(false);
    }
  }

  return {
    beginning,
    isReady: kept.state === 'ready',
    isFound: found === true,
    savedAt: kept.savedAt,
    other: kept.other,
    take: kept.take,
    sending,
    problem,
    faults,
    isAlready,
    store,
    send,
    startAgain() {
      kept.discard();
      setFound(false);
      setTried(false);
      setAlready(false);
      setProblem(null);
      kept.set(freshBeginning(form, procedure, person));
    },
  };
}

const ALREADY: ReadonlySet<string> = new Set(['command/stale', 'command/reused']);

/** Faults of the server at the fields of this form. */
function placed({ problems }: Problem): FieldFault[] {
  return problems.map((fault) => ({ ...fault, pointer: placeOf(fault.pointer) }));
}

/** A code is looked at once it is whole, or has been left. */
function typedFaults(party: unknown, touched: ReadonlySet<string>): FieldFault[] {
  if (!isValues(party)) return [];
  return codeFaults(party).filter(
    ({ pointer }) =>
      touched.has(pointer) || String(party[pointer.split('/').at(-1) ?? '']).length >= 18,
  );
}

function hasDocuments({ state }: Beginning, form: FormView): boolean {
  return form.documents.every(({ code }) => state.documents[code] !== undefined);
}

function freshBeginning(
  form: FormView,
  procedure: string,
  me: { readonly id: string; readonly name: string; readonly post: string },
): Beginning {
  const ids = { command: newId(), matter: newId(), first: newId() };
  return startBegin(form, ids, procedure, me, momentText(serverNow()));
}
