-- What people's decisions say of the hybrid tier's probabilities: a logistic over its log-odds, for one
-- language of lines and one kind of document. The newest that nobody has withdrawn stands.
create table link_calibration (
  id int4 generated always as identity primary key,
  language text not null check (language in ('vi', 'en')),
  document_type text not null check (document_type in ('advertisement', 'outcome', 'course')),
  -- probability = 1 / (1 + exp(-(slope * score + intercept)))
  slope float8 not null check (slope > 0),
  intercept float8 not null,
  -- whether it may accept what the shipped calibration left to a person
  may_accept boolean not null,
  -- votes that it was fitted on, one for each pair, and how many of them say that the link is right
  votes int4 not null,
  votes_right int4 not null,
  -- expected calibration error on votes that the fit had not seen
  error_before float8 not null,
  error_after float8 not null,
  -- {before, after}: of each step of probability what was said and what held
  reliability jsonb not null,
  owner_organisation_id int4 not null references organisation (id),
  actor_id int4 not null references actor (id),
  made_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  withdrawn_by int4 references actor (id),
  check (votes_right between 0 and votes),
  check ((withdrawn_at is null) = (withdrawn_by is null))
);
create index link_calibration_cell on link_calibration (language, document_type, id desc);

-- null: as shipped
alter table advertisement_link
  add column calibration_id int4 references link_calibration (id),
  -- the band of the shipped calibration, where another one stands; null: the same as band
  add column shipped_band text check (shipped_band in ('accepted', 'review')),
  add constraint advertisement_link_shipped_band check ((calibration_id is null) = (shipped_band is null));
alter table learning_outcome_link
  add column calibration_id int4 references link_calibration (id),
  add column shipped_band text check (shipped_band in ('accepted', 'review')),
  add constraint learning_outcome_link_shipped_band check ((calibration_id is null) = (shipped_band is null));
alter table course_link
  add column calibration_id int4 references link_calibration (id),
  add column shipped_band text check (shipped_band in ('accepted', 'review')),
  add constraint course_link_shipped_band check ((calibration_id is null) = (shipped_band is null));
create index advertisement_link_hybrid on advertisement_link (id) where method = 'hybrid';
create index learning_outcome_link_hybrid on learning_outcome_link (id) where method = 'hybrid';
create index course_link_hybrid on course_link (id) where method = 'hybrid';

-- How the hybrid tier stood to a pair when a person decided about it. An accepted surface is a form of the
-- dictionary from then on and loses its score: without this only what was rejected would be left to learn from.
create table judged_link (
  normalised text not null,
  competency_id int4 not null references competency (id),
  document_type text not null check (document_type in ('advertisement', 'outcome', 'course')),
  language text not null check (language in ('vi', 'en')),
  -- mean log-odds, as shipped
  score real not null,
  links int4 not null check (links > 0),
  seen_at timestamptz not null default now(),
  primary key (normalised, competency_id, document_type, language)
);

-- One row: what decides, with the number of a decision, whether somebody else is asked as well.
create table second_opinion_salt (
  only_one boolean primary key default true check (only_one),
  salt bytea not null
);

-- What another person said of a decision without having seen it.
create table second_opinion (
  id int4 generated always as identity primary key,
  decision_id int8 not null unique references decision (id),
  verdict text not null check (verdict in ('accept', 'reject')),
  actor_id int4 not null references actor (id),
  owner_organisation_id int4 not null references organisation (id),
  given_at timestamptz not null default now(),
  -- the decision by which an editor ended a disagreement
  settled_by_id int8 references decision (id)
);

-- Links that counted without anybody's word, drawn at random at one moment for people to judge.
create table precision_draw (
  id int4 generated always as identity primary key,
  drawn_at timestamptz not null default now(),
  actor_id int4 not null references actor (id),
  owner_organisation_id int4 not null references organisation (id)
);
create table precision_item (
  id int4 generated always as identity primary key,
  precision_draw_id int4 not null references precision_draw (id),
  tier text not null check (tier in ('dictionary', 'hybrid')),
  -- of the line, else of the text; null: not known
  language text check (language in ('vi', 'en')),
  -- how many such links there were to draw from
  stratum_size int4 not null check (stratum_size > 0),
  normalised text not null,
  competency_id int4 not null references competency (id),
  document_type text not null check (document_type in ('advertisement', 'outcome', 'course')),
  -- of the advertisement, outcome or course; the place may be gone when somebody looks
  document_id int8 not null,
  field text not null,
  ordinal int2 not null,
  text_language text,
  surface text not null,
  span_start int4 not null,
  span_end int4 not null
);
create index precision_item_draw on precision_item (precision_draw_id);
create index precision_item_pair on precision_item (normalised, competency_id);
revoke delete on link_calibration, second_opinion, precision_draw, precision_item from nhip_application;
revoke update on precision_draw, precision_item from nhip_application;
