-- What the gate of legal review has to reckon: the penalty under discussion, the grounds for a review, the review they
-- demand, who takes part (行政处罚法 art. 58; 程序规定 art. 49, 50, 52). Functions of their arguments alone, so that
-- constraints may call them.

create schema law;
comment on schema law is 'The few rules of law that constraints compute. The same rules as the engine; a test holds them equal.';
grant usage on schema law to zhuding_desk, zhuding_review, zhuding_auditor;

create function law.list_hits(list jsonb, procedure text, fine bigint, confiscation bigint, kinds text[], outcome text) returns text[]
language sql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $function$
  select coalesce(array_agg('list:' || (entry->>'id') order by position), '{}')
  from jsonb_array_elements(list) with ordinality as listed(entry, position)
  where entry->>'procedure' = procedure
    and coalesce(fine >= (entry->>'fineAtLeast')::bigint, true)
    and coalesce(confiscation >= (entry->>'confiscationAtLeast')::bigint, true)
    and (not entry ? 'kinds' or kinds && array(select jsonb_array_elements_text(entry->'kinds')))
    and (not entry ? 'outcomes' or outcome = any (array(select jsonb_array_elements_text(entry->'outcomes'))))
$function$;
comment on function law.list_hits(jsonb, text, bigint, bigint, text[], text) is
  'The entries of a bureau''s list of major decisions that a penalty or outcome meets; amounts in 分.';

create function law.review_grounds(
  procedure text, scope text, list jsonb, flags text[], hearing_seq integer, fine bigint, confiscation bigint, kinds text[], outcome text
) returns text[]
language sql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $function$
  select case
    when procedure in ('penalty.summary', 'inspection.random') then '{}'::text[]
    else array(select flag from unnest(array['public-interest', 'complex', 'statute']) as flag where flag = any (flags))
      || case when hearing_seq > 0 then array['hearing-held'] else '{}'::text[] end
      || case when scope = 'FIVE_GROUNDS'
           then array(select flag from unnest(array['social-impact', 'major-rights']) as flag where flag = any (flags)) else '{}'::text[] end
      || law.list_hits(list, procedure, fine, confiscation, kinds, outcome)
      || case when scope = 'ALL_EXCEPT_SUMMARY' then array['all-except-summary'] else '{}'::text[] end
  end
$function$;
comment on function law.review_grounds(text, text, jsonb, text[], integer, bigint, bigint, text[], text) is
  'The grounds on which a decision needs legal review (行政处罚法 art. 58, 程序规定 art. 50, the bureau''s scope and list).';

create function law.review_required(procedure text, grounds text[]) returns text
language sql immutable parallel safe
set search_path = pg_catalog, pg_temp
return case when cardinality(grounds) > 0 then 'legal' when procedure = 'penalty.ordinary' then 'case' else 'none' end;
comment on function law.review_required(text, text[]) is
  'legal on any ground; otherwise an ordinary penalty case still needs case review (程序规定 art. 52).';

grant execute on function law.list_hits(jsonb, text, bigint, bigint, text[], text),
  law.review_grounds(text, text, jsonb, text[], integer, bigint, bigint, text[], text),
  law.review_required(text, text[]) to zhuding_desk, zhuding_review, zhuding_auditor;

create function law.proposal(said jsonb, act_type text, before jsonb) returns jsonb
language sql immutable parallel safe
set search_path = pg_catalog, pg_temp
return case
  when not said ? 'data.penalty'
    or (before->>'by' = 'decision.made' and act_type <> 'decision.made')
    or (before->>'by' = 'notice.served' and act_type = 'investigation.concluded') then coalesce(before, '{}')
  else jsonb_build_object('by', act_type, 'penalty', said->'data.penalty')
end;
comment on function law.proposal(jsonb, text, jsonb) is
  'The penalty under discussion after an act: the decision''s, else the last notice''s, else that of the last report.';

create function law.amount(proposal jsonb, name text) returns bigint
language sql immutable parallel safe
set search_path = pg_catalog, pg_temp
return coalesce((proposal->'penalty'->>name)::bigint, 0);
comment on function law.amount(jsonb, text) is 'An amount of the penalty under discussion, in 分.';

create function law.kinds(proposal jsonb) returns text[]
language sql immutable parallel safe
set search_path = pg_catalog, pg_temp
return array(select kind.key from jsonb_each(coalesce(proposal->'penalty', '{}')) as kind where kind.value = 'true');
comment on function law.kinds(jsonb) is 'The kinds of penalty under discussion, beside amounts.';

create function law.same_set(a text[], b text[]) returns boolean
language sql immutable parallel safe
set search_path = pg_catalog, pg_temp
return a @> b and a <@ b;
comment on function law.same_set(text[], text[]) is 'Whether two lists name the same things.';

create function law.taking_part(act_type text, said jsonb) returns text[]
language sql immutable parallel safe
set search_path = pg_catalog, pg_temp
return case
  when act_type in ('premises.inspected', 'evidence.recorded', 'preservation.ordered', 'seizure.ordered', 'investigation.concluded')
  then array_remove(acts.texts(said, 'by'), 'party') || (said->>'recorded-by')
  else '{}'
end;
comment on function law.taking_part(text, jsonb) is
  'Who takes part in the matter by an act of the investigation: those who do it, and whoever records it.';

grant execute on function law.proposal(jsonb, text, jsonb), law.amount(jsonb, text), law.kinds(jsonb),
  law.same_set(text[], text[]), law.taking_part(text, jsonb) to zhuding_desk, zhuding_review;
