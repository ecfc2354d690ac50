-- Pictures of a policy's source: those in its text, and pages that were read from their pictures.
-- No foreign key: a policy is written anew under its id when its metadata are corrected, and its
-- pictures stay.
create table if not exists corpus.picture (
  policy_id uuid not null,
  ordinal   int not null,                -- from 1
  place     int not null,                -- offset in the text before which it stands
  page      int,                         -- the page that it shows; null where it stands in the text
  type      text not null,               -- media type, told by the bytes
  alt       text not null,
  width     int not null,
  height    int not null,
  bytes     bytea not null,
  primary key (policy_id, ordinal)
);
