-- What another server (an operator's choice, off unless configured) was asked about lines that wait for a
-- person. Texts and keys are not kept here: a call is known by the hash of what was sent.
create table link_endpoint_call (
  id int4 generated always as identity primary key,
  at timestamptz not null default now(),
  kind text not null check (kind in ('embeddings', 'chat')),
  host text not null,
  model text not null,
  -- SHA-256 over the body as sent
  prompt_hash text not null,
  -- texts or candidates in it
  items int4 not null,
  outcome text not null
    check (outcome in ('answered', 'refused', 'unreachable', 'slow', 'too-large', 'not-understood')),
  milliseconds int4 not null
);

-- A vector by the model and the SHA-256 of its text: nothing is asked twice.
create table link_endpoint_vector (
  model text not null,
  content_hash text not null,
  vector real[] not null,
  primary key (model, content_hash)
);

-- What the endpoint said of a line and a competency: a hint for whoever decides, never a decision.
create table link_endpoint_opinion (
  -- SHA-256 of the line
  line_hash text not null,
  competency_id int4 not null references competency (id),
  model text not null,
  prompt_hash text not null,
  -- 1 the likeliest; null: asked about and passed over
  place int4 check (place > 0),
  -- where in the line, in UTF-16 units; null where it named no words
  span_start int4,
  span_end int4,
  -- 'review': the linker had put it before a person; 'embeddings': the endpoint brought it in
  origin text not null check (origin in ('review', 'embeddings')),
  at timestamptz not null default now(),
  primary key (line_hash, competency_id),
  check ((span_start is null) = (span_end is null) and span_start < span_end)
);
