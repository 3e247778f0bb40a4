/**
 * Whether everything in the tables is lawful, asked by plain SQL that shares nothing with the schema's
 * constraints and functions: the acts, and everything ever claimed about a matter, are read anew.
 */
import type { Client } from 'pg';
import { WORDS } from './oracle.words.ts';

export interface Unlawful {
  readonly matter: string;
  readonly what: string;
}

/** What is unlawful in all bureaus, or in one matter. `admin` must pass row security. */
export async function unlawful(admin: Client, matter: string | null = null): Promise<Unlawful[]> {
  const { rows } = await admin.query<Unlawful>({ name: 'oracle', text: ORACLE, values: [matter] });
  return rows;
}

const GATE_ACTS = `('matter.begun', 'subject.flagged', 'handlers.assigned', 'premises.inspected',
  'evidence.recorded', 'preservation.ordered', 'seizure.ordered', 'investigation.concluded',
  'notice.served', 'hearing.held', 'review.concluded', 'decision.made')`;

const ORACLE = `
with deciding as (
  -- Acts that decide: decisions, and seizures that are a matter of their own.
  select a.bureau_id, a.stream_id as matter_id, a.seq, a.type, m.procedure, m.party_class, m.pack_hash,
    d.matter_id is not null as decided, d.text_hash, d.procedure as said, d.party_class as class_said, d.reviewer_id as quoted,
    coalesce(d.fine, l.fine) as fine, coalesce(d.confiscation, l.confiscation) as confiscation,
    coalesce(d.kinds, l.kinds) as kinds, coalesce(d.outcome, l.outcome) as outcome, d.number
  from acts.act a
  left join facts.matter m on m.bureau_id = a.bureau_id and m.matter_id = a.stream_id
  left join facts.decision d on d.bureau_id = a.bureau_id and d.matter_id = a.stream_id and d.seq = a.seq
  left join facts.review_basis l on l.bureau_id = a.bureau_id and l.matter_id = a.stream_id and l.seq = a.seq
  where (a.type = 'decision.made' or (a.type = 'seizure.ordered' and m.procedure = 'compulsion.seizure'))
    and ($1::uuid is null or a.stream_id = $1)
),
known as (
  select g.*, p.review_scope, p.review_list, p.review_items, p.review_items_penalty, p.licence_for,
    p.licence_since, p.summary_natural, p.summary_organisation,
    coalesce((select max(h.seq) from acts.act h where h.bureau_id = g.bureau_id
      and h.stream_id = g.matter_id and h.type = 'hearing.held'), 0) as heard,
    array(select distinct unnest(b.flags) from facts.review_basis b
      where b.bureau_id = g.bureau_id and b.matter_id = g.matter_id and b.seq <= g.seq) as flags,
    array(select distinct unnest(b.participants) from facts.review_basis b
      where b.bureau_id = g.bureau_id and b.matter_id = g.matter_id and b.seq <= g.seq) as took_part
  from deciding g
  left join facts.rule_pack p on p.bureau_id = g.bureau_id and p.pack_hash = g.pack_hash
),
listed as (
  select k.bureau_id, k.matter_id, k.seq
  from known k, jsonb_array_elements(k.review_list) e
  where e ->> 'procedure' = k.procedure
    and (e -> 'fineAtLeast' is null or (e -> 'fineAtLeast')::numeric <= k.fine)
    and (e -> 'confiscationAtLeast' is null or (e -> 'confiscationAtLeast')::numeric <= k.confiscation)
    and (e -> 'kinds' is null or exists (select from unnest(k.kinds) one where e -> 'kinds' ? one))
    and (e -> 'outcomes' is null or e -> 'outcomes' ? k.outcome)
),
needed as (
  select k.*, case
    when k.procedure in ('penalty.summary', 'inspection.random') then 'none'
    when k.heard > 0 or k.flags && '{public-interest,complex,statute}'
      or (k.review_scope = 'FIVE_GROUNDS' and k.flags && '{social-impact,major-rights}')
      or k.review_scope = 'ALL_EXCEPT_SUMMARY'
      or exists (select from listed x where x.bureau_id = k.bureau_id and x.matter_id = k.matter_id and x.seq = k.seq)
      then 'legal'
    when k.procedure = 'penalty.ordinary' then 'case'
    else 'none' end as need
  from known k
),
opinion as (
  -- The opinion that counts: the last before the decision, of the kind needed.
  select distinct on (n.bureau_id, n.matter_id, n.seq) n.bureau_id, n.matter_id, n.seq, o.seq as opinion_seq,
    o.conclusion, o.text_hash, o.pack_hash, o.reviewer_id, o.listing_seq, o.kind, o.concluded_on,
    o.request_seq, o.accepted_seq, o.items,
    (select b.handlers from facts.review_basis b where b.bureau_id = o.bureau_id and b.matter_id = o.matter_id
      and b.act_type = 'handlers.assigned' and b.seq < o.seq order by b.seq desc limit 1) as handlers_then,
    (select b.handlers from facts.review_basis b where b.bureau_id = o.bureau_id and b.matter_id = o.matter_id
      and b.act_type = 'handlers.assigned' and b.seq < n.seq order by b.seq desc limit 1) as handlers_now,
    (select max(p.seq) from facts.review_opinion p
      where p.bureau_id = o.bureau_id and p.matter_id = o.matter_id and p.seq < o.seq) as before_it
  from needed n join facts.review_opinion o on o.bureau_id = n.bureau_id and o.matter_id = n.matter_id
  where o.seq < n.seq and (n.need = 'case' or o.kind = 'legal')
  order by n.bureau_id, n.matter_id, n.seq, o.seq desc
),
reviewed as (
  select n.*, o.opinion_seq, o.conclusion, o.text_hash as opinion_text, o.pack_hash as opinion_pack, o.kind,
    o.concluded_on, o.items, o.before_it, o.request_seq, o.reviewer_id, r.seq as listing, r.listed_from, r.listed_until,
    r.law_licence or coalesce(r.first_review_on < n.licence_since, false) as qualified,
    o.reviewer_id = any (o.handlers_then) or o.reviewer_id = any (o.handlers_now)
      or o.reviewer_id = any (n.took_part) as own,
    exists (select from facts.reviewer x where x.bureau_id = r.bureau_id and x.officer_id = r.officer_id and x.seq > r.seq)
      or exists (select from acts.act x where x.bureau_id = r.bureau_id and x.stream_id = r.officer_id and x.type = 'officer.left')
      as superseded,
    exists (select from acts.act q where q.bureau_id = n.bureau_id and q.stream_id = n.matter_id
      and q.seq = o.request_seq and q.type = 'review.requested') as asked,
    exists (select from acts.act q where q.bureau_id = n.bureau_id and q.stream_id = n.matter_id
      and q.seq = o.accepted_seq and q.seq between o.request_seq and o.opinion_seq and q.type = 'review.accepted') as taken,
    exists (select from acts.act q where q.bureau_id = n.bureau_id and q.stream_id = n.matter_id
      and q.seq = o.opinion_seq and q.type = 'review.concluded') as signed
  from needed n
  left join opinion o on o.bureau_id = n.bureau_id and o.matter_id = n.matter_id and o.seq = n.seq
  left join facts.reviewer r on r.bureau_id = n.bureau_id and r.officer_id = o.reviewer_id and r.seq = o.listing_seq
),
${WORDS},
findings as (
  select matter_id, what from otherwise
  union all
  select matter_id, unnest(array[
    case when procedure is null then 'no matter' end,
    case when type = 'decision.made' and not decided then 'act without decision' end,
    case when type = 'decision.made' and procedure is not null and said is distinct from procedure then 'other procedure' end,
    case when type = 'decision.made' and class_said is distinct from party_class then 'other class of party' end,
    case when type = 'decision.made' and octet_length(text_hash) is distinct from 32 then 'no hash of the text' end,
    case when number is not null and not exists (select from facts.document_number n
      where n.matter_id = reviewed.matter_id and n.seq = reviewed.seq and n.number = reviewed.number) then 'number not issued' end,
    case when procedure = 'penalty.summary' and not coalesce(confiscation = 0 and kinds <@ '{warning}' and fine <= case party_class
      when 'natural' then summary_natural when 'organisation' then summary_organisation end, false) then 'too heavy for the spot' end,
    case when type = 'decision.made' and procedure in ('compulsion.seizure', 'inspection.random') then 'no decisions here' end,
    case when procedure !~ '^penalty' and (fine > 0 or confiscation > 0 or kinds <> '{}' or outcome = 'penalty')
      then 'penalty elsewhere' end,
    case when exists (select from unnest(kinds) k where k not in
      ('warning', 'criticism', 'suspendLicence', 'revoke', 'downgrade', 'restrict', 'suspend', 'close') or k is null) then 'kind unknown' end,
    case when exists (select from unnest(flags) f where f not in ('public-interest', 'social-impact', 'major-rights',
      'complex', 'statute', 'grave', 'crime') or f is null) then 'flag unknown' end,
    case when fine < 0 or confiscation < 0 then 'amount below zero' end,
    case when need <> 'none' and opinion_seq is null then 'not reviewed' end,
    case when need <> 'none' and conclusion <> 'agree' then 'not agreed' end,
    case when need = 'legal' and opinion_seq <= heard then 'reviewed before the hearing' end,
    case when need = 'legal' and type = 'decision.made' and opinion_text is distinct from text_hash then 'other text' end,
    case when need <> 'none' and opinion_pack is distinct from pack_hash then 'other rules' end,
    case when type = 'decision.made' and need <> 'none' and quoted is distinct from reviewer_id then 'another reviewer quoted' end,
    case when need <> 'none' and own then 'reviewed by a handler' end,
    case when need <> 'none' and (listing is null or superseded) then 'reviewer not listed' end,
    case when need <> 'none' and not concluded_on between listed_from and listed_until then 'listing not valid' end,
    case when need = 'legal' and not qualified and (licence_for = 'all' or procedure ~ '^penalty') then 'not qualified' end,
    case when need <> 'none' and procedure = 'penalty.ordinary' and not items @> review_items_penalty then 'items missing' end,
    case when need <> 'none' and kind = 'legal' and not items @> review_items then 'items missing' end,
    case when need <> 'none' and not (asked and taken and signed) then 'opinion without its acts' end,
    case when need <> 'none' and before_it > request_seq then 'opinion nobody asked for again' end
  ]) as what
  from reviewed
  union all
  select d.matter_id, 'decision without act' from facts.decision d
  where ($1::uuid is null or d.matter_id = $1) and not exists (select from acts.act a where a.bureau_id = d.bureau_id
    and a.stream_id = d.matter_id and a.seq = d.seq and a.type = 'decision.made')
  union all
  select g.matter_id, 'decided twice' from deciding g where g.type = 'decision.made'
  group by g.bureau_id, g.matter_id having count(*) > 1
  union all
  select m.matter_id, 'rules no longer in force' from facts.matter m
  where ($1::uuid is null or m.matter_id = $1) and m.pack_hash <> (select p.pack_hash from facts.rule_pack p
    where p.bureau_id = m.bureau_id order by p.seq desc limit 1)
  union all
  select a.stream_id, 'act not linked' from acts.act a
  where ($1::uuid is null or a.stream_id = $1) and a.type in ${GATE_ACTS} and not exists (select from facts.review_basis b
    where b.bureau_id = a.bureau_id and b.matter_id = a.stream_id and b.seq = a.seq and b.act_type = a.type)
  union all
  select b.matter_id, 'link of no act' from facts.review_basis b
  where ($1::uuid is null or b.matter_id = $1) and not exists (select from acts.act a where a.bureau_id = b.bureau_id
    and a.stream_id = b.matter_id and a.seq = b.seq and a.type = b.act_type)
  union all
  select b.matter_id, 'chain broken' from facts.review_basis b
  left join facts.review_basis p on p.bureau_id = b.bureau_id and p.matter_id = b.matter_id and p.version = b.version - 1
  where ($1::uuid is null or b.matter_id = $1) and not coalesce(case b.version when 1
    then b.seq = 1 and b.hearing_seq = 0 and b.opinion_seq = 0 and b.legal_seq = 0 and b.handlers = '{}' and b.participants = '{}'
    else p.seq < b.seq and p.happened_at <= b.happened_at and b.closed = (p.closed or b.act_type = 'decision.made')
      and not (p.closed and b.act_type in ('hearing.held', 'review.concluded')) and p.flags <@ b.flags and p.participants <@ b.participants
      and (b.act_type = 'handlers.assigned' or p.handlers = b.handlers) end, false)
  union all
  select o.matter_id, 'opinion of no round' from facts.review_opinion o
  where ($1::uuid is null or o.matter_id = $1) and (o.conclusion not in ('agree', 'correct', 'supplement', 'other')
    or o.kind not in ('legal', 'case') or octet_length(o.text_hash) <> 32 or o.round <> (select count(*)
      from facts.review_opinion p where p.bureau_id = o.bureau_id and p.matter_id = o.matter_id and p.seq <= o.seq))
  union all
  select a.stream_id, 'opinion without opinion' from acts.act a
  where ($1::uuid is null or a.stream_id = $1) and a.type = 'review.concluded' and not exists (
    select from facts.review_opinion o where o.bureau_id = a.bureau_id and o.matter_id = a.stream_id and o.seq = a.seq)
  union all
  select o.matter_id, 'opinion of no act' from facts.review_opinion o
  where ($1::uuid is null or o.matter_id = $1) and 3 <> (select count(*) from acts.act a
    where a.bureau_id = o.bureau_id and a.stream_id = o.matter_id and (a.seq, a.type) in (
      (o.request_seq, 'review.requested'), (o.accepted_seq, 'review.accepted'), (o.seq, 'review.concluded')))
  union all
  -- An opinion is evidence even before anything is decided on it.
  select o.matter_id, 'opinion by a handler' from facts.review_opinion o
  join facts.review_basis b on b.bureau_id = o.bureau_id and b.matter_id = o.matter_id and b.version = o.basis_version
  where ($1::uuid is null or o.matter_id = $1) and (o.reviewer_id = any (b.handlers) or o.reviewer_id = any (b.participants))
)
select matter_id::text as matter, what from findings where what is not null order by 1, 2`;
