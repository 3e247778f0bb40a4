/** What is in the database in the end, read past the program. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';

/** The superuser's connection to the embedded database. */
export async function adminOf(dataDir: string): Promise<Client> {
  const text = await readFile(join(dataDir, 'connection.json'), 'utf8');
  // The program wrote it.
  const { port, password } = JSON.parse(text) as { port: number; password: string };
  const client = new Client({
    host: '127.0.0.1',
    port,
    user: 'zhuding_admin',
    password,
    database: 'zhuding',
  });
  client.on('error', () => {});
  await client.connect();
  return client;
}

/** The folder of the embedded PostgreSQL. */
export async function clusterOf(dataDir: string): Promise<string> {
  const admin = await adminOf(dataDir);
  const { rows } = await admin.query<{ dir: string }>(
    `select current_setting('data_directory') as dir`,
  );
  await admin.end();
  return rows[0]?.dir ?? '';
}

export interface StoredAct {
  readonly act_id: string;
  readonly stream_id: string;
  readonly seq: number;
  readonly type: string;
}

/** Every act of every matter. */
export async function actsIn(admin: Client): Promise<StoredAct[]> {
  const { rows } = await admin.query<StoredAct>(
    `select act_id, stream_id, seq, type from acts.act where stream_kind = 'matter' order by stream_id, seq`,
  );
  return rows;
}

/** How much is not sealed: acts without a leaf, waiting acts, leaves beyond the checkpoint, public decisions without proof. */
export async function unsealed(admin: Client): Promise<Readonly<Record<string, number>>> {
  const { rows } = await admin.query<Record<string, string>>(`select
    (select count(*) from acts.act a where not exists (select from ledger.leaf l
      where l.bureau_id = a.bureau_id and l.stream_id = a.stream_id and l.seq = a.seq)) as "without leaf",
    (select count(*) from ledger.queue) as waiting,
    (select count(*) from ledger.leaf l where l.idx >=
      (select coalesce(max(c.size), 0) from ledger.checkpoint c where c.bureau_id = l.bureau_id)) as "beyond checkpoint",
    (select count(*) from published.entry e where not exists (select from published.proof p
      where p.bureau_id = e.bureau_id and p.entry_id = e.entry_id)) as "without proof"`);
  return Object.fromEntries(
    Object.entries(rows[0] ?? {}).map(([name, count]) => [name, Number(count)]),
  );
}
