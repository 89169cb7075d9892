-- One job as its employer offers it, de-duplicated over postings: an interval in time.
create table vacancy (
  id int8 generated always as identity primary key,
  employer_key text not null,
  title_key text not null,
  region_id int4 not null references region (id),
  first_posted_on date not null,
  last_posted_on date not null,
  -- head-count where the advertisement states it; unknown is null, never 1
  openings int4
);
create index vacancy_same_job on vacancy (employer_key, title_key, region_id, last_posted_on);

-- A posting. Distributed by id at national scale, hence no foreign key to vacancy and no unique key of its own.
create table advertisement (
  id int8 generated always as identity primary key,
  vacancy_id int8,
  owner_organisation_id int4 not null references organisation (id),
  import_run_id uuid not null,
  row_number int4 not null,
  source text not null,
  source_key text not null,
  content_sha256 text not null,
  title text not null,
  title_key text not null,
  employer_name text not null,
  employer_key text not null,
  position_name text,
  requirements text not null,
  tags text[] not null,
  domains text[] not null,
  work_mode text check (work_mode in ('on-site', 'hybrid', 'remote')),
  seniority text,
  place_written text not null,
  region_id int4 not null references region (id),
  posted_on date not null,
  salary_written text,
  salary_low numeric,
  salary_high numeric,
  salary_currency text,
  -- counted: part of demand; held: lint flagged it and nobody has admitted it yet; superseded: gone from its source
  status text not null check (status in ('counted', 'held', 'excluded')),
  -- codes of the lint findings, kept after admission
  flags text[] not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index advertisement_same_job on advertisement (employer_key, title_key, region_id, posted_on);
create index advertisement_vacancy on advertisement (vacancy_id);
create index advertisement_posted on advertisement (status, posted_on);
create index advertisement_region on advertisement (region_id, posted_on);

-- What must be unique over the distributed table has its own lookup table.
create table advertisement_key (
  source text not null,
  source_key text not null,
  advertisement_id int8 not null,
  primary key (source, source_key)
);

-- Links between text and competencies have the same columns in every room.
create table advertisement_link (
  advertisement_id int8 not null,
  id int8 generated always as identity,
  competency_id int4 not null references competency (id),
  framework_version_id int4 not null references framework_version (id),
  lexicon_revision_id int4 not null references lexicon_revision (id),
  -- which text carries the span; ordinal: which tag (0 elsewhere); language where the text is kept in several
  field text not null check (field in ('title', 'tag', 'text', 'statement')),
  language text,
  ordinal int2 not null default 0,
  span_start int4 not null,
  span_end int4 not null,
  surface text not null,
  normalised text not null,
  method text not null check (method in ('exact', 'near', 'unaccented', 'decision')),
  form text not null,
  level_scale_id int4 references level_scale (id),
  level int2,
  linker_version text not null,
  -- the last word of a person about (normalised, competency); rejected links count nowhere
  verdict text check (verdict in ('accept', 'reject')),
  primary key (advertisement_id, id)
);
create index advertisement_link_competency on advertisement_link (competency_id, advertisement_id);
create index advertisement_link_surface on advertisement_link (normalised, competency_id);
