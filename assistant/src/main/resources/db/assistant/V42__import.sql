-- Lines of hotlines' lists that could not be imported, to be corrected; deleted when expired.
create table assistant.case_import (
  id          uuid primary key,
  header      text[] not null,
  failed      jsonb not null,                -- [{row, externalNumber, reason, cells}]
  imported_by text not null,
  expires_at  timestamptz not null
);
