/** Somebody acted in the matter since the form was opened: who, when, what; and both versions where they differ. */
import { Button } from 'antd';
import { useState } from 'react';
import type { ActView } from '../../matter/matter.api.ts';
import { useSession } from '../account/session.ts';
import { serverNow } from '../api/server-clock.ts';
import type { Conflict, Merged } from '../drafts/draft.ts';
import { Sign } from '../parts/sign.tsx';
import { dayOf, momentWords, timeWords } from '../words/dates.ts';
import { fieldAt, valueWords } from './field-words.ts';
import { FORM_TEXTS } from './form.texts.ts';
import { useForm } from './form-context.ts';
import { type FormState, withValue } from './form-values.ts';
import { pointerOf } from './pointers.ts';

export interface StaleNoticeProps {
  /** Acts since writing began, newest first. */
  readonly acts: readonly ActView[];
  /** What has to be chosen first; null where the next click records. */
  readonly merged: Merged | null;
  /** What the button of the form says. */
  readonly verb: string;
  readonly onGo: (state: FormState) => void;
}

export function StaleNotice({ acts, merged, verb, onGo }: StaleNoticeProps) {
  const { person } = useSession();
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const [newest] = acts;
  const today = dayOf(serverNow());
  const who =
    newest?.recorder?.id === person.id
      ? FORM_TEXTS.staleYou
      : (newest?.recorder?.name ?? FORM_TEXTS.party);
  return (
    <div className="problem forms-stale" role="alert">
      <Sign name="stop" />
      <div>
        <strong>
          {FORM_TEXTS.staleTitle(
            who,
            newest?.term ?? '',
            newest && dayOf(Date.parse(newest.recorded)) === today
              ? timeWords(newest.recorded)
              : momentWords(newest?.recorded ?? '', today),
          )}
        </strong>
        <p>{FORM_TEXTS.staleActs}</p>
        <ul>
          {acts.map(({ seq, term, happened, recorder, gist }) => (
            <li key={seq}>
              {FORM_TEXTS.actLine(seq, term, momentWords(happened, today))}
              {recorder && `　${recorder.name}`}
              {gist.length > 0 && `　${gist.join('　')}`}
            </li>
          ))}
        </ul>
        {merged === null ? (
          <p>{FORM_TEXTS.staleChecked(verb)}</p>
        ) : (
          <>
            <p>{FORM_TEXTS.staleConflict}</p>
            {merged.conflicts.map((conflict) => (
              <ConflictRow
                key={pointerOf(conflict.path)}
                conflict={conflict}
                isTheirs={taken.has(pointerOf(conflict.path))}
                onTake={(theirs) =>
                  setTaken((before) => {
                    const next = new Set(before);
                    if (theirs) next.add(pointerOf(conflict.path));
                    else next.delete(pointerOf(conflict.path));
                    return next;
                  })
                }
              />
            ))}
            <Button onClick={() => onGo(chosenOf(merged, taken))}>{FORM_TEXTS.staleGo}</Button>
          </>
        )}
      </div>
    </div>
  );
}

/** Mine, with theirs in the places where it was taken. */
function chosenOf({ conflicts, state }: Merged, taken: ReadonlySet<string>): FormState {
  return conflicts.reduce(
    (chosen, { path, theirs }) =>
      taken.has(pointerOf(path)) ? withValue(chosen, path, theirs) : chosen,
    state,
  );
}

function ConflictRow({
  conflict,
  isTheirs,
  onTake,
}: {
  readonly conflict: Conflict;
  readonly isTheirs: boolean;
  readonly onTake: (theirs: boolean) => void;
}) {
  const { form, people } = useForm();
  const field = fieldAt(form, conflict.path);
  const name = pointerOf(conflict.path);
  const sides = [
    [FORM_TEXTS.staleMine, conflict.mine, false],
    [FORM_TEXTS.staleTheirs, conflict.theirs, true],
  ] as const;
  return (
    <fieldset className="forms-conflict">
      <legend>{field?.label ?? name}</legend>
      {sides.map(([label, value, theirs]) => (
        <label key={label}>
          <span>
            <input
              type="radio"
              name={name}
              checked={isTheirs === theirs}
              onChange={() => onTake(theirs)}
            />
            {label}
          </span>
          <q>{valueWords(value, field, people) || FORM_TEXTS.staleEmpty}</q>
        </label>
      ))}
    </fieldset>
  );
}
