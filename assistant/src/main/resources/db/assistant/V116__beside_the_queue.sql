-- Who did what to whose account.
create table assistant.account_change (
  id      uuid primary key,
  at      timestamptz not null,
  actor   text not null,
  account text not null,
  what    text not null,                      -- create, change, suspend, resume, reset, unlock
  before  text,
  after   text
);
create index account_change_account on assistant.account_change (account, id);

-- 帮办代办: an errand that somebody does for an enterprise, given out, taken, done and rated.
create table assistant.errand (
  id           uuid primary key,
  case_id      uuid references assistant.appeal_case,
  enterprise   text,
  title        text not null,
  details      text not null,
  department   text,
  state        text not null,                 -- dispatched, accepted, finished, rated, cancelled
  officer      text,                          -- account
  officer_name text,
  result       text,
  score        int,
  comment      text,
  due          date,
  created_by   text not null,
  created_at   timestamptz not null,
  changed_at   timestamptz not null,
  version      int not null
);
create index errand_officer on assistant.errand (officer, state);
create index errand_department on assistant.errand (department, state);
create index errand_case on assistant.errand (case_id);

-- 挂钩 / 包联: the officer whom an enterprise can turn to.
create table assistant.liaison (
  id           uuid primary key,
  credit_code  text,
  enterprise   text not null,
  officer      text not null,                 -- account
  officer_name text not null,
  since        date not null,
  unique (enterprise)
);
create index liaison_officer on assistant.liaison (officer);

create table assistant.liaison_visit (
  id         uuid primary key,
  liaison_id uuid not null references assistant.liaison on delete cascade,
  planned_on date not null,
  done_on    date,
  note       text
);
create index liaison_visit_of on assistant.liaison_visit (liaison_id, planned_on);

-- What an enterprise told its officer: 问题, 需求, 建议. One that is to be answered becomes a case.
create table assistant.liaison_matter (
  id         uuid primary key,
  liaison_id uuid not null references assistant.liaison on delete cascade,
  kind       text not null,                   -- problem, need, suggestion
  text       text not null,
  raised_at  timestamptz not null,
  case_id    uuid references assistant.appeal_case
);
create index liaison_matter_of on assistant.liaison_matter (liaison_id, raised_at);
create index liaison_matter_case on assistant.liaison_matter (case_id);
