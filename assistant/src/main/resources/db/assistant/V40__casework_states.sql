-- Parts of several departments, merging, overlays, reminders, and free text that can be erased.
alter table assistant.appeal_case
  add column working_days int,                -- all that are allowed; null while no deadline runs
  add column supporting   text[] not null default '{}', -- names and ids of departments with an open part
  add column merged_into  uuid references assistant.appeal_case,
  add column urges        int not null default 0,
  add column supervised   boolean not null default false,
  add column review       text not null default 'none', -- none, open (不满意, to be looked into), done
  add column typical      boolean not null default false,
  add column erased_at    timestamptz,
  add column watch_on     date;               -- day on which the deadline is looked at next
create index appeal_case_merged on assistant.appeal_case (merged_into) where merged_into is not null;
create index appeal_case_watch on assistant.appeal_case (watch_on) where watch_on is not null;
create index appeal_case_marked on assistant.appeal_case (review) where review = 'open' or typical;

-- What people wrote, apart from the body that the chain hashes, which has a salted digest of it.
-- Null when there was nothing, or when it was erased.
alter table assistant.case_event
  add column sealed jsonb,
  add column salt   text;

update assistant.appeal_case set watch_on = due where due is not null and answered_at is null;
