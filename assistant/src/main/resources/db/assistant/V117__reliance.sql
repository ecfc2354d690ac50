-- Which policies a draft cited: casework says here what its bodies hold.
create view assistant.case_citation as
select e.case_id, e.seq, e.occurred_at,
       (cited.value ->> 'policyId')::uuid as policy_id,
       cited.value ->> 'clause'           as clause
  from assistant.case_event e
  cross join lateral jsonb_array_elements(
         case when jsonb_typeof(e.body -> 'citations') = 'array'
              then e.body -> 'citations' else '[]'::jsonb end) cited
 where e.type = 'drafted' and cited.value ->> 'policyId' is not null;

create index question_policies on assistant.question using gin (policies);
