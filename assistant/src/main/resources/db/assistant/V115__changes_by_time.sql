-- For those who ask what has changed since.
create index case_event_at on assistant.case_event (at);
