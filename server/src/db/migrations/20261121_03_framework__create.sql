create table framework (
  id int4 generated always as identity primary key,
  uuid uuid not null unique,
  code text not null unique,
  owner_organisation_id int4 not null references organisation (id),
  created_at timestamptz not null default now()
);

create table framework_version (
  id int4 generated always as identity primary key,
  framework_id int4 not null references framework (id),
  version text not null,
  status text not null check (status in ('draft', 'published', 'superseded')),
  published_on date,
  licence text not null,
  content_sha256 text not null,
  created_at timestamptz not null default now(),
  unique (framework_id, version)
);

create table framework_version_text (
  framework_version_id int4 not null references framework_version (id),
  field text not null check (field in ('title')),
  language text not null,
  value text not null,
  origin text not null check (origin in ('source', 'person', 'machine-draft')),
  reviewer_actor_id int4 references actor (id),
  primary key (framework_version_id, field, language)
);

create table level_scale (
  id int4 generated always as identity primary key,
  code text not null unique,
  kind text not null check (kind in ('proficiency', 'qualification'))
);

create table level (
  level_scale_id int4 not null references level_scale (id),
  level int2 not null,
  primary key (level_scale_id, level)
);

-- The lasting concept. Its wording in one version of the framework is competency_version.
create table competency (
  id int4 generated always as identity primary key,
  uuid uuid not null unique,
  framework_id int4 not null references framework (id),
  code text not null,
  created_at timestamptz not null default now(),
  unique (framework_id, code)
);

create table competency_version (
  competency_id int4 not null references competency (id),
  framework_version_id int4 not null references framework_version (id),
  parent_competency_id int4 references competency (id),
  kind text not null check (kind in
    ('area', 'competency', 'knowledge', 'skill', 'attitude', 'task', 'tool', 'credential')),
  source_kind text,
  sequence int4 not null,
  primary key (competency_id, framework_version_id)
);
create index competency_version_tree on competency_version (framework_version_id, parent_competency_id);

create table competency_text (
  competency_id int4 not null,
  framework_version_id int4 not null,
  field text not null check (field in ('label', 'definition')),
  language text not null,
  value text not null,
  origin text not null check (origin in ('source', 'person', 'machine-draft')),
  reviewer_actor_id int4 references actor (id),
  primary key (competency_id, framework_version_id, field, language),
  foreign key (competency_id, framework_version_id)
    references competency_version (competency_id, framework_version_id)
);

-- The lexicon is dated and is not part of an immutable framework version.
create table lexicon_revision (
  id int4 generated always as identity primary key,
  at timestamptz not null default now(),
  actor_id int4 not null references actor (id),
  reason text not null
);

create table lexicon_entry (
  id int4 generated always as identity primary key,
  competency_id int4 not null references competency (id),
  form text not null,
  language text not null,
  case_sensitive boolean not null default false,
  -- null: the form may match in every field
  fields text[],
  source text not null,
  status text not null check (status in ('proposed', 'approved')),
  approved_by_actor_id int4 references actor (id),
  added_in_revision_id int4 not null references lexicon_revision (id),
  removed_in_revision_id int4 references lexicon_revision (id)
);
create index lexicon_entry_competency on lexicon_entry (competency_id);
