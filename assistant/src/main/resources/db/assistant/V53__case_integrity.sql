-- The score of the present answer: empty again once the case is reopened.
alter table assistant.appeal_case add column score int;

update assistant.appeal_case c
   set score = (select (e.body ->> 'score')::int
                  from assistant.case_event e
                 where e.case_id = c.id and e.type = 'rate'
                   and not exists (select 1 from assistant.case_event r
                                    where r.case_id = e.case_id and r.seq > e.seq
                                      and r.type in ('reopen', 'order_rectification'))
                 order by e.seq desc limit 1);

-- When somebody who works here first read it: no alarm rings before for what was brought in late.
alter table assistant.appeal_case add column opened_at timestamptz;

-- By which rules and which calendar the folded columns were reckoned: others are reckoned anew.
alter table assistant.appeal_case add column projected_by text;
create index appeal_case_projected_by on assistant.appeal_case (projected_by);

-- Reminders in order: a number for each case, and a text beside the subject. Those that concern no
-- single case have none.
alter table assistant.case_notice
  add column seq  int not null default 0,
  add column body text,
  alter column case_id drop not null;

update assistant.case_notice n
   set seq = o.place
  from (select id, row_number() over (partition by case_id order by created_at, id) as place
          from assistant.case_notice) o
 where o.id = n.id;

drop index assistant.case_notice_due;
create index case_notice_due on assistant.case_notice (channel, next_at) where delivered_at is null;
create index case_notice_order on assistant.case_notice (case_id, channel, target, seq)
 where delivered_at is null;
