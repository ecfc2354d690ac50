-- Files that go with a case, or with another thing that people work on. The log has their digest; they
-- go with the personal data of what they belong to.
create table assistant.attachment (
  id           uuid primary key,
  owner_kind   text not null,                 -- case, …
  owner        uuid not null,
  part         text not null,                 -- of the owner: appeal, supplement, reply, note
  name         text not null,
  type         text not null,                 -- media type, by content
  size         bigint not null,
  digest       text not null,                 -- hex SHA-256
  account      text not null,                 -- enterprise for whoever has no login
  account_name text not null,
  at           timestamptz not null,
  scan         text not null,                 -- CLEAN, or UNSCANNED where no scanner is set up
  content      bytea not null
);
create index attachment_owner on assistant.attachment (owner_kind, owner);
-- Pictures and documents are compressed already.
alter table assistant.attachment alter column content set storage external;
