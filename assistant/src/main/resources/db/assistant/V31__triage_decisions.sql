-- Decisions on models with their reasons, and what each replaced, so that one call goes back.
alter table assistant.triage_promotion add column kind text not null default 'promotion'; -- or rollback
alter table assistant.triage_promotion add column reason text;
alter table assistant.triage_promotion add column before_id uuid;            -- the decision it replaced; null: day one
alter table assistant.triage_promotion alter column model_id drop not null;  -- null: back to day one

-- What a history holds, known before training ends.
alter table assistant.triage_job add column report jsonb;
