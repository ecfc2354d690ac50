-- What staff are shown of a case, in one text, with personal data masked: a search finds by nothing
-- else. Null until the service has made it.
alter table assistant.appeal_case
  add column reporter_protected boolean not null default false,
  add column shown_text         text,
  add column shown_protected    text,                      -- as handlers see a protected case; null for others
  add column identifiers        text[] not null default '{}'; -- keyed digests, for the search on record
create index appeal_case_unshown on assistant.appeal_case (id) where shown_text is null;
create index appeal_case_identifiers on assistant.appeal_case using gin (identifiers);

update assistant.appeal_case c set reporter_protected = true
 where exists (select 1 from assistant.case_event e
                where e.case_id = c.id and e.type = 'suggested'
                  and e.body ->> 'reporterProtected' = 'true');

-- Searches by personal data: each with its reason. The value is kept masked.
create table assistant.identifier_search (
  id         uuid primary key,
  at         timestamptz not null,
  actor      text not null,
  actor_name text not null,
  value      text not null,
  reason     text not null,
  found      int not null
);
create index identifier_search_actor on assistant.identifier_search (actor, at);
