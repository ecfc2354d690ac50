-- The outbox of reminders. Written in the transaction of what they tell of, sent until taken.
create table assistant.case_notice (
  id           uuid primary key,              -- the receiver tells repeats by it
  case_id      uuid not null references assistant.appeal_case,
  kind         text not null,
  key          text not null,                 -- with case and kind: the same notice
  channel      text not null,                 -- webhook, mail
  target       text not null,                 -- address; empty for the webhook, which is configured
  subject      text not null,
  data         jsonb not null,                -- neither the appeal's text nor personal data
  created_at   timestamptz not null,
  next_at      timestamptz not null,
  tries        int not null default 0,
  last_error   text,
  delivered_at timestamptz,
  unique (case_id, kind, key, channel, target)
);
create index case_notice_due on assistant.case_notice (next_at) where delivered_at is null;

-- Keys that all nodes share.
create table assistant.casework_key (
  name       text primary key,
  value      bytea not null,
  created_at timestamptz not null
);
