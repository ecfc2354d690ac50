-- What came back is less than nothing among the payments of applications.
create or replace view assistant.application_payment as
select application_id, seq,
       case type when 'pay' then 1 else -1 end * (body ->> 'amountFen')::bigint as amount_fen,
       coalesce(body ->> 'paidOn', body ->> 'refundedOn')::date as paid_on
  from assistant.application_event
 where type in ('pay', 'refund');
