/** Recording one act of a matter from a page of its own: what would be refused is known before, sending it twice has one effect. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { DoneView, VerdictView } from '../../matter/matter.api.ts';
import { newId, sendCommand } from '../api/client.ts';
import { serverNow } from '../api/server-clock.ts';
import { type Command, useCommand } from '../api/use-command.ts';
import { useSettled } from '../keys/use-settled.ts';
import { momentText } from '../words/dates.ts';

/** An act as it is filled in; id and moment are added when it is sent. */
export interface ActContent {
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly documents?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly hidden?: readonly {
    readonly paragraph: number;
    readonly segment: number;
    readonly ground: string;
  }[];
}

/** Milliseconds of rest before what is written is judged. */
const REST = 500;

/** What would be refused, and which fields do not hold; undefined until asked. Records nothing. `content` null: do not ask. */
export function useVerdict(
  matter: string,
  act: string,
  content: ActContent | null,
  version: number,
): VerdictView | undefined {
  const text = content === null ? null : JSON.stringify(content);
  const settled = useSettled(text, REST);
  const { data } = useQuery({
    queryKey: ['Verdict', matter, act, version, settled],
    queryFn: () =>
      sendCommand<'Verdict'>('POST', `/matters/${matter}/acts/${act}/check`, {
        ...content,
        id: newId(),
        at: momentText(serverNow()),
      }),
    enabled: settled !== null && settled === text,
    placeholderData: keepPreviousData,
  });
  return content === null ? undefined : data;
}

export interface ActCommand extends Omit<Command<'Done'>, 'send'> {
  /** Resolves with the answer; with null when it was refused or lost. */
  readonly record: (content: ActContent) => Promise<DoneView | null>;
}

/** Records acts of that kind in the matter; `version` is the last position the person saw. */
export function useAct(
  matter: string,
  act: string,
  version: number,
  onDone?: () => void,
): ActCommand {
  const { send, ...command } = useCommand<'Done'>({
    method: 'POST',
    path: `/matters/${matter}/acts/${act}`,
    ...(onDone ? { onDone } : {}),
  });
  return {
    ...command,
    async record(content) {
      const sent = await send((id) => ({
        ...content,
        id,
        at: momentText(serverNow()),
        version,
      }));
      return sent?.answer ?? null;
    },
  };
}
