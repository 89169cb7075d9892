-- When a version came before the public: what other systems ask for is what has come since they asked.
alter table framework_version add column published_at timestamptz;
update framework_version set published_at = created_at where status in ('published', 'superseded');

-- Where the objects of CASE that are no rows of ours are found: associations and translations of items,
-- by the UUID under which they leave. Made of a published version when somebody first asks, and never
-- changed, as the version does not.
create table case_index (
  framework_version_id int4 primary key references framework_version (id),
  -- of the way in which rows become CASE: a newer one makes the index anew
  mapping int2 not null
);
create table case_object (
  uuid uuid not null,
  framework_version_id int4 not null references case_index (framework_version_id) on delete cascade,
  kind text not null check (kind in ('association', 'item')),
  competency_id int4 references competency (id),
  role_id int4 references role (id),
  primary key (framework_version_id, uuid),
  check ((competency_id is null) <> (role_id is null))
);
create index case_object_uuid on case_object (uuid);

-- Frameworks that are kept in step with the server that publishes them.
create table case_subscription (
  id int4 generated always as identity primary key,
  owner_organisation_id int4 not null references organisation (id),
  -- of a CFPackage
  url text not null,
  framework_id int4 references framework (id),
  every_hours int4 not null check (every_hours between 1 and 8760),
  -- apply what has changed without waiting for a person; never where the framework is in use
  applies_itself boolean not null default false,
  enabled boolean not null default true,
  created_by_actor_id int4 not null references actor (id),
  created_at timestamptz not null default now(),
  -- OAuth 2 client credentials at the other server; the secret is sealed under the installation's own
  token_url text,
  client_id text,
  sealed_secret text,
  etag text,
  content_sha256 text,
  checked_at timestamptz,
  next_check_at timestamptz not null default now(),
  -- 'unchanged', 'run-made', 'applied' or the code of a problem, with its detail
  result text,
  result_detail jsonb not null default '{}',
  import_run_id uuid references import_run (id),
  check ((token_url is null) = (client_id is null) and (client_id is null) = (sealed_secret is null)),
  unique (owner_organisation_id, url)
);
create index case_subscription_due on case_subscription (next_check_at) where enabled;
