-- What this database is. A demonstration and a real installation never share one.
create table installation (
  id int2 primary key default 1 check (id = 1),
  uuid uuid not null default gen_random_uuid(),
  kind text not null check (kind in ('demo', 'main')),
  created_at timestamptz not null default now()
);

-- Who acts. Until accounts exist there is one local administrator, the command line and the system itself.
create table actor (
  id int4 generated always as identity primary key,
  kind text not null check (kind in ('local-administrator', 'command-line', 'system')),
  created_at timestamptz not null default now(),
  unique (kind)
);

create table organisation (
  id int4 generated always as identity primary key,
  uuid uuid not null default gen_random_uuid() unique,
  kind text not null check (kind in
    ('platform-owner', 'state-body', 'enterprise', 'university', 'training-institution', 'international-partner')),
  -- the normalised name: one organisation per name until merging exists
  name_key text not null unique,
  fictional boolean not null default false,
  created_at timestamptz not null default now()
);

create table organisation_text (
  organisation_id int4 not null references organisation (id),
  field text not null check (field in ('name')),
  language text not null,
  value text not null,
  origin text not null check (origin in ('source', 'person', 'machine-draft')),
  reviewer_actor_id int4 references actor (id),
  primary key (organisation_id, field, language)
);

-- Append-only. Written in the transaction of the change; sealed in batches later.
create table audit_fact (
  id int8 generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  actor_id int4 not null references actor (id),
  organisation_id int4 references organisation (id),
  purpose text not null,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  detail jsonb not null default '{}'
);
create index audit_fact_subject on audit_fact (subject_kind, subject_id);

-- Content-addressed: the bytes lie beside the database under the same name.
create table file (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes int8 not null,
  media_type text not null,
  original_name text not null,
  owner_organisation_id int4 not null references organisation (id),
  created_by_actor_id int4 not null references actor (id),
  created_at timestamptz not null default now()
);
