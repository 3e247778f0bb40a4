-- The acts of every matter, officer and bureau: the record itself (行政处罚法 art. 47).

-- The hash of the decision an act holds, as far as its review fixes it: SHA-256 of the canonical JSON of its values (RFC 8785)
-- but for those written after the review (rule review.draft.excludes). Values are stored in canonical form, so they are hashed as
-- they stand. Null where the act holds no decision, or more than one.
create function acts.draft(act_type text, opened json) returns text
language sql immutable parallel safe
set search_path = pg_catalog, pg_temp
return (
  select case when json_typeof(draft.held) = 'object' then encode(sha256(convert_to('{' || (
    select coalesce(string_agg(to_json(field.key)::text || ':' || field.value::text, ',' order by field.key collate "C"), '')
    from json_each(draft.held) as field where field.key not in ('statement-kind', 'statement')
  ) || '}', 'UTF8')), 'hex') end
  from (select case act_type
    when 'review.requested' then opened->'data.proposal'->1->'values'
    else case when not exists (
      select from json_array_elements(opened->'data.documents'->1) with ordinality as issued(document, position)
      where issued.position > 1 and issued.document->>'code' like '%-decision'
    ) then opened->'data.documents'->1->0->'values' end
  end as held) as draft
);
comment on function acts.draft(text, json) is
  'The hash of the decision an act holds, without what is written after the review.';

-- What an act says, as far as constraints ask, under the names its fields are sealed with: when it happened, who did it,
-- who recorded it and under which rules; of the acts that bear on a review, whatever decides about it; of a party only
-- its kind. Of names that come twice the last counts, as for every reader of JSON.
--
-- Of the decision that a review is about, whatever the act calls its hash, what counts is the decision the act holds: see acts.draft.
create function acts.said(act_type text, opened bytea) returns jsonb
language sql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $function$
  select coalesce(jsonb_object_agg(
    field.key, case field.key
      when 'data.party' then field.value->1->'kind'
      when 'data.draft' then case when field.value->>1 = acts.draft(act_type, whole.act) then field.value->1 end
      else field.value->1
    end), '{}')
  from (select convert_from(opened, 'UTF8')::json as act) as whole, json_each(whole.act) as field
  where field.key in ('happened', 'by', 'recorded-by', 'pack') or field.key = any (case act_type
    when 'matter.begun' then array['data.procedure', 'data.flags', 'data.party']
    when 'subject.flagged' then array['data.flags']
    when 'handlers.assigned' then array['data.handlers']
    when 'investigation.concluded' then array['data.penalty']
    when 'notice.served' then array['data.penalty']
    when 'review.requested' then array['data.kind', 'data.draft']
    when 'review.concluded' then array['data.opinion', 'data.items']
    when 'decision.made' then array['data.outcome', 'data.penalty', 'data.draft', 'data.number']
    when 'reviewer.listed' then array['data.law-licence', 'data.first-review-on', 'data.from', 'data.until']
    when 'certificate.issued' then array['data.number', 'data.from', 'data.until']
    when 'certificate.revoked' then array['data.number', 'data.on']
  end)
$function$;
comment on function acts.said(text, bytea) is
  'What an act says as far as constraints ask, from its opened fields.';

-- The day an act happened: the moment is written with the offset of China, so its day is read off the text.
create function acts.day(said jsonb) returns date
language sql immutable parallel safe
set search_path = pg_catalog, pg_temp
return make_date(substr(said->>'happened', 1, 4)::integer, substr(said->>'happened', 6, 2)::integer, substr(said->>'happened', 9, 2)::integer);
comment on function acts.day(jsonb) is 'The day an act happened, in China.';

-- A list of texts an act says; empty where it says none.
create function acts.texts(said jsonb, name text) returns text[]
language sql immutable parallel safe
set search_path = pg_catalog, pg_temp
return array(select jsonb_array_elements_text(case when said ? name then said->name else '[]' end));
comment on function acts.texts(jsonb, text) is 'A list of texts an act says; empty where it says none.';

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
  said jsonb not null,
  constraint act_pkey primary key (bureau_id, stream_id, seq),
  constraint act_id_once unique (bureau_id, act_id),
  constraint act_commitment_key unique (bureau_id, stream_id, seq, commitment, stream_kind),
  constraint act_type_key unique (bureau_id, stream_id, seq, type),
  constraint act_said_key unique (bureau_id, stream_id, seq, type, said),
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
  constraint act_request_hash_length check (octet_length(request_hash) = 32),
  constraint act_not_before_it_happened check (happened_at <= recorded_at + interval '10 minutes'),
  constraint act_said check (octet_length(opened) = 0 or ((
    said = acts.said(type, opened)
    and said->>'happened' ~ '^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?\+08:00$'
    and happened_at = (said->>'happened')::timestamptz
    and recorded_by::text = said->>'recorded-by'
    and jsonb_typeof(said->'by') = 'array'
  ) is true))
);

comment on table acts.act is
  'Every act, append-only, chained by commitment to the one before it in its stream, which stays of one kind (QZ-18b, XZ-R-20a). act_id is the idempotency key of the command; event holds the canonical bytes that were committed, opened the salts and values of its fields.';
comment on column acts.act.happened_at is 'When it happened: what the law counts from. Clocks of other devices may run ahead a little.';
comment on column acts.act.recorded_at is 'When it was recorded: the clock of the server, what the log seals.';
comment on column acts.act.said is
  'What the act says as far as constraints ask: facts repeat it and are checked against it. Names no party, and stays when salts and values are destroyed.';
comment on column acts.act.request_hash is 'SHA-256 of the request, so that the same key with another content is refused.';

alter table acts.act enable row level security;
alter table acts.act force row level security;
grant usage on schema acts to
  zhuding_desk, zhuding_review, zhuding_rules, zhuding_staff, zhuding_sequencer, zhuding_shredder, zhuding_auditor, zhuding_worker;

grant execute on function acts.said(text, bytea), acts.draft(text, json) to zhuding_desk, zhuding_review, zhuding_rules, zhuding_staff, zhuding_shredder;
grant execute on function acts.day(jsonb), acts.texts(jsonb, text) to zhuding_desk, zhuding_review, zhuding_staff;

-- Who may record what, always with its values: only lawful deletion leaves none. An act that only one role may do is recorded by that role alone: the desk
-- records no review, the reviewers nothing else, and nobody but zhuding_rules adopts rules.
create policy desk_select on acts.act for select to zhuding_desk using (bureau_id = (select context.bureau()));
create policy desk_insert on acts.act for insert to zhuding_desk
  with check (bureau_id = (select context.bureau()) and octet_length(opened) > 0 and (
    (stream_kind = 'matter' and type not in ('review.accepted', 'review.extended', 'review.concluded'))
    or (stream_kind = 'bureau' and type = 'notice.published')
  ));
create policy review_select on acts.act for select to zhuding_review using (bureau_id = (select context.bureau()));
create policy review_insert on acts.act for insert to zhuding_review
  with check (bureau_id = (select context.bureau()) and octet_length(opened) > 0 and stream_kind = 'matter'
    and type in ('review.accepted', 'review.extended', 'review.concluded'));
create policy rules_select on acts.act for select to zhuding_rules using (bureau_id = (select context.bureau()));
create policy rules_insert on acts.act for insert to zhuding_rules
  with check (bureau_id = (select context.bureau()) and octet_length(opened) > 0 and stream_kind = 'bureau'
    and type in ('bureau.founded', 'bureau.amended', 'rules.adopted'));
create policy staff_select on acts.act for select to zhuding_staff using (bureau_id = (select context.bureau()));
create policy staff_insert on acts.act for insert to zhuding_staff
  with check (bureau_id = (select context.bureau()) and octet_length(opened) > 0 and (
    stream_kind = 'officer'
    or (stream_kind = 'bureau' and type not in ('bureau.founded', 'rules.adopted'))
  ));
create policy sequencer_select on acts.act for select to zhuding_sequencer using (bureau_id = (select context.bureau()));
create policy worker_select on acts.act for select to zhuding_worker using (bureau_id = (select context.bureau()));
create policy auditor_select on acts.act for select to zhuding_auditor using (true);
create policy shredder_select on acts.act for select to zhuding_shredder using (bureau_id = (select context.bureau()));
-- It empties an act and writes nothing else into it.
create policy shredder_update on acts.act for update to zhuding_shredder
  using (bureau_id = (select context.bureau()))
  with check (bureau_id = (select context.bureau()) and octet_length(opened) = 0 and salt = decode(repeat('00', 32), 'hex'));

grant select, insert on acts.act to zhuding_desk, zhuding_review, zhuding_rules, zhuding_staff;
grant select on acts.act to zhuding_auditor, zhuding_worker, zhuding_shredder;
grant select (bureau_id, stream_id, seq, act_id, recorded_at, commitment) on acts.act to zhuding_sequencer;
-- Lawful deletion destroys salts and values; the commitment stays.
grant update (salt, opened) on acts.act to zhuding_shredder;
