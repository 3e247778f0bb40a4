/**
 * Whether the facts say what the acts say, read anew from the values of the acts: part of the oracle's findings.
 * `$1` is the matter, or null for all.
 */
export const WORDS = `
  spoken as (
    select a.bureau_id, a.stream_id as matter_id, a.seq, a.type, a.happened_at, a.recorded_by::text as recorder,
      (a.happened_at at time zone 'Asia/Shanghai')::date as day,
      case when octet_length(a.opened) > 0 then convert_from(a.opened, 'UTF8')::jsonb end as v
    from acts.act a where a.stream_kind = 'matter' and ($1::uuid is null or a.stream_id = $1)
  ),
  marked as (
    select s.bureau_id, s.matter_id, s.seq, f.flag from spoken s, jsonb_array_elements_text(s.v -> 'data.flags' -> 1) as f (flag)
    where s.type in ('matter.begun', 'subject.flagged')
  ),
  took as (
    select s.bureau_id, s.matter_id, s.seq, p.person from spoken s,
      lateral (select jsonb_array_elements_text(s.v -> 'by' -> 1) as person union select s.recorder) p
    where p.person <> 'party' and s.type in
      ('premises.inspected', 'evidence.recorded', 'preservation.ordered', 'seizure.ordered', 'investigation.concluded')
  ),
  fined as (
    select distinct on (l.bureau_id, l.matter_id, l.seq) l.bureau_id, l.matter_id, l.seq, s.v -> 'data.penalty' -> 1 as p
    from facts.review_basis l join spoken s on s.bureau_id = l.bureau_id and s.matter_id = l.matter_id and s.seq <= l.seq
      and s.v ? 'data.penalty' and s.type in ('decision.made', 'notice.served', 'investigation.concluded')
    order by l.bureau_id, l.matter_id, l.seq,
      array_position(array['decision.made', 'notice.served', 'investigation.concluded'], s.type), s.seq desc
  ),
  otherwise as (
    select s.matter_id, case
      when s.v is null then 'act without values'
      when (s.v -> 'happened' ->> 1)::timestamptz is distinct from s.happened_at then 'happened otherwise'
      when s.v -> 'recorded-by' ->> 1 is distinct from s.recorder then 'recorded otherwise' end as what
    from spoken s
    union all
    select m.matter_id, 'begun otherwise' from facts.matter m
    join spoken s on s.bureau_id = m.bureau_id and s.matter_id = m.matter_id and s.seq = 1
    where m.procedure is distinct from s.v -> 'data.procedure' ->> 1 or encode(m.pack_hash, 'hex') is distinct from s.v -> 'pack' ->> 1
      or m.party_class is distinct from case s.v -> 'data.party' -> 1 ->> 'kind' when 'natural' then 'natural'
        when 'individual-business' then m.party_class else 'organisation' end
    union all
    select l.matter_id, unnest(array[
      case when encode(l.pack_hash, 'hex') is distinct from s.v -> 'pack' ->> 1 then 'other rules than said' end,
      case when array(select distinct unnest(l.flags) order by 1) <> array(select distinct flag from marked k
        where k.bureau_id = l.bureau_id and k.matter_id = l.matter_id and k.seq <= l.seq order by 1) then 'other marks than said' end,
      case when array(select distinct unnest(l.participants)::text order by 1) <> array(select distinct person from took k
        where k.bureau_id = l.bureau_id and k.matter_id = l.matter_id and k.seq <= l.seq order by 1) then 'other people than said' end,
      case when l.act_type = 'handlers.assigned' and array(select distinct unnest(l.handlers)::text order by 1) <> array(
        select distinct h from jsonb_array_elements_text(s.v -> 'data.handlers' -> 1) h order by 1) then 'other handlers than said' end,
      case when l.fine <> coalesce((f.p ->> 'fine')::bigint, 0) or l.confiscation <> coalesce((f.p ->> 'gains')::bigint, 0)
        + coalesce((f.p ->> 'goods')::bigint, 0) then 'other amounts than said' end,
      case when array(select distinct unnest(l.kinds) order by 1) <> array(select key from jsonb_each(coalesce(f.p, '{}'))
        where value = 'true' order by 1) then 'other kinds than said' end,
      case when l.happened_at <> s.happened_at then 'linked at another time than it happened' end,
      case when l.act_type = 'decision.made' and l.outcome is distinct from s.v -> 'data.outcome' ->> 1 then 'other outcome than said' end])
    from facts.review_basis l
    join spoken s on s.bureau_id = l.bureau_id and s.matter_id = l.matter_id and s.seq = l.seq
    left join fined f on f.bureau_id = l.bureau_id and f.matter_id = l.matter_id and f.seq = l.seq
    union all
    select o.matter_id, unnest(array[
      case when o.reviewer_id::text is distinct from s.recorder or o.reviewer_id::text is distinct from s.v -> 'by' -> 1 ->> 0
        then 'signed for another' end,
      case when (q.happened_at <= t.happened_at and t.happened_at <= s.happened_at) is not true then 'reviewed before it was asked for' end,
      case when t.recorder is distinct from t.v -> 'by' -> 1 ->> 0 then 'accepted for another' end,
      case when t.recorder::uuid = any (o.handlers || o.participants) then 'accepted by a handler' end,
      case when o.conclusion is distinct from s.v -> 'data.opinion' ->> 1 then 'other conclusion than said' end,
      case when array(select distinct unnest(o.items) order by 1) <> array(select distinct i
        from jsonb_array_elements_text(s.v -> 'data.items' -> 1) i order by 1) then 'other items than said' end,
      case when o.concluded_on is distinct from s.day then 'other day than it happened' end,
      case when o.kind is distinct from q.v -> 'data.kind' ->> 1 then 'other kind than asked for' end,
      case when encode(o.text_hash, 'hex') is distinct from q.v -> 'data.draft' ->> 1 then 'other text than sent' end])
    from facts.review_opinion o
    left join spoken s on s.bureau_id = o.bureau_id and s.matter_id = o.matter_id and s.seq = o.seq
    left join spoken q on q.bureau_id = o.bureau_id and q.matter_id = o.matter_id and q.seq = o.request_seq
    left join spoken t on t.bureau_id = o.bureau_id and t.matter_id = o.matter_id and t.seq = o.accepted_seq
    where $1::uuid is null or o.matter_id = $1
    union all
    select d.matter_id, unnest(array[
      case when encode(d.text_hash, 'hex') is distinct from s.v -> 'data.draft' ->> 1 then 'other text than decided' end,
      case when d.required = 'legal' and (s.v -> 'data.documents' -> 1 -> 0 -> 'values') - 'statement' - 'statement-kind'
        is distinct from (q.v -> 'data.proposal' -> 1 -> 'values') - 'statement' - 'statement-kind' then 'other decision than reviewed' end,
      case when exists (select from jsonb_array_elements(s.v -> 'data.documents' -> 1) with ordinality as i(paper, n)
        where i.n > 1 and right(i.paper ->> 'code', 9) = '-decision') then 'two decisions in one' end,
      case when d.number is distinct from s.v -> 'data.number' ->> 1 then 'other number than said' end,
      case when d.decided_on is distinct from s.day then 'decided on another day' end,
      case when not case d.procedure when 'licence' then d.outcome in ('granted', 'refused', 'not-accepted')
        when 'confirmation' then d.outcome in ('confirmed', 'refused') when 'adjudication' then d.outcome = 'ruled'
        else d.outcome in ('penalty', 'no-penalty', 'no-case', 'transfer') end then 'outcome of another procedure' end])
    from facts.decision d
    left join spoken s on s.bureau_id = d.bureau_id and s.matter_id = d.matter_id and s.seq = d.seq
    left join facts.review_opinion o on o.bureau_id = d.bureau_id and o.matter_id = d.matter_id and o.seq = d.opinion_seq
    left join spoken q on q.bureau_id = o.bureau_id and q.matter_id = o.matter_id and q.seq = o.request_seq
    where $1::uuid is null or d.matter_id = $1
    union all
    select r.officer_id, 'listed otherwise' from facts.reviewer r
    join acts.act a on a.bureau_id = r.bureau_id and a.stream_id = r.officer_id and a.seq = r.seq
    cross join lateral (select convert_from(a.opened, 'UTF8')::jsonb as v) s
    where ($1::uuid is null or r.officer_id = $1) and (r.law_licence::text, r.first_review_on::text, r.listed_from::text, r.listed_until::text)
      is distinct from (s.v -> 'data.law-licence' ->> 1, s.v -> 'data.first-review-on' ->> 1, s.v -> 'data.from' ->> 1, s.v -> 'data.until' ->> 1)
    union all
    select f.matter_id, 'in the field otherwise' from facts.field_officer f
    left join spoken s on s.bureau_id = f.bureau_id and s.matter_id = f.matter_id and s.seq = f.seq
    where ($1::uuid is null or f.matter_id = $1)
      and (f.day is distinct from s.day or (s.v -> 'by' -> 1 ? f.officer_id::text) is not true)
  )`;
