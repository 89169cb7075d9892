create table import_run (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('advertisements', 'programme')),
  format text not null,
  source text,
  institution_name text,
  file_sha256 text not null references file (sha256),
  file_name text not null,
  owner_organisation_id int4 not null references organisation (id),
  started_by_actor_id int4 not null references actor (id),
  status text not null check (status in
    ('staging', 'previewed', 'applying', 'applied', 'failed', 'discarded')),
  -- known after the file has been read once
  total_rows int4,
  staged_rows int4 not null default 0,
  applied_rows int4 not null default 0,
  -- the revision of the data that the preview was computed against (measures.input_revision)
  previewed_against int8,
  -- {new, changed, same, removed, rejected, held, warnings}
  counts jsonb not null default '{}',
  problem jsonb,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  applied_at timestamptz
);
create index import_run_recent on import_run (created_at desc);

create table import_row (
  import_run_id uuid not null references import_run (id) on delete cascade,
  row_number int4 not null,
  -- identifies the thing across imports; null when the row was rejected before a key could be made
  key text,
  content_sha256 text,
  payload jsonb,
  change text check (change in ('new', 'changed', 'same', 'removed', 'rejected')),
  -- lint wants a person to look before the row counts
  held boolean not null default false,
  -- [{code, severity: error|warning|hold, column, detail}]
  problems jsonb not null default '[]',
  primary key (import_run_id, row_number)
);
create index import_row_change on import_row (import_run_id, change, row_number);
create index import_row_problems on import_row (import_run_id, row_number) where problems <> '[]';

-- A revision counter per input, moved in the transaction of every change. A stored measure names the
-- revisions that it saw; when one has moved on, the measure is stale.
create table input_revision (
  input text primary key check (input in ('frameworks', 'demand', 'programmes', 'review')),
  revision int8 not null default 0
);
insert into input_revision (input) values ('frameworks'), ('demand'), ('programmes'), ('review');
