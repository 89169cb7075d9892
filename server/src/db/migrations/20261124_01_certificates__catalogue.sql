-- Certificates as facts about what others issue: names, levels and exams are in the issuer's own words.
create table certificate_issuer (
  id int4 generated always as identity primary key,
  code text not null unique,
  name text not null,
  url text not null
);

create table certificate (
  id int4 generated always as identity primary key,
  uuid uuid not null unique,
  issuer_id int4 not null references certificate_issuer (id),
  -- the issuer's own code of the exam or certificate
  code text not null,
  name text not null,
  -- the issuer's own word for its level; null: it has none
  level_word text,
  -- null: not known, or it never ends
  validity_months int2 check (validity_months > 0),
  never_expires boolean not null default false,
  retires_on date,
  -- where the facts stand, and on which day they were read there
  source text not null,
  as_of date not null,
  owner_organisation_id int4 not null references organisation (id),
  content_sha256 text not null,
  -- it left the catalogue that it came with; kept, since people hold it
  withdrawn_at timestamptz,
  unique (issuer_id, code),
  check (validity_months is null or not never_expires)
);

-- The parts of an exam. A weight in percent; issuers who publish a range have their range.
create table certificate_domain (
  certificate_id int4 not null references certificate (id),
  sequence int2 not null,
  name text not null,
  weight_lowest real check (weight_lowest between 0 and 100),
  weight_highest real check (weight_highest between 0 and 100),
  primary key (certificate_id, sequence),
  check (weight_lowest <= weight_highest),
  check ((weight_lowest is null) = (weight_highest is null))
);

create table certificate_domain_competency (
  certificate_id int4 not null,
  sequence int2 not null,
  competency_id int4 not null references competency (id),
  primary key (certificate_id, sequence, competency_id),
  foreign key (certificate_id, sequence) references certificate_domain (certificate_id, sequence)
);

-- What its holder can do: proposed by a program or an editor, accepted by a person who reviewed it.
create table certificate_competency (
  certificate_id int4 not null references certificate (id),
  competency_id int4 not null references competency (id),
  -- null: not said
  level_scale_id int4,
  level_lowest int2,
  level_highest int2,
  status text not null check (status in ('proposed', 'accepted')),
  primary key (certificate_id, competency_id),
  foreign key (level_scale_id, level_lowest) references level (level_scale_id, level),
  foreign key (level_scale_id, level_highest) references level (level_scale_id, level),
  check (level_lowest <= level_highest),
  check ((level_scale_id is null) = (level_lowest is null) and (level_lowest is null) = (level_highest is null))
);
create index certificate_competency_of on certificate_competency (competency_id);
