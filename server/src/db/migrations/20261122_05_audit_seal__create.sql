-- A seal covers committed facts that no earlier seal covers, and chains to the seal before it. Facts are
-- never touched: sealing neither waits for writers nor makes them wait.
create table audit_seal (
  id int8 primary key check (id > 0),
  -- which facts, by their ids; gaps are facts of transactions that were rolled back or not yet committed
  facts int8multirange not null,
  fact_count int4 not null check (fact_count > 0),
  -- every fact up to here is sealed or was never committed
  settled_through int8 not null,
  -- the first 8 bytes of each fact's hash in the order of the ids: they name the row that was changed
  fact_hashes bytea not null,
  previous_hash bytea not null check (octet_length(previous_hash) = 32),
  hash bytea not null check (octet_length(hash) = 32),
  sealed_at timestamptz not null default clock_timestamp()
);
revoke update, delete on audit_seal from nhip_application;

create index audit_fact_recent on audit_fact (organisation_id, id desc);
