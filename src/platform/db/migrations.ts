/** The migration files, read and checked. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type SqlStatement, splitSql } from './split-sql.ts';

export interface Migration {
  /** From 1, without gaps. */
  readonly number: number;
  /** The file's name, `0001-foundation.sql`. */
  readonly name: string;
  /** SHA-256 of the file's bytes, lower-case hex. */
  readonly sha256: string;
  /** False when the first line is `-- no transaction`: then every statement must bear being run again. */
  readonly transactional: boolean;
  readonly statements: readonly SqlStatement[];
}

const NAME = /^(\d{4})-[a-z0-9-]+\.sql$/;
const NO_TRANSACTION = /^-- no transaction\s*(?:\n|$)/;

/** All migrations of `packageRoot`, in order. Throws for a misnamed file, a gap, or SQL that does not end. */
export async function readMigrations(packageRoot: string): Promise<Migration[]> {
  const folder = join(packageRoot, 'db', 'migrations');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const migrations: Migration[] = [];
  for (const [index, name] of names.entries()) {
    const number = Number(NAME.exec(name)?.[1]);
    if (number !== index + 1) {
      const expected = String(index + 1).padStart(4, '0');
      throw new Error(`${name}: the next migration must be named ${expected}-….sql`);
    }
    migrations.push(parseMigration(number, name, await readFile(join(folder, name))));
  }
  return migrations;
}

function parseMigration(number: number, name: string, bytes: Buffer): Migration {
  const sql = bytes.toString('utf8');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  try {
    const statements = splitSql(sql);
    return { number, name, sha256, transactional: !NO_TRANSACTION.test(sql), statements };
  } catch (error) {
    throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}
