-- What was replied before, to draft by. Questions and replies are kept with personal data masked, so
-- that nothing here has to be erased with a case.
create table assistant.past_reply (
  id          uuid primary key,
  source      text not null,               -- case: answered here; history: brought in from elsewhere
  number      text not null,               -- the case's number, or the other system's
  department  text,
  category    text,
  title       text not null,
  question    text not null,
  reply       text not null,
  answered_at timestamptz,
  created_at  timestamptz not null,
  unique (source, number)
);
create index past_reply_created on assistant.past_reply (created_at, id);
