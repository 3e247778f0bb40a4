/** Transactions whose end is known. */
import type { ClientBase } from 'pg';

export type Isolation = 'read committed' | 'repeatable read' | 'serializable';

/**
 * A commit that is on this server's disk but may not be on the standby's: somebody cancelled the wait
 * for it. It must not be acknowledged to anyone; the row may be seen, and may be lost with the server.
 */
export class UnreplicatedCommit extends Error {
  override name = 'UnreplicatedCommit';
}

const unreplicated = new WeakSet<ClientBase>();

/** Must be called once for every new connection: the only sign of such a commit is a warning. */
export function watchReplication(client: ClientBase): void {
  client.on('notice', (notice) => {
    // The server function that warns; the words depend on the server's language.
    if (notice.routine === 'SyncRepWaitForLSN') unreplicated.add(client);
  });
}

/** Throws {@link UnreplicatedCommit} when the commit `client` has just made was not waited for. */
export function assertReplicated(client: ClientBase): void {
  if (!unreplicated.delete(client)) return;
  throw new UnreplicatedCommit('the commit was not confirmed by the standby');
}

/**
 * Runs `work` in a transaction of `client` and commits. When `work` throws, everything is rolled back
 * and its error thrown on. Throws too when PostgreSQL turns the commit into a rollback, because `work`
 * has swallowed the error of a statement. Not for use inside another transaction.
 */
export async function inTransaction<Client extends ClientBase, Result>(
  client: Client,
  work: (client: Client) => Promise<Result>,
  isolation: Isolation = 'read committed',
): Promise<Result> {
  await client.query(`begin isolation level ${isolation}`);
  let result: Result;
  try {
    result = await work(client);
  } catch (error) {
    // When even this fails the connection is gone, and the transaction with it.
    await client.query('rollback').catch(() => {});
    throw error;
  }
  const { command } = await client.query('commit');
  if (command !== 'COMMIT') {
    throw new Error('the transaction was rolled back: an error inside it was ignored');
  }
  assertReplicated(client);
  return result;
}
