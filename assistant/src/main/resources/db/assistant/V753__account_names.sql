-- No two names that differ in nothing but their case, also when they are made at the same moment.
-- Of those that exist the first stays as it is; the later ones are marked, keep working under their
-- exact names, and are told of: an administrator suspends the one that is not wanted.
alter table assistant.account add column twin boolean not null default false;

update assistant.account a
   set twin = true
 where exists (select 1
                 from assistant.account b
                where lower(b.name) = lower(a.name)
                  and (b.created_at, b.id) < (a.created_at, a.id));

create unique index account_name_any_case on assistant.account (lower(name)) where not twin;

do $$
declare
  twins text;
begin
  select string_agg(name, ', ' order by name) into twins from assistant.account where twin;
  if twins is not null then
    raise warning 'accounts whose names differ from another one only in case: %', twins;
  end if;
end $$;
