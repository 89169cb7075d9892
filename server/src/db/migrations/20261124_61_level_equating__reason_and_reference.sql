-- Why one range lies in the other, by language: {"vi": …, "en": …}. What comes with the program names where it
-- comes from, so that a later release can end its own rows and no one else's; null: a person wrote it here.
alter table level_equating
  add column reason jsonb not null default '{}' check (jsonb_typeof(reason) = 'object'),
  add column program_source text;
