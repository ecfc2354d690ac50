-- Payments of applications one by one, for reports: instalments of one application are several.
create view assistant.application_payment as
select application_id, seq, (body ->> 'amountFen')::bigint as amount_fen,
       (body ->> 'paidOn')::date as paid_on
  from assistant.application_event
 where type = 'pay';

-- A case is one claim's, however often it is sent at once.
create unique index payment_claim_case on assistant.payment_claim (case_id);
