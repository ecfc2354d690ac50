-- Messages to enterprises about items that they meet (政策推送).

-- A telephone number beside the address for sign-in codes.
alter table assistant.enterprise_contact alter column email drop not null;
alter table assistant.enterprise_contact add column phone text;

-- What others may read of it: where an enterprise can be reached.
create view assistant.enterprise_address as
  select credit_code, email, phone from assistant.enterprise_contact;

-- One decision to tell the enterprises that one version of an item fits.
create table assistant.push (
  id           uuid primary key,
  item_id      uuid not null,
  item_version int not null,
  filter       jsonb not null,
  state        text not null,               -- preview, awaiting_approval, queued, rejected
  kind         text not null,               -- of the item; enterprises unsubscribe by it
  content      jsonb not null,              -- what is said of the item, as it was then
  department   text,
  recipients   int not null default 0,
  skipped      jsonb not null default '[]',
  examples     jsonb not null default '[]', -- credit codes of some recipients
  created_by   text not null,
  creator_name text not null,
  created_at   timestamptz not null,
  decided_by   text,
  decider_name text,
  decided_at   timestamptz,
  reason       text
);
create index push_item on assistant.push (item_id, id);
create index push_state on assistant.push (state, id);

-- Whom a push is for until it is queued; then the rows are gone.
create table assistant.push_recipient (
  push_id     uuid not null references assistant.push,
  seq         int not null,
  message_id  uuid not null,
  credit_code text not null,
  outcome     text not null,                -- met, unknown
  field       text,                         -- the one fact that decides, of an unknown
  region      text,
  industry    text,
  scale       text,
  skip        text,                         -- why it gets nothing; null where it does
  primary key (push_id, seq)
);

-- What an enterprise was told; its inbox. One a version of an item, whatever pushes there were.
create table assistant.push_message (
  id           uuid primary key,
  push_id      uuid not null references assistant.push,
  seq          int not null,                -- order within the push
  item_id      uuid not null,
  item_version int not null,
  credit_code  text not null,
  outcome      text not null,
  field        text,
  region       text,
  industry     text,
  scale        text,
  queued_at    timestamptz not null,
  opened_at    timestamptz,
  opened_by    text,                        -- inbox, mail
  relevant     boolean,                     -- what the enterprise said of it
  reason       text,
  words        text,
  told_at      timestamptz,
  unique (item_id, item_version, credit_code)
);
create index push_message_code on assistant.push_message (credit_code, queued_at desc);
create index push_message_push on assistant.push_message (push_id, seq);

-- The outbox: each message by each way, until it was taken. Written by one statement from the
-- messages themselves, a hundred thousand at a time: a foreign key would look each up once more.
create table assistant.push_delivery (
  id           uuid primary key,
  message_id   uuid not null,
  push_id      uuid not null,
  seq          int not null,
  channel      text not null,               -- mail, sms, webhook
  credit_code  text not null,
  state        text not null,               -- waiting, sent, delivered, failed
  next_at      timestamptz not null,
  tries        int not null default 0,
  sent_as      uuid,                        -- id that the receiver knows; several go out as one
  sent_at      timestamptz,
  receipt_at   timestamptz,
  last_error   text,
  unique (message_id, channel)
);
create index push_delivery_due on assistant.push_delivery (channel, next_at, credit_code)
  where state = 'waiting';
create index push_delivery_push on assistant.push_delivery (push_id, channel, state);
create index push_delivery_sent_as on assistant.push_delivery (sent_as) where sent_as is not null;

-- What an enterprise wants to be told, and how.
create table assistant.push_choice (
  credit_code    text primary key,
  muted_kinds    text[] not null default '{}',
  muted_channels text[] not null default '{}',
  digest         text not null default 'each',  -- each, daily, weekly
  changed_at     timestamptz not null
);

-- How many went out in a second, over all nodes.
create table assistant.push_rate (
  channel   text primary key,
  at_second timestamptz not null,
  taken     int not null
);
