-- Figures of a day by index, where they read every application and every claim.
create index application_approved on assistant.application (approved_at) where approved_at is not null;
create index application_closed on assistant.application (closed_at, state) where closed_at is not null;
create index payment_claim_claimed on assistant.payment_claim (claimed_at);

-- What a text calls by name: titles in 《》 of eight characters and more, the innermost where they
-- stand in one another, and document numbers as 〔2023〕5号, whatever their brackets. Two texts that
-- share one may speak of one policy.
create function assistant.cited_names(said text) returns text[]
language sql immutable parallel safe as $$
  select coalesce(array_agg(distinct name), '{}')
    from (select m[1] as name
            from regexp_matches(translate(said, '〈〉', '《》'), '《([^《》]{8,200})》', 'g') m
          union all
          select '〔' || m[1] || '〕' || m[2] || '号'
            from regexp_matches(said, '[〔\[［（(](\d{4})[〕\]］）)]\s*第?(\d{1,5})号', 'g') m) names
$$;

alter table assistant.past_reply
  add column cited text[] generated always as (assistant.cited_names(reply)) stored;
create index past_reply_cited on assistant.past_reply using gin (cited);
