-- What the public sees. The portal's role reads this schema and nothing else.

create table published.bureau (
  bureau_id text not null,
  stream_id uuid not null,
  seq integer not null,
  name text not null,
  short_name text not null,
  superior text not null,
  government text not null,
  justice text not null,
  court text not null,
  pack text not null,
  rehearsal boolean not null,
  constraint bureau_pkey primary key (bureau_id),
  constraint bureau_act foreign key (bureau_id, stream_id, seq) references acts.act (bureau_id, stream_id, seq)
);
comment on table published.bureau is 'The bureaus whose pages the portal shows, and whose rules each of them follows.';

create table published.entry (
  bureau_id text not null,
  entry_id text not null,
  version integer not null,
  matter_id uuid not null,
  seq integer not null,
  decision_seq integer not null,
  channel text not null,
  form text not null,
  kind text not null,
  number text not null,
  year integer not null,
  serial integer not null,
  title text not null,
  party text not null,
  party_kind text not null,
  party_code text,
  violation text not null,
  penalty text not null,
  unit text,
  decided_on date not null,
  published_on date not null,
  due_on date,
  summary jsonb not null,
  body jsonb not null,
  withheld jsonb not null,
  search_text text not null,
  act_type text not null generated always as ('publication.published') stored,
  search tsvector not null generated always as (
    to_tsvector('simple'::regconfig, search_text) || array_to_tsvector(array[
      '@' || bureau_id,
      '@day/' || bureau_id || '/' || (published_on - date '1970-01-01')::text,
      '@month/' || bureau_id || '/' || (extract(year from published_on)::integer * 12 + extract(month from published_on)::integer - 1)::text,
      '@year/' || bureau_id || '/' || extract(year from published_on)::integer::text,
      '@word/' || coalesce(substring(number from '市监(.{1,6})〔'), ''),
      '@of/' || year::text,
      '@party/' || party_kind
    ])) stored,
  constraint entry_pkey primary key (bureau_id, entry_id, version),
  constraint entry_days_key unique (bureau_id, entry_id, version, published_on),
  constraint entry_act foreign key (bureau_id, matter_id, seq, act_type) references acts.act (bureau_id, stream_id, seq, type),
  constraint entry_of_decision foreign key (bureau_id, matter_id, decision_seq, number, decided_on)
    references facts.decision (bureau_id, matter_id, seq, number, decided_on),
  constraint entry_after_decision check (decision_seq < seq),
  constraint entry_form check (form in ('summary', 'document', 'both')),
  constraint entry_natural_has_no_code check (party_kind <> 'natural' or party_code is null)
);
comment on column published.entry.search_text is 'Pairs of neighbouring characters, then single ones, made by the application: exact like LIKE, without a dictionary.';
comment on table published.entry is
  'Published decisions: an allow-list projection of the signed decision, natural persons masked (QZ-10a, WD-2.1.4a, WD-2.1.4b, XZ-G-10).';
comment on column published.entry.search is
  'Words of search_text with their places, and marks beginning with @ that no word begins with: bureau, day, month and year of publication, word and year of the number, kind of party. A search can so be kept to a span of days or a kind without reading what lies outside.';
create index entry_search on published.entry using gin (search) with (fastupdate = off);
create index entry_recent on published.entry (bureau_id, published_on desc, year desc, serial desc);
create index entry_by_number on published.entry (bureau_id, number);
create index entry_by_code on published.entry (bureau_id, party_code) where party_code is not null;
create index entry_by_decision_day on published.entry (bureau_id, decided_on desc);

create table published.withdrawal (
  bureau_id text not null,
  entry_id text not null,
  version integer not null,
  matter_id uuid not null,
  seq integer not null,
  withdrawn_on date not null,
  reason text not null,
  basis text not null,
  act_type text not null generated always as ('publication.withdrawn') stored,
  constraint withdrawal_pkey primary key (bureau_id, entry_id, version),
  constraint withdrawal_entry foreign key (bureau_id, entry_id, version) references published.entry (bureau_id, entry_id, version),
  constraint withdrawal_days_key unique (bureau_id, entry_id, version, withdrawn_on),
  constraint withdrawal_act foreign key (bureau_id, matter_id, seq, act_type) references acts.act (bureau_id, stream_id, seq, type)
);
comment on table published.withdrawal is 'What was taken down again, when and why (行政处罚法 art. 48; JX-1.7d).';

create table published.slot (
  bureau_id text not null,
  word text not null,
  year integer not null,
  serial integer not null,
  number text not null,
  decided_on date not null,
  due_on date,
  required boolean not null,
  entry_id text,
  version integer,
  published_on date,
  withdrawn_on date,
  withheld_on date,
  reason text,
  first_version integer generated always as (case when published_on is not null then 1 end) stored,
  constraint slot_pkey primary key (bureau_id, word, year, serial),
  constraint slot_number foreign key (bureau_id, word, year, serial, number)
    references facts.document_number (bureau_id, word, year, serial, number),
  constraint slot_of_decision foreign key (bureau_id, number, decided_on) references facts.decision (bureau_id, number, decided_on),
  constraint slot_shows foreign key (bureau_id, entry_id, version) references published.entry (bureau_id, entry_id, version),
  constraint slot_published foreign key (bureau_id, entry_id, first_version, published_on)
    references published.entry (bureau_id, entry_id, version, published_on),
  constraint slot_withdrawn foreign key (bureau_id, entry_id, version, withdrawn_on)
    references published.withdrawal (bureau_id, entry_id, version, withdrawn_on),
  constraint slot_whole check (
    (entry_id is null) = (version is null) and (entry_id is null) = (published_on is null)
    and (withdrawn_on is null or entry_id is not null)
  )
);
create index slot_newest on published.slot (bureau_id, year desc, serial desc, word desc);
create index slot_by_day on published.slot (bureau_id, coalesce(published_on, decided_on), word, year, serial);
create index slot_by_serial on published.slot (bureau_id, serial);
create index slot_of_entry on published.slot (bureau_id, entry_id) where entry_id is not null;
create index slot_to_explain on published.slot (bureau_id, year desc, serial desc, word desc)
  where published_on is null or withdrawn_on is not null;
create index slot_late on published.slot (bureau_id, year desc, serial desc, word desc) where published_on > due_on;
comment on table published.slot is 'A place for every decision number: published, late, overdue, withheld, withdrawn, not yet due. Kept up to date by the acts; shows no party.';

create table published.proof (
  bureau_id text not null,
  entry_id text not null,
  version integer not null,
  file bytea not null,
  log_index bigint not null,
  tree_size bigint not null,
  commitment bytea not null,
  constraint proof_pkey primary key (bureau_id, entry_id, version),
  constraint proof_entry foreign key (bureau_id, entry_id, version) references published.entry (bureau_id, entry_id, version)
);
comment on table published.proof is 'The proof of each published decision: inclusion of its act in the log, with the published parts opened.';

create table published.page (
  bureau_id text not null,
  path text not null,
  body bytea not null,
  etag text not null,
  media_type text not null,
  made_at timestamptz not null,
  constraint page_pkey primary key (bureau_id, path)
);
comment on table published.page is 'Pages rendered when something was published, kept as bytes.';

create table published.notice (
  bureau_id text not null,
  item text not null,
  version integer not null,
  stream_id uuid not null,
  seq integer not null,
  title text not null,
  content jsonb not null,
  unit text not null,
  effective_on date not null,
  reason text not null,
  constraint notice_pkey primary key (bureau_id, item, version),
  constraint notice_act foreign key (bureau_id, stream_id, seq) references acts.act (bureau_id, stream_id, seq),
  constraint notice_item check (item in ('subject', 'people', 'duties', 'powers', 'inspection-items', 'basis', 'procedure', 'supervision', 'remedies', 'complaints'))
);
comment on column published.notice.reason is 'Why this version was made (QZ-3c).';
comment on table published.notice is 'What is public beforehand (事前公开): the ten items of WD-2.1.2a, in versions.';

create table intake.request (
  bureau_id text not null,
  request_id uuid not null,
  kind text not null,
  entry_id text,
  field text,
  name text not null,
  contact text not null,
  content text not null,
  received_at timestamptz not null default clock_timestamp(),
  constraint request_pkey primary key (bureau_id, request_id),
  constraint request_kind check (kind in ('disclosure', 'correction', 'objection', 'complaint')),
  constraint request_sizes check (char_length(name) between 1 and 100 and char_length(contact) between 3 and 200 and char_length(content) between 1 and 4000)
);
comment on table intake.request is 'What citizens hand in: requests for disclosure, corrections, objections, complaints (XZ-G-2). The portal writes and cannot read back.';

alter table published.bureau enable row level security;
alter table published.bureau force row level security;
alter table published.entry enable row level security;
alter table published.entry force row level security;
alter table published.withdrawal enable row level security;
alter table published.withdrawal force row level security;
alter table published.slot enable row level security;
alter table published.slot force row level security;
alter table published.proof enable row level security;
alter table published.proof force row level security;
alter table published.page enable row level security;
alter table published.page force row level security;
alter table published.notice enable row level security;
alter table published.notice force row level security;
alter table intake.request enable row level security;
alter table intake.request force row level security;

grant usage on schema published to zhuding_portal, zhuding_desk, zhuding_review, zhuding_rules, zhuding_staff, zhuding_worker, zhuding_auditor;
grant usage on schema intake to zhuding_portal, zhuding_desk, zhuding_auditor;
grant select on published.bureau, published.entry, published.withdrawal, published.slot, published.proof, published.page, published.notice to zhuding_portal, zhuding_auditor, zhuding_worker, zhuding_desk;
grant select on published.bureau to zhuding_staff, zhuding_review, zhuding_rules;
grant insert on published.bureau to zhuding_rules;
grant insert on published.entry, published.withdrawal to zhuding_desk;
-- Whether a decision must be public, and until when, may change with the matter; which decision it is may not.
grant insert, update (due_on, required, entry_id, version, published_on, withdrawn_on, withheld_on, reason) on published.slot to zhuding_desk;
grant insert on published.notice to zhuding_desk;
-- Proofs stay. A page is never altered: what it was made from changed, so it is removed and another made.
grant insert on published.proof to zhuding_worker;
grant insert, delete on published.page to zhuding_worker;
grant insert on intake.request to zhuding_portal;
grant select on intake.request to zhuding_desk, zhuding_auditor;

create policy bureau_public on published.bureau for select to zhuding_portal, zhuding_auditor, zhuding_worker, zhuding_desk, zhuding_staff, zhuding_review, zhuding_rules using (true);
create policy bureau_insert on published.bureau for insert to zhuding_rules with check (bureau_id = (select context.bureau()));
create policy entry_public on published.entry for select to zhuding_portal, zhuding_auditor using (true);
create policy entry_read on published.entry for select to zhuding_desk, zhuding_worker using (bureau_id = (select context.bureau()));
create policy entry_insert on published.entry for insert to zhuding_desk with check (bureau_id = (select context.bureau()));
create policy withdrawal_public on published.withdrawal for select to zhuding_portal, zhuding_auditor using (true);
create policy withdrawal_read on published.withdrawal for select to zhuding_desk, zhuding_worker using (bureau_id = (select context.bureau()));
create policy withdrawal_insert on published.withdrawal for insert to zhuding_desk with check (bureau_id = (select context.bureau()));
create policy slot_public on published.slot for select to zhuding_portal, zhuding_auditor using (true);
create policy slot_read on published.slot for select to zhuding_worker using (bureau_id = (select context.bureau()));
create policy slot_write on published.slot for all to zhuding_desk using (bureau_id = (select context.bureau())) with check (bureau_id = (select context.bureau()));
create policy proof_public on published.proof for select to zhuding_portal, zhuding_auditor using (true);
create policy proof_read on published.proof for select to zhuding_desk using (bureau_id = (select context.bureau()));
create policy proof_write on published.proof for all to zhuding_worker using (bureau_id = (select context.bureau())) with check (bureau_id = (select context.bureau()));
create policy page_public on published.page for select to zhuding_portal, zhuding_auditor using (true);
create policy page_read on published.page for select to zhuding_desk using (bureau_id = (select context.bureau()));
create policy page_write on published.page for all to zhuding_worker using (bureau_id = (select context.bureau())) with check (bureau_id = (select context.bureau()));
create policy notice_public on published.notice for select to zhuding_portal, zhuding_auditor using (true);
create policy notice_read on published.notice for select to zhuding_desk, zhuding_worker using (bureau_id = (select context.bureau()));
create policy notice_insert on published.notice for insert to zhuding_desk with check (bureau_id = (select context.bureau()));
create policy request_insert on intake.request for insert to zhuding_portal with check (true);
create policy request_read on intake.request for select to zhuding_desk using (bureau_id = (select context.bureau()));
create policy request_audit on intake.request for select to zhuding_auditor using (true);
