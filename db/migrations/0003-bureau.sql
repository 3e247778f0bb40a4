-- The bureau, its rule packs, units and people.

create table facts.bureau (
  bureau_id text not null,
  stream_id uuid not null,
  seq integer not null,
  act_type text not null,
  name text not null,
  short_name text not null,
  pack text not null,
  rehearsal boolean not null,
  constraint bureau_pkey primary key (bureau_id),
  constraint bureau_stream_key unique (bureau_id, stream_id),
  constraint bureau_act foreign key (bureau_id, stream_id, seq, act_type) references acts.act (bureau_id, stream_id, seq, type),
  constraint bureau_act_type check (act_type = 'bureau.founded'),
  constraint bureau_area check (bureau_id ~ '^\d{6}(-\d+)?$')
);
comment on table facts.bureau is 'A bureau of this installation; its id is its area code, with a suffix where one area has several bodies.';

create table facts.rule_pack (
  bureau_id text not null,
  pack_hash bytea not null,
  stream_id uuid not null,
  seq integer not null,
  act_type text not null,
  review_scope text not null,
  review_list jsonb not null,
  review_items text[] not null,
  review_items_penalty text[] not null,
  licence_for text not null,
  licence_since date not null,
  summary_natural bigint not null,
  summary_organisation bigint not null,
  constraint rule_pack_pkey primary key (bureau_id, pack_hash),
  constraint rule_pack_act_once unique (bureau_id, stream_id, seq),
  constraint rule_pack_review_key unique (bureau_id, pack_hash, review_scope, review_list),
  constraint rule_pack_opinion_key unique (bureau_id, pack_hash, licence_for, review_items, review_items_penalty),
  constraint rule_pack_licence_key unique (bureau_id, pack_hash, licence_since),
  constraint rule_pack_summary_key unique (bureau_id, pack_hash, summary_natural, summary_organisation),
  constraint rule_pack_act foreign key (bureau_id, stream_id, seq, act_type) references acts.act (bureau_id, stream_id, seq, type),
  constraint rule_pack_act_type check (act_type = 'rules.adopted'),
  constraint rule_pack_stream foreign key (bureau_id, stream_id) references facts.bureau (bureau_id, stream_id),
  constraint rule_pack_hash_length check (octet_length(pack_hash) = 32),
  constraint rule_pack_scope check (review_scope in ('STATUTE', 'LIST', 'FIVE_GROUNDS', 'ALL_EXCEPT_SUMMARY', 'PROVINCE_LIST')),
  constraint rule_pack_list check (jsonb_typeof(review_list) = 'array'),
  constraint rule_pack_licence_for check (licence_for in ('penalty', 'all')),
  constraint rule_pack_limits check (summary_natural >= 0 and summary_organisation >= 0)
);
comment on table facts.rule_pack is 'What an adopted rule pack says about review and summary penalties, so that constraints can hold decisions to it. Amounts in 分. The pack adopted last, by position in the bureau''s stream, is the law of every matter that begins. Only zhuding_rules adopts.';

create table facts.unit (
  bureau_id text not null,
  unit_id uuid not null,
  stream_id uuid not null,
  seq integer not null,
  act_type text not null,
  name text not null,
  kind text not null,
  functions text[] not null,
  constraint unit_pkey primary key (bureau_id, unit_id),
  constraint unit_act foreign key (bureau_id, stream_id, seq, act_type) references acts.act (bureau_id, stream_id, seq, type),
  constraint unit_act_type check (act_type = 'unit.opened'),
  constraint unit_kind check (kind in ('department', 'station', 'entrusted'))
);
comment on table facts.unit is 'A unit and what it is for: departments, stations and entrusted institutions alike (XZ-R-3, XZ-G-4). Its name does not tell its functions.';

create table facts.officer (
  bureau_id text not null,
  officer_id uuid not null,
  seq integer not null,
  act_type text not null,
  name text not null,
  unit_id uuid not null,
  constraint officer_pkey primary key (bureau_id, officer_id),
  constraint officer_act foreign key (bureau_id, officer_id, seq, act_type) references acts.act (bureau_id, stream_id, seq, type),
  constraint officer_act_type check (act_type = 'officer.registered'),
  constraint officer_unit foreign key (bureau_id, unit_id) references facts.unit (bureau_id, unit_id)
);
comment on table facts.officer is 'A person of the bureau: officers, assistants, reviewers, heads, administrators.';

create table facts.certificate (
  bureau_id text not null,
  officer_id uuid not null,
  number text not null,
  seq integer not null,
  act_type text not null,
  issuer_kind text not null,
  issuer text not null,
  valid_from date not null,
  valid_until date not null,
  said jsonb not null,
  constraint certificate_pkey primary key (bureau_id, officer_id, number),
  constraint certificate_act_once unique (bureau_id, officer_id, seq),
  constraint certificate_number_once unique (bureau_id, number),
  constraint certificate_validity_key unique (bureau_id, officer_id, number, valid_from, valid_until),
  constraint certificate_officer foreign key (bureau_id, officer_id) references facts.officer (bureau_id, officer_id),
  constraint certificate_act foreign key (bureau_id, officer_id, seq, act_type, said) references acts.act (bureau_id, stream_id, seq, type, said),
  constraint certificate_act_type check (act_type = 'certificate.issued'),
  constraint certificate_issuer_kind check (issuer_kind in ('provincial-government', 'authorised-department')),
  constraint certificate_validity check (valid_from <= valid_until),
  constraint certificate_words check ((
    number = said->>'data.number' and valid_from = (said->>'data.from')::date and valid_until = (said->>'data.until')::date
  ) is true)
);
comment on table facts.certificate is 'Enforcement certificates, made by the provincial government or lawfully by another department (WD-2.1.3c), valid on both first and last day.';

create table facts.certificate_end (
  bureau_id text not null,
  officer_id uuid not null,
  number text not null,
  seq integer not null,
  act_type text not null,
  ended_on date not null,
  said jsonb not null,
  constraint certificate_end_pkey primary key (bureau_id, officer_id, number),
  constraint certificate_end_certificate foreign key (bureau_id, officer_id, number) references facts.certificate (bureau_id, officer_id, number),
  constraint certificate_end_act foreign key (bureau_id, officer_id, seq, act_type, said) references acts.act (bureau_id, stream_id, seq, type, said),
  constraint certificate_end_act_type check (act_type = 'certificate.revoked'),
  constraint certificate_end_words check ((number = said->>'data.number' and ended_on = (said->>'data.on')::date) is true)
);
comment on table facts.certificate_end is 'Certificates revoked before their last day (WD-2.1.3b).';

create table facts.reviewer (
  bureau_id text not null,
  officer_id uuid not null,
  seq integer not null,
  act_type text not null,
  pack_hash bytea not null,
  licence_since date not null,
  law_licence boolean not null,
  licence_number text,
  first_review_on date,
  qualified boolean not null,
  listed_from date not null,
  listed_until date not null,
  said jsonb not null,
  constraint reviewer_pkey primary key (bureau_id, officer_id, seq),
  constraint reviewer_listing_key unique (bureau_id, officer_id, seq, qualified, listed_from, listed_until),
  constraint reviewer_officer foreign key (bureau_id, officer_id) references facts.officer (bureau_id, officer_id),
  constraint reviewer_act foreign key (bureau_id, officer_id, seq, act_type, said) references acts.act (bureau_id, stream_id, seq, type, said),
  constraint reviewer_act_type check (act_type = 'reviewer.listed'),
  constraint reviewer_rule foreign key (bureau_id, pack_hash, licence_since) references facts.rule_pack (bureau_id, pack_hash, licence_since),
  constraint reviewer_qualified check (
    qualified = (law_licence or (first_review_on is not null and first_review_on < licence_since))
  ),
  constraint reviewer_licence check (not law_licence or licence_number is not null),
  constraint reviewer_validity check (listed_from <= listed_until),
  constraint reviewer_words check ((
    law_licence = (said->>'data.law-licence')::boolean and first_review_on is not distinct from (said->>'data.first-review-on')::date
    and listed_from = (said->>'data.from')::date and listed_until = (said->>'data.until')::date
    and encode(pack_hash, 'hex') = said->>'pack'
  ) is true)
);
comment on table facts.reviewer is 'Entries on the list of legal reviewers. Who reviews for the first time must hold the legal qualification (行政处罚法 art. 58, JX-3.4a). Only zhuding_staff lists.';

alter table facts.bureau enable row level security;
alter table facts.bureau force row level security;
alter table facts.rule_pack enable row level security;
alter table facts.rule_pack force row level security;
alter table facts.unit enable row level security;
alter table facts.unit force row level security;
alter table facts.officer enable row level security;
alter table facts.officer force row level security;
alter table facts.certificate enable row level security;
alter table facts.certificate force row level security;
alter table facts.certificate_end enable row level security;
alter table facts.certificate_end force row level security;
alter table facts.reviewer enable row level security;
alter table facts.reviewer force row level security;

grant usage on schema facts to zhuding_desk, zhuding_review, zhuding_rules, zhuding_staff, zhuding_auditor, zhuding_shredder, zhuding_worker;
grant select on facts.bureau, facts.rule_pack, facts.unit, facts.officer, facts.certificate, facts.certificate_end, facts.reviewer
  to zhuding_desk, zhuding_review, zhuding_rules, zhuding_staff, zhuding_auditor, zhuding_worker;
grant insert on facts.bureau, facts.rule_pack to zhuding_rules;
grant insert on facts.unit, facts.officer, facts.certificate, facts.certificate_end, facts.reviewer to zhuding_staff;

create policy bureau_select on facts.bureau for select
  to zhuding_desk, zhuding_review, zhuding_rules, zhuding_staff, zhuding_worker using (bureau_id = (select context.bureau()));
create policy rule_pack_select on facts.rule_pack for select
  to zhuding_desk, zhuding_review, zhuding_rules, zhuding_staff, zhuding_worker using (bureau_id = (select context.bureau()));
create policy unit_select on facts.unit for select
  to zhuding_desk, zhuding_review, zhuding_rules, zhuding_staff, zhuding_worker using (bureau_id = (select context.bureau()));
create policy officer_select on facts.officer for select
  to zhuding_desk, zhuding_review, zhuding_rules, zhuding_staff, zhuding_worker using (bureau_id = (select context.bureau()));
create policy certificate_select on facts.certificate for select
  to zhuding_desk, zhuding_review, zhuding_rules, zhuding_staff, zhuding_worker using (bureau_id = (select context.bureau()));
create policy certificate_end_select on facts.certificate_end for select
  to zhuding_desk, zhuding_review, zhuding_rules, zhuding_staff, zhuding_worker using (bureau_id = (select context.bureau()));
create policy reviewer_select on facts.reviewer for select
  to zhuding_desk, zhuding_review, zhuding_rules, zhuding_staff, zhuding_worker using (bureau_id = (select context.bureau()));
create policy bureau_audit on facts.bureau for select to zhuding_auditor using (true);
create policy rule_pack_audit on facts.rule_pack for select to zhuding_auditor using (true);
create policy unit_audit on facts.unit for select to zhuding_auditor using (true);
create policy officer_audit on facts.officer for select to zhuding_auditor using (true);
create policy certificate_audit on facts.certificate for select to zhuding_auditor using (true);
create policy certificate_end_audit on facts.certificate_end for select to zhuding_auditor using (true);
create policy reviewer_audit on facts.reviewer for select to zhuding_auditor using (true);
create policy bureau_insert on facts.bureau for insert to zhuding_rules with check (bureau_id = (select context.bureau()));
create policy rule_pack_insert on facts.rule_pack for insert to zhuding_rules with check (bureau_id = (select context.bureau()));
create policy unit_insert on facts.unit for insert to zhuding_staff with check (bureau_id = (select context.bureau()));
create policy officer_insert on facts.officer for insert to zhuding_staff with check (bureau_id = (select context.bureau()));
create policy certificate_insert on facts.certificate for insert to zhuding_staff with check (bureau_id = (select context.bureau()));
create policy certificate_end_insert on facts.certificate_end for insert to zhuding_staff with check (bureau_id = (select context.bureau()));
create policy reviewer_insert on facts.reviewer for insert to zhuding_staff with check (bureau_id = (select context.bureau()));

-- When an act was recorded is the clock of the program; it may not be far from that of the database. Only a rehearsal
-- bureau, whose cases are played, records acts of other days, and none of days to come.
create policy act_recorded_now on acts.act as restrictive for insert to zhuding_desk, zhuding_review, zhuding_rules, zhuding_staff
  with check (recorded_at < clock_timestamp() + interval '5 minutes' and (
    recorded_at > clock_timestamp() - interval '15 minutes'
    or (select b.rehearsal from facts.bureau b where b.bureau_id = (select context.bureau())) is not false
  ));
