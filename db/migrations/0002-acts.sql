-- The acts of every matter, officer and bureau: the record itself (行政处罚法 art. 47).

create table acts.act (
  bureau_id text not null,
  stream_id uuid not null,
  seq integer not null,
  act_id uuid not null,
  stream_kind text not null,
  type text not null,
  happened_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  prev_seq integer,
  prev_commitment bytea,
  commitment bytea not null,
  event bytea not null,
  salt bytea not null,
  opened bytea not null,
  request_hash bytea not null,
  constraint act_pkey primary key (bureau_id, stream_id, seq),
  constraint act_id_once unique (bureau_id, act_id),
  constraint act_commitment_key unique (bureau_id, stream_id, seq, commitment, stream_kind),
  constraint act_type_key unique (bureau_id, stream_id, seq, type),
  constraint act_chain foreign key (bureau_id, stream_id, prev_seq, prev_commitment, stream_kind)
    references acts.act (bureau_id, stream_id, seq, commitment, stream_kind),
  constraint act_gapless check (
    (seq = 1 and prev_seq is null and prev_commitment is null)
    or (seq > 1 and prev_seq is not null and prev_seq = seq - 1 and prev_commitment is not null)
  ),
  constraint act_stream_kind check (stream_kind in ('matter', 'officer', 'bureau')),
  constraint act_type_shape check (type ~ '^[a-z]+(\.[a-z_]+)+$'),
  constraint act_commitment_length check (octet_length(commitment) = 64),
  constraint act_salt_length check (octet_length(salt) = 32),
  constraint act_request_hash_length check (octet_length(request_hash) = 32)
);

comment on table acts.act is
  'Every act, append-only, chained by commitment to the one before it in its stream, which stays of one kind (QZ-18b, XZ-R-20a). act_id is the idempotency key of the command; event holds the canonical bytes that were committed, opened the salts and values of its fields.';
comment on column acts.act.happened_at is 'When it happened: what the law counts from.';
comment on column acts.act.recorded_at is 'When it was recorded: the clock of the server, what the log seals.';
comment on column acts.act.request_hash is 'SHA-256 of the request, so that the same key with another content is refused.';

alter table acts.act enable row level security;
alter table acts.act force row level security;
grant usage on schema acts to
  zhuding_desk, zhuding_review, zhuding_rules, zhuding_staff, zhuding_sequencer, zhuding_shredder, zhuding_auditor, zhuding_worker;

-- Who may record what. An act that only one role may do is recorded by that role alone: the desk
-- records no review, the reviewers nothing else, and nobody but zhuding_rules adopts rules.
create policy desk_select on acts.act for select to zhuding_desk using (bureau_id = (select context.bureau()));
create policy desk_insert on acts.act for insert to zhuding_desk
  with check (bureau_id = (select context.bureau()) and (
    (stream_kind = 'matter' and type not in ('review.accepted', 'review.extended', 'review.concluded'))
    or (stream_kind = 'bureau' and type = 'notice.published')
  ));
create policy review_select on acts.act for select to zhuding_review using (bureau_id = (select context.bureau()));
create policy review_insert on acts.act for insert to zhuding_review
  with check (bureau_id = (select context.bureau()) and stream_kind = 'matter'
    and type in ('review.accepted', 'review.extended', 'review.concluded'));
create policy rules_select on acts.act for select to zhuding_rules using (bureau_id = (select context.bureau()));
create policy rules_insert on acts.act for insert to zhuding_rules
  with check (bureau_id = (select context.bureau()) and stream_kind = 'bureau'
    and type in ('bureau.founded', 'bureau.amended', 'rules.adopted'));
create policy staff_select on acts.act for select to zhuding_staff using (bureau_id = (select context.bureau()));
create policy staff_insert on acts.act for insert to zhuding_staff
  with check (bureau_id = (select context.bureau()) and (
    stream_kind = 'officer'
    or (stream_kind = 'bureau' and type not in ('bureau.founded', 'rules.adopted'))
  ));
create policy sequencer_select on acts.act for select to zhuding_sequencer using (bureau_id = (select context.bureau()));
create policy worker_select on acts.act for select to zhuding_worker using (bureau_id = (select context.bureau()));
create policy auditor_select on acts.act for select to zhuding_auditor using (true);
create policy shredder_select on acts.act for select to zhuding_shredder using (bureau_id = (select context.bureau()));
create policy shredder_update on acts.act for update to zhuding_shredder
  using (bureau_id = (select context.bureau())) with check (bureau_id = (select context.bureau()));

grant select, insert on acts.act to zhuding_desk, zhuding_review, zhuding_rules, zhuding_staff;
grant select on acts.act to zhuding_auditor, zhuding_worker, zhuding_shredder;
grant select (bureau_id, stream_id, seq, act_id, recorded_at, commitment) on acts.act to zhuding_sequencer;
-- Lawful deletion destroys salts and values; the commitment stays.
grant update (salt, opened) on acts.act to zhuding_shredder;
