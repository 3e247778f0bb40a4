/** Common phrases of a field: those of the printed form, those of the bureau, one's own. */
import { useState } from 'react';
import type { FormField } from '../../matter/matter.api.ts';
import { newId } from '../api/client.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useCommand } from '../api/use-command.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { FORM_TEXTS } from './form.texts.ts';
import { useValue } from './form-context.ts';
import { type Path } from './form-values.ts';

export interface PhrasesProps {
  readonly field: FormField;
  readonly path: Path;
  readonly onInsert: (phrase: string) => void;
}

/** Characters a phrase may have. */
const MOST = 2000;

export function Phrases(props: PhrasesProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="link forms-phrases-open"
        aria-expanded={open}
        aria-label={`${props.field.label}：${FORM_TEXTS.phrases}`}
        onClick={() => setOpen(!open)}
      >
        {open ? FORM_TEXTS.phrasesHide : FORM_TEXTS.phrases}
      </button>
      {open && <PhraseList {...props} />}
    </>
  );
}

function PhraseList({ field, path, onInsert }: PhrasesProps) {
  const key = phraseKey(path);
  const kept = useAnswer('Phrases', '/phrases', { field: key });
  const save = useCommand({ method: 'POST', path: '/phrases' });
  const value = useValue(path);
  const text = (Array.isArray(value) ? value : [value])
    .filter((one) => typeof one === 'string')
    .join('\n')
    .trim();
  const phrases = kept.data?.phrases ?? [];
  const fromForm = field.phrases ?? [];
  const isNew =
    text !== '' &&
    text.length <= MOST &&
    !fromForm.includes(text) &&
    !phrases.some(({ content }) => content === text);
  return (
    <div className="forms-phrases">
      {fromForm.length + phrases.length === 0 && <p className="note">{FORM_TEXTS.phraseNone}</p>}
      <ul>
        {phrases.map(({ id, content, own }) => (
          <li key={id}>
            <button type="button" className="plain" onClick={() => onInsert(content)}>
              {content}
            </button>
            {own ? <DropPhrase id={id} /> : <small>{FORM_TEXTS.phraseBureau}</small>}
          </li>
        ))}
        {fromForm.map((content) => (
          <li key={content}>
            <button type="button" className="plain" onClick={() => onInsert(content)}>
              {content}
            </button>
            <small>{FORM_TEXTS.phraseForm}</small>
          </li>
        ))}
      </ul>
      {isNew && (
        <button
          type="button"
          className="link"
          onClick={() => void save.send(() => ({ id: newId(), field: key, content: text }))}
        >
          {FORM_TEXTS.phraseSave}
        </button>
      )}
      <ProblemNotice problem={save.problem} />
    </div>
  );
}

function DropPhrase({ id }: { readonly id: string }) {
  const drop = useCommand({ method: 'DELETE', path: `/phrases/${id}` });
  return (
    <button type="button" className="link" onClick={() => void drop.send()}>
      {FORM_TEXTS.phraseDrop}
    </button>
  );
}

/** Phrases belong to a field of a form, whatever row it stands in: `inquiry-record.dialogue.answer`. */
function phraseKey(path: Path): string {
  return path
    .filter((part) => typeof part === 'string' && part !== 'documents')
    .join('.')
    .slice(0, 100);
}
