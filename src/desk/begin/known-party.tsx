/** Whether the bureau knows the party already, so that one party stays one. */
import { Link } from 'react-router';
import { isCreditCode } from '../../party/identifier.ts';
import { useAnswer } from '../api/use-answer.ts';
import type { Values } from '../forms/form-values.ts';
import { useSettled } from '../keys/use-settled.ts';
import { BEGIN_TEXTS } from './begin.texts.ts';

/** Characters of a name before it is looked for. */
const ENOUGH = 4;

export function KnownParty({
  party,
  onUse,
}: {
  readonly party: Values;
  readonly onUse: (party: Values) => void;
}) {
  const text = useSettled(lookedFor(party), 400);
  const found = useAnswer('Parties', '/parties', { text }, { enabled: text !== '' });
  const [first] = text === '' ? [] : (found.data?.parties ?? []);
  if (!first) return null;
  const isSame = first.name === party['name'] && (first.code ?? '') === largeCode(party);
  return (
    <p className="begin-known" role="status">
      {first.name}：{BEGIN_TEXTS.known(first.matters)}
      {first.open > 0 && BEGIN_TEXTS.knownOpen(first.open)}。
      {!isSame && (
        <button
          type="button"
          className="link"
          onClick={() =>
            onUse({ ...party, name: first.name, ...(first.code ? { code: first.code } : {}) })
          }
        >
          {BEGIN_TEXTS.takeKnown}
        </button>
      )}
      <Link to={`/parties/${encodeURIComponent(first.code ?? first.name)}`} target="_blank">
        {BEGIN_TEXTS.see}
      </Link>
    </p>
  );
}

function lookedFor(party: Values): string {
  const code = largeCode(party);
  if (isCreditCode(code)) return code;
  const { name } = party;
  return typeof name === 'string' && name.trim().length >= ENOUGH ? name.trim() : '';
}

function largeCode({ code }: Values): string {
  return typeof code === 'string' ? code.trim().toUpperCase() : '';
}
