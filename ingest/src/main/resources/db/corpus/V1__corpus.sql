-- Corpus tables. No sequences, no triggers: ids are UUIDv7 made in Java.
create table corpus.policy (
  id              uuid primary key,
  source          text not null,              -- who gave it: 'upload', 'files', 'demo', a feed's name
  external_id     text not null,              -- identity within the source
  digest          text not null,              -- SHA-256 of the bytes and given metadata; tells only whether the identity changed
  text            text not null,              -- stored text; offsets are UTF-16 chars into it
  title           text,
  display_title   text not null,
  document_number text,
  index_number    text,
  issuer          text,
  level           text,
  region          text,                       -- GB/T 2260, 000000 national
  kind            text not null,
  issued_on       date,
  generated_on    date,
  published_on    date,
  effective_from  date,
  effective_to    date,                       -- last day in force, as the text says
  status          text not null,              -- as given or recognised from the text itself
  starts_on       date,                       -- derived: first day it answers (effective_from, else issued_on, else published_on)
  ended_on        date,                       -- derived: first day it no longer holds (day after effective_to, repeal, later version)
  ended_as        text,                       -- derived: expired, repealed, amended
  ended_by        uuid,                       -- derived: the policy that ended it
  themes          text[] not null default '{}',
  industries      text[] not null default '{}',
  attached_title  text,
  reply_class     text,
  about           text,
  supersedes      jsonb not null default '[]',
  explains        text,                       -- title or number as the text names it
  explains_id     uuid,                       -- derived: the policy it belongs to
  duplicate_of    uuid,                       -- derived: earliest policy with the same text
  title_key       text,                       -- title without 中华人民共和国, white space, punctuation and edition: versions share it
  text_digest     text not null,
  source_url      text,
  field_sources   jsonb not null default '[]',
  warnings        text[] not null default '{}',
  embedding_model text not null,
  withdrawn_at    timestamptz,
  withdrawn_why   text,
  created_at      timestamptz not null,
  updated_at      timestamptz not null,
  unique (source, external_id)
);
create index policy_document_number on corpus.policy (document_number);
create index policy_title_key on corpus.policy (title_key);
create index policy_text_digest on corpus.policy (text_digest);

-- Every name by which other texts may refer to a policy: normalised titles and document numbers.
create table corpus.policy_name (
  policy_id uuid not null references corpus.policy on delete cascade,
  name      text not null,
  primary key (policy_id, name)
);
create index policy_name_name on corpus.policy_name (name);

-- Which policies a policy names, loaded or not: what it ends (《X》同时废止) and what it explains.
create table corpus.mention (
  policy_id uuid not null references corpus.policy on delete cascade,
  ordinal   int not null,
  relation  text not null,                    -- ends, explains
  title     text,                             -- normalised
  number    text,                             -- normalised
  from_on   date,                             -- of ends: first day X no longer holds; null: this policy's effective date
  primary key (policy_id, ordinal)
);
create index mention_title on corpus.mention (title);
create index mention_number on corpus.mention (number);

create table corpus.clause (
  policy_id  uuid not null references corpus.policy on delete cascade,
  ordinal    int not null,
  path       text,
  heading    text not null,
  depth      int not null,
  parent     int not null,
  start_at   int not null,
  end_at     int not null,
  primary key (policy_id, ordinal)
);

create table corpus.responsibility (
  policy_id  uuid not null references corpus.policy on delete cascade,
  clause     int not null,
  ordinal    int not null,
  department text not null,
  role       text not null,
  start_at   int not null,
  end_at     int not null,
  primary key (policy_id, clause, ordinal)
);
create index responsibility_department on corpus.responsibility (department);

-- Filter columns are copies of the policy's, so that a filtered vector search stays on one table.
create table corpus.passage (
  id         uuid primary key,
  policy_id  uuid not null references corpus.policy on delete cascade,
  ordinal    int not null,
  clause     int not null,
  path       text,
  headings   text not null,
  start_at   int not null,
  end_at     int not null,
  text       text not null,
  embedding  real[] not null,
  region     text,
  kind       text not null,
  starts_on  date,
  ended_on   date,
  unique (policy_id, ordinal)
);

-- What nodes follow to catch their derived indexes up. Writers hold corpus.writer, so changes commit
-- one transaction after the other; ids are ordered by the writing node's clock, and clocks differ:
-- readers look back some seconds and skip what they have seen.
create table corpus.change (
  id        uuid primary key,
  policy_id uuid not null,
  at        timestamptz not null
);
create index change_at on corpus.change (at);

-- One row, locked by whoever writes the corpus: a text and the text that ends it, saved at the same
-- moment by two nodes, must see one another. A row lock, since not every PostgreSQL has advisory ones.
create table corpus.writer (
  only_row boolean primary key check (only_row)
);
insert into corpus.writer values (true);
