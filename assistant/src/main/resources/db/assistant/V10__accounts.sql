-- Local accounts and their sessions. Secrets are stored hashed only.
create table assistant.account (
  id                  uuid primary key,
  name                text not null unique,
  display_name        text not null,
  password_hash       text not null,            -- bcrypt, modular crypt form
  roles               text[] not null,          -- codes of security.Role
  department          text,                     -- for handlers: the department whose cases they see
  failed              int not null default 0,   -- wrong passwords in a row
  locked_until        timestamptz,
  created_at          timestamptz not null,
  password_changed_at timestamptz not null
);

create table assistant.session (
  token_hash bytea primary key,                 -- SHA-256 of the cookie's value
  account_id uuid not null references assistant.account on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index session_account on assistant.session (account_id);
create index session_expires on assistant.session (expires_at);
