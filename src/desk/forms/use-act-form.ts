/** One form at work: its draft, the check while typing, sending it, and what others did meanwhile. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { DoneView, FormView, MatterView, RequestView } from '../../matter/matter.api.ts';
import { useSession } from '../account/session.ts';
import { newId, sendCommand } from '../api/client.ts';
import { Problem } from '../api/problem.ts';
import { serverNow } from '../api/server-clock.ts';
import { useRefresh } from '../api/use-answer.ts';
import { useDraft } from '../api/use-draft.ts';
import { changedPlaces, type Draft, draftKey, mergeStates, parseDraft } from '../drafts/draft.ts';
import { momentText } from '../words/dates.ts';
import type { FormStore } from './form-context.ts';
import { fieldPointers } from './form-fields.ts';
import { bodyOf, type FormState, requestedState, startState, withValue } from './form-values.ts';
import { controlId, placeFaults, type PlacedFaults } from './pointers.ts';
import { type Check, useCheck } from './use-check.ts';

export interface ActFormSpec {
  readonly matter: MatterView;
  readonly form: FormView;
  /** The request for approval that is answered; null for a form of one's own. */
  readonly request: RequestView | null;
  /** Put before the head instead of being recorded. */
  readonly asks: boolean;
}

export interface ActForm {
  readonly draft: Draft;
  /** Whether anything has been written that could be lost. */
  readonly isWritten: boolean;
  /** When the server last kept it; null while only this browser has. */
  readonly savedAt: string | null;
  readonly isReady: boolean;
  /** How many places were filled in at an earlier time; 0 when nothing was found. */
  readonly found: number;
  readonly check: Check;
  readonly faults: PlacedFaults;
  /** What the controls read and write. */
  readonly store: FormStore;
  readonly sending: boolean;
  readonly problem: unknown;
  readonly done: DoneView | null;
  change(more: Partial<Draft>): void;
  send(): Promise<void>;
  /** Others' acts have been seen: goes on from the file as it stands, with `state` as chosen. */
  goOn(state: FormState): void;
  /** Throws away what was written. */
  startAgain(): void;
}

export function useActForm({ matter, form, request, asks }: ActFormSpec): ActForm {
  const { person } = useSession();
  const refresh = useRefresh();
  const [listeners] = useState(() => new Set<() => void>());
  const [fresh] = useState<Draft>(() => freshDraft({ matter, form, request, asks }, person.id));
  const kept = useDraft(draftKey(matter.id, form.act, request?.seq ?? null), fresh, parseDraft);
  const latest = useRef(kept.value);
  latest.current = kept.value;
  const { state } = kept.value;
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [done, setDone] = useState<DoneView | null>(null);
  const [started] = useState(() => ({ found: 0, counted: false }));
  const busy = useRef(false);

  if (kept.state === 'ready' && !started.counted) {
    started.counted = true;
    started.found =
      kept.value === fresh ? 0 : Math.max(1, changedPlaces(kept.value.base, state).length);
  }

  const change = useCallback(
    (more: Partial<Draft>): void => {
      latest.current = { ...latest.current, ...more };
      kept.set(latest.current);
      for (const listener of listeners) listener();
    },
    [kept, listeners],
  );
  const pointers = useMemo(() => fieldPointers(form, state), [form, state]);
  const check = useCheck(matter.id, form, state, {
    id: kept.value.command,
    version: matter.seq,
    request: request?.seq ?? null,
  });
  const problems = problem instanceof Problem ? problem.problems : (check.verdict?.problems ?? []);
  const faults = useMemo(() => placeFaults(problems, new Set(pointers)), [problems, pointers]);

  const shown = useRef<(pointer: string) => readonly string[]>(() => []);
  shown.current = (pointer) => (touched.has(pointer) ? (faults.byField.get(pointer) ?? []) : []);
  useEffect(() => {
    for (const listener of listeners) listener();
  }, [listeners, faults, touched]);
  const changed = useRef(change);
  changed.current = change;
  const store = useMemo<FormStore>(
    () => ({
      subscribe(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      state: () => latest.current.state,
      faultsOf: (pointer) => shown.current(pointer),
      set(path, value) {
        setProblem(null);
        changed.current({ state: withValue(latest.current.state, path, value) });
      },
      touch: (pointer) =>
        setTouched((before) => (before.has(pointer) ? before : new Set([...before, pointer]))),
    }),
    [listeners],
  );

  async function send(): Promise<void> {
    if (busy.current || done) return;
    busy.current = true;
    setSending(true);
    setProblem(null);
    const { command, version, note, files } = latest.current;
    const body = bodyOf(form, latest.current.state, {
      id: command,
      version,
      request: request?.seq ?? null,
    });
    const path = `/matters/${matter.id}/${asks ? 'requests' : 'acts'}/${form.act}`;
    try {
      const answer = await sendCommand<'Done'>(
        'POST',
        path,
        asks && note.trim() !== '' ? { ...body, note: note.trim() } : body,
      );
      setDone(answer);
      if (files.length === 0) kept.discard();
      void refresh();
    } catch (error) {
      setTouched(new Set(pointers));
      setProblem(error);
      if (error instanceof Problem) {
        const placed = placeFaults(error.problems, new Set(pointers));
        focusFirst(pointers, placed);
        // Somebody was first, or an earlier attempt did arrive: show the file as it stands.
        if (error.status === 412 || error.status === 409) void refresh();
      }
    } finally {
      busy.current = false;
      setSending(false);
    }
  }

  return {
    draft: kept.value,
    isWritten: kept.value !== fresh,
    savedAt: kept.savedAt,
    isReady: kept.state === 'ready',
    found: started.found,
    check,
    faults,
    store,
    sending,
    problem,
    done,
    change,
    send,
    goOn(next) {
      setProblem(null);
      const now = freshDraft({ matter, form, request, asks }, person.id);
      change({ base: now.base, state: next, version: matter.seq });
    },
    startAgain() {
      kept.discard();
      started.found = 0;
      setProblem(null);
      const again = freshDraft({ matter, form, request, asks }, person.id);
      latest.current = again;
      kept.set(again);
    },
  };
}

function freshDraft({ matter, form, request }: ActFormSpec, me: string): Draft {
  const now = momentText(serverNow());
  const state = request ? requestedState(form, request, now) : startState(form, me, now);
  return { base: state, state, command: newId(), version: matter.seq, note: '', files: [] };
}

/** What the file has come to say since writing began, beside what was written. */
export function newerFile(
  { matter, form, request }: ActFormSpec,
  draft: Draft,
  me: string,
): ReturnType<typeof mergeStates> {
  const theirs = freshDraft({ matter, form, request, asks: false }, me).state;
  const { state, conflicts } = mergeStates(draft.base, draft.state, theirs);
  // A moment nobody chose goes on with the file: an act before the last one is refused.
  const at = draft.state.at === draft.base.at ? theirs.at : draft.state.at;
  return { state: { ...state, at }, conflicts };
}

function focusFirst(pointers: readonly string[], { byField }: PlacedFaults): void {
  const first = pointers.find((pointer) => byField.has(pointer));
  if (first === undefined) return;
  // The control may only come into sight with the fault, as one that was aside.
  requestAnimationFrame(() => focusControl(first));
}

/** Moves the focus to the control of a field; to the first control of a group. */
export function focusControl(pointer: string): void {
  const control = document.getElementById(controlId(pointer));
  const inner =
    control instanceof HTMLFieldSetElement
      ? control.querySelector<HTMLElement>('input, select, textarea, button')
      : control;
  inner?.focus();
  inner?.scrollIntoView({ block: 'center' });
}
