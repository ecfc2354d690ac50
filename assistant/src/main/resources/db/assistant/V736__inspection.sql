-- What inspectors (纪检监督) looked at. Written before it is shown.
create table assistant.inspection_read (
  id         uuid primary key,
  at         timestamptz not null,
  actor      text not null,
  actor_name text not null,
  address    text not null,                 -- path and query of what was asked for
  what       text not null                  -- applications, payments, direct_lists, results, cockpit
);
create index inspection_read_at on assistant.inspection_read (at desc);
create index inspection_read_actor on assistant.inspection_read (actor, at desc);
