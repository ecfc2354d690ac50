-- A table that is distributed over several servers needs its distribution column in every unique key:
-- passages go by their policy. What a search found is still read by id.
alter table corpus.passage drop constraint passage_pkey;
alter table corpus.passage add primary key (policy_id, id);
create index passage_id on corpus.passage (id);
