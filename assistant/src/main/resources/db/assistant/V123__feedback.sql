-- Whether an answer helped, and what people asked that the library does not answer: the publishers'
-- worklist, grouped by topic. Both end with the question they belong to.
create table assistant.answer_feedback (
  question_id uuid primary key references assistant.question on delete cascade,
  useful      boolean not null,
  reason      text,
  given_at    timestamptz not null
);

create table assistant.knowledge_gap (
  id          uuid primary key,
  title       text not null,                  -- the first question of the topic
  words       text[] not null,                -- what names the topic; questions that share them join
  state       text not null,                  -- open, assigned, published, answered, dismissed
  missing     text,                           -- the clause that is missing, in a publisher's words
  owner       text,                           -- the department that owns the matter
  citations   jsonb not null default '[]',    -- what answered it when it was asked again
  checked_at  timestamptz,                    -- when it was last asked again
  created_at  timestamptz not null,
  updated_at  timestamptz not null
);

create table assistant.gap_question (
  question_id uuid primary key references assistant.question on delete cascade,
  gap_id      uuid not null references assistant.knowledge_gap on delete cascade
);
create index gap_question_gap on assistant.gap_question (gap_id);
