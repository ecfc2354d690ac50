-- Tags of enterprises: named conditions. A row is the newest version of a tag; every version stands
-- in its events.
create table assistant.enterprise_tag (
  id         uuid primary key,
  name       text not null,
  state      text not null,           -- active, withdrawn
  version    int not null,
  conditions jsonb not null,
  updated_at timestamptz not null
);
create unique index enterprise_tag_name on assistant.enterprise_tag (name) where state = 'active';

-- What was done to a tag; never changed, each row sealed with the one before. The body is kept as it
-- was sealed, letter by letter.
create table assistant.enterprise_tag_event (
  id      uuid primary key,
  tag_id  uuid not null,
  type    text not null,              -- created, changed, withdrawn
  version int not null,
  actor   text not null,
  at      timestamptz not null,
  body    text not null,
  seal    text not null
);
create index enterprise_tag_event_tag on assistant.enterprise_tag_event (tag_id, id);
