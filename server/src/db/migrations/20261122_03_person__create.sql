-- Tables about a person carry person_id and are distributed by it; what must be unique across people
-- stands in a lookup table of its own. Account ≠ person ≠ affiliation.
create table person (
  person_id int8 generated always as identity primary key,
  -- as the person writes it; an organisation's own spelling is in affiliation
  display_name text not null,
  language text not null default 'vi',
  created_by_actor_id int4 not null references actor (id),
  created_at timestamptz not null default now(),
  -- nothing about the person is kept from then on but what the law asks for
  erased_at timestamptz
);

-- Hashes of a person's values in the audit are keyed with this; erasure destroys it.
create table person_key (
  person_id int8 primary key references person (person_id),
  key bytea not null check (octet_length(key) = 32)
);

create table person_identifier (
  person_id int8 not null references person (person_id),
  id int8 generated always as identity,
  kind text not null check (kind in
    ('national-id', 'student-code', 'employee-code', 'email', 'identity-provider')),
  -- who gave it; null for what is unique by itself
  issuer_organisation_id int4 references organisation (id),
  -- keyed with the installation's secret
  value_hmac bytea not null check (octet_length(value_hmac) = 32),
  -- the last signs, for a person to recognise it
  hint text,
  assurance text not null check (assurance in ('stated', 'roster', 'verified')),
  recorded_at timestamptz not null default now(),
  ended_at timestamptz,
  primary key (person_id, id)
);
create table person_identifier_key (
  kind text not null,
  issuer_organisation_id int4 not null default 0,
  value_hmac bytea not null,
  person_id int8 not null,
  primary key (kind, issuer_organisation_id, value_hmac)
);

-- person_id is seen as into_person_id from its confirmation until it is undone; no row is rewritten.
create table person_merge (
  person_id int8 not null references person (person_id),
  id int8 generated always as identity,
  into_person_id int8 not null,
  reason text not null,
  proposed_by_actor_id int4 not null references actor (id),
  proposed_at timestamptz not null default now(),
  confirmed_by_actor_id int4 references actor (id),
  confirmed_at timestamptz,
  refused_at timestamptz,
  undone_by_actor_id int4 references actor (id),
  undone_at timestamptz,
  primary key (person_id, id),
  check (person_id <> into_person_id)
);
create unique index person_merge_open on person_merge (person_id)
  where refused_at is null and undone_at is null;
create index person_merge_into on person_merge (into_person_id);

-- What an organisation says of a person who belongs to it; organisations may disagree.
create table affiliation (
  person_id int8 not null references person (person_id),
  id int8 generated always as identity,
  organisation_id int4 not null references organisation (id),
  unit_id int4 references organisation_unit (id),
  full_name text not null,
  -- the organisation's own number for the person
  person_code text,
  email text,
  phone text,
  position_title text,
  start_on date,
  end_on date,
  import_run_id uuid,
  recorded_by_actor_id int4 not null references actor (id),
  recorded_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (person_id, id)
);
create index affiliation_organisation on affiliation (organisation_id, person_id);

-- What a person may do in an organisation, and since when, until when, from whom.
create table role_grant (
  person_id int8 not null references person (person_id),
  id int8 generated always as identity,
  organisation_id int4 not null references organisation (id),
  role text not null check (role in
    ('administrator', 'programme-designer', 'framework-editor', 'reviewer', 'recognition-officer', 'lecturer',
     'hr', 'planner', 'trainer', 'invigilator', 'viewer', 'secretariat', 'operator')),
  granted_by_actor_id int4 not null references actor (id),
  granted_at timestamptz not null default now(),
  -- exclusive; null: until revoked
  expires_at timestamptz,
  -- a delegation ends with the grant that it came from
  delegated_by_person_id int8,
  delegated_grant_id int8,
  revoked_by_actor_id int4 references actor (id),
  revoked_at timestamptz,
  primary key (person_id, id)
);
create index role_grant_organisation on role_grant (organisation_id, role) where revoked_at is null;

-- Silence is not consent: no row, no right. Every consent ends.
create table consent (
  person_id int8 not null references person (person_id),
  id int8 generated always as identity,
  purpose text not null,
  organisation_id int4 not null references organisation (id),
  -- what may be read: kinds of the catalogue in people/purposes.ts
  data_kinds text[] not null check (cardinality(data_kinds) > 0),
  -- which words the person agreed to
  wording_version text not null,
  given_by_actor_id int4 not null references actor (id),
  given_at timestamptz not null default now(),
  expires_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (person_id, id)
);
create index consent_use on consent (person_id, organisation_id, purpose);

-- Who looked at what, and why; the person reads this.
create table person_access (
  person_id int8 not null references person (person_id),
  id int8 generated always as identity,
  at timestamptz not null default now(),
  actor_id int4 not null references actor (id),
  organisation_id int4 not null references organisation (id),
  purpose text not null,
  what text not null,
  primary key (person_id, id)
);
create index person_access_recent on person_access (person_id, at desc);

create table correction_request (
  person_id int8 not null references person (person_id),
  id int8 generated always as identity,
  organisation_id int4 not null references organisation (id),
  affiliation_id int8 not null,
  field text not null check (field in ('full_name', 'person_code', 'email', 'phone', 'position_title')),
  wanted text not null,
  reason text not null,
  requested_at timestamptz not null default now(),
  decided_by_actor_id int4 references actor (id),
  decided_at timestamptz,
  verdict text check (verdict in ('accepted', 'refused', 'withdrawn')),
  answer text,
  primary key (person_id, id),
  check ((verdict is null) = (decided_at is null))
);
create index correction_request_open on correction_request (organisation_id) where verdict is null;

create table erasure (
  person_id int8 not null references person (person_id),
  id int8 generated always as identity,
  requested_at timestamptz not null default now(),
  -- what was erased, and what stays until when on which ground
  erased jsonb not null,
  kept jsonb not null,
  primary key (person_id, id)
);

-- How long a kind of holding is kept, as dated data with its source; no legal rule is in the program.
create table retention_rule (
  id int4 generated always as identity primary key,
  -- null: for every organisation
  organisation_id int4 references organisation (id),
  holding text not null,
  -- months after the end of what is held
  months int4 not null check (months >= 0),
  -- the person cannot ask for erasure before
  obligatory boolean not null,
  basis text not null,
  source text not null,
  valid_from date not null,
  valid_to date,
  recorded_by_actor_id int4 not null references actor (id),
  recorded_at timestamptz not null default now()
);

-- The second wall: what a query forgets to ask, the row itself asks.
alter table affiliation enable row level security;
create policy affiliation_scope on affiliation using (
  scope_is_platform() or person_id = any (scope_persons()) or organisation_id = any (scope_organisations()));

alter table role_grant enable row level security;
create policy role_grant_scope on role_grant using (
  scope_is_platform() or person_id = any (scope_persons()) or organisation_id = any (scope_organisations()));

alter table person enable row level security;
create policy person_scope on person using (
  scope_is_platform() or person_id = any (scope_persons()) or exists (
    select from affiliation a
    where a.person_id = person.person_id and a.organisation_id = any (scope_organisations())));

alter table consent enable row level security;
create policy consent_scope on consent using (
  scope_is_platform() or person_id = any (scope_persons()) or organisation_id = any (scope_organisations()));

alter table correction_request enable row level security;
create policy correction_request_scope on correction_request using (
  scope_is_platform() or person_id = any (scope_persons()) or organisation_id = any (scope_organisations()));

-- Anyone may write that they looked; only the person reads who did.
alter table person_access enable row level security;
create policy person_access_read on person_access for select using (
  scope_is_platform() or person_id = any (scope_persons()));
create policy person_access_write on person_access for insert with check (
  scope_is_platform() or person_id = any (scope_persons()) or organisation_id = any (scope_organisations()));

alter table person_key enable row level security;
create policy person_key_scope on person_key using (
  scope_is_platform() or person_id = any (scope_persons()) or exists (
    select from affiliation a
    where a.person_id = person_key.person_id and a.organisation_id = any (scope_organisations())));

alter table person_identifier enable row level security;
create policy person_identifier_scope on person_identifier using (
  scope_is_platform() or person_id = any (scope_persons())
  or issuer_organisation_id = any (scope_organisations()));

alter table person_merge enable row level security;
create policy person_merge_scope on person_merge using (
  scope_is_platform() or person_id = any (scope_persons()) or into_person_id = any (scope_persons()));

alter table erasure enable row level security;
create policy erasure_scope on erasure using (scope_is_platform() or person_id = any (scope_persons()));

revoke update, delete on person_access, erasure from nhip_application;
