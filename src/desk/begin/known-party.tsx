/** Whether the bureau knows the party already, so that one party stays one. */
import { Link } from 'react-router';
import { isCreditCode } from '../../party/identifier.ts';
import { useAnswer } from '../api/use-answer.ts';
import { isValues, type Values } from '../forms/form-values.ts';
import { useSettled } from '../keys/use-settled.ts';
import { BEGIN_TEXTS } from './begin.texts.ts';

/** Characters of a name before it is looked for. */
const ENOUGH = 4;

export function KnownParty({
  party,
  onUse,
}: {
  readonly party: unknown;
  readonly onUse: (party: Values) => void;
}) {
  const values = isValues(party) ? party : {};
  const text = useSettled(lookedFor(values), 400);
  const found = useAnswer('Parties', '/parties', { text }, { enabled: text !== '' });
  const [first] = text === '' ? [] : (found.data?.parties ?? []);
  if (!first) return null;
  const isSame = first.name === values['name'] && (first.code ?? '') === (values['code'] ?? '');
  return (
    <p className="begin-known" role="status">
      {first.name}：{BEGIN_TEXTS.known(first.matters)}
      {first.open > 0 && BEGIN_TEXTS.knownOpen(first.open)}。
      {!isSame && (
        <button
          type="button"
          className="link"
          onClick={() =>
            onUse({ ...values, name: first.name, ...(first.code ? { code: first.code } : {}) })
          }
        >
          {BEGIN_TEXTS.useKnown}
        </button>
      )}
      <Link to={`/parties/${encodeURIComponent(first.code ?? first.name)}`} target="_blank">
        {BEGIN_TEXTS.see}
      </Link>
    </p>
  );
}

function lookedFor({ code, name }: Values): string {
  if (typeof code === 'string' && isCreditCode(code)) return code;
  return typeof name === 'string' && name.trim().length >= ENOUGH ? name.trim() : '';
}
