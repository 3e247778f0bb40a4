-- The tamper-evident log over the acts: queue, leaves, checkpoints.

create table ledger.queue (
  bureau_id text not null,
  stream_id uuid not null,
  seq integer not null,
  enqueued_at timestamptz not null default clock_timestamp(),
  constraint queue_pkey primary key (bureau_id, stream_id, seq),
  constraint queue_act foreign key (bureau_id, stream_id, seq) references acts.act (bureau_id, stream_id, seq)
);
comment on table ledger.queue is 'Acts not yet in the log; written in the transaction of the act, consumed by the sequencer.';
create index queue_by_time on ledger.queue (bureau_id, enqueued_at);

create table ledger.leaf (
  bureau_id text not null,
  idx bigint not null,
  stream_id uuid,
  seq integer,
  entry bytea not null,
  leaf_hash bytea not null,
  leaf_sm3 bytea not null,
  constraint leaf_pkey primary key (bureau_id, idx),
  constraint leaf_act_once unique (bureau_id, stream_id, seq),
  constraint leaf_act foreign key (bureau_id, stream_id, seq) references acts.act (bureau_id, stream_id, seq),
  constraint leaf_act_whole check ((stream_id is null) = (seq is null)),
  constraint leaf_index check (idx >= 0),
  constraint leaf_hashes check (octet_length(leaf_hash) = 32 and octet_length(leaf_sm3) = 32)
);
comment on table ledger.leaf is 'Entries of each bureau''s log in order. Contiguity and single writing come from the primary key.';

create table ledger.checkpoint (
  bureau_id text not null,
  size bigint not null,
  root bytea not null,
  root_sm3 bytea not null,
  note bytea not null,
  note_sm3 bytea not null,
  signed_at timestamptz not null,
  constraint checkpoint_pkey primary key (bureau_id, size),
  constraint checkpoint_roots check (octet_length(root) = 32 and octet_length(root_sm3) = 32)
);
comment on table ledger.checkpoint is 'Signed checkpoints; the primary key makes two different trees of one size impossible.';

alter table ledger.queue enable row level security;
alter table ledger.queue force row level security;
alter table ledger.leaf enable row level security;
alter table ledger.leaf force row level security;
alter table ledger.checkpoint enable row level security;
alter table ledger.checkpoint force row level security;

grant usage on schema ledger to zhuding_desk, zhuding_review, zhuding_rules, zhuding_staff, zhuding_sequencer, zhuding_worker, zhuding_auditor;
grant insert on ledger.queue to zhuding_desk, zhuding_review, zhuding_rules, zhuding_staff;
grant select, delete on ledger.queue to zhuding_sequencer;
grant select, insert on ledger.leaf, ledger.checkpoint to zhuding_sequencer;
grant select on ledger.leaf, ledger.checkpoint to zhuding_desk, zhuding_review, zhuding_worker;
grant select on ledger.queue, ledger.leaf, ledger.checkpoint to zhuding_auditor;

create policy queue_insert on ledger.queue for insert to zhuding_desk, zhuding_review, zhuding_rules, zhuding_staff with check (bureau_id = (select context.bureau()));
create policy queue_read on ledger.queue for select to zhuding_sequencer using (bureau_id = (select context.bureau()));
create policy queue_consume on ledger.queue for delete to zhuding_sequencer using (bureau_id = (select context.bureau()));
create policy queue_audit on ledger.queue for select to zhuding_auditor using (true);
create policy leaf_read on ledger.leaf for select to zhuding_sequencer, zhuding_desk, zhuding_review, zhuding_worker using (bureau_id = (select context.bureau()));
create policy leaf_insert on ledger.leaf for insert to zhuding_sequencer with check (bureau_id = (select context.bureau()));
create policy leaf_audit on ledger.leaf for select to zhuding_auditor using (true);
create policy checkpoint_read on ledger.checkpoint for select to zhuding_sequencer, zhuding_desk, zhuding_review, zhuding_worker using (bureau_id = (select context.bureau()));
create policy checkpoint_insert on ledger.checkpoint for insert to zhuding_sequencer with check (bureau_id = (select context.bureau()));
create policy checkpoint_audit on ledger.checkpoint for select to zhuding_auditor using (true);
