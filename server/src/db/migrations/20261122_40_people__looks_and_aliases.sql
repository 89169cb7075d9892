-- In which roles somebody looked: who reads it later should not depend on grants that have ended since.
alter table person_access add column roles text[] not null default '{}';

-- Every id that one person has had, whichever of them is asked with. Past the wall, since merges are
-- the person's own affair and an organisation sees none; it tells ids and nothing else.
create function person_group(wanted int8) returns int8[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with root as (
    select coalesce((select m.into_person_id from person_merge m
      where m.person_id = wanted and m.confirmed_at is not null and m.undone_at is null), wanted) as id
  )
  select array(
    select root.id from root
    union select m.person_id from person_merge m join root on m.into_person_id = root.id
      where m.confirmed_at is not null and m.undone_at is null)
$$;
revoke execute on function person_group(int8) from public;
grant execute on function person_group(int8) to nhip_application;

-- The lookup of identifiers tells whose they are, so it has the wall of the identifiers themselves.
alter table person_identifier_key enable row level security;
create policy person_identifier_key_scope on person_identifier_key using (
  scope_is_platform() or person_id = any (scope_persons())
  or issuer_organisation_id = any (scope_organisations()));

-- "My data" counts what a person did.
create index audit_fact_actor on audit_fact (actor_id);
