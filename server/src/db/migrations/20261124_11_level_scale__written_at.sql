-- A published version answers with the edition of a scale that its items name; where none does, with the
-- newest one written before it was published. What stands already was there before every later draft.
alter table level_scale add column written_at timestamptz not null default '-infinity';
alter table level_scale alter column written_at set default now();
