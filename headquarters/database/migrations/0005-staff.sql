-- People of headquarters who sign in. `totp`: the secret of their codes, closed under the server's key; `last_step`: the
-- last code that was taken, for none is taken twice.
create table staff (
  person text collate "C" primary key,
  name text not null,
  role text not null check (role in ('administrator', 'publisher', 'watch')),
  password text not null,
  totp bytea not null,
  last_step bigint not null default 0,
  withdrawn boolean not null default false,
  made timestamptz not null default clock_timestamp()
);

-- A code with which one person makes or renews their account, once. Only its hash is kept.
create table invitations (
  hash bytea primary key check (octet_length(hash) = 32),
  person text collate "C",
  name text,
  role text not null check (role in ('administrator', 'publisher', 'watch')),
  expires timestamptz not null,
  used boolean not null default false
);

-- Who is signed in, by the hash of what their browser keeps.
create table staff_sessions (
  hash bytea primary key check (octet_length(hash) = 32),
  person text collate "C" not null references staff,
  began timestamptz not null,
  seen timestamptz not null
);
create index on staff_sessions (person);

-- Attempts that did not succeed, by a keyed hash of the account or the address; none is looked at before `until`.
create table attempts (
  who bytea primary key check (octet_length(who) = 32),
  count integer not null,
  last timestamptz not null,
  until timestamptz not null
);
create index on attempts (last);

call let_nodes('select, insert, update', 'staff, invitations');
call let_nodes('select, insert, update, delete', 'staff_sessions, attempts');
