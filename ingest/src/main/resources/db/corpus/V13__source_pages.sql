-- How each page of a source was read, and which stretches of the text came from pictures.
alter table corpus.policy add column if not exists pages jsonb not null default '[]';
alter table corpus.policy add column if not exists ocr_spans jsonb not null default '[]';
