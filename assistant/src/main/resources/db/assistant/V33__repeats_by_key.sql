-- Repeats are looked up by keys, not compared one by one: bands of the text's min-hash and of the
-- vector's hyperplane bits. Cases stored before have none until the service makes them at its start.
alter table assistant.triage_recent add column keys bigint[] not null default '{}';
create index triage_recent_keys on assistant.triage_recent using gin (keys);
create index triage_recent_unkeyed on assistant.triage_recent (case_id) where keys = '{}';
