-- Payments that offices report, beside the approvals that they are for; amounts are in fen.

-- One file of payments, taken as a whole or not at all.
create table assistant.payment_batch (
  id            uuid primary key,
  digest        text not null unique,       -- SHA-256 of what its rows say: the same list again is none
  file_name     text,
  department    text,                       -- of who imported it; null for supervisors
  rows          int not null,
  matched       int not null,
  outcome       jsonb not null,             -- what was answered: findings, unread rows and notes
  imported_by   text not null,
  importer_name text not null,
  imported_at   timestamptz not null
);
create index payment_batch_imported on assistant.payment_batch (imported_at desc);

-- One row of a file that could be read.
create table assistant.payment_entry (
  id             uuid primary key,
  batch_id       uuid not null references assistant.payment_batch,
  sheet          text,
  row            int not null,              -- as the spreadsheet counts
  number         text,                      -- with those below: as the file says
  credit_code    text,
  payee          text,
  item           text,
  amount_fen     bigint not null,
  paid_on        date not null,
  voucher        text,
  lot            text,
  application_id uuid,                      -- null where it is none's
  state          text not null,             -- booked, open, accepted, corrected, ignored
  posted_at      timestamptz,               -- when it was told to the application
  resolved_by    text,
  resolver_name  text,
  resolved_at    timestamptz,
  reason         text
);
create index payment_entry_batch on assistant.payment_entry (batch_id, row);
create index payment_entry_application on assistant.payment_entry (application_id);
create index payment_entry_voucher on assistant.payment_entry (voucher) where voucher is not null;
create index payment_entry_unposted on assistant.payment_entry (id)
  where posted_at is null and state in ('booked', 'accepted', 'corrected');

-- What is wrong with a row, or with an application that no row pays.
create table assistant.payment_finding (
  id             uuid primary key,
  batch_id       uuid not null references assistant.payment_batch,
  entry_id       uuid references assistant.payment_entry,
  seq            int not null,
  kind           text not null,             -- late, twice, amount, payee, not_approved, unpaid, unknown
  application_id uuid,
  message        text not null
);
create index payment_finding_batch on assistant.payment_finding (batch_id, seq);
create index payment_finding_entry on assistant.payment_finding (entry_id);
create index payment_finding_application on assistant.payment_finding (application_id);

-- What an item may cost in a year.
create table assistant.payment_budget (
  item_id    uuid not null,
  year       int not null,
  amount_fen bigint not null,
  set_by     text not null,
  set_at     timestamptz not null,
  primary key (item_id, year)
);

-- Claims that money has not come; each is a case.
create table assistant.payment_claim (
  id             uuid primary key,
  application_id uuid not null,
  case_id        uuid not null,
  case_number    text not null,
  claimed_by     text not null,
  claimed_at     timestamptz not null
);
create index payment_claim_application on assistant.payment_claim (application_id, claimed_at);

-- Until when results of an item are not shown to the public.
create table assistant.result_embargo (
  item_id uuid primary key,
  until   date not null,
  set_by  text not null,
  set_at  timestamptz not null
);

-- What was said of a published result afterwards (更正); it stays beside it.
create table assistant.result_correction (
  id             uuid primary key,
  application_id uuid not null,
  text           text not null,
  corrected_by   text not null,
  corrected_at   timestamptz not null
);
create index result_correction_application on assistant.result_correction (application_id, corrected_at);
