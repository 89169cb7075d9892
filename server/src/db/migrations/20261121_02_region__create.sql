create table region (
  id int4 generated always as identity primary key,
  -- 'VN', 'VN-P01' (a province of the two-tier system, by its statistical code), 'VN-63-HG' (a former one), 'unknown', 'remote'
  code text not null unique,
  kind text not null check (kind in ('country', 'province', 'unknown', 'remote')),
  statistical_code text,
  iso_3166_2 text,
  parent_id int4 references region (id),
  valid_from date,
  valid_to date,
  tile_column int2,
  tile_row int2,
  check (valid_to is null or valid_from is null or valid_from < valid_to)
);

create table region_text (
  region_id int4 not null references region (id),
  field text not null check (field in ('name', 'full-name')),
  language text not null,
  value text not null,
  origin text not null check (origin in ('source', 'person', 'machine-draft')),
  reviewer_actor_id int4 references actor (id),
  primary key (region_id, field, language)
);

-- How places are written, without diacritics; a former and a present province may share a form (the date decides).
create table region_spelling (
  form text not null,
  region_id int4 not null references region (id),
  primary key (form, region_id)
);

create table region_succession (
  predecessor_id int4 not null references region (id),
  successor_id int4 not null references region (id),
  share numeric not null check (share > 0 and share <= 1),
  basis text not null,
  source text not null,
  primary key (predecessor_id, successor_id)
);
