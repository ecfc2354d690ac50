-- 月度回访 and 季度抽查: drawn at random by a seed that is on record.
create table assistant.visit_round (
  id          uuid primary key,
  kind        text not null,               -- monthly, quarterly
  title       text not null,
  population  text not null,               -- pushed, files
  from_day    date not null,
  to_day      date not null,
  region      text,
  item_id     uuid,
  per_stratum int not null,
  seed        text not null,               -- with the population's digest the draw can be repeated
  frame       int not null,                -- how many there were to draw from
  digest      text not null,               -- SHA-256 of the population, sorted
  questions   jsonb not null,
  closes_on   date not null,
  drawn_by    text not null,
  drawer_name text not null,
  drawn_at    timestamptz not null
);

-- One enterprise that was drawn.
create table assistant.visit (
  id          uuid primary key,
  round_id    uuid not null references assistant.visit_round,
  seq         int not null,
  credit_code text not null,
  region      text,                        -- stratum: city
  item_id     uuid,                        -- stratum: item
  item_title  text,
  state       text not null,               -- open, done, unreachable
  answers     jsonb,
  comment     text,
  way         text,                        -- phone, link
  told_by     text,                        -- who wrote it down; null by link
  told_at     timestamptz,
  case_id     uuid,
  case_number text,
  invited_at  timestamptz,
  unique (round_id, seq)
);
create index visit_round_state on assistant.visit (round_id, state);
create index visit_uninvited on assistant.visit (id) where invited_at is null and state = 'open';
create index visit_case on assistant.visit (case_id) where case_id is not null;

-- Who took a list of telephone numbers, or looked into a visit.
create table assistant.visit_read (
  id       uuid primary key,
  round_id uuid not null references assistant.visit_round,
  reader   text not null,
  what     text not null,
  at       timestamptz not null
);
