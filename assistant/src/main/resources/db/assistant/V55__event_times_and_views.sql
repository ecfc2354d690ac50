-- When it happened: for what was brought in afterwards, when it had happened elsewhere. The hashed
-- body says so too, and verification compares the two.
alter table assistant.case_event add column occurred_at timestamptz;
update assistant.case_event set occurred_at = coalesce((body ->> 'occurredAt')::timestamptz, at);
alter table assistant.case_event
  alter column occurred_at set default now(),
  alter column occurred_at set not null;
create index case_event_type_occurred on assistant.case_event (type, occurred_at);
create index case_event_occurred on assistant.case_event (occurred_at);
drop index assistant.case_event_type_at;

-- What reports read: casework owns the form of a body, and says here what is in it.

-- People's decisions on category and departments, with what had been suggested.
create view assistant.case_decision as
select e.case_id, e.seq, e.occurred_at,
       e.body ->> 'category'                                       as category,
       e.body -> 'department' ->> 'id'                             as department_id,
       coalesce(e.body -> 'department' ->> 'name', '')             as department,
       case when jsonb_typeof(e.body -> 'supporting') = 'array'
            then array(select jsonb_array_elements_text(e.body -> 'supporting'))
            else '{}'::text[] end                                  as supporting,
       coalesce(e.body ->> 'blind' = 'true', false)                as blind,
       coalesce(jsonb_typeof(e.body -> 'suggested') = 'object', false) as suggested,
       coalesce(e.body -> 'suggested' ->> 'category', '')          as suggested_category,
       coalesce((e.body -> 'suggested' ->> 'categoryConfidence')::float8, 0)
                                                                   as suggested_category_confidence,
       coalesce(e.body -> 'suggested' ->> 'department', '')        as suggested_department,
       coalesce((e.body -> 'suggested' ->> 'departmentConfidence')::float8, 0)
                                                                   as suggested_department_confidence,
       coalesce((e.body -> 'suggested' ->> 'rank')::int, 0)        as suggested_rank,
       coalesce((e.body -> 'suggested' ->> 'abstained')::boolean, false) as abstained,
       coalesce(e.body -> 'suggested' ->> 'modelVersion', 'unknown') as model_version
  from assistant.case_event e
 where e.type in ('accept_suggestion', 'change', 'reassign', 'arbitrate');

-- Departments sending a case back, with the decision that had sent it there.
create view assistant.case_return as
select e.case_id, e.seq, e.occurred_at, coalesce(e.sealed ->> 'reason', e.reason) as reason,
       coalesce(d.department, '') as department, coalesce(d.department_id, '') as department_id,
       coalesce(d.suggested_rank, 0) as suggested_rank
  from assistant.case_event e
  left join lateral (select d.department, d.department_id, d.suggested_rank
                       from assistant.case_decision d
                      where d.case_id = e.case_id and d.seq < e.seq
                      order by d.seq desc limit 1) d on true
 where e.type = 'return';

create view assistant.case_rating as
select e.case_id, e.seq, e.occurred_at, (e.body ->> 'score')::int as score
  from assistant.case_event e
 where e.type = 'rate';

create view assistant.case_reply as
select e.case_id, e.seq, e.occurred_at,
       (e.body ->> 'draftUnchanged')::boolean as draft_unchanged,
       (e.body ->> 'editShare')::float8       as edit_share,
       (e.body ->> 'editDistance')::int       as edit_distance
  from assistant.case_event e
 where e.type = 'reply';

-- Triage's suggestions: the document as casework's codec reads it, and the candidate that is first.
create view assistant.case_suggestion as
select e.case_id, e.seq, e.occurred_at, e.body as document,
       e.body -> 'departments' -> 0 ->> 'name' as department,
       e.body -> 'departments' -> 0 ->> 'id'   as department_id
  from assistant.case_event e
 where e.type = 'suggested';

-- All that happened, with the score where it was a rating.
create view assistant.case_happening as
select e.case_id, e.seq, e.type, e.occurred_at,
       case when e.type = 'rate' then (e.body ->> 'score')::int end as score
  from assistant.case_event e;
