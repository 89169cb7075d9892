-- What was submitted: a draft that moved on since has not been approved.
alter table framework_review add column revision int4 not null default 0;

create index framework_edit_role on framework_edit (role_id, id desc);

-- A form is proposed by anybody who may, and belongs to no revision of the lexicon until an editor approves it.
alter table lexicon_entry
  alter column added_in_revision_id drop not null,
  drop constraint lexicon_entry_status_check,
  add constraint lexicon_entry_status_check check (status in ('proposed', 'approved', 'rejected')),
  add constraint lexicon_entry_approved_revision
    check (status <> 'approved' or added_in_revision_id is not null),
  add column proposed_by_actor_id int4 references actor (id),
  add column proposed_at timestamptz,
  -- why it was proposed, rejected or ended
  add column note text;
create index lexicon_entry_proposed on lexicon_entry (competency_id) where status = 'proposed';
