-- The legal review as a gate that SQL cannot pass either (行政处罚法 art. 58; QZ-0e, WD-2.3.0, GY-2.2.4c).
--
-- HOW IT HOLDS. Every act of a matter that bears on its review adds one link to a chain,
-- facts.review_basis: the penalty proposed, the hearing held, who handled the matter, each opinion. A
-- link names its predecessor and repeats what that said, so that nothing once true can be forgotten;
-- only one link can follow another; acts of those kinds cannot be recorded without their link. The
-- decision is itself a link. It therefore follows everything recorded before it, and its checks ask for
-- the opinion that counts: agreed, of the right kind, after the hearing, on this very text, under this
-- very rule version, by somebody who has not handled the matter. An independent seizure is decided by
-- the act of seizing: that link itself asks for the review, and names who gave it. Opinions come in
-- through a login role of their own (zhuding_review), which cannot decide; the role that decides
-- (zhuding_desk) cannot write opinions. What the law says of penalties and grounds is in 0005-review-law.sql.
--
-- Nothing here is claimed beside the record: each row repeats what its act says (acts.act.said, which is taken from the
-- act's own values) and is checked against it, so that marks, handlers, people, penalty, text, conclusion and days are
-- those of the act. Whoever records an act of the investigation takes part in it. Links follow each other in time, and so do
-- request, acceptance and opinion: nothing is dated back before what it rests on.
--
-- A CHECK that is NULL passes, and a foreign key with a NULL is not checked: whatever may be NULL is
-- asked about by IS NOT NULL, and what compares arrays or computed values ends in IS TRUE.

create table facts.review_basis (
  bureau_id text not null,
  matter_id uuid not null,
  version integer not null,
  seq integer not null,
  act_type text not null,
  prev_version integer,
  prev_seq integer,
  procedure text not null,
  pack_hash bytea not null,
  scope text not null,
  review_list jsonb not null,
  flags text[] not null,
  prev_flags text[],
  hearing_seq integer not null,
  prev_hearing_seq integer,
  handlers uuid[] not null,
  prev_handlers uuid[],
  participants uuid[] not null,
  prev_participants uuid[],
  proposal jsonb not null,
  prev_proposal jsonb,
  outcome text not null,
  fine bigint not null,
  confiscation bigint not null,
  kinds text[] not null,
  grounds text[] not null,
  required text not null,
  opinion_seq integer not null,
  prev_opinion_seq integer,
  legal_seq integer not null,
  prev_legal_seq integer,
  legal_agreed boolean not null,
  prev_legal_agreed boolean,
  closed boolean not null,
  prev_closed boolean,
  happened_at timestamptz not null,
  prev_happened_at timestamptz,
  concluded_kind text,
  conclusion text,
  reviewer_id uuid,
  said jsonb not null,
  reviewed_seq integer generated always as (case when reviewer_id is not null then legal_seq end) stored,
  concluded_seq integer generated always as (case when act_type = 'review.concluded' then seq end) stored,
  decided_seq integer generated always as (case when act_type = 'decision.made' then seq end) stored,
  constraint review_basis_pkey primary key (bureau_id, matter_id, version),
  constraint review_basis_act_once unique (bureau_id, matter_id, seq),
  constraint review_basis_one_successor unique (bureau_id, matter_id, prev_version),
  constraint review_basis_state_key unique (
    bureau_id, matter_id, version, seq, flags, hearing_seq, handlers, participants, proposal, opinion_seq, legal_seq, legal_agreed, closed, happened_at),
  constraint review_basis_people_key unique (bureau_id, matter_id, version, procedure, pack_hash, opinion_seq, handlers, participants),
  constraint review_basis_gate_key unique (bureau_id, matter_id, version, seq, required, hearing_seq, opinion_seq, legal_seq, outcome, fine, confiscation, kinds),
  constraint review_basis_act foreign key (bureau_id, matter_id, seq, act_type, said) references acts.act (bureau_id, stream_id, seq, type, said),
  constraint review_basis_matter foreign key (bureau_id, matter_id, procedure, pack_hash) references facts.matter (bureau_id, matter_id, procedure, pack_hash),
  constraint review_basis_rule foreign key (bureau_id, pack_hash, scope, review_list) references facts.rule_pack (bureau_id, pack_hash, review_scope, review_list),
  constraint review_basis_chain foreign key (
      bureau_id, matter_id, prev_version, prev_seq, prev_flags, prev_hearing_seq, prev_handlers, prev_participants, prev_proposal,
      prev_opinion_seq, prev_legal_seq, prev_legal_agreed, prev_closed, prev_happened_at)
    references facts.review_basis (
      bureau_id, matter_id, version, seq, flags, hearing_seq, handlers, participants, proposal, opinion_seq, legal_seq, legal_agreed, closed,
      happened_at),
  constraint review_basis_first check (
    case when version = 1
      then seq = 1 and act_type = 'matter.begun'
        and prev_version is null and prev_seq is null and prev_flags is null and prev_hearing_seq is null
        and prev_handlers is null and prev_participants is null and prev_proposal is null
        and prev_opinion_seq is null and prev_legal_seq is null and prev_legal_agreed is null and prev_closed is null
        and prev_happened_at is null
        and hearing_seq = 0 and opinion_seq = 0 and legal_seq = 0 and not legal_agreed and not closed
        and handlers = '{}' and participants = '{}'
      else prev_version is not null and prev_version = version - 1 and prev_seq is not null and prev_seq < seq
        and prev_flags is not null and prev_hearing_seq is not null
        and prev_handlers is not null and prev_participants is not null and prev_proposal is not null
        and prev_opinion_seq is not null and prev_legal_seq is not null and prev_legal_agreed is not null and prev_closed is not null
        and prev_happened_at is not null and prev_happened_at <= happened_at
    end
  ),
  constraint review_basis_vocabulary check ((
    flags <@ array['public-interest', 'social-impact', 'major-rights', 'complex', 'statute', 'grave', 'crime']
    and kinds <@ array['warning', 'criticism', 'suspendLicence', 'revoke', 'downgrade', 'restrict', 'suspend', 'close']
    and outcome in ('', 'penalty', 'no-penalty', 'no-case', 'transfer', 'granted', 'refused', 'not-accepted', 'confirmed', 'ruled')
  ) is true),
  constraint review_basis_flags_stay check (
    law.same_set(flags, coalesce(prev_flags, '{}') || acts.texts(said, 'data.flags')) is true
  ),
  constraint review_basis_hearing_stays check (
    version = 1 or (hearing_seq = case when act_type = 'hearing.held' then seq else prev_hearing_seq end)
  ),
  constraint review_basis_participants_stay check (
    law.same_set(participants::text[], coalesce(prev_participants, '{}')::text[] || law.taking_part(act_type, said)) is true
  ),
  constraint review_basis_handlers_by_assignment check ((case
    when act_type = 'handlers.assigned' then law.same_set(handlers::text[], acts.texts(said, 'data.handlers'))
    else version = 1 or handlers = prev_handlers
  end) is true),
  constraint review_basis_proposal_stays check ((proposal = law.proposal(said, act_type, prev_proposal)) is true),
  constraint review_basis_opinion_stays check (
    version = 1 or (opinion_seq = case when act_type = 'review.concluded' then seq else prev_opinion_seq end)
  ),
  constraint review_basis_legal_stays check (
    version = 1 or (legal_seq = case when concluded_kind is not null and concluded_kind = 'legal' then seq else prev_legal_seq end)
  ),
  constraint review_basis_legal_agreed_stays check (
    version = 1 or (legal_agreed = case
      when concluded_kind is not null and concluded_kind = 'legal' then conclusion is not null and conclusion = 'agree'
      else prev_legal_agreed end)
  ),
  constraint review_basis_concluded check (
    (act_type = 'review.concluded') = (concluded_kind is not null) and (act_type = 'review.concluded') = (conclusion is not null)
  ),
  constraint review_basis_closed_by_decision check (
    case when version > 1 and prev_closed
      then closed and act_type not in ('hearing.held', 'review.concluded', 'decision.made')
      else closed = (act_type = 'decision.made')
    end
  ),
  constraint review_basis_grounds check (
    (grounds = law.review_grounds(procedure, scope, review_list, flags, hearing_seq, fine, confiscation, kinds, outcome)) is true
  ),
  constraint review_basis_required check ((required = law.review_required(procedure, grounds)) is true),
  constraint review_basis_seizure_reviewed check (
    act_type <> 'seizure.ordered' or procedure <> 'compulsion.seizure'
    or required = 'none' or (required = 'legal' and legal_agreed and legal_seq > hearing_seq and reviewer_id is not null)
  ),
  constraint review_basis_reviewer_apart check (
    (reviewer_id = any (handlers)) is not true and (reviewer_id = any (participants)) is not true
  ),
  constraint review_basis_amounts check (fine >= 0 and confiscation >= 0),
  constraint review_basis_penalty_procedure check (
    procedure in ('penalty.ordinary', 'penalty.summary')
    or (outcome <> 'penalty' and fine = 0 and confiscation = 0 and kinds = '{}')
  ),
  constraint review_basis_words check ((
    encode(pack_hash, 'hex') = said->>'pack' and happened_at = (said->>'happened')::timestamptz
    and fine = law.amount(proposal, 'fine')
    and confiscation = law.amount(proposal, 'gains') + law.amount(proposal, 'goods')
    and law.same_set(kinds, law.kinds(proposal))
    and (act_type <> 'decision.made' or outcome = said->>'data.outcome')
  ) is true)
);
comment on table facts.review_basis is
  'The chain of everything that bears on the review of a matter; the decision is itself a link, after which nothing is heard, reviewed or decided any more; an independent seizure asks for its review itself (QZ-0e, WD-2.3.0).';
comment on column facts.review_basis.proposal is 'The penalty under discussion, and the type of the act that says it; empty before any does.';
comment on column facts.review_basis.reviewer_id is 'Who gave the opinion an independent seizure rests on; null in every other link.';

create table facts.review_opinion (
  bureau_id text not null,
  matter_id uuid not null,
  seq integer not null,
  act_type text not null,
  round integer not null,
  prev_round integer,
  kind text not null,
  conclusion text not null,
  text_hash bytea not null,
  procedure text not null,
  pack_hash bytea not null,
  basis_version integer not null,
  prev_opinion_seq integer not null,
  handlers uuid[] not null,
  participants uuid[] not null,
  request_seq integer not null,
  request_type text not null,
  accepted_seq integer not null,
  accepted_type text not null,
  reviewer_id uuid not null,
  listing_seq integer not null,
  qualified boolean not null,
  listed_from date not null,
  listed_until date not null,
  concluded_on date not null,
  licence_for text not null,
  review_items text[] not null,
  review_items_penalty text[] not null,
  items text[] not null,
  said jsonb not null,
  request_said jsonb not null,
  accepted_said jsonb not null,
  constraint review_opinion_pkey primary key (bureau_id, matter_id, seq),
  constraint review_opinion_link_key unique (bureau_id, matter_id, seq, kind, conclusion, basis_version),
  constraint review_opinion_reviewer_key unique (bureau_id, matter_id, seq, reviewer_id),
  constraint review_opinion_round_key unique (bureau_id, matter_id, round),
  constraint review_opinion_gate_key unique (bureau_id, matter_id, seq, kind, conclusion, text_hash, pack_hash, reviewer_id),
  constraint review_opinion_act foreign key (bureau_id, matter_id, seq, act_type, said) references acts.act (bureau_id, stream_id, seq, type, said),
  constraint review_opinion_request foreign key (bureau_id, matter_id, request_seq, request_type, request_said)
    references acts.act (bureau_id, stream_id, seq, type, said),
  constraint review_opinion_acceptance foreign key (bureau_id, matter_id, accepted_seq, accepted_type, accepted_said)
    references acts.act (bureau_id, stream_id, seq, type, said),
  constraint review_opinion_rounds foreign key (bureau_id, matter_id, prev_round) references facts.review_opinion (bureau_id, matter_id, round),
  constraint review_opinion_basis foreign key (
      bureau_id, matter_id, basis_version, procedure, pack_hash, prev_opinion_seq, handlers, participants)
    references facts.review_basis (
      bureau_id, matter_id, version, procedure, pack_hash, opinion_seq, handlers, participants),
  constraint review_opinion_rule foreign key (bureau_id, pack_hash, licence_for, review_items, review_items_penalty)
    references facts.rule_pack (bureau_id, pack_hash, licence_for, review_items, review_items_penalty),
  constraint review_opinion_reviewer foreign key (bureau_id, reviewer_id, listing_seq, qualified, listed_from, listed_until)
    references facts.reviewer (bureau_id, officer_id, seq, qualified, listed_from, listed_until),
  constraint review_opinion_act_types check (
    act_type = 'review.concluded' and request_type = 'review.requested' and accepted_type = 'review.accepted'
  ),
  constraint review_opinion_order check (prev_opinion_seq < request_seq and request_seq < accepted_seq and accepted_seq < seq),
  constraint review_opinion_in_time check ((
    (request_said->>'happened')::timestamptz <= (accepted_said->>'happened')::timestamptz
    and (accepted_said->>'happened')::timestamptz <= (said->>'happened')::timestamptz
  ) is true),
  constraint review_opinion_round_order check ((round = 1 and prev_round is null) or (round > 1 and prev_round is not null and prev_round = round - 1)),
  constraint review_opinion_kind check (kind in ('legal', 'case')),
  constraint review_opinion_conclusion check (conclusion in ('agree', 'correct', 'supplement', 'other')),
  constraint review_opinion_not_handler check (
    (reviewer_id = any (handlers)) is not true and (reviewer_id = any (participants)) is not true
    and (accepted_said->>'recorded-by' = any (handlers::text[] || participants::text[])) is not true
  ),
  constraint review_opinion_qualified check (
    kind = 'case' or qualified
    or (licence_for = 'penalty' and procedure not in ('penalty.ordinary', 'penalty.summary'))
  ),
  constraint review_opinion_listed check (concluded_on between listed_from and listed_until),
  constraint review_opinion_items check ((
    (procedure <> 'penalty.ordinary' or items @> review_items_penalty) and (kind = 'case' or items @> review_items)
  ) is true),
  constraint review_opinion_signed check ((
    reviewer_id::text = said->>'recorded-by' and reviewer_id::text = said->'by'->>0
    and accepted_said->>'recorded-by' = accepted_said->'by'->>0
  ) is true),
  constraint review_opinion_words check ((
    conclusion = said->>'data.opinion' and law.same_set(items, acts.texts(said, 'data.items'))
    and concluded_on = acts.day(said)
    and kind = request_said->>'data.kind' and encode(text_hash, 'hex') = request_said->>'data.draft'
  ) is true)
);
comment on table facts.review_opinion is
  'Signed opinions of the legal review: who, of which round, on which text, every item answered (WD-2.3.4, GY-2.2.4c). Only zhuding_review writes here.';

-- What bears on the review cannot be recorded without its link, an opinion link not without its
-- opinion, a decision link not without its decision (0007-decision.sql).
alter table acts.act add column gate_seq integer generated always as (
  case when type in (
    'matter.begun', 'subject.flagged', 'handlers.assigned', 'premises.inspected', 'evidence.recorded', 'preservation.ordered',
    'seizure.ordered', 'investigation.concluded', 'notice.served', 'hearing.held', 'review.concluded', 'decision.made')
  then seq end) stored;
comment on column acts.act.gate_seq is 'Set for acts that bear on the review: each must have its link in facts.review_basis.';
alter table acts.act add constraint act_has_link foreign key (bureau_id, stream_id, gate_seq)
  references facts.review_basis (bureau_id, matter_id, seq) deferrable initially deferred;
alter table facts.review_basis add constraint review_basis_has_opinion foreign key (
    bureau_id, matter_id, concluded_seq, concluded_kind, conclusion, prev_version)
  references facts.review_opinion (bureau_id, matter_id, seq, kind, conclusion, basis_version) deferrable initially deferred;
alter table facts.review_basis add constraint review_basis_reviewer foreign key (bureau_id, matter_id, reviewed_seq, reviewer_id)
  references facts.review_opinion (bureau_id, matter_id, seq, reviewer_id);
alter table facts.review_basis enable row level security;
alter table facts.review_basis force row level security;
alter table facts.review_opinion enable row level security;
alter table facts.review_opinion force row level security;

grant select, insert on facts.review_basis to zhuding_desk, zhuding_review;
grant select, insert on facts.review_opinion to zhuding_review;
grant select on facts.review_opinion to zhuding_desk;
grant select on facts.review_basis, facts.review_opinion to zhuding_auditor, zhuding_worker;

create policy review_basis_select on facts.review_basis for select to zhuding_desk, zhuding_review, zhuding_worker using (bureau_id = (select context.bureau()));
create policy review_basis_insert on facts.review_basis for insert to zhuding_desk
  with check (bureau_id = (select context.bureau()) and act_type <> 'review.concluded');
create policy review_basis_conclude on facts.review_basis for insert to zhuding_review
  with check (bureau_id = (select context.bureau()) and act_type = 'review.concluded');
create policy review_basis_audit on facts.review_basis for select to zhuding_auditor using (true);
create policy review_opinion_select on facts.review_opinion for select to zhuding_desk, zhuding_review, zhuding_worker using (bureau_id = (select context.bureau()));
-- The entry on the list that counts is the last one, and of somebody who has not left.
create policy review_opinion_insert on facts.review_opinion for insert to zhuding_review
  with check (bureau_id = (select context.bureau())
    and listing_seq = (
      select max(r.seq) from facts.reviewer r
      where r.bureau_id = review_opinion.bureau_id and r.officer_id = review_opinion.reviewer_id)
    and not exists (
      select from acts.act a
      where a.bureau_id = review_opinion.bureau_id and a.stream_id = review_opinion.reviewer_id and a.type = 'officer.left')
  );
create policy review_opinion_audit on facts.review_opinion for select to zhuding_auditor using (true);
