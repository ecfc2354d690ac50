-- Which model the passages' vectors are of; null until the first text is stored. While they are made anew
-- with another model, its vectors gather beside the ones that serve, and take their place all at once.
alter table corpus.writer
  add column embedding_model      text,
  add column next_embedding_model text;
update corpus.writer set embedding_model = (select embedding_model from corpus.policy limit 1);
alter table corpus.passage add column next_embedding real[];
