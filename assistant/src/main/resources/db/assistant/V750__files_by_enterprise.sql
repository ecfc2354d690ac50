-- As with passages: the keys of what is distributed by enterprise lead with its credit code. The older
-- indexes on it are within the new keys.
alter table assistant.enterprise_entry drop constraint enterprise_entry_pkey;
alter table assistant.enterprise_entry add primary key (credit_code, id);
drop index assistant.enterprise_entry_code;
alter table assistant.enterprise_read drop constraint enterprise_read_pkey;
alter table assistant.enterprise_read add primary key (credit_code, id);
drop index assistant.enterprise_read_code;
