-- What was not welcome, kept in sight with its reason. `aside`: not in a chain; `in-chain`: it is, and is marked.
create table quarantine (
  centre text collate "C" not null,
  id bytea not null check (octet_length(id) = 32),
  held text not null check (held in ('aside', 'in-chain')),
  because text not null,
  stream text collate "C",
  seq integer,
  bytes bytea not null,
  signature bytea not null,
  received timestamptz not null default clock_timestamp(),
  primary key (centre, id, held, because)
) partition by hash (centre);

do $$
begin
  for part in 0 .. 15 loop
    execute format(
      'create table %I partition of quarantine for values with (modulus 16, remainder %s)', 'quarantine_' || part, part);
  end loop;
end $$;

-- A code that makes one device one of a centre's, once. Only its hash is kept.
create table enrolment_codes (
  hash bytea primary key check (octet_length(hash) = 32),
  centre text collate "C" not null,
  channels text[] not null,
  made timestamptz not null default clock_timestamp(),
  expires timestamptz not null
);

create table enrolments (
  device text collate "C" primary key,
  centre text collate "C" not null,
  channels text[] not null,
  code bytea not null unique references enrolment_codes (hash),
  made timestamptz not null default clock_timestamp()
);
create index on enrolments (centre);

-- A device that is a centre's no longer; `cut_off`: how far its streams count as its own, {"stream": seq}.
create table revocations (
  device text collate "C" primary key references enrolments (device),
  cut_off jsonb not null,
  reason text not null,
  made timestamptz not null default clock_timestamp()
);

-- What a device has asked lately, so that it is not asked again by somebody who listened. Worth nothing after a crash.
create unlogged table nonces (
  device text collate "C" not null,
  nonce text collate "C" not null,
  met timestamptz not null,
  primary key (device, nonce)
);
create index on nonces (met);

call keep_for_ever('quarantine', 'update or delete');
call keep_for_ever('enrolment_codes', 'update or delete');
call keep_for_ever('enrolments', 'update or delete');
call keep_for_ever('revocations', 'update or delete');
call let_nodes('select, insert', 'quarantine, enrolment_codes, enrolments, revocations');
call let_nodes('select, insert, delete', 'nonces');
