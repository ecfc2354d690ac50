-- Accounts that administrators manage, keys for systems, and who read personal data.
alter table assistant.account add column disabled_at timestamptz;
alter table assistant.account add column password_change_due boolean not null default false;
alter table assistant.account add column subject text unique;      -- of a single sign-on: issuer and sub; null for local ones

create table assistant.api_key (
  id           uuid primary key,
  name         text not null,
  key_hash     bytea not null unique,            -- SHA-256 of the key; the key itself is kept nowhere
  hint         text not null,                    -- its first characters, to tell keys apart
  scopes       text[] not null,                  -- codes of security.Scope
  per_minute   int not null,
  created_by   text not null,
  created_at   timestamptz not null,
  expires_at   timestamptz,
  revoked_at   timestamptz,
  last_used_at timestamptz                       -- to the minute
);

-- One row for each reading of personal data. No reference to the case: it outlives an erased one.
create table assistant.personal_read (
  id         uuid primary key,
  at         timestamptz not null,
  actor      text not null,
  actor_name text not null,
  case_id    uuid not null,
  what       text not null                       -- code of security.PersonalReads.What
);
create index personal_read_at on assistant.personal_read (at);
create index personal_read_case on assistant.personal_read (case_id, at);
create index personal_read_actor on assistant.personal_read (actor, at);

-- How much of a limit has been given out in a minute, over all nodes.
create table assistant.rate_window (
  key          text not null,
  window_start timestamptz not null,
  given        int not null,
  primary key (key, window_start)
);
create index rate_window_start on assistant.rate_window (window_start);
