/** Commands inside components: sent once, refused in place, nothing typed lost. */
import { useCallback, useRef, useState } from 'react';
import type { AnswerName, Answers } from '../../http/answers.ts';
import { newId, sendCommand } from './client.ts';
import { isUncertain, Problem } from './problem.ts';
import { useRefresh } from './use-answer.ts';

/** What a command answers with; undefined for those that answer with nothing. */
export type AnswerTo<N extends AnswerName | null> = N extends AnswerName ? Answers[N] : undefined;

export interface CommandSpec<N extends AnswerName | null> {
  readonly method: 'POST' | 'PUT' | 'DELETE';
  /** Below `/api`. */
  readonly path: string;
  /** Called with the answer, before the lists are asked for again. */
  readonly onDone?: (answer: AnswerTo<N>) => void;
  /** False: leave what the page shows as it is. */
  readonly refresh?: boolean;
}

export interface Command<N extends AnswerName | null> {
  /**
   * Sends what `body` makes of the command's id. A second call while the first is under way does nothing. Resolves with the
   * answer; with null when it was refused or lost, which then stands in `problem`.
   */
  readonly send: (
    body?: (id: string) => unknown,
  ) => Promise<{ readonly answer: AnswerTo<N> } | null>;
  readonly running: boolean;
  /** What went wrong with the last attempt: Problem or NetworkLost. */
  readonly problem: unknown;
  /** What the server says of one field, by its JSON pointer into the body; undefined when nothing. */
  readonly faultOf: (pointer: string) => string | undefined;
  /** Takes the problem away. */
  readonly clear: () => void;
}

/**
 * A command of one place on the page. It keeps its id while nobody knows whether it arrived, so that sending it again has
 * one effect; once it is answered, refusals included, the next one gets another.
 */
export function useCommand<N extends AnswerName | null = null>(spec: CommandSpec<N>): Command<N> {
  const refresh = useRefresh();
  const id = useRef<string | null>(null);
  const busy = useRef(false);
  const [running, setRunning] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const { method, path, onDone } = spec;
  const refreshes = spec.refresh ?? true;

  async function send(
    body?: (id: string) => unknown,
  ): Promise<{ readonly answer: AnswerTo<N> } | null> {
    if (busy.current) return null;
    busy.current = true;
    setRunning(true);
    setProblem(null);
    id.current ??= newId();
    try {
      const answer = await sendCommand<N>(method, path, body?.(id.current));
      id.current = null;
      onDone?.(answer);
      if (refreshes) void refresh();
      return { answer };
    } catch (error) {
      if (!isUncertain(error)) id.current = null;
      setProblem(error);
      // Somebody was first: show what they did beside what is being written.
      if (error instanceof Problem && SHOWS_NEWER.has(error.code)) void refresh();
      return null;
    } finally {
      busy.current = false;
      setRunning(false);
    }
  }

  const faultOf = useCallback(
    (pointer: string): string | undefined =>
      problem instanceof Problem
        ? problem.problems.find((fault) => fault.pointer === pointer)?.message
        : undefined,
    [problem],
  );

  return { send, running, problem, faultOf, clear: () => setProblem(null) };
}

const SHOWS_NEWER: ReadonlySet<string> = new Set([
  'command/stale',
  'command/reused',
  'act/request-unknown',
]);
