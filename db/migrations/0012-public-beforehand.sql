-- What must be public beforehand is a rule (publish.beforehand): the program refuses any other item, the
-- table holds an item to the shape of a code.

alter table published.notice drop constraint notice_item;
alter table published.notice add constraint notice_item check (item ~ '^[a-z]+(-[a-z]+)*$');
comment on table published.notice is 'What is public beforehand (事前公开), in versions; the rule publish.beforehand lists the items (WD-2.1.2a).';
