-- What a member of staff has typed on a case and not yet sent, so that it is found on another machine
-- and after a crash. Ends when it is sent, and with the case's personal data.
create table assistant.work_copy (
  case_id uuid not null references assistant.appeal_case,
  account text not null,
  form    text not null,                      -- the act it is for: reply, note, transfer …
  content jsonb not null,                     -- texts by field
  at      timestamptz not null,
  primary key (case_id, account, form)
);
create index work_copy_at on assistant.work_copy (at);
