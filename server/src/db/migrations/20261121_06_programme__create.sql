create table programme (
  id int4 generated always as identity primary key,
  institution_id int4 not null references organisation (id),
  owner_organisation_id int4 not null references organisation (id),
  code text not null,
  created_at timestamptz not null default now(),
  unique (institution_id, code)
);

-- Immutable once applied; an import with other content makes the next version.
create table programme_version (
  id int4 generated always as identity primary key,
  programme_id int4 not null references programme (id),
  version_number int4 not null,
  dated_on date,
  status text not null check (status in ('current', 'superseded')),
  degree text,
  duration text,
  total_credits numeric,
  file_sha256 text references file (sha256),
  document_name text,
  content_sha256 text not null,
  import_run_id uuid not null,
  created_at timestamptz not null default now(),
  unique (programme_id, version_number)
);

create table programme_version_text (
  programme_version_id int4 not null references programme_version (id),
  field text not null check (field in ('name', 'diploma')),
  language text not null,
  value text not null,
  origin text not null check (origin in ('source', 'person', 'machine-draft')),
  reviewer_actor_id int4 references actor (id),
  primary key (programme_version_id, field, language)
);

create table course_group (
  id int4 generated always as identity primary key,
  programme_version_id int4 not null references programme_version (id),
  code text not null,
  parent_id int4 references course_group (id),
  heading text not null,
  -- required; elective: choose_credits out of of_credits; choice: choose_count members or one branch; info: no rule of its own
  kind text not null check (kind in ('required', 'elective', 'choice', 'info')),
  kind_basis text,
  choose_credits numeric,
  of_credits numeric,
  choose_count int4,
  of_count int4,
  rule_text text,
  sequence int4 not null,
  source_line int4,
  unique (programme_version_id, code)
);

create table syllabus (
  id int4 generated always as identity primary key,
  institution_id int4 not null references organisation (id),
  owner_organisation_id int4 not null references organisation (id),
  course_code text not null,
  version_number int4 not null,
  document_name text not null,
  credits numeric,
  hours_theory numeric,
  hours_practice numeric,
  hours_self_study numeric,
  content_sha256 text not null,
  import_run_id uuid not null,
  created_at timestamptz not null default now(),
  unique (institution_id, course_code, version_number)
);

create table syllabus_text (
  syllabus_id int4 not null references syllabus (id),
  field text not null check (field in ('title', 'objectives')),
  language text not null,
  value text not null,
  origin text not null check (origin in ('source', 'person', 'machine-draft')),
  reviewer_actor_id int4 references actor (id),
  primary key (syllabus_id, field, language)
);

create table syllabus_topic (
  syllabus_id int4 not null references syllabus (id),
  sequence int4 not null,
  label text,
  title text not null,
  source_line int4,
  primary key (syllabus_id, sequence)
);

-- A course as one programme version lists it.
create table course (
  id int4 generated always as identity primary key,
  programme_version_id int4 not null references programme_version (id),
  course_group_id int4 not null references course_group (id),
  -- null where the document gives no code
  code text,
  credits numeric,
  hours_theory numeric,
  hours_practice numeric,
  hours_self_study numeric,
  -- false: outside the credit total (physical education, defence, soft skills)
  counted boolean not null default true,
  prerequisite_text text,
  sequence int4 not null,
  source_line int4,
  syllabus_id int4 references syllabus (id)
);
create index course_of_version on course (programme_version_id, sequence);

create table course_text (
  course_id int4 not null references course (id),
  field text not null check (field in ('title')),
  language text not null,
  value text not null,
  origin text not null check (origin in ('source', 'person', 'machine-draft')),
  reviewer_actor_id int4 references actor (id),
  primary key (course_id, field, language)
);

create table course_prerequisite (
  course_id int4 not null references course (id),
  code text not null,
  -- null: the code is in no list of this programme; kept as written
  prerequisite_course_id int4 references course (id),
  primary key (course_id, code)
);

-- A learning outcome of a programme version (PLO) or of a syllabus (CLO), never of both.
create table learning_outcome (
  id int4 generated always as identity primary key,
  programme_version_id int4 references programme_version (id),
  syllabus_id int4 references syllabus (id),
  code text not null,
  heading text,
  -- symbols of the taxonomy as written in the document
  taxonomy_levels text[] not null default '{}',
  sequence int4 not null,
  source_line int4,
  check ((programme_version_id is null) <> (syllabus_id is null))
);
create index learning_outcome_programme on learning_outcome (programme_version_id);
create index learning_outcome_syllabus on learning_outcome (syllabus_id);

create table learning_outcome_text (
  learning_outcome_id int4 not null references learning_outcome (id),
  field text not null check (field in ('statement')),
  language text not null,
  value text not null,
  origin text not null check (origin in ('source', 'person', 'machine-draft')),
  reviewer_actor_id int4 references actor (id),
  primary key (learning_outcome_id, field, language)
);

create table learning_outcome_link (
  learning_outcome_id int4 not null references learning_outcome (id),
  id int8 generated always as identity,
  competency_id int4 not null references competency (id),
  framework_version_id int4 not null references framework_version (id),
  lexicon_revision_id int4 not null references lexicon_revision (id),
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
  verdict text check (verdict in ('accept', 'reject')),
  primary key (learning_outcome_id, id)
);
create index learning_outcome_link_competency on learning_outcome_link (competency_id);
create index learning_outcome_link_surface on learning_outcome_link (normalised, competency_id);

create table course_link (
  course_id int4 not null references course (id),
  id int8 generated always as identity,
  competency_id int4 not null references competency (id),
  framework_version_id int4 not null references framework_version (id),
  lexicon_revision_id int4 not null references lexicon_revision (id),
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
  verdict text check (verdict in ('accept', 'reject')),
  primary key (course_id, id)
);
create index course_link_competency on course_link (competency_id);
create index course_link_surface on course_link (normalised, competency_id);
