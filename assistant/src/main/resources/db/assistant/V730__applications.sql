-- An enterprise's request for an item, or a payment that an item gives without one (免申即享). The row is
-- folded from its events and says where it stands; amounts are in fen, so that sums are exact.
create table assistant.application (
  id                  uuid primary key,
  number              text not null unique,
  mode                text not null,          -- request, or direct: from a list, without a request
  item_id             uuid not null,
  item_version        int not null,
  item_title          text not null,
  policy_id           uuid,
  credit_code         text not null,
  enterprise_name     text not null,
  region              text,                   -- with industry and scale: as of filing
  industry            text,
  scale               text,
  department          text,                   -- that reviews it
  state               text not null,          -- draft, submitted, correction, reviewing, publicity, objection,
                                              -- approved, paid, closed, rejected, withdrawn
  step                int,                    -- of the review, from 0; null where it is not reviewed
  version             int not null,           -- seq of its last event
  applied_fen         bigint,
  approved_fen        bigint,
  submitted_at        timestamptz,
  accepted_at         timestamptz,
  due                 date,                   -- of what is to be done now; null while its clock stands still
  publicity_until     date,
  approved_at         timestamptz,
  payment_due         date,
  paid_on             date,                   -- of the last payment
  paid_fen            bigint not null default 0,
  closed_at           timestamptz,
  state_since         timestamptz not null,
  created_at          timestamptz not null,
  updated_at          timestamptz not null
);
create index application_credit_code on assistant.application (credit_code);
create index application_item on assistant.application (item_id, state);
create index application_state on assistant.application (state, due);
create index application_submitted on assistant.application (submitted_at);
