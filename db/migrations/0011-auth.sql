-- Signing in. Secrets live here and nowhere else; only zhuding_staff reads them.

create table auth.credential (
  bureau_id text not null,
  account_id uuid not null,
  login text not null,
  password_hash text not null,
  totp_secret text,
  totp_last_step bigint not null default 0,
  must_change boolean not null,
  locked_until timestamptz,
  failures integer not null default 0,
  constraint credential_pkey primary key (bureau_id, account_id),
  constraint credential_login_once unique (bureau_id, login),
  constraint credential_login_shape check (login ~ '^[a-z0-9][a-z0-9._-]{1,39}$'),
  constraint credential_is_argon2id check (password_hash like '$argon2id$%')
);
comment on table auth.credential is 'Password (argon2id) and second factor of each account. totp_last_step keeps a code from being used twice.';

create table auth.session (
  bureau_id text not null,
  token_hash bytea not null,
  account_id uuid not null,
  created_at timestamptz not null default clock_timestamp(),
  seen_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  ended_at timestamptz,
  device text not null,
  constraint session_pkey primary key (bureau_id, token_hash),
  constraint session_token_length check (octet_length(token_hash) = 32)
);
comment on table auth.session is 'Sessions by the SHA-256 of their token; ended ones stay until they expire.';
create index session_by_account on auth.session (bureau_id, account_id);

alter table auth.credential enable row level security;
alter table auth.credential force row level security;
alter table auth.session enable row level security;
alter table auth.session force row level security;

grant usage on schema auth to zhuding_staff;
grant select, insert, update on auth.credential to zhuding_staff;
grant select, insert, update, delete on auth.session to zhuding_staff;
create policy credential_write on auth.credential for all to zhuding_staff using (bureau_id = (select context.bureau())) with check (bureau_id = (select context.bureau()));
create policy session_write on auth.session for all to zhuding_staff using (bureau_id = (select context.bureau())) with check (bureau_id = (select context.bureau()));
