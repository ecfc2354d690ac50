-- Deadlines that ran before there was a watch are looked at from now on, not only on their last day.
update assistant.appeal_case set watch_on = '2000-01-01' where watch_on is not null;
