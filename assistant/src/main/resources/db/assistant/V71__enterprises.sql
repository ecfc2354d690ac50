-- One row an enterprise: the current file. Every fact that ever came stands in enterprise_entry.
create table assistant.enterprise (
  credit_code      text primary key,
  name             text not null,
  region           text,
  industry         text,
  scale            text,
  facts            jsonb not null,
  closed_fields    text[] not null,
  closed_registers text[] not null,
  revision         bigint not null,
  updated_at       timestamptz not null
);
create index enterprise_region on assistant.enterprise (region);
create index enterprise_updated on assistant.enterprise (updated_at, credit_code);

-- Append-only: what came, from whom, in which batch.
create table assistant.enterprise_entry (
  id          uuid primary key,
  credit_code text not null,
  act         text not null,               -- put, add, import, object, erase
  batch       uuid,
  actor       text not null,
  at          timestamptz not null,
  facts       jsonb not null
);
create index enterprise_entry_code on assistant.enterprise_entry (credit_code, id);

-- Who of the staff looked into a file, and why.
create table assistant.enterprise_read (
  id          uuid primary key,
  credit_code text not null,
  reader      text not null,
  reason      text not null,
  at          timestamptz not null
);
create index enterprise_read_code on assistant.enterprise_read (credit_code, id);
