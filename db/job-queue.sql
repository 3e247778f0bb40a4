-- What Zhuding adds to the job queue's schema. Run by `zhuding migrate` as zhuding_worker, who owns it,
-- after the queue's own migrations; every statement may run again.

-- Puts a job into the queue as part of the caller's transaction: no commit, no job. The queue's own
-- add_job needs rights on its tables, which would let a caller read and take every other job; through
-- this function one can only add. A payload says what to look at, never what to believe.
create or replace function graphile_worker.enqueue(
  task text,
  payload json,
  job_key text default null,
  run_at timestamptz default null
) returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $function$
begin
  perform graphile_worker.add_job(task, payload, run_at => run_at, job_key => job_key);
end
$function$;

comment on function graphile_worker.enqueue(text, json, text, timestamptz) is
  'Adds a job within the caller''s transaction. With job_key, replaces the waiting job of that key.';

grant usage on schema graphile_worker
  to zhuding_desk, zhuding_review, zhuding_rules, zhuding_staff;

grant execute on function graphile_worker.enqueue(text, json, text, timestamptz)
  to zhuding_desk, zhuding_review, zhuding_rules, zhuding_staff;
