-- What the links of texts are made with: published framework versions, a lexicon revision, and the
-- linker's own versions. Texts say which engine linked them last; another one links them anew.
create table link_engine (
  id int4 generated always as identity primary key,
  -- SHA-256 over all that follows; names the index file of the hybrid tier
  key text not null unique,
  framework_version_ids int4[] not null,
  -- null: nothing is listed yet
  lexicon_revision_id int4 references lexicon_revision (id),
  -- 'dictionary-…' or 'dictionary-…+hybrid-…'
  linker_version text not null,
  -- of the hybrid index; null: the engine is the dictionary tier alone
  index_hash text,
  built_at timestamptz not null default now()
);

-- Texts being brought to an engine, from when it was begun to its end.
create table link_run (
  id int4 generated always as identity primary key,
  link_engine_id int4 not null references link_engine (id),
  status text not null check (status in ('running', 'done', 'superseded')),
  done int4 not null default 0,
  total int4 not null,
  started_at timestamptz not null default now(),
  moved_at timestamptz not null default now(),
  ended_at timestamptz
);
create unique index link_run_open on link_run ((true)) where status = 'running';

-- null: linked by the dictionary alone, as when it came in
alter table advertisement add column link_engine_id int4 references link_engine (id);
alter table learning_outcome add column link_engine_id int4 references link_engine (id);
alter table course add column link_engine_id int4 references link_engine (id);

-- The same columns in every table of links.
alter table advertisement_link
  drop constraint advertisement_link_method_check,
  add constraint advertisement_link_method_check
    check (method in ('exact', 'near', 'unaccented', 'decision', 'hybrid')),
  -- 'review' counts only once a person has accepted it
  add column band text not null default 'accepted' check (band in ('accepted', 'review')),
  -- that the link is right, calibrated; null: made before probabilities were kept
  add column probability real check (probability between 0 and 1),
  -- log-odds of the hybrid tier as it is shipped, before any recalibration; null: it did not rank this link
  add column score real,
  -- the language of the line around the span, by which probabilities are calibrated
  add column line_language text check (line_language in ('vi', 'en')),
  -- one number for each feature of the linker's version
  add column features real[],
  -- why, as data (linking/contract.ts); null: method and form say it all
  add column reasons jsonb,
  -- the range of levels that the words around the span speak for, on a scale named by its code
  add column level_scale text,
  add column level_low int2,
  add column level_high int2,
  -- {ground, cue, since}: which words, by the rules of which day
  add column level_grounds jsonb,
  add constraint advertisement_link_level_range check (
    (level_scale is null) = (level_low is null) and (level_low is null) = (level_high is null)
    and level_low <= level_high),
  -- a person's word, else the band; every figure counts these links and no others
  add column counts boolean not null
    generated always as (coalesce(verdict = 'accept', band = 'accepted')) stored;

alter table learning_outcome_link
  drop constraint learning_outcome_link_method_check,
  add constraint learning_outcome_link_method_check
    check (method in ('exact', 'near', 'unaccented', 'decision', 'hybrid')),
  add column band text not null default 'accepted' check (band in ('accepted', 'review')),
  add column probability real check (probability between 0 and 1),
  add column score real,
  add column line_language text check (line_language in ('vi', 'en')),
  add column features real[],
  add column reasons jsonb,
  add column level_scale text,
  add column level_low int2,
  add column level_high int2,
  add column level_grounds jsonb,
  add constraint learning_outcome_link_level_range check (
    (level_scale is null) = (level_low is null) and (level_low is null) = (level_high is null)
    and level_low <= level_high),
  add column counts boolean not null
    generated always as (coalesce(verdict = 'accept', band = 'accepted')) stored;

alter table course_link
  drop constraint course_link_method_check,
  add constraint course_link_method_check
    check (method in ('exact', 'near', 'unaccented', 'decision', 'hybrid')),
  add column band text not null default 'accepted' check (band in ('accepted', 'review')),
  add column probability real check (probability between 0 and 1),
  add column score real,
  add column line_language text check (line_language in ('vi', 'en')),
  add column features real[],
  add column reasons jsonb,
  add column level_scale text,
  add column level_low int2,
  add column level_high int2,
  add column level_grounds jsonb,
  add constraint course_link_level_range check (
    (level_scale is null) = (level_low is null) and (level_low is null) = (level_high is null)
    and level_low <= level_high),
  add column counts boolean not null
    generated always as (coalesce(verdict = 'accept', band = 'accepted')) stored;
