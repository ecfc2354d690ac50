-- What rests on a policy, and what was paid on a day, by index: both read every event of its type.
create or replace view assistant.case_citation as
select e.case_id, e.seq, e.occurred_at,
       (cited.value ->> 'policyId')::uuid as policy_id,
       cited.value ->> 'clause'           as clause,
       e.body -> 'citations'              as beside    -- all of the draft's, for the index
  from assistant.case_event e
  cross join lateral jsonb_array_elements(
         case when jsonb_typeof(e.body -> 'citations') = 'array'
              then e.body -> 'citations' else '[]'::jsonb end) cited
 where e.type = 'drafted' and cited.value ->> 'policyId' is not null;

create index case_event_citations on assistant.case_event
  using gin ((body -> 'citations') jsonb_path_ops) where type = 'drafted';

create or replace view assistant.application_payment as
select application_id, seq,
       case type when 'pay' then 1 else -1 end * (body ->> 'amountFen')::bigint as amount_fen,
       coalesce(body ->> 'paidOn', body ->> 'refundedOn')::date as paid_on,
       coalesce(body ->> 'paidOn', body ->> 'refundedOn') as paid_on_text  -- ISO 8601, for the index
  from assistant.application_event
 where type in ('pay', 'refund');

create index application_event_paid on assistant.application_event
  ((coalesce(body ->> 'paidOn', body ->> 'refundedOn'))) where type in ('pay', 'refund');
