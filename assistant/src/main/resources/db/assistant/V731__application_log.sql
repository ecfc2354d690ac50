-- Applications are cases of their own kind: a log like that of the appeals, and what else is folded
-- from it.
alter table assistant.application
  add column head            text not null default '',   -- hash of the last event
  add column seal            text,
  add column folded_by       text,                        -- rules and calendar that it was folded by
  add column steps           text[] not null default '{}',-- departments of the review, in order
  add column turn            text,                        -- department whose turn it is
  add column due_provisional boolean not null default false,
  add column working_days    int,                         -- up to due, with those that it stood still
  add column urges           int not null default 0,
  add column supervised      boolean not null default false,
  add column score           int,
  add column direct_list     uuid,                        -- that it came from; null for a request
  add column erased_at       timestamptz,
  add column paused          boolean not null default false, -- its clock stands still
  -- not folded
  add column watch_on        date;                        -- when its deadline is looked at next
create index application_department on assistant.application (department, state, due);
create index application_turn on assistant.application (turn, state);
create index application_watch on assistant.application (watch_on) where watch_on is not null;

-- Of one version of an item an enterprise has one application under way, and one draft.
create unique index application_open on assistant.application (item_id, item_version, credit_code)
  where state not in ('draft', 'closed', 'rejected', 'withdrawn');
create unique index application_draft on assistant.application (item_id, credit_code)
  where state = 'draft';

-- Append-only: nothing in the program updates here but to take free text out, nor deletes.
create table assistant.application_event (
  id             uuid primary key,
  application_id uuid not null,
  seq            int not null,                -- from 1, without gaps
  type           text not null,
  actor          text not null,
  actor_name     text not null,
  at             timestamptz not null,
  based_on       int not null,                -- seq that the actor had seen
  body           jsonb not null,
  sealed         jsonb,                       -- free text; null where there was none, or erased
  salt           text,
  previous_hash  text not null,
  hash           text not null,
  unique (application_id, seq)
);
create index application_event_at on assistant.application_event (type, at);

create table assistant.application_key (
  scope          text not null,               -- who sent it
  key            text not null,
  digest         text not null,               -- of the request
  application_id uuid not null,
  created_at     timestamptz not null,
  primary key (scope, key)
);

-- How applications for an item are handled, where it differs from the settings.
create table assistant.application_rule (
  item_id        uuid primary key,
  steps          text[] not null,             -- departments that review, in order; empty for the item's
  accept_days    int,                         -- working days; null, as the others, for the setting
  working_days   int,
  publicity_days int,
  calendar_days  boolean not null default false,
  cap_fen        bigint,
  objection_way  text,
  updated_by     text not null,
  updated_at     timestamptz not null
);

-- Notices of applications, beside those of appeals.
alter table assistant.case_notice add column application_id uuid;
create unique index case_notice_application
  on assistant.case_notice (application_id, kind, key, channel, target)
  where application_id is not null;
alter table assistant.inbox_message alter column case_id drop not null;
alter table assistant.inbox_message add column application_id uuid;
create unique index inbox_message_application
  on assistant.inbox_message (account, application_id, kind, key) where application_id is not null;
