/** The accounts of the rehearsal bureau, one tap each. A real bureau has no such list. */
import { useQuery } from '@tanstack/react-query';
import { get } from '../api/client.ts';
import { Problem } from '../api/problem.ts';
import { ACCOUNT_TEXTS } from './account.texts.ts';
import type { Credentials } from './sign-in-form.tsx';

/** Codes change every 30 seconds. */
const FRESH = 10_000;

export function RehearsalAccounts({
  onChosen,
}: {
  readonly onChosen: (credentials: Credentials) => void;
}) {
  const { data, refetch } = useQuery({
    queryKey: ['rehearsal-accounts'],
    queryFn: () =>
      get<'RehearsalAccounts'>('/rehearsal-accounts').catch((error: unknown) => {
        if (error instanceof Problem && error.status === 404) return null;
        throw error;
      }),
    refetchInterval: (query) => (query.state.data ? FRESH : false),
  });
  if (!data) return null;
  const choose = async (login: string): Promise<void> => {
    const fresh = (await refetch()).data ?? data;
    const account = fresh.accounts.find((one) => one.login === login);
    if (account) {
      const { password, code } = account;
      onChosen({ bureau: fresh.bureau, login, password, code });
    }
  };
  return (
    <section className="rehearsal-accounts" aria-labelledby="rehearsal-accounts">
      <h2 id="rehearsal-accounts">{ACCOUNT_TEXTS.rehearsal}</h2>
      <p className="note">{ACCOUNT_TEXTS.rehearsalHint}</p>
      <ul>
        {data.accounts.map(({ login, name, unit, post }) => (
          <li key={login}>
            <button type="button" onClick={() => void choose(login)}>
              <strong>{name}</strong>
              <span>
                {unit} {post}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
