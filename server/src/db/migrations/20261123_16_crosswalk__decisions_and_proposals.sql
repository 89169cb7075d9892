-- What people decided about crosswalks, so that any decision can be taken back; those that were taken
-- together (bulk, or several sources that speak of the same two things) share a batch.
create table crosswalk_decision (
  id int4 generated always as identity primary key,
  batch uuid not null,
  crosswalk_id int4 not null references crosswalk (id) on delete cascade,
  actor_id int4 not null references actor (id),
  at timestamptz not null default now(),
  -- {relation, status, note, decidedBy, decidedAt}; null: the row began with this decision
  before jsonb,
  -- the row's revision that this decision made: a later one forbids to take this one back
  revision int4 not null,
  undone_at timestamptz
);
create index crosswalk_decision_batch on crosswalk_decision (batch);
create index crosswalk_decision_crosswalk on crosswalk_decision (crosswalk_id, id desc);

-- A program that looks for crosswalks between two frameworks, from when somebody asked for it to its end.
create table crosswalk_proposal_run (
  id int4 generated always as identity primary key,
  from_framework_id int4 not null references framework (id),
  to_framework_id int4 not null references framework (id),
  kind text not null check (kind in ('competency', 'role')),
  method text not null,
  status text not null check (status in ('waiting', 'running', 'done', 'failed')),
  owner_organisation_id int4 not null references organisation (id),
  actor_id int4 not null references actor (id),
  started_at timestamptz not null default now(),
  ended_at timestamptz,
  done int4 not null default 0,
  total int4,
  -- {added, changed, removed}
  counts jsonb not null default '{}',
  check (from_framework_id <> to_framework_id)
);
create unique index crosswalk_proposal_run_open
  on crosswalk_proposal_run (least(from_framework_id, to_framework_id),
                             greatest(from_framework_id, to_framework_id), kind)
  where status in ('waiting', 'running');
