-- The forms that a version was published with: a superseded one answers with these, not with today's.
alter table framework_version
  add column lexicon_revision_id int4 references lexicon_revision (id);
update framework_version v set lexicon_revision_id = (
    select max(id) from lexicon_revision where at <= coalesce(v.published_at, v.created_at))
  where status in ('published', 'superseded');

-- The objects of a version have other identifiers once its document has: which one they were indexed for.
-- Made anew when somebody asks.
delete from case_index;
alter table case_index add column document uuid not null;
