-- Wrong passwords are counted by name and network, for names that exist and names that do not, so
-- that the answer tells nothing and strangers cannot lock the owner out. Names as digests: people
-- type passwords into the wrong field.
create table assistant.login_attempt (
  name_digest  bytea not null,
  network      text not null,
  failed       int not null,
  locked_until timestamptz,
  at           timestamptz not null,
  primary key (name_digest, network)
);
create index login_attempt_at on assistant.login_attempt (at);

-- A session ends after a time without use.
alter table assistant.session add column used_at timestamptz;
update assistant.session set used_at = created_at;
alter table assistant.session alter column used_at set not null;

-- Keys that were made before personal data had a scope of its own keep what they could do.
update assistant.api_key set scopes = scopes || 'cases:personal'::text
 where 'cases:read' = any (scopes) and revoked_at is null;
