-- How somebody signs in. Local tables: a session knows its account, an account knows its person.
create table account (
  id uuid primary key,
  -- null for the account of a machine
  person_id int8 unique,
  name text not null,
  -- lower-case, ASCII
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  two_factor_enabled boolean not null default false,
  -- of the letters that the account gets
  language text not null default 'vi',
  disabled_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

-- A password (argon2id), or the account at an identity provider.
create table account_credential (
  id uuid primary key,
  -- not account_id: the library has another field of that name
  holder_account_id uuid not null references account (id) on delete cascade,
  provider_id text not null,
  provider_account_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (provider_id, provider_account_id)
);
create index account_credential_account on account_credential (holder_account_id);

create table sign_in_session (
  id uuid primary key,
  account_id uuid not null references account (id) on delete cascade,
  token text not null unique,
  -- for whom the person acts at present
  organisation_id int4 references organisation (id),
  ip_address text,
  user_agent text,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index sign_in_session_account on sign_in_session (account_id);
create index sign_in_session_expired on sign_in_session (expires_at);

-- Short-lived: addresses to be confirmed, passwords to be set anew, challenges.
create table sign_in_verification (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index sign_in_verification_identifier on sign_in_verification (identifier);

create table account_second_factor (
  id uuid primary key,
  account_id uuid not null references account (id) on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default true,
  failed_verification_count int4 not null default 0,
  locked_until timestamptz
);
create index account_second_factor_account on account_second_factor (account_id);

create table account_passkey (
  id uuid primary key,
  account_id uuid not null references account (id) on delete cascade,
  name text,
  public_key text not null,
  credential_id text not null unique,
  counter int8 not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamptz
);
create index account_passkey_account on account_passkey (account_id);

create table sign_in_rate (
  id uuid primary key default gen_random_uuid(),
  key text not null unique,
  count int4 not null,
  -- milliseconds since 1970
  last_request int8 not null
);

-- A machine of an organisation and what it may do; its secret is known to it alone.
create table api_client (
  id uuid primary key default gen_random_uuid(),
  organisation_id int4 not null references organisation (id),
  account_id uuid not null unique references account (id),
  name text not null,
  scopes text[] not null check (cardinality(scopes) > 0),
  created_by_actor_id int4 not null references actor (id),
  created_at timestamptz not null default now(),
  revoked_at timestamptz
);
create index api_client_organisation on api_client (organisation_id);

create table api_key (
  id uuid primary key,
  config_id text not null,
  account_id uuid not null references account (id) on delete cascade,
  name text,
  start text,
  prefix text,
  key text not null unique,
  enabled boolean not null default true,
  permissions text,
  metadata text,
  expires_at timestamptz,
  last_request timestamptz,
  request_count int4 not null default 0,
  remaining int4,
  refill_interval int8,
  refill_amount int4,
  last_refill_at timestamptz,
  rate_limit_enabled boolean not null default false,
  rate_limit_time_window int8,
  rate_limit_max int4,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index api_key_account on api_key (account_id);

-- OAuth 2 client credentials: what /oauth2/token gave out.
create table api_access_token (
  token_sha256 bytea primary key,
  api_client_id uuid not null references api_client (id) on delete cascade,
  scopes text[] not null,
  expires_at timestamptz not null
);
create index api_access_token_expired on api_access_token (expires_at);

-- The link with which the first secretariat sets the platform up, and `nhip admin create`.
create table set_up_link (
  token_sha256 bytea primary key,
  role text not null check (role in ('secretariat', 'operator')),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);

alter table actor
  drop constraint actor_kind_check,
  drop constraint actor_kind_key,
  add column person_id int8 unique,
  add column api_client_id uuid unique references api_client (id),
  -- 'local-administrator' acted before accounts existed
  add constraint actor_kind_check check (kind in
    ('local-administrator', 'command-line', 'system', 'visitor', 'person', 'api-client')),
  add constraint actor_of_its_kind check (
    (kind = 'person') = (person_id is not null) and (kind = 'api-client') = (api_client_id is not null));
create unique index actor_of_the_program on actor (kind) where person_id is null and api_client_id is null;
insert into actor (kind) select 'visitor' where exists (select from installation);

-- Whether the platform has somebody who administers it; asked before anybody has signed in.
create function platform_has_secretariat() returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select from role_grant g join organisation o on o.id = g.organisation_id
    where o.kind = 'platform-owner' and g.role = 'secretariat' and g.revoked_at is null
      and (g.expires_at is null or g.expires_at > now()))
$$;

-- Letters, whether sent or shown in the demonstration's outbox. A sent letter keeps no text.
create table letter (
  id int8 generated always as identity primary key,
  -- emptied with the text
  recipient text,
  subject text not null,
  body text,
  language text not null,
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  attempts int4 not null default 0,
  problem text
);
create index letter_recent on letter (created_at desc);

-- Every organisation that these have succeeded, however many steps back.
create function organisations_succeeded(wanted int4[])
returns table (organisation_id int4, predecessor_id int4) language sql stable as $$
  with recursive line as (
    select s.successor_id as organisation_id, s.predecessor_id
    from organisation_succession s where s.successor_id = any (wanted) and s.undone_at is null
    union
    select line.organisation_id, s.predecessor_id
    from line join organisation_succession s on s.successor_id = line.predecessor_id and s.undone_at is null
  )
  select * from line
$$;

-- Who a request comes from, in one call and past the walls between people: exactly one session, key or
-- token is looked up, by its secret.
create function session_actor(wanted_token text)
returns table (
  session_id uuid, account_id uuid, created_at timestamptz, expires_at timestamptz,
  chosen_organisation_id int4, person_id int8, person_ids int8[], actor_id int4,
  -- [[organisation, role], …] that hold at this moment
  grants jsonb,
  -- [[organisation, one that it has succeeded], …] of those organisations
  succeeded jsonb
)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with found as (
    select s.id as session_id, s.account_id, s.created_at, s.expires_at, s.organisation_id, a.person_id as own_id,
      coalesce((select m.into_person_id from person_merge m
        where m.person_id = a.person_id and m.confirmed_at is not null and m.undone_at is null), a.person_id) as person_id
    from sign_in_session s join account a on a.id = s.account_id
    where s.token = wanted_token and s.expires_at > now() and a.disabled_at is null
  ), merged as (
    select found.*, array(
      select found.person_id where found.person_id is not null
      union select m.person_id from person_merge m
        where m.into_person_id = found.person_id and m.confirmed_at is not null and m.undone_at is null
    ) as person_ids
    from found
  ), held as (
    select distinct g.organisation_id, g.role
    from merged join role_grant g on g.person_id = any (merged.person_ids)
    join organisation o on o.id = g.organisation_id
    where g.revoked_at is null and (g.expires_at is null or g.expires_at > now())
      and (o.valid_to is null or o.valid_to > current_date)
  ), recursive_line as (
    select * from organisations_succeeded(array(select distinct organisation_id from held))
  )
  select merged.session_id, merged.account_id, merged.created_at, merged.expires_at, merged.organisation_id,
    merged.person_id, merged.person_ids,
    (select actor.id from actor where actor.person_id = merged.own_id),
    (select coalesce(jsonb_agg(jsonb_build_array(organisation_id, role) order by organisation_id, role), '[]') from held),
    (select coalesce(jsonb_agg(jsonb_build_array(organisation_id, predecessor_id)), '[]') from recursive_line)
  from merged
$$;
revoke execute on function session_actor(text) from public;
grant execute on function session_actor(text) to nhip_application;
