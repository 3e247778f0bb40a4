-- Schemas, and the context that row security trusts.
--
-- HOW LATER TABLES ARE MADE. Copy this block; a test compares what results with db/privileges.txt, so
-- a table made otherwise shows.
--
--   create table facts.decision (
--     bureau_id text not null,
--     id uuid not null,
--     …,
--     constraint decision_pkey primary key (bureau_id, id)       -- bureau_id first in every key
--   );
--   comment on table facts.decision is 'What it holds, and the requirement it serves (QZ-0e).';
--   alter table facts.decision enable row level security;
--   alter table facts.decision force row level security;         -- the owner too
--
--   One policy for each role and verb, none for PUBLIC. A role working for one bureau:
--     create policy desk_select on facts.decision for select to zhuding_desk
--       using (bureau_id = (select context.bureau()));
--     create policy desk_insert on facts.decision for insert to zhuding_desk
--       with check (bureau_id = (select context.bureau()));
--   The (select …) makes PostgreSQL ask once a statement instead of once a row.
--   A role of the whole installation (auditor, sequencer, worker):
--     create policy auditor_select on facts.decision for select to zhuding_auditor using (true);
--
--   Grants name their verbs. On acts and facts nobody gets UPDATE, DELETE or TRUNCATE:
--     grant select, insert on facts.decision to zhuding_desk;
--     grant select on facts.decision to zhuding_auditor;
--     grant usage on schema facts to zhuding_desk, zhuding_auditor;
--
--   A view reads with its owner's rights unless it says: create view … with (security_invoker = true).
--   A function is executable by nobody until granted (below). One statement at a time, no triggers.

alter default privileges revoke execute on functions from public;

alter default privileges revoke usage on types from public;

create schema acts;
comment on schema acts is 'The acts of every matter, in order: the record itself. Insert only.';

create schema facts;
comment on schema facts is 'Rows derived from acts that carry the law as constraints. Insert only.';

create schema work;
comment on schema work is 'Current state, disposable: rebuilt from the acts.';

create schema published;
comment on schema published is 'What the public portal shows. Filled by publication only.';

create schema intake;
comment on schema intake is 'What the public hands in through the portal.';

create schema ledger;
comment on schema ledger is 'The tamper-evident log over the acts.';

create schema auth;
comment on schema auth is 'Accounts, credentials and sessions.';

create schema context;
comment on schema context is 'Which bureau a connection speaks for.';

-- The key of HMAC-SHA-256 in the form its two hashes need it (RFC 2104): the key filled up with zeros
-- to 64 bytes, combined with 0x36 and with 0x5c. Written by `zhuding migrate` from the install secret.
create table context.key (
  only_row boolean not null default true,
  inner_pad bytea not null,
  outer_pad bytea not null,
  constraint key_pkey primary key (only_row),
  constraint key_only_row check (only_row),
  constraint key_inner_pad_length check (length(inner_pad) = 64),
  constraint key_outer_pad_length check (length(outer_pad) = 64)
);

comment on table context.key is
  'The key of context tokens. No login role may read it: whoever could would be every bureau.';

-- The bureau this connection speaks for, or NULL: then a policy comparing with it admits no row.
--
-- The setting zhuding.context holds v1.<bureau>.<expiry>.<pid>.<mac>: expiry in seconds since 1970,
-- pid of this very server process, mac = lower-case hex of HMAC-SHA-256 over all before the last dot.
-- Any SQL may set the setting; only who knows the key can set it to something this function believes.
--
-- Nothing is told apart: every token that does not hold gives NULL, never an error. Both sides of the
-- comparison are hashed once more, so its duration says nothing about how much of a mac was right. The
-- fields are read only after the mac has proved that we wrote them, so none of them can fail to convert.
--
-- PARALLEL RESTRICTED because a parallel worker is another process than the one the token names.
create function context.bureau() returns text
language plpgsql
stable
parallel restricted
security definer
set search_path = pg_catalog, pg_temp
as $function$
declare
  token constant text := current_setting('zhuding.context', true);
  inner_pad bytea;
  outer_pad bytea;
begin
  select k.inner_pad, k.outer_pad into inner_pad, outer_pad from context.key k;
  -- One expression: PL/pgSQL prepares each anew in every transaction.
  return case
    when sha256(convert_to(encode(sha256(
           outer_pad || sha256(inner_pad || convert_to(left(token, -65), 'UTF8'))), 'hex'), 'UTF8'))
         = sha256(convert_to(right(token, 64), 'UTF8'))
    then case
      when split_part(token, '.', 4) = pg_backend_pid()::text
       and to_timestamp(split_part(token, '.', 3)::double precision) > statement_timestamp()
      then split_part(token, '.', 2)
    end
  end;
end
$function$;

comment on function context.bureau() is
  'The bureau this connection speaks for, proved by a token; NULL without a valid one.';

grant usage on schema context to
  zhuding_desk, zhuding_review, zhuding_rules, zhuding_staff, zhuding_portal,
  zhuding_sequencer, zhuding_worker, zhuding_shredder, zhuding_auditor;

grant execute on function context.bureau() to
  zhuding_desk, zhuding_review, zhuding_rules, zhuding_staff, zhuding_portal,
  zhuding_sequencer, zhuding_worker, zhuding_shredder, zhuding_auditor;
