-- Matters, and what they are made of: documents with their numbers, exhibits, officers in the field.

create table facts.matter (
  bureau_id text not null,
  matter_id uuid not null,
  seq integer not null,
  act_type text not null,
  procedure text not null,
  pack_hash bytea not null,
  party_class text not null,
  unit_id uuid not null,
  said jsonb not null,
  constraint matter_pkey primary key (bureau_id, matter_id),
  constraint matter_law_key unique (bureau_id, matter_id, procedure, pack_hash),
  constraint matter_class_key unique (bureau_id, matter_id, procedure, party_class),
  constraint matter_act foreign key (bureau_id, matter_id, seq, act_type, said) references acts.act (bureau_id, stream_id, seq, type, said),
  constraint matter_begins check (seq = 1 and act_type = 'matter.begun'),
  constraint matter_pack foreign key (bureau_id, pack_hash) references facts.rule_pack (bureau_id, pack_hash),
  constraint matter_unit foreign key (bureau_id, unit_id) references facts.unit (bureau_id, unit_id),
  constraint matter_party_class check (party_class in ('natural', 'organisation')),
  constraint matter_procedure check (procedure in ('penalty.ordinary', 'penalty.summary', 'compulsion.seizure', 'inspection.random', 'licence', 'confirmation', 'adjudication')),
  constraint matter_words check ((
    procedure = said->>'data.procedure' and encode(pack_hash, 'hex') = said->>'pack'
    and case said->>'data.party'
      when 'natural' then party_class = 'natural' when 'individual-business' then true else party_class = 'organisation' end
  ) is true)
);
comment on table facts.matter is 'A matter keeps its procedure and the rule pack it began under for its whole life.';

create table facts.document_number (
  bureau_id text not null,
  word text not null,
  year integer not null,
  serial integer not null,
  prev_serial integer,
  number text not null,
  matter_id uuid not null,
  seq integer not null,
  constraint document_number_pkey primary key (bureau_id, word, year, serial),
  constraint document_number_once unique (bureau_id, number),
  constraint document_number_parts_key unique (bureau_id, word, year, serial, number),
  constraint document_number_act_key unique (bureau_id, matter_id, seq, number),
  constraint document_number_chain foreign key (bureau_id, word, year, prev_serial) references facts.document_number (bureau_id, word, year, serial),
  constraint document_number_act foreign key (bureau_id, matter_id, seq) references acts.act (bureau_id, stream_id, seq),
  constraint document_number_gapless check (
    (serial = 1 and prev_serial is null) or (serial > 1 and prev_serial is not null and prev_serial = serial - 1)
  ),
  constraint document_number_year check (year between 1949 and 9999)
);
comment on table facts.document_number is 'Document numbers 〔年〕号, without gaps per bureau, kind and year; a voided number is never used again (QZ-17a).';

create table facts.document (
  bureau_id text not null,
  matter_id uuid not null,
  seq integer not null,
  ordinal integer not null,
  form text not null,
  form_number integer,
  title text not null,
  number text,
  values_hash bytea not null,
  template_hash bytea not null,
  pdf_sha256 bytea not null,
  pdf_sm3 bytea not null,
  pages integer not null,
  constraint document_pkey primary key (bureau_id, matter_id, seq, ordinal),
  constraint document_act foreign key (bureau_id, matter_id, seq) references acts.act (bureau_id, stream_id, seq),
  constraint document_has_number foreign key (bureau_id, matter_id, seq, number) references facts.document_number (bureau_id, matter_id, seq, number),
  constraint document_form check (form_number is null or form_number between 1 and 56),
  constraint document_pages check (pages >= 1),
  constraint document_hashes check (octet_length(values_hash) = 32 and octet_length(template_hash) = 32 and octet_length(pdf_sha256) = 32 and octet_length(pdf_sm3) = 32)
);
comment on table facts.document is 'The statutory document an act produced, sealed by the hashes of its content, template and PDF (QZ-14, WD-2.2.2a, WD-2.2.2b).';

create table facts.exhibit (
  bureau_id text not null,
  matter_id uuid not null,
  exhibit_id uuid not null,
  seq integer not null,
  act_type text not null,
  name text not null,
  media_type text not null,
  size bigint not null,
  sha256 bytea not null,
  sm3 bytea not null,
  derived_from uuid,
  constraint exhibit_pkey primary key (bureau_id, matter_id, exhibit_id),
  constraint exhibit_act foreign key (bureau_id, matter_id, seq, act_type) references acts.act (bureau_id, stream_id, seq, type),
  constraint exhibit_source foreign key (bureau_id, matter_id, derived_from) references facts.exhibit (bureau_id, matter_id, exhibit_id),
  constraint exhibit_original_or_derived check (
    (act_type = 'exhibit.added' and derived_from is null)
    or (act_type = 'exhibit.derived' and derived_from is not null and derived_from <> exhibit_id)
  ),
  constraint exhibit_size check (size >= 0),
  constraint exhibit_hashes check (octet_length(sha256) = 32 and octet_length(sm3) = 32)
);
comment on table facts.exhibit is 'Files in evidence. An original is never changed: an edited copy is another exhibit that names its source (XZ-R-20a, QZ-18b).';

create table facts.field_officer (
  bureau_id text not null,
  matter_id uuid not null,
  seq integer not null,
  act_type text not null,
  officer_id uuid not null,
  certificate text not null,
  valid_from date not null,
  valid_until date not null,
  day date not null,
  said jsonb not null,
  constraint field_officer_pkey primary key (bureau_id, matter_id, seq, officer_id),
  constraint field_officer_act foreign key (bureau_id, matter_id, seq, act_type, said) references acts.act (bureau_id, stream_id, seq, type, said),
  constraint field_officer_certificate foreign key (bureau_id, officer_id, certificate, valid_from, valid_until)
    references facts.certificate (bureau_id, officer_id, number, valid_from, valid_until),
  constraint field_officer_valid check (day between valid_from and valid_until),
  constraint field_officer_words check ((day = acts.day(said) and officer_id::text = any (acts.texts(said, 'by'))) is true)
);
comment on table facts.field_officer is 'Officers who acted before the party, each with a certificate valid that day (WD-2.1.3b, 行政处罚法 art. 42).';

alter table facts.matter enable row level security;
alter table facts.matter force row level security;
alter table facts.document_number enable row level security;
alter table facts.document_number force row level security;
alter table facts.document enable row level security;
alter table facts.document force row level security;
alter table facts.exhibit enable row level security;
alter table facts.exhibit force row level security;
alter table facts.field_officer enable row level security;
alter table facts.field_officer force row level security;

grant select, insert on facts.matter, facts.exhibit, facts.field_officer to zhuding_desk;
grant select, insert on facts.document_number, facts.document to zhuding_desk, zhuding_review;
grant select on facts.matter, facts.exhibit, facts.field_officer to zhuding_review;
grant select on facts.matter, facts.document_number, facts.document, facts.exhibit, facts.field_officer to zhuding_auditor, zhuding_worker;

create policy matter_select on facts.matter for select to zhuding_desk, zhuding_review, zhuding_worker using (bureau_id = (select context.bureau()));
-- A matter begins under the pack adopted last: an older, milder one is no longer the law.
create policy matter_insert on facts.matter for insert to zhuding_desk
  with check (bureau_id = (select context.bureau()) and pack_hash = (
    select p.pack_hash from facts.rule_pack p where p.bureau_id = matter.bureau_id order by p.seq desc limit 1
  ));
create policy matter_audit on facts.matter for select to zhuding_auditor using (true);
create policy document_number_select on facts.document_number for select to zhuding_desk, zhuding_review, zhuding_worker using (bureau_id = (select context.bureau()));
create policy document_number_insert on facts.document_number for insert to zhuding_desk, zhuding_review with check (bureau_id = (select context.bureau()));
create policy document_number_audit on facts.document_number for select to zhuding_auditor using (true);
create policy document_select on facts.document for select to zhuding_desk, zhuding_review, zhuding_worker using (bureau_id = (select context.bureau()));
create policy document_insert on facts.document for insert to zhuding_desk, zhuding_review with check (bureau_id = (select context.bureau()));
create policy document_audit on facts.document for select to zhuding_auditor using (true);
create policy exhibit_select on facts.exhibit for select to zhuding_desk, zhuding_review, zhuding_worker using (bureau_id = (select context.bureau()));
create policy exhibit_insert on facts.exhibit for insert to zhuding_desk with check (bureau_id = (select context.bureau()));
create policy exhibit_audit on facts.exhibit for select to zhuding_auditor using (true);
create policy field_officer_select on facts.field_officer for select to zhuding_desk, zhuding_review, zhuding_worker using (bureau_id = (select context.bureau()));
-- A certificate revoked before that day no longer counts, whatever is printed on it.
create policy field_officer_insert on facts.field_officer for insert to zhuding_desk
  with check (bureau_id = (select context.bureau()) and not exists (
    select from facts.certificate_end e
    where e.bureau_id = field_officer.bureau_id and e.officer_id = field_officer.officer_id
      and e.number = field_officer.certificate and e.ended_on <= field_officer.day
  ));
create policy field_officer_audit on facts.field_officer for select to zhuding_auditor using (true);
