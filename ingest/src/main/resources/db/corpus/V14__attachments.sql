-- AttachedTitles that came as files of their own: each is a policy row with its text, and belongs to one.
-- No foreign keys: a policy is written anew under its id, and its links stay.
create table if not exists corpus.attachment (
  policy_id uuid primary key,          -- the attachment
  parent_id uuid not null,             -- the policy that it belongs to
  label     text not null,             -- as printed: 附件1
  own_title text,                      -- its title before it was put behind its policy's
  linked_at timestamptz not null
);
create index if not exists attachment_parent on corpus.attachment (parent_id);
