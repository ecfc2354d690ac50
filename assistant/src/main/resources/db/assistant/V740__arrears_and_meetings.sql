-- Themes of appeals, what is owed, and meetings: folded from the cases' events, kept in step with
-- them, so that lists need not read every log.
create table assistant.case_theme (
  case_id uuid not null references assistant.appeal_case on delete cascade,
  theme   text not null,                   -- arrears, inspection
  primary key (case_id, theme)
);
create index case_theme_by_theme on assistant.case_theme (theme, case_id);

-- 拖欠账款. Amounts in 分.
create table assistant.case_arrears (
  case_id      uuid primary key references assistant.appeal_case on delete cascade,
  cents        bigint not null,
  paid_cents   bigint not null,
  debtor       text,                       -- null where it was erased
  debtor_kind  text not null,              -- state_organ, public_institution, large_enterprise, other
  contract     text,
  undisputed   boolean,
  delivered_on date,
  agreed_days  int,
  instalments  jsonb not null,             -- [{due, cents}]
  recorded_at  timestamptz not null
);

create table assistant.case_meeting (
  case_id      uuid not null references assistant.appeal_case on delete cascade,
  number       int not null,
  starts_at    timestamptz not null,
  status       text not null,              -- set, cancelled, held
  reminded_for timestamptz,                -- the start that people were reminded of
  primary key (case_id, number)
);
create index case_meeting_to_come on assistant.case_meeting (starts_at) where status = 'set';
