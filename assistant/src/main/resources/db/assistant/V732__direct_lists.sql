-- Lists of enterprises that an item is paid to without a request (免申即享).
create table assistant.direct_list (
  id           uuid primary key,
  item_id      uuid not null,
  item_version int not null,
  item_title   text not null,
  state        text not null,                -- proposed, confirmed, dismissed
  total        int not null,                 -- enterprises on it
  created_by   text not null,
  creator_name text not null,
  created_at   timestamptz not null,
  decided_by   text,
  decider_name text,
  decided_at   timestamptz,
  reason       text                          -- why it was dismissed
);
create index direct_list_item on assistant.direct_list (item_id, item_version);

-- One enterprise on a list; done when it has an application, or a reason why it has none.
create table assistant.direct_list_entry (
  list_id        uuid not null references assistant.direct_list,
  credit_code    text not null,
  name           text not null,
  application_id uuid,
  skip           text,
  primary key (list_id, credit_code)
);
create index direct_list_entry_open on assistant.direct_list_entry (list_id)
  where application_id is null and skip is null;
