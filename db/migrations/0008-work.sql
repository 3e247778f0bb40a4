-- Current state for lists and queues. Disposable: every row but drafts and phrases is rebuilt from the acts.

create table work.person (
  bureau_id text not null,
  person_id uuid not null,
  name text not null,
  unit_id uuid not null,
  post text not null,
  roles text[] not null,
  duties text[] not null,
  certificate_number text,
  certificate_from date,
  certificate_until date,
  law_licence boolean not null,
  first_review_on date,
  listing_seq integer,
  listing_qualified boolean,
  listed_from date,
  listed_until date,
  trained_on date,
  login text,
  active boolean not null,
  constraint person_pkey primary key (bureau_id, person_id),
  constraint person_login_once unique (bureau_id, login),
  constraint person_administrators_apart check (
    cardinality(duties) = 0 or (cardinality(duties) = 1 and cardinality(roles) = 0)
  )
);
comment on column work.person.duties is 'sysadmin, secadmin or auditadmin: three people, none of whom handles, reviews or decides anything (三员分立).';
comment on table work.person is 'People as they stand now: post, roles, certificate, listing as reviewer.';

create table work.matter (
  bureau_id text not null,
  matter_id uuid not null,
  procedure text not null,
  subject text not null,
  party_name text not null,
  party_code text,
  unit_id uuid not null,
  handlers uuid[] not null,
  case_number text,
  decision_number text,
  stage text not null,
  state text not null,
  begun_on date not null,
  last_seq integer not null,
  last_at timestamptz not null,
  next_due date,
  constraint matter_pkey primary key (bureau_id, matter_id)
);
comment on table work.matter is 'One line a matter, for lists and search; what is known of one party is found by its code or name (QZ-18a).';
create index matter_by_time on work.matter (bureau_id, last_at desc, matter_id);
create index matter_by_party on work.matter (bureau_id, party_code);
create index matter_by_due on work.matter (bureau_id, next_due) where next_due is not null;

create table work.clock (
  bureau_id text not null,
  matter_id uuid not null,
  clock_id text not null,
  name text not null,
  term text not null,
  kind text not null,
  unit text not null,
  length integer not null,
  started date,
  due_on date,
  estimated_on date,
  due_at timestamptz,
  ended_at timestamptz,
  open text not null,
  constraint clock_pkey primary key (bureau_id, matter_id, clock_id)
);
comment on table work.clock is 'The clocks of each matter; open says whether a due date is known (no), stopped (paused) or beyond the published calendar (unknown).';
comment on column work.clock.estimated_on is 'Where the due date is unknown: the day it would be if every week beyond the published calendar were ordinary. To plan by; nothing is decided by it.';
create index clock_open_by_due on work.clock (bureau_id, due_on) where ended_at is null;

create table work.task (
  bureau_id text not null,
  matter_id uuid not null,
  task_key text not null,
  kind text not null,
  act text not null,
  roles text[] not null,
  assignees uuid[] not null,
  unit_id uuid not null,
  clock_id text,
  due_on date,
  asked_by uuid,
  asked_seq integer,
  constraint task_pkey primary key (bureau_id, matter_id, task_key)
);
comment on table work.task is 'What somebody has to do next: acts whose clock runs, requests for approval, reviews waiting.';
create index task_by_due on work.task (bureau_id, due_on);

create table work.draft (
  bureau_id text not null,
  account_id uuid not null,
  draft_key text not null,
  content jsonb not null,
  saved_at timestamptz not null,
  constraint draft_pkey primary key (bureau_id, account_id, draft_key),
  constraint draft_size check (octet_length(content::text) <= 1048576)
);
comment on table work.draft is 'What a person was typing, so that nothing is lost on reload. No record, no fact.';

create table work.phrase (
  bureau_id text not null,
  phrase_id uuid not null,
  account_id uuid,
  field text not null,
  content text not null,
  constraint phrase_pkey primary key (bureau_id, phrase_id),
  constraint phrase_size check (char_length(content) between 1 and 2000)
);
comment on table work.phrase is 'Common phrases of a person, or of the bureau where account_id is null.';

create table work.outbox (
  bureau_id text not null,
  job_id uuid not null default gen_random_uuid(),
  task text not null,
  job_key text,
  payload jsonb not null,
  constraint outbox_pkey primary key (bureau_id, job_id)
);
comment on table work.outbox is
  'Jobs of acts just recorded, until zhuding_worker puts them into its queue. That role owns the queue and its functions; whoever called one while recording an act would lend it his rights.';

alter table work.person enable row level security;
alter table work.person force row level security;
alter table work.matter enable row level security;
alter table work.matter force row level security;
alter table work.clock enable row level security;
alter table work.clock force row level security;
alter table work.task enable row level security;
alter table work.task force row level security;
alter table work.draft enable row level security;
alter table work.draft force row level security;
alter table work.phrase enable row level security;
alter table work.phrase force row level security;
alter table work.outbox enable row level security;
alter table work.outbox force row level security;

grant usage on schema work to zhuding_desk, zhuding_review, zhuding_rules, zhuding_staff, zhuding_auditor, zhuding_worker;
grant select, insert, update, delete on work.matter, work.clock, work.task to zhuding_desk, zhuding_review;
grant select, insert, update, delete on work.person to zhuding_staff;
grant select on work.person to zhuding_desk, zhuding_review, zhuding_rules, zhuding_worker;
grant select, insert, update, delete on work.draft, work.phrase to zhuding_desk;
grant select on work.matter, work.clock, work.task to zhuding_worker;
grant insert on work.outbox to zhuding_desk, zhuding_review, zhuding_rules, zhuding_staff;
grant select, delete on work.outbox to zhuding_worker;
grant select on work.person, work.matter, work.clock, work.task to zhuding_auditor;

create policy person_read on work.person for select to zhuding_desk, zhuding_review, zhuding_rules, zhuding_worker using (bureau_id = (select context.bureau()));
create policy person_write on work.person for all to zhuding_staff using (bureau_id = (select context.bureau())) with check (bureau_id = (select context.bureau()));
create policy person_audit on work.person for select to zhuding_auditor using (true);
create policy matter_write on work.matter for all to zhuding_desk, zhuding_review using (bureau_id = (select context.bureau())) with check (bureau_id = (select context.bureau()));
create policy matter_read on work.matter for select to zhuding_worker using (bureau_id = (select context.bureau()));
create policy matter_audit on work.matter for select to zhuding_auditor using (true);
create policy clock_write on work.clock for all to zhuding_desk, zhuding_review using (bureau_id = (select context.bureau())) with check (bureau_id = (select context.bureau()));
create policy clock_read on work.clock for select to zhuding_worker using (bureau_id = (select context.bureau()));
create policy clock_audit on work.clock for select to zhuding_auditor using (true);
create policy task_write on work.task for all to zhuding_desk, zhuding_review using (bureau_id = (select context.bureau())) with check (bureau_id = (select context.bureau()));
create policy task_read on work.task for select to zhuding_worker using (bureau_id = (select context.bureau()));
create policy task_audit on work.task for select to zhuding_auditor using (true);
create policy draft_write on work.draft for all to zhuding_desk using (bureau_id = (select context.bureau())) with check (bureau_id = (select context.bureau()));
create policy phrase_write on work.phrase for all to zhuding_desk using (bureau_id = (select context.bureau())) with check (bureau_id = (select context.bureau()));
create policy outbox_insert on work.outbox for insert to zhuding_desk, zhuding_review, zhuding_rules, zhuding_staff with check (bureau_id = (select context.bureau()));
create policy outbox_select on work.outbox for select to zhuding_worker using (bureau_id = (select context.bureau()));
create policy outbox_take on work.outbox for delete to zhuding_worker using (bureau_id = (select context.bureau()));
