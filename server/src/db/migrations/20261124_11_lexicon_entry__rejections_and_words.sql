alter table lexicon_entry
  add column rejected_by_actor_id int4 references actor (id),
  add column rejected_at timestamptz;
-- the facts have known it so far
update lexicon_entry e set rejected_by_actor_id = f.actor_id, rejected_at = f.at
  from (select distinct on (subject_id) subject_id, actor_id, at from audit_fact
         where subject_kind = 'lexicon-entry' and action = 'form-rejected'
         order by subject_id, id desc) f
 where e.status = 'rejected' and f.subject_id = e.id::text;

-- what else the same words name, case aside
create index lexicon_entry_words on lexicon_entry (lower(form));
