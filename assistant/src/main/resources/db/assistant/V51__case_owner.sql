-- Which enterprise account a case belongs to: filed by it, or taken over with the tracking code.
create table assistant.case_owner (
  case_id uuid primary key references assistant.appeal_case on delete cascade,
  account text not null,
  since   timestamptz not null
);
create index case_owner_account on assistant.case_owner (account, since);
