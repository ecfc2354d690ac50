-- Where an enterprise's sign-in codes go, and the code that is out. One code an enterprise; a new
-- one takes the place of the old.
create table assistant.enterprise_contact (
  credit_code text primary key,
  email       text not null,
  updated_by  text not null,
  updated_at  timestamptz not null
);

create table assistant.enterprise_sign_in (
  credit_code text primary key,
  code_digest bytea not null,
  expires_at  timestamptz not null,
  tries       int not null
);

-- What an enterprise says is wrong of its file, and the case that the source department answers.
create table assistant.enterprise_objection (
  id          uuid primary key,
  credit_code text not null,
  field       text not null,
  period      text,
  source      text not null,
  words       text not null,
  case_number text not null,
  actor       text not null,
  at          timestamptz not null
);
create index enterprise_objection_code on assistant.enterprise_objection (credit_code, id);
