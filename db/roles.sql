-- The roles of Zhuding: made, or put back to what they must be. Run by `zhuding migrate` at every
-- start, so every statement may run again. Passwords are set by src/platform/db/roles.ts.
--
--   zhuding_owner      owns every schema and table; nobody can sign in as it
--   zhuding_desk       case work: office and phone
--   zhuding_review     the legal reviewers' own connection
--   zhuding_rules      adopts rule packs
--   zhuding_staff      accounts and credentials at sign-in
--   zhuding_portal     the public portal
--   zhuding_sequencer  orders the ledger
--   zhuding_worker     jobs; owns the schema graphile_worker and nothing else
--   zhuding_shredder   deletes what the law orders deleted
--   zhuding_auditor    reads
--
-- No login role is superuser, may make roles or databases, passes row security, or is a member of
-- another role: there is nothing it could SET ROLE to.

do $roles$
declare
  logins constant text[] := array[
    'zhuding_desk', 'zhuding_review', 'zhuding_rules', 'zhuding_staff', 'zhuding_portal',
    'zhuding_sequencer', 'zhuding_worker', 'zhuding_shredder', 'zhuding_auditor'];
  ours constant text[] := logins || array['zhuding_owner'];
  -- What a role may set for itself is put back: every name is written with its schema.
  settings constant text[] := array['search_path=""', 'TimeZone=UTC'];
  role_name text;
  granted record;
begin
  foreach role_name in array ours loop
    if not exists (select from pg_catalog.pg_roles where rolname = role_name) then
      execute format('create role %I noinherit', role_name);
    end if;
  end loop;

  for role_name in
    select rolname from pg_catalog.pg_roles
    where rolname = any (ours)
      and (rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls)
  loop
    execute format(
      'alter role %I nosuperuser nocreaterole nocreatedb noreplication nobypassrls', role_name);
  end loop;

  for role_name in
    select rolname from pg_catalog.pg_roles
    where rolname = any (ours) and rolcanlogin <> (rolname = any (logins))
  loop
    execute format('alter role %I %s', role_name,
      case when role_name = any (logins) then 'login' else 'nologin' end);
  end loop;

  for granted in
    select m.roleid::regrole as role_name, m.member::regrole as member, m.grantor::regrole as grantor
    from pg_catalog.pg_auth_members m
    join pg_catalog.pg_roles r on r.oid = m.member
    where r.rolname = any (ours)
  loop
    execute format('revoke %s from %s granted by %s cascade',
      granted.role_name, granted.member, granted.grantor);
  end loop;

  for role_name in
    select r.rolname from pg_catalog.pg_roles r
    left join pg_catalog.pg_db_role_setting s on s.setrole = r.oid and s.setdatabase = 0
    where r.rolname = any (logins) and s.setconfig is distinct from settings
  loop
    execute format('alter role %I reset all', role_name);
    execute format('alter role %I set search_path = %L', role_name, '');
    execute format('alter role %I set timezone = %L', role_name, 'UTC');
  end loop;

  for role_name in
    select r.rolname from pg_catalog.pg_roles r
    join pg_catalog.pg_db_role_setting s on s.setrole = r.oid
    join pg_catalog.pg_database d on d.oid = s.setdatabase
    where r.rolname = any (logins) and d.datname = current_database()
  loop
    execute format('alter role %I in database %I reset all', role_name, current_database());
  end loop;
end
$roles$;

-- A superuser needs no membership to act as the owner; anybody else running migrations does.
do $member$
begin
  if not (select rolsuper from pg_catalog.pg_roles where rolname = current_user) then
    if current_setting('server_version_num')::int >= 160000 then
      execute 'grant zhuding_owner to current_user with inherit true, set true';
    else
      grant zhuding_owner to current_user;
    end if;
  end if;
end
$member$;

do $database$
declare
  db constant text := current_database();
  logins constant text :=
    'zhuding_desk, zhuding_review, zhuding_rules, zhuding_staff, zhuding_portal, '
    'zhuding_sequencer, zhuding_worker, zhuding_shredder, zhuding_auditor';
begin
  execute format('revoke all on database %I from public, %s', db, logins);
  execute format('grant connect on database %I to %s', db, logins);
  execute format('grant connect, create on database %I to zhuding_owner', db);
  if to_regnamespace('public') is not null then
    revoke all on schema public from public;
  end if;
end
$database$;

-- Large objects are for whoever may sign in, and nobody counts them: a store without end. Who is no superuser cannot close it.
do $large_objects$
declare
  maker regprocedure;
begin
  if not (select rolsuper from pg_catalog.pg_roles where rolname = current_user) then
    return;
  end if;
  for maker in
    select oid from pg_catalog.pg_proc
    where pronamespace = 'pg_catalog'::regnamespace and proname in ('lo_creat', 'lo_create', 'lo_from_bytea', 'lo_import')
  loop
    execute format('revoke execute on function %s from public', maker);
  end loop;
end
$large_objects$;
