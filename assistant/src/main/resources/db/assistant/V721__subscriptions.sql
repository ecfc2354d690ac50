-- Anybody's subscription to new items by theme and saved search, confirmed by mail.
create table assistant.subscription (
  id           uuid primary key,
  email        text not null,               -- deleted with the row when it ends
  search       jsonb not null,
  every        text not null,               -- daily, weekly
  asked_at     timestamptz not null,
  confirmed_at timestamptz,                 -- null rows go after some days
  next_at      timestamptz
);
create index subscription_email on assistant.subscription (lower(email));
create index subscription_due on assistant.subscription (next_at) where confirmed_at is not null;

-- What a subscription was told: never twice one version of an item.
create table assistant.subscription_told (
  subscription_id uuid not null references assistant.subscription on delete cascade,
  item_id         uuid not null,
  item_version    int not null,
  told_at         timestamptz not null,
  primary key (subscription_id, item_id, item_version)
);
