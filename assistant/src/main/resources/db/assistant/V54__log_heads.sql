-- What only who has the key can write: over a case's identity, its version, its last hash and by
-- which rules the rest was folded.
alter table assistant.appeal_case add column seal text;

-- Heads over all cases, one a day, signed. The copies that count are those kept outside.
create table assistant.log_head (
  day     date primary key,
  content text not null,                     -- as it was signed, with its signature
  made_at timestamptz not null
);
