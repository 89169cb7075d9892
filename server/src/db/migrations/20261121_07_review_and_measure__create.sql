-- Append-only: what people decided about (normalised surface, competency). An undo is a row of its own.
create table decision (
  id int8 generated always as identity primary key,
  normalised text not null,
  competency_id int4 not null references competency (id),
  verdict text not null check (verdict in ('accept', 'reject', 'undo')),
  undoes_id int8 references decision (id),
  actor_id int4 not null references actor (id),
  owner_organisation_id int4 not null references organisation (id),
  note text,
  decided_at timestamptz not null default clock_timestamp(),
  check ((verdict = 'undo') = (undoes_id is not null))
);
create unique index decision_undone_once on decision (undoes_id) where undoes_id is not null;
create index decision_subject on decision (normalised, competency_id, id);

-- A stored figure and where it comes from; or a refusal with its reason.
create table measure (
  id uuid primary key default gen_random_uuid(),
  definition text not null,
  definition_version int4 not null,
  parameters jsonb not null,
  parameters_sha256 text not null,
  -- {input: revision} seen by the computation
  input_watermark jsonb not null,
  code_version text not null,
  period_from date,
  period_to date,
  unit text not null,
  n int4,
  value float8,
  bound_low float8,
  bound_high float8,
  interval_low float8,
  interval_high float8,
  refusal_code text,
  refusal_detail jsonb,
  -- the rows behind the figure, as the definition describes them
  detail jsonb,
  owner_organisation_id int4 not null references organisation (id),
  computed_at timestamptz not null default now(),
  -- value is set when the bounds meet; a refusal has neither
  check ((bound_low is null) = (refusal_code is not null)),
  check ((bound_low is null) = (bound_high is null)),
  check (value is null or bound_low is not null)
);
create index measure_latest on measure (definition, parameters_sha256, computed_at desc);
