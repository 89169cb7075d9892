alter table organisation
  -- the place of a State body in its tree: centre → province → commune
  add column parent_id int4 references organisation (id),
  add column tier text check (tier in ('centre', 'province', 'commune')),
  add column region_id int4 references region (id),
  -- the organisation's own code in its sector, as written (a tax code, an institution code)
  add column external_code text,
  add column valid_from date,
  -- ended by a merger, a split or a dissolution; its rows and its history stay
  add column valid_to date,
  add check (tier is null or kind = 'state-body'),
  add check (valid_to is null or valid_from is null or valid_from < valid_to);
create index organisation_parent on organisation (parent_id);

create table organisation_succession (
  predecessor_id int4 not null references organisation (id),
  successor_id int4 not null references organisation (id),
  kind text not null check (kind in ('merger', 'split', 'renaming')),
  on_date date not null,
  basis text not null,
  source text,
  recorded_by_actor_id int4 not null references actor (id),
  recorded_at timestamptz not null default now(),
  undone_at timestamptz,
  primary key (predecessor_id, successor_id, recorded_at),
  check (predecessor_id <> successor_id)
);

create table organisation_unit (
  id int4 generated always as identity primary key,
  organisation_id int4 not null references organisation (id),
  parent_id int4 references organisation_unit (id),
  name text not null,
  name_en text,
  ended_at timestamptz
);
create unique index organisation_unit_name on organisation_unit
  (organisation_id, coalesce(parent_id, 0), lower(name)) where ended_at is null;

-- The token itself is known to the invited alone.
create table invitation (
  id uuid primary key default gen_random_uuid(),
  organisation_id int4 not null references organisation (id),
  -- the lower-case address; emptied when the invitation has ended
  email text,
  -- whom of the organisation's roster it is for, when it knows already
  person_id int8,
  full_name text,
  unit_id int4 references organisation_unit (id),
  roles text[] not null,
  language text not null default 'vi',
  token_sha256 bytea not null unique,
  invited_by_actor_id int4 not null references actor (id),
  invited_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  accepted_person_id int8,
  revoked_at timestamptz
);
create index invitation_open on invitation (organisation_id, invited_at desc)
  where accepted_at is null and revoked_at is null;
