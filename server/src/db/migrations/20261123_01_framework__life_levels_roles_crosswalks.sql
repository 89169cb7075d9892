-- A framework is drafted by one organisation, reviewed by another and published by the secretariat; or
-- it comes from elsewhere, published already, and is kept as its source wrote it.
alter table framework
  -- the format it is imported from; null: drafted here
  add column source text,
  add column uri text,
  -- texts are linked to the competencies of frameworks in use alone; others are there to be compared
  add column in_use boolean not null default false;
update framework set in_use = true;

alter table framework_version
  drop constraint framework_version_status_check,
  add constraint framework_version_status_check
    check (status in ('draft', 'in-review', 'published', 'superseded')),
  alter column content_sha256 drop not null,
  add constraint framework_version_published_content
    check (status in ('draft', 'in-review') or content_sha256 is not null),
  add column based_on_version_id int4 references framework_version (id),
  -- why there is this version
  add column reason text not null default '',
  add column created_by_actor_id int4 references actor (id),
  add column published_by_actor_id int4 references actor (id),
  add column import_run_id uuid references import_run (id),
  -- what its source says about the whole and our columns have no room for, as it was written
  add column extra jsonb not null default '{}',
  -- of the import row that described the whole; equal hashes mean that nothing changed
  add column about_sha256 text,
  -- moves with every change of the draft, so that a list of changes can be asked for since
  add column revision int4 not null default 1;
-- two drafts of one framework would have to be merged: there is one at a time
create unique index framework_version_one_draft on framework_version (framework_id)
  where status in ('draft', 'in-review');
create unique index framework_version_one_published on framework_version (framework_id)
  where status = 'published';

alter table framework_version_text
  drop constraint framework_version_text_field_check,
  add constraint framework_version_text_field_check
    check (field in ('title', 'description', 'note'));

-- Scales. An edition that a published version uses never changes; other words make a new edition.
alter table level_scale
  drop constraint level_scale_code_key,
  add column uuid uuid not null unique default gen_random_uuid(),
  add column edition int2 not null default 1,
  -- null: belongs to no framework (VQF, EQF)
  add column framework_id int4 references framework (id),
  add column content_sha256 text,
  add unique (code, edition);
alter table level add column code text;

create table level_scale_text (
  level_scale_id int4 not null references level_scale (id),
  field text not null check (field in ('title', 'description')),
  language text not null,
  value text not null,
  origin text not null check (origin in ('source', 'person', 'machine-draft')),
  reviewer_actor_id int4 references actor (id),
  primary key (level_scale_id, field, language)
);

create table level_text (
  level_scale_id int4 not null,
  level int2 not null,
  field text not null check (field in ('label', 'descriptor')),
  language text not null,
  value text not null,
  origin text not null check (origin in ('source', 'person', 'machine-draft')),
  reviewer_actor_id int4 references actor (id),
  primary key (level_scale_id, level, field, language),
  foreign key (level_scale_id, level) references level (level_scale_id, level)
);

-- A range of one scale lies in a range of another, as somebody judged it from a day on. 'typical' is a
-- qualification that people at the level usually hold; it is never the level itself.
create table level_equating (
  id int4 generated always as identity primary key,
  from_scale_id int4 not null references level_scale (id),
  from_lowest int2 not null,
  from_highest int2 not null,
  to_scale_id int4 not null references level_scale (id),
  to_lowest int2 not null,
  to_highest int2 not null,
  relation text not null check (relation in ('equated', 'typical')),
  method text not null,
  confidence real not null check (confidence between 0 and 1),
  source text not null,
  author_actor_id int4 not null references actor (id),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  check (from_lowest <= from_highest and to_lowest <= to_highest),
  check (from_scale_id <> to_scale_id),
  foreign key (from_scale_id, from_lowest) references level (level_scale_id, level),
  foreign key (from_scale_id, from_highest) references level (level_scale_id, level),
  foreign key (to_scale_id, to_lowest) references level (level_scale_id, level),
  foreign key (to_scale_id, to_highest) references level (level_scale_id, level)
);

alter table competency
  -- how its source names it for good; of a competency that was made here the code that it began with
  add column source_id text,
  add column uri text,
  add unique (framework_id, source_id);
update competency set source_id = code;
-- a later version may give another code, even one that an ended competency had: see competency_version
alter table competency
  alter column source_id set not null,
  drop constraint competency_framework_id_code_key;
create index competency_code on competency (code);

alter table competency_version
  -- as this version writes it; competency.code is the one of the newest published version
  add column code text,
  add column content_sha256 text,
  -- moves with every edit of a draft: an editor who saw an older one is told
  add column revision int4 not null default 1,
  -- an item that stands for one level of its parent (a learning outcome at a level of a scale)
  add column level_scale_id int4,
  add column level int2,
  add column extra jsonb not null default '{}',
  add foreign key (level_scale_id, level) references level (level_scale_id, level),
  add check ((level_scale_id is null) = (level is null));
update competency_version v set code = c.code from competency c where c.id = v.competency_id;
alter table competency_version
  alter column code set not null,
  add unique (framework_version_id, code);

alter table competency_text
  drop constraint competency_text_field_check,
  add constraint competency_text_field_check check (field in ('label', 'definition', 'note'));

-- What somebody at a level of a scale can do with this competency.
create table competency_level (
  competency_id int4 not null,
  framework_version_id int4 not null,
  level_scale_id int4 not null,
  level int2 not null,
  primary key (competency_id, framework_version_id, level_scale_id, level),
  foreign key (competency_id, framework_version_id)
    references competency_version (competency_id, framework_version_id),
  foreign key (level_scale_id, level) references level (level_scale_id, level)
);

create table competency_level_text (
  competency_id int4 not null,
  framework_version_id int4 not null,
  level_scale_id int4 not null,
  level int2 not null,
  language text not null,
  value text not null,
  origin text not null check (origin in ('source', 'person', 'machine-draft')),
  reviewer_actor_id int4 references actor (id),
  primary key (competency_id, framework_version_id, level_scale_id, level, language),
  foreign key (competency_id, framework_version_id, level_scale_id, level)
    references competency_level (competency_id, framework_version_id, level_scale_id, level)
);

-- Within one version, beside the tree. From → to reads as a sentence: from 'part-of' to.
create table competency_relation (
  framework_version_id int4 not null references framework_version (id),
  from_competency_id int4 not null,
  to_competency_id int4 not null,
  relation text not null check (relation in
    ('child-of', 'part-of', 'related', 'peer-of', 'precedes', 'exemplar-of', 'has-level',
     'essential-for', 'optional-for', 'replaced-by', 'translation-of')
    or relation like 'ext:%'),
  sequence int4,
  extra jsonb not null default '{}',
  primary key (framework_version_id, from_competency_id, to_competency_id, relation),
  foreign key (from_competency_id, framework_version_id)
    references competency_version (competency_id, framework_version_id),
  foreign key (to_competency_id, framework_version_id)
    references competency_version (competency_id, framework_version_id)
);
create index competency_relation_to on competency_relation (framework_version_id, to_competency_id);

-- A later version names what became of a competency: replaced (one to one), split, merged, or ended
-- without a successor (to_competency_id null).
create table competency_succession (
  id int4 generated always as identity primary key,
  framework_version_id int4 not null references framework_version (id),
  from_competency_id int4 not null references competency (id),
  to_competency_id int4 references competency (id),
  kind text not null check (kind in ('replaced', 'split', 'merged', 'ended')),
  -- the part of what the old one meant that goes on in the new one
  weight real not null default 1 check (weight > 0 and weight <= 1),
  reason text not null default '',
  actor_id int4 not null references actor (id),
  at timestamptz not null default now(),
  check ((kind = 'ended') = (to_competency_id is null)),
  unique nulls not distinct (framework_version_id, from_competency_id, to_competency_id)
);

-- Occupations, work roles, role profiles, job positions and the groups they stand in.
create table role (
  id int4 generated always as identity primary key,
  uuid uuid not null unique,
  framework_id int4 not null references framework (id),
  source_id text not null,
  uri text,
  created_at timestamptz not null default now(),
  unique (framework_id, source_id)
);

create table role_version (
  role_id int4 not null references role (id),
  framework_version_id int4 not null references framework_version (id),
  code text not null,
  parent_role_id int4 references role (id),
  kind text not null check (kind in
    ('group', 'occupation', 'work-role', 'role-profile', 'job-position')),
  source_kind text,
  sequence int4 not null,
  content_sha256 text,
  revision int4 not null default 1,
  extra jsonb not null default '{}',
  primary key (role_id, framework_version_id),
  unique (framework_version_id, code)
);
create index role_version_tree on role_version (framework_version_id, parent_role_id);

create table role_text (
  role_id int4 not null,
  framework_version_id int4 not null,
  field text not null check (field in ('label', 'definition', 'note')),
  language text not null,
  value text not null,
  origin text not null check (origin in ('source', 'person', 'machine-draft')),
  reviewer_actor_id int4 references actor (id),
  primary key (role_id, framework_version_id, field, language),
  foreign key (role_id, framework_version_id) references role_version (role_id, framework_version_id)
);

-- Other titles that people give to a role.
create table role_title (
  role_id int4 not null,
  framework_version_id int4 not null,
  title text not null,
  language text not null,
  primary key (role_id, framework_version_id, title, language),
  foreign key (role_id, framework_version_id) references role_version (role_id, framework_version_id)
);

create table role_requirement (
  framework_version_id int4 not null,
  role_id int4 not null,
  competency_id int4 not null references competency (id),
  necessity text not null check (necessity in ('essential', 'desirable')),
  -- null: the source does not say
  level_scale_id int4,
  level int2,
  -- how much it matters in the role, as its source rates it, brought to 0…1; null: not rated
  weight real check (weight between 0 and 1),
  extra jsonb not null default '{}',
  primary key (framework_version_id, role_id, competency_id),
  foreign key (role_id, framework_version_id) references role_version (role_id, framework_version_id),
  foreign key (level_scale_id, level) references level (level_scale_id, level)
);
create index role_requirement_competency on role_requirement (competency_id);

-- What a source defines beside its items (CASE concepts, subjects, licences, item types, groupings,
-- rubrics), kept word for word so that it leaves as it came.
create table framework_definition (
  uuid uuid not null,
  framework_version_id int4 not null references framework_version (id),
  kind text not null check (kind in
    ('concept', 'subject', 'licence', 'item-type', 'association-grouping', 'rubric')),
  body jsonb not null,
  sequence int4 not null,
  primary key (framework_version_id, uuid)
);
create index framework_definition_uuid on framework_definition (uuid);

-- Between frameworks: from is exact / broader / narrower / related to to, read as a sentence
-- ("from is broader than to"). Proposed by a person, a source or a program; decided by a person.
create table crosswalk (
  id int4 generated always as identity primary key,
  uuid uuid not null unique default gen_random_uuid(),
  from_competency_id int4 references competency (id),
  to_competency_id int4 references competency (id),
  from_role_id int4 references role (id),
  to_role_id int4 references role (id),
  relation text not null check (relation in ('exact', 'broader', 'narrower', 'related')),
  confidence real check (confidence between 0 and 1),
  -- a file or method: 'esco-onet-2022', 'lexical-1', 'person'
  source text not null,
  -- why it was proposed, for a reader: {code, …}
  grounds jsonb not null default '{}',
  status text not null check (status in ('proposed', 'accepted', 'rejected')),
  owner_organisation_id int4 not null references organisation (id),
  proposed_by_actor_id int4 not null references actor (id),
  proposed_at timestamptz not null default now(),
  decided_by_actor_id int4 references actor (id),
  decided_at timestamptz,
  note text,
  revision int4 not null default 1,
  import_run_id uuid references import_run (id),
  extra jsonb not null default '{}',
  check ((from_competency_id is null) = (to_competency_id is null)),
  check ((from_role_id is null) = (to_role_id is null)),
  check ((from_competency_id is null) <> (from_role_id is null)),
  check (from_competency_id <> to_competency_id),
  check (from_role_id <> to_role_id),
  unique nulls not distinct (from_competency_id, to_competency_id, from_role_id, to_role_id, source)
);
create index crosswalk_to_competency on crosswalk (to_competency_id) where to_competency_id is not null;
create index crosswalk_to_role on crosswalk (to_role_id) where to_role_id is not null;
create index crosswalk_from_role on crosswalk (from_role_id) where from_role_id is not null;

-- A draft sent to another organisation to be reviewed.
create table framework_review (
  id int4 generated always as identity primary key,
  framework_version_id int4 not null references framework_version (id),
  reviewing_organisation_id int4 not null references organisation (id),
  requested_by_actor_id int4 not null references actor (id),
  requested_at timestamptz not null default now(),
  decision text check (decision in ('approved', 'changes-requested', 'withdrawn')),
  decided_by_actor_id int4 references actor (id),
  decided_at timestamptz,
  note text,
  check ((decision is null) = (decided_at is null))
);
create unique index framework_review_open on framework_review (framework_version_id)
  where decision is null;

-- Threads on an item (competency or role) or on the whole; the first comment of a thread has no thread.
create table framework_comment (
  id int4 generated always as identity primary key,
  framework_version_id int4 not null references framework_version (id),
  competency_id int4 references competency (id),
  role_id int4 references role (id),
  thread_id int4 references framework_comment (id),
  actor_id int4 not null references actor (id),
  organisation_id int4 not null references organisation (id),
  body text not null check (length(body) between 1 and 4000),
  at timestamptz not null default now(),
  resolved_at timestamptz,
  resolved_by_actor_id int4 references actor (id),
  check (competency_id is null or role_id is null)
);
create index framework_comment_of on framework_comment (framework_version_id, competency_id, id);

-- Every change of a draft, field by field: the history of an item, and what an undo goes back to.
create table framework_edit (
  id int8 generated always as identity primary key,
  framework_version_id int4 not null references framework_version (id),
  competency_id int4 references competency (id),
  role_id int4 references role (id),
  actor_id int4 not null references actor (id),
  organisation_id int4 not null references organisation (id),
  at timestamptz not null default now(),
  -- 'created', 'changed', 'moved', 'removed', 'restored', 'imported'
  action text not null,
  -- the version's revision that this edit made
  revision int4 not null,
  before jsonb,
  after jsonb,
  reason text
);
create index framework_edit_item on framework_edit (competency_id, id desc);
create index framework_edit_version on framework_edit (framework_version_id, revision);

alter table import_run
  drop constraint import_run_kind_check,
  add constraint import_run_kind_check
    check (kind in ('advertisements', 'programme', 'members', 'framework', 'crosswalk'));
