-- Triage: calendars, the catalogue of departments, trained models and the decisions to use them.
create table assistant.calendar_year (
  year       int primary key,
  days       jsonb not null,              -- [{date, off, name}], exceptions from Monday to Friday only
  loaded_by  text not null,
  loaded_at  timestamptz not null
);

create table assistant.department (
  id           text primary key,
  name         text not null,
  short_names  text[] not null default '{}',
  former_names text[] not null default '{}',
  level        text,
  region       text,                      -- GB/T 2260
  parent       text,                      -- id of the department above
  hotline      text,
  duties       jsonb not null default '[]', -- [{text, source}]
  updated_at   timestamptz not null
);

create table assistant.triage_model (
  id         uuid primary key,
  format     int not null,                -- layout of content; a node ignores one that it cannot read
  content    bytea not null,              -- weights and vectors, compressed; no appeal text
  figures    jsonb not null,              -- cross-validated, and the data report
  hubs       text[] not null default '{}',
  created_by text not null,
  created_at timestamptz not null
);

-- Past cases that a model may show as "similar": titles are masked before they are kept.
create table assistant.triage_history (
  model_id    uuid not null references assistant.triage_model on delete cascade,
  ordinal     int not null,
  external_id text,
  title       text not null,
  primary key (model_id, ordinal)
);

-- Append-only: the model in use is the latest decision's. Rolling back is another decision.
create table assistant.triage_promotion (
  id          uuid primary key,
  model_id    uuid not null references assistant.triage_model,
  decided_by  text not null,
  decided_at  timestamptz not null
);

create table assistant.triage_job (
  id          uuid primary key,
  state       text not null,              -- running, finished, failed
  model_id    uuid,
  stage       text not null,
  message     text,
  started_by  text not null,
  started_at  timestamptz not null,
  finished_at timestamptz,
  heartbeat   timestamptz not null
);

-- Fingerprints of the cases of late, for 并单: vector and text sketch, no text.
create table assistant.triage_recent (
  case_id   uuid primary key,
  asked_at  timestamptz not null,
  vector    bytea not null,               -- unit vector, one signed byte a dimension, times 127
  sketch    bytea not null,               -- min-hash of the text's character trigrams
  model     text not null                 -- embedding model that made the vector
);
create index triage_recent_asked on assistant.triage_recent (asked_at);
