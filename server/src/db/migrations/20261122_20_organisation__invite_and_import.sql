-- Rosters come in as files like everything else.
alter table import_run
  drop constraint import_run_kind_check,
  add constraint import_run_kind_check check (kind in ('advertisements', 'programme', 'members'));

alter table invitation
  add column import_run_id uuid,
  -- of a roster: a job makes the token and writes the letter, many at a time
  add column letter_due boolean not null default false;
create index invitation_letter_due on invitation (id) where letter_due;
create index invitation_of_person on invitation (person_id, organisation_id)
  where accepted_at is null and revoked_at is null;

alter table organisation_succession
  add column undone_by_actor_id int4 references actor (id);
create index organisation_succession_successor on organisation_succession (successor_id) where undone_at is null;

create index affiliation_code on affiliation (organisation_id, person_code) where person_code is not null;
