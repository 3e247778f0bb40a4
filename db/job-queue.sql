-- What Zhuding takes back of the job queue's schema. Run by `zhuding migrate` as zhuding_worker, who owns it,
-- after the queue's own migrations; every statement may run again.

-- Nobody else calls anything here: who owns a function decides what it does with its caller's rights. Jobs come by the
-- table work.outbox (db/migrations/0008-work.sql).
drop function if exists graphile_worker.enqueue(text, json, text, timestamptz);

revoke all on schema graphile_worker from zhuding_desk, zhuding_review, zhuding_rules, zhuding_staff;
