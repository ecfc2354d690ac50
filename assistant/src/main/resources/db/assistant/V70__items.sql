-- Items: parts of policies that an enterprise can get. A version is written once; what changes is
-- which version is the newest and which is published.
create table assistant.item (
  id                uuid primary key,
  policy_id         uuid,                    -- null for an item that was typed in by hand
  state             text not null,           -- draft, published, stopped
  version           int not null,
  published_version int,
  title             text not null,
  region            text,
  kind              text,
  mode              text,
  updated_at        timestamptz not null
);
create index item_state on assistant.item (state, id);
create index item_policy on assistant.item (policy_id);

create table assistant.item_version (
  item_id    uuid not null,
  version    int not null,
  content    jsonb not null,
  created_by text not null,
  created_at timestamptz not null,
  primary key (item_id, version)
);

-- Who stands for a leaf of a version.
create table assistant.item_confirmation (
  item_id      uuid not null,
  version      int not null,
  leaf         int not null,
  confirmed_by text not null,
  confirmed_at timestamptz not null,
  primary key (item_id, version, leaf)
);

-- Files that a rule has to come out right on, replayed at each change.
create table assistant.item_example (
  item_id  uuid not null,
  position int not null,
  example  jsonb not null,
  primary key (item_id, position)
);

-- What was done to an item; never changed, each row sealed with the one before.
create table assistant.item_event (
  id      uuid primary key,
  item_id uuid not null,
  type    text not null,
  version int not null,
  actor   text not null,
  at      timestamptz not null,
  body    jsonb not null,
  seal    text not null
);
create index item_event_item on assistant.item_event (item_id, id);
