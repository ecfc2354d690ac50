-- Past replies belong to their cases and go with them.
alter table assistant.past_reply add column case_id uuid;
update assistant.past_reply p set case_id = c.id
  from assistant.appeal_case c where p.source = 'case' and p.number = c.number;
create index past_reply_case on assistant.past_reply (case_id) where case_id is not null;

-- What erasing left behind so far.
delete from assistant.past_reply p using assistant.appeal_case c
 where p.case_id = c.id and (c.erased_at is not null or c.reporter_protected);
delete from assistant.idempotency_key k using assistant.appeal_case c
 where k.case_id = c.id and c.erased_at is not null;
update assistant.case_event e set sealed = null, salt = null
  from assistant.appeal_case c
 where e.body ->> 'main' = c.id::text and c.erased_at is not null and e.type in ('reply', 'reject');
create index case_event_copied on assistant.case_event ((body ->> 'main'))
  where body ->> 'main' is not null;
