-- The program works as this role: it reads and writes rows and cannot alter the schema. Whoever
-- migrates owns the tables. The role itself belongs to the whole server: db/application-role.ts makes it.
grant usage on schema public to nhip_application;
revoke create on schema public from public;
grant select, insert, update, delete on all tables in schema public to nhip_application;
grant usage, select on all sequences in schema public to nhip_application;
alter default privileges in schema public
  grant select, insert, update, delete on tables to nhip_application;
alter default privileges in schema public grant usage, select on sequences to nhip_application;

revoke insert, update, delete on schema_migration from nhip_application;
-- append-only
revoke update, delete on audit_fact, decision from nhip_application;

-- Whose rows a transaction may see of tables about persons (db/scope.ts sets this; nothing set, nothing seen).
create function scope_persons() returns int8[] language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('nhip.persons', true), ''), '{}')::int8[] $$;
create function scope_organisations() returns int4[] language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('nhip.organisations', true), ''), '{}')::int4[] $$;
-- the platform itself: jobs, sign-in, the secretariat's merges
create function scope_is_platform() returns boolean language sql stable parallel safe
  as $$ select coalesce(current_setting('nhip.platform', true), '') = 'yes' $$;
