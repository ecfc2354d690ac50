-- Questions as asked and what was answered. Numbers of phones and identity cards are masked before
-- they get here; rows are for quality reports and conversations, never for the log.
create table assistant.question (
  id              uuid primary key,
  conversation_id uuid not null,
  asked_at        timestamptz not null,
  question        text not null,
  standalone      text not null,           -- completed from the conversation
  region          text,
  as_of           date not null,
  include_expired boolean not null,
  outcome         text not null,           -- answered, refused, clarify
  mode            text,                    -- generated, extractive
  reason          text,                    -- no_evidence, out_of_scope, unsafe
  answer          text not null,
  policies        uuid[] not null default '{}', -- cited, first cited first
  citations       jsonb not null default '[]',  -- [{policyId, clause, start, end}]
  prompt_id       text,                    -- null where no model wrote
  prompt_hash     text,
  model           text,
  took_millis     bigint not null
);
create index question_conversation on assistant.question (conversation_id, asked_at);
create index question_asked on assistant.question (asked_at);
