/** Who may do what, as text, from the catalogue: the golden file `db/privileges.txt`. */
import { notOfExtension, OUR_SCHEMAS, RELATION, ROUTINE, withCatalogue } from './catalogue.ts';
import { loginName, OWNER, ROLES } from './roles.ts';

const RELATION_VERBS = [
  'SELECT',
  'INSERT',
  'UPDATE',
  'DELETE',
  'TRUNCATE',
  'REFERENCES',
  'TRIGGER',
];
const COLUMN_VERBS = ['SELECT', 'INSERT', 'UPDATE', 'REFERENCES'];
const RELATIONS = `pg_class c join pg_namespace n on n.oid = c.relnamespace
  where ${OUR_SCHEMAS} and ${notOfExtension('pg_class', 'c.oid')}`;
const ROUTINES = `pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where ${OUR_SCHEMAS} and ${notOfExtension('pg_proc', 'p.oid')}`;

const ROLE_LINES = `
  select concat_ws(' ', rpad(r.rolname, 18),
    case when r.rolcanlogin then 'LOGIN' else 'NOLOGIN' end,
    case when r.rolsuper then 'SUPERUSER' end, case when r.rolbypassrls then 'BYPASSRLS' end,
    case when r.rolcreaterole then 'CREATEROLE' end, case when r.rolcreatedb then 'CREATEDB' end,
    case when r.rolreplication then 'REPLICATION' end,
    (select 'MEMBER OF ' || string_agg(m.roleid::regrole::text, ', ' order by m.roleid::regrole::text collate "C")
     from pg_auth_members m where m.member = r.oid),
    'SET ' || array_to_string(s.setconfig, ', ')) as line
  from pg_roles r left join pg_db_role_setting s on s.setrole = r.oid and s.setdatabase = 0
  where r.rolname = any ('{${[OWNER, ...ROLES.map(loginName)].join(',')}}')`;

const OWNER_LINES = `
  select rpad(line, greatest(60, length(line))) || ' ' || owner as line from (
    select 'schema ' || quote_ident(n.nspname) as line, n.nspowner::regrole::text as owner
    from pg_namespace n where ${OUR_SCHEMAS} and n.nspname <> 'public'
    union all
    select ${RELATION}, c.relowner::regrole::text
    from ${RELATIONS} and c.relkind in ('r', 'p', 'v', 'm', 'S')
    union all
    select ${ROUTINE} || case when p.prosecdef then ' SECURITY DEFINER' else '' end,
      p.proowner::regrole::text
    from ${ROUTINES}) owned`;

const DEFAULT_LINES = `
  select concat_ws(' ', d.defaclrole::regrole, 'in', coalesce(n.nspname, 'every schema'),
    case d.defaclobjtype when 'r' then 'tables' when 'S' then 'sequences' when 'f' then 'functions'
      when 'T' then 'types' when 'n' then 'schemas' else d.defaclobjtype::text end,
    case when d.defaclacl = '{}' then '(nobody)' else d.defaclacl::text end) as line
  from pg_default_acl d left join pg_namespace n on n.oid = d.defaclnamespace`;

const ROW_SECURITY_LINES = `
  select ${RELATION} || case when c.relrowsecurity then ' enabled' else ' NOT ENABLED' end
    || case when c.relforcerowsecurity then ' forced' else ' NOT FORCED' end
    || coalesce((select string_agg(format(E'\\n  %s %s for %s to %s%s%s', l.polname,
        case when l.polpermissive then 'permissive' else 'restrictive' end,
        case l.polcmd when 'r' then 'SELECT' when 'a' then 'INSERT' when 'w' then 'UPDATE'
          when 'd' then 'DELETE' else 'ALL' end,
        (select string_agg(o.name, ', ' order by o.name collate "C")
         from (select case when r = 0 then 'PUBLIC' else r::regrole::text end as name
               from unnest(l.polroles) r) o),
        coalesce(' using ' || pg_get_expr(l.polqual, l.polrelid), ''),
        coalesce(' with check ' || pg_get_expr(l.polwithcheck, l.polrelid), '')), ''
        order by l.polname collate "C")
      from pg_policy l where l.polrelid = c.oid), '') as line
  from ${RELATIONS} and c.relkind in ('r', 'p')`;

/**
 * What `holder` may do with things it does not own, however it comes to that right. A quoted literal:
 * `'public'` is everybody.
 */
function rightsOf(holder: string): string {
  const held = (check: string, object: string, verbs: readonly string[]): string =>
    `concat_ws(' ', ${verbs
      .map((verb) => `case when ${check}(${holder}, ${object}, '${verb}') then '${verb}' end`)
      .join(', ')})`;
  const columns = COLUMN_VERBS.map(
    (verb) => `case when has_column_privilege(${holder}, c.oid, a.attnum, '${verb}')
      and not has_table_privilege(${holder}, c.oid, '${verb}') then '${verb}' end`,
  ).join(', ');
  const notOwned = (owner: string): string => `${owner}::regrole::text <> ${holder}`;
  return `
    select rpad(object, greatest(60, length(object))) || ' ' || verbs as line from (
      select 'database' as object, ${held('has_database_privilege', 'd.oid', ['CONNECT', 'CREATE', 'TEMP'])} as verbs
      from pg_database d where d.datname = current_database()
      union all
      select 'schema ' || quote_ident(n.nspname), ${held('has_schema_privilege', 'n.oid', ['USAGE', 'CREATE'])}
      from pg_namespace n where ${OUR_SCHEMAS} and ${notOwned('n.nspowner')}
      union all
      select ${RELATION}, ${held('has_table_privilege', 'c.oid', RELATION_VERBS)}
      from ${RELATIONS} and c.relkind in ('r', 'p', 'v', 'm') and ${notOwned('c.relowner')}
      union all
      select ${RELATION}, ${held('has_sequence_privilege', 'c.oid', ['USAGE', 'SELECT', 'UPDATE'])}
      from ${RELATIONS} and c.relkind = 'S' and ${notOwned('c.relowner')}
      union all
      select 'column ' || quote_ident(n.nspname) || '.' || quote_ident(c.relname) || '.' || quote_ident(a.attname),
        concat_ws(' ', ${columns})
      from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
      where ${OUR_SCHEMAS} and c.relkind in ('r', 'p', 'v', 'm') and a.attnum > 0 and not a.attisdropped
        and ${notOwned('c.relowner')}
      union all
      select ${ROUTINE}, ${held('has_function_privilege', 'p.oid', ['EXECUTE'])}
      from ${ROUTINES} and ${notOwned('p.proowner')}) rights
    where verbs <> ''`;
}

/**
 * The login roles and their attributes, the owner of every object, what each role and PUBLIC may do with
 * what it does not own, default privileges, and row security with its policies. Sorted, so that a change
 * is a changed line. `url` is a superuser's or the owner's connection.
 */
export function dumpPrivileges(url: string): Promise<string> {
  return withCatalogue(url, async (lines) => {
    const section = async (title: string, sql: string): Promise<string> => {
      const found = (await lines(sql)).sort();
      return [`== ${title}`, ...(found.length === 0 ? ['(nothing)'] : found), ''].join('\n');
    };
    const parts = [
      'Taken from the catalogue. UPDATE_GOLDEN=1 writes it anew.\n',
      await section('roles', ROLE_LINES),
      await section('owners', OWNER_LINES),
    ];
    for (const holder of ['public', OWNER, ...ROLES.map(loginName).sort()]) {
      parts.push(await section(`rights of ${holder}`, rightsOf(`'${holder}'`)));
    }
    parts.push(await section('default privileges', DEFAULT_LINES));
    parts.push(await section('row security', ROW_SECURITY_LINES));
    return parts.join('\n');
  });
}
