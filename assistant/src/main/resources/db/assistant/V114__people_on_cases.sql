-- Who has a case in hand, and who has taken it on (难事专办); folded from the events.
alter table assistant.appeal_case
  add column assignee      text,              -- account
  add column assignee_name text,
  add column taken_on      text;              -- account of the supervisor
create index appeal_case_assignee on assistant.appeal_case (assignee) where assignee is not null;

-- What a person is told of within the program: numbers and departments, never what an appeal says.
create table assistant.inbox_message (
  id      uuid primary key,
  account text not null,
  case_id uuid not null references assistant.appeal_case,
  kind    text not null,
  key     text not null,
  subject text not null,
  at      timestamptz not null,
  read_at timestamptz,
  unique (account, case_id, kind, key)
);
create index inbox_message_account on assistant.inbox_message (account, at desc);
create index inbox_message_case on assistant.inbox_message (case_id);

-- Who has a case open just now.
create table assistant.case_presence (
  case_id    uuid not null references assistant.appeal_case,
  account    text not null,
  name       text not null,
  department text,
  writing    boolean not null,
  at         timestamptz not null,
  primary key (case_id, account)
);

-- Which enterprise it is, and how it wants to be told.
create table assistant.case_contact (
  case_id     uuid primary key references assistant.appeal_case,
  channels    text[],                         -- mail, sms; null by whatever address it left
  credit_code text
);
create index case_contact_credit_code on assistant.case_contact (credit_code);

-- What staff write again and again. Without an owner, others use it too.
create table assistant.phrase (
  id         uuid primary key,
  owner      text,
  department text,
  kind       text not null,                   -- phrase, template
  category   text,
  title      text not null,
  text       text not null,
  changed_at timestamptz not null
);
create index phrase_owner on assistant.phrase (owner);
