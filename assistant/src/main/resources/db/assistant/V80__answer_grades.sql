-- A question's outcome may be 'related' (clauses shown, nothing claimed), a refusal's reason
-- 'small_talk'. Notes are the program's own remarks; support is the probability that the texts
-- answer, null where it was not computed.
alter table assistant.question add column notes jsonb not null default '[]';
alter table assistant.question add column support double precision;
-- What a question back offered: the next turn may name one of them in its own words.
alter table assistant.question add column options jsonb not null default '[]';
create index question_outcome on assistant.question (outcome, asked_at);
