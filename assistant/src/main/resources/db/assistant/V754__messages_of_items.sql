-- A message may be of an item: that it has stopped.
alter table assistant.inbox_message add column item_id uuid;
