-- Casework. The event log is the truth; what stands beside it in appeal_case is folded from it, for
-- lists and filters. What the enterprise wrote is kept apart from the log, so that personal data can
-- be erased without breaking the chain: the log holds a salted digest of it only.
create table assistant.appeal_case (
  id              uuid primary key,
  number          text not null unique,
  tracking_code   text not null,
  channel         text not null,
  external_number text,
  asked_at        timestamptz not null,
  received_at     timestamptz not null,
  region          text,                       -- GB/T 2260
  title           text not null,
  content         text not null,
  enterprise      text,
  contact_name    text,
  contact_phone   text,
  contact_email   text,
  content_salt    text not null,
  -- folded
  version         int not null,               -- seq of the last event
  head            text not null,              -- hash of the last event
  state           text not null,
  category        text,                       -- decided, else suggested
  department      text,                       -- decided lead's name, else null
  department_id   text,
  due             date,                       -- last day, inclusive
  due_provisional boolean not null default false,
  answered_at     timestamptz,
  -- triage still to come; null when done
  triage_at       timestamptz,
  triage_tries    int not null default 0,
  unique (channel, external_number)
);
create index appeal_case_queue on assistant.appeal_case (state, due);
create index appeal_case_department on assistant.appeal_case (department, state);
create index appeal_case_asked on assistant.appeal_case (asked_at);
create index appeal_case_triage on assistant.appeal_case (triage_at) where triage_at is not null;

-- Append-only: nothing in the program updates or deletes here.
create table assistant.case_event (
  id            uuid primary key,
  case_id       uuid not null references assistant.appeal_case,
  seq           int not null,                 -- from 1, without gaps
  type          text not null,
  actor         text not null,
  actor_name    text not null,
  at            timestamptz not null,
  reason        text,
  based_on      int not null,                 -- seq that the actor had seen
  body          jsonb not null,
  previous_hash text not null,                -- hex SHA-256; 64 zeros before the first
  hash          text not null,
  unique (case_id, seq)
);
create index case_event_type_at on assistant.case_event (type, at);

create table assistant.idempotency_key (
  scope      text not null,                   -- who sent it
  key        text not null,
  digest     text not null,                   -- of the request: the same key for another one is an error
  case_id    uuid not null references assistant.appeal_case,
  created_at timestamptz not null,
  primary key (scope, key)
);
