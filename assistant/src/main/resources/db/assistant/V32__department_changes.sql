-- Reforms: what a department was merged into, and what changed when.
alter table assistant.department add column successor text;  -- id of the department that took over; null: it exists

create table assistant.department_change (
  id            uuid primary key,
  department_id text not null,
  kind          text not null,             -- added, renamed, merged, restored
  from_name     text,
  to_name       text not null,             -- new name, or the name of the department that took over
  changed_by    text not null,
  changed_at    timestamptz not null
);
create index department_change_department on assistant.department_change (department_id, changed_at);
