-- Decisions: the last link of the chain of 0006-review-gate.sql.

create table facts.decision (
  bureau_id text not null,
  matter_id uuid not null,
  seq integer not null,
  act_type text not null,
  procedure text not null,
  pack_hash bytea not null,
  party_class text not null,
  summary_natural bigint not null,
  summary_organisation bigint not null,
  outcome text not null,
  fine bigint not null,
  confiscation bigint not null,
  kinds text[] not null,
  number text,
  text_hash bytea not null,
  decided_on date not null,
  basis_version integer not null,
  required text not null,
  hearing_seq integer not null,
  handlers uuid[] not null,
  participants uuid[] not null,
  counted_opinion integer not null,
  counted_legal integer not null,
  opinion_seq integer,
  opinion_kind text,
  opinion_conclusion text,
  opinion_text_hash bytea,
  opinion_pack_hash bytea,
  reviewer_id uuid,
  said jsonb not null,
  constraint decision_pkey primary key (bureau_id, matter_id),
  constraint decision_act_key unique (bureau_id, matter_id, seq),
  constraint decision_published_key unique (bureau_id, matter_id, seq, number, decided_on),
  constraint decision_number_key unique (bureau_id, number, decided_on),
  constraint decision_act foreign key (bureau_id, matter_id, seq, act_type, said) references acts.act (bureau_id, stream_id, seq, type, said),
  constraint decision_act_type check (act_type = 'decision.made'),
  constraint decision_party foreign key (bureau_id, matter_id, procedure, party_class) references facts.matter (bureau_id, matter_id, procedure, party_class),
  constraint decision_limits foreign key (bureau_id, pack_hash, summary_natural, summary_organisation)
    references facts.rule_pack (bureau_id, pack_hash, summary_natural, summary_organisation),
  constraint decision_has_number foreign key (bureau_id, matter_id, seq, number) references facts.document_number (bureau_id, matter_id, seq, number),
  constraint decision_is_last_link foreign key (
      bureau_id, matter_id, basis_version, seq, required, hearing_seq, counted_opinion, counted_legal, outcome, fine, confiscation, kinds)
    references facts.review_basis (
      bureau_id, matter_id, version, seq, required, hearing_seq, opinion_seq, legal_seq, outcome, fine, confiscation, kinds),
  constraint decision_of_link foreign key (
      bureau_id, matter_id, basis_version, procedure, pack_hash, counted_opinion, handlers, participants)
    references facts.review_basis (
      bureau_id, matter_id, version, procedure, pack_hash, opinion_seq, handlers, participants),
  constraint decision_passed_review foreign key (
      bureau_id, matter_id, opinion_seq, opinion_kind, opinion_conclusion, opinion_text_hash, opinion_pack_hash, reviewer_id)
    references facts.review_opinion (bureau_id, matter_id, seq, kind, conclusion, text_hash, pack_hash, reviewer_id),
  constraint decision_reviewed check (
    case required
      when 'none' then
        opinion_seq is null and opinion_kind is null and opinion_conclusion is null and opinion_text_hash is null
        and opinion_pack_hash is null and reviewer_id is null
      when 'case' then
        opinion_seq is not null and opinion_seq = counted_opinion
        and opinion_kind is not null
        and opinion_conclusion is not null and opinion_conclusion = 'agree'
        and opinion_text_hash is not null
        and opinion_pack_hash is not null and opinion_pack_hash = pack_hash
        and reviewer_id is not null
      when 'legal' then
        opinion_seq is not null and opinion_seq = counted_legal and opinion_seq > hearing_seq
        and opinion_kind is not null and opinion_kind = 'legal'
        and opinion_conclusion is not null and opinion_conclusion = 'agree'
        and opinion_text_hash is not null and opinion_text_hash = text_hash
        and opinion_pack_hash is not null and opinion_pack_hash = pack_hash
        and reviewer_id is not null
      else false
    end
  ),
  constraint decision_reviewer_apart check (
    (reviewer_id = any (handlers)) is not true and (reviewer_id = any (participants)) is not true
  ),
  constraint decision_procedure check (
    procedure in ('penalty.ordinary', 'penalty.summary', 'licence', 'confirmation', 'adjudication')
  ),
  constraint decision_unreviewed_is_small check ((
    procedure <> 'penalty.summary'
    or (confiscation = 0 and kinds <@ array['warning']
      and fine <= case party_class when 'natural' then summary_natural else summary_organisation end)
  ) is true),
  constraint decision_outcome check (case procedure
    when 'licence' then outcome in ('granted', 'refused', 'not-accepted')
    when 'confirmation' then outcome in ('confirmed', 'refused')
    when 'adjudication' then outcome = 'ruled'
    else outcome in ('penalty', 'no-penalty', 'no-case', 'transfer')
  end),
  constraint decision_words check ((
    encode(text_hash, 'hex') = said->>'data.draft' and number is not distinct from said->>'data.number'
    and decided_on = acts.day(said)
  ) is true)
);
comment on table facts.decision is
  'Decisions. None exists without the passed review its own law demands, on its very text (行政处罚法 art. 58; QZ-0e, WD-2.3.0, GY-2.2.4c).';

alter table facts.review_basis add constraint review_basis_has_decision foreign key (bureau_id, matter_id, decided_seq)
  references facts.decision (bureau_id, matter_id, seq) deferrable initially deferred;

alter table facts.decision enable row level security;
alter table facts.decision force row level security;

grant select, insert on facts.decision to zhuding_desk;
grant select on facts.decision to zhuding_review, zhuding_auditor, zhuding_worker;

create policy decision_select on facts.decision for select to zhuding_desk, zhuding_review, zhuding_worker using (bureau_id = (select context.bureau()));
create policy decision_insert on facts.decision for insert to zhuding_desk with check (bureau_id = (select context.bureau()));
create policy decision_audit on facts.decision for select to zhuding_auditor using (true);
