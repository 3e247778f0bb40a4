/** The login roles of Zhuding, and bringing `db/roles.sql` and their passwords into a database. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ClientBase } from 'pg';
import { hasState } from './errors.ts';
import { scramVerifier } from './scram.ts';
import { rolePassword, type Secrets } from './secrets.ts';
import { splitSql } from './split-sql.ts';

/** The roles one can sign in as; what each is for stands in `db/roles.sql`. */
export const ROLES = [
  'desk',
  'review',
  'rules',
  'staff',
  'portal',
  'sequencer',
  'worker',
  'shredder',
  'auditor',
] as const;

export type Role = (typeof ROLES)[number];

/** Owns everything, cannot sign in. */
export const OWNER = 'zhuding_owner';

/** The role's name in PostgreSQL. */
export function loginName(role: Role): string {
  return `zhuding_${role}`;
}

/** `url` with the role's user and password in place of its own: same server, same database. */
export function roleUrl(url: string, role: Role, secrets: Secrets): string {
  const changed = new URL(url);
  changed.username = loginName(role);
  changed.password = rolePassword(secrets, role);
  return changed.href;
}

/** {@link roleUrl} of every role. */
export function roleUrls(url: string, secrets: Secrets): Record<Role, string> {
  const entries = ROLES.map((role) => [role, roleUrl(url, role, secrets)] as const);
  // Object.fromEntries forgets which keys it was given; they are all of ROLES.
  return Object.fromEntries(entries) as Record<Role, string>;
}

/**
 * Makes the roles or puts them back to what they must be, and grants them this database. `client` must
 * lack nothing {@link missingRights} lists.
 */
export async function ensureRoles(client: ClientBase, packageRoot: string): Promise<void> {
  const statements = splitSql(await readFile(join(packageRoot, 'db', 'roles.sql'), 'utf8'));
  for (const { text } of statements) await retried(() => client.query(text));
}

/** Gives every login role the password derived from `secrets`. */
export async function setPasswords(client: ClientBase, secrets: Secrets): Promise<void> {
  for (const role of ROLES) {
    const salt = secrets.derive(`zhuding/v1/role-salt/${role}`).subarray(0, 16);
    const verifier = scramVerifier(rolePassword(secrets, role), salt);
    await retried(() => client.query(`alter role ${loginName(role)} password '${verifier}'`));
  }
}

/** Lists what `client` lacks to run migrations, in words for the operator; empty when nothing. */
export async function missingRights(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{
    name: string;
    version: number;
    version_text: string;
    encoding: string;
    superuser: boolean;
    makes_roles: boolean;
    owns: boolean;
    owner: string;
    database: string;
    foreign_roles: string[];
  }>(
    `select r.rolname as name, r.rolsuper as superuser, r.rolcreaterole as makes_roles,
      current_setting('server_version_num')::int as version,
      current_setting('server_version') as version_text,
      pg_encoding_to_char(d.encoding) as encoding, d.datname as database,
      pg_has_role(current_user, d.datdba, 'USAGE') as owns, d.datdba::regrole::text as owner,
      array(select ours.rolname::text from pg_roles ours
        where ours.rolname = any ($1) and not pg_has_role(current_user, ours.oid, 'MEMBER WITH ADMIN OPTION')
        order by ours.rolname) as foreign_roles
    from pg_roles r, pg_database d
    where r.rolname = current_user and d.datname = current_database()`,
    [[OWNER, ...ROLES.map(loginName)]],
  );
  const [found] = rows;
  if (found === undefined) throw new Error('the database does not know the current user');
  const missing: string[] = [];
  if (found.version < 150_000) {
    missing.push(`PostgreSQL 15 or newer is needed; this is ${found.version_text}.`);
  }
  if (found.encoding !== 'UTF8') {
    missing.push(`The database ${found.database} must be encoded in UTF8, not ${found.encoding}.`);
  }
  if (!found.superuser && !found.makes_roles) {
    missing.push(`${found.name} may not make roles. Run: ALTER ROLE ${found.name} CREATEROLE`);
  }
  if (!found.superuser && !found.owns) {
    missing.push(
      `${found.name} does not own the database; ${found.owner} does. ` +
        `Run: ALTER DATABASE ${found.database} OWNER TO ${found.name}`,
    );
  }
  // From 16 on, who may make roles may change only those he made or was given.
  const foreign = found.superuser || found.version < 160_000 ? [] : found.foreign_roles;
  for (const role of foreign) {
    missing.push(
      `${found.name} may not change the role ${role}. ` +
        `Run: GRANT ${role} TO ${found.name} WITH ADMIN OPTION`,
    );
  }
  return missing;
}

/**
 * Roles belong to the whole server while the migration lock belongs to one database: two databases
 * migrating at once can touch the same role, and PostgreSQL then refuses one of them.
 */
async function retried(attempt: () => Promise<unknown>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await attempt();
      return;
    } catch (error) {
      const passing = hasState(error, 'internalError') || hasState(error, 'uniqueViolation');
      if (!passing || tries === 10) throw error;
      await sleep(20 * tries);
    }
  }
}
