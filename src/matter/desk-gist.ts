/** A line or two of what an act of the desk says, for the stream. Pure. */
import type { RecordedAct } from '../act/act.ts';
import { isActCode } from './act-data.ts';
import { type DeskActCode, type DeskDataOf, isDeskActCode } from './desk-act-data.ts';
import { DESK_ACT_TERMS, DESK_GIST_TEXTS, FLAG_WORDS } from './desk-acts.texts.ts';
import type { Matter } from './matter.ts';

/** What an act is called: by the procedure, or by the desk; its code where neither knows it. */
export function termOf(type: string, { procedure }: Pick<Matter, 'procedure'>): string {
  if (isActCode(type)) return procedure.rows.get(type)?.term ?? type;
  return isDeskActCode(type) ? DESK_ACT_TERMS[type] : type;
}

/** The substance of an act of the desk; empty for acts of the procedure. */
export function deskGistOf(act: RecordedAct, matter: Pick<Matter, 'procedure'>): string[] {
  const words = DESK_GIST_TEXTS;
  const line = (label: string, text: string | undefined): string[] =>
    text === undefined || text === '' ? [] : [`${label}：${text}`];
  if (is(act, 'approval.requested'))
    return [...line(words.act, termOf(act.data.act, matter)), ...line(words.note, act.data.note)];
  if (is(act, 'approval.granted')) return line(words.act, words.of(act.data.of));
  if (is(act, 'approval.refused'))
    return [...line(words.act, words.of(act.data.of)), ...line(words.reason, act.data.reason)];
  if (is(act, 'party.amended'))
    return [...line(words.party, act.data.party.name), ...line(words.reason, act.data.reason)];
  if (is(act, 'subject.flagged'))
    return [
      ...line(words.flags, act.data.flags.map((flag) => FLAG_WORDS[flag]).join('、')),
      ...line(words.reason, act.data.reason),
    ];
  if (is(act, 'document.voided'))
    return [...line(words.number, act.data.number), ...line(words.reason, act.data.reason)];
  if (is(act, 'exhibit.added'))
    return [...line(words.source, act.data.source), ...line(words.note, act.data.note)];
  if (is(act, 'exhibit.derived'))
    return [...line(words.recipe, act.data.recipe), ...line(words.note, act.data.note)];
  return [];
}

/** A recording by its name and length, `现场.mp4（03:12）`. */
export function recordingWords(name: string, durationMs: number): string {
  const seconds = Math.round(durationMs / 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`;
  return `${name}（${hours === 0 ? rest : `${hours}:${rest}`}）`;
}

/** Position of the request for approval that this act grants, refuses or carries out; null where it does neither. */
export function settledBy({ type, data }: Pick<RecordedAct, 'type' | 'data'>): number | null {
  const found =
    type === 'approval.granted' || type === 'approval.refused' ? data['of'] : data['request'];
  return typeof found === 'number' ? found : null;
}

/** The type tells the data apart; they were checked when they were recorded. */
function is<C extends DeskActCode>(
  act: RecordedAct,
  type: C,
): act is RecordedAct & { readonly data: RecordedAct['data'] & DeskDataOf<C> } {
  return act.type === type;
}

/** Position of the act that this one completes, corrects or answers; null where it stands for itself. */
export function refersTo(act: Pick<RecordedAct, 'data'>): number | null {
  const { of, request } = act.data;
  const found = of ?? request;
  return typeof found === 'number' ? found : null;
}
