-- What headquarters prepares: a session, and the centres that hold it, each with a journal of its own.
create table sessions (
  id text collate "C" primary key,
  name text not null,
  year integer not null,
  zone text not null,
  authority text not null,
  demonstration boolean not null,
  recovery_keys jsonb not null,
  made timestamptz not null default clock_timestamp()
);

create table centres (
  centre text collate "C" primary key,
  session text collate "C" not null references sessions,
  name text not null,
  town text not null,
  made timestamptz not null default clock_timestamp()
);
create index on centres (session);

-- What a code lets its device do: the roles of people on it, and the days; null for all roles of a centre, and for no end.
alter table enrolment_codes add column roles text[];
alter table enrolment_codes add column label text not null default '';
alter table enrolment_codes add column first_day text;
alter table enrolment_codes add column last_day text;

-- The keys of closed channels, closed under the server's key; the newest of a centre's channel closes what is written.
create table channel_keys (
  centre text collate "C" not null,
  channel text collate "C" not null,
  id text collate "C" not null,
  closed bytea not null,
  number integer generated always as identity,
  made timestamptz not null default clock_timestamp(),
  primary key (centre, channel, id)
);

-- A device may be let in again after it was revoked: by another code, which makes another enrolment of it. What it had
-- written beyond the earlier cut-off stays in quarantine.
alter table revocations add column code bytea references enrolment_codes (hash);
alter table revocations disable trigger kept_for_ever;
update revocations set code = enrolments.code from enrolments where enrolments.device = revocations.device;
alter table revocations enable always trigger kept_for_ever;
alter table revocations drop constraint revocations_device_fkey;
alter table revocations drop constraint revocations_pkey;
alter table revocations alter column code set not null;
alter table revocations add primary key (code);
create index on revocations (device);
alter table enrolments drop constraint enrolments_pkey;
alter table enrolments add column number integer generated always as identity;
alter table enrolments drop constraint enrolments_code_key;
alter table enrolments add primary key (code);
create index on enrolments (device);

-- Every device as it is now: its last enrolment, with its end where it has one, and how far it counted before.
create view devices as
select enrolments.device, enrolments.centre, enrolments.channels, enrolments.wrapping, enrolments.code, enrolments.made,
  codes.roles, codes.label, codes.first_day, codes.last_day,
  revocations.cut_off as revoked, revocations.reason, revocations.made as revoked_at,
  (select coalesce(jsonb_agg(earlier.cut_off), '[]') from revocations earlier
   where earlier.device = enrolments.device and earlier.code <> enrolments.code) as earlier
from enrolments
join enrolment_codes codes on codes.hash = enrolments.code
left join revocations on revocations.code = enrolments.code
where not exists (
  select from enrolments later where later.device = enrolments.device and later.number > enrolments.number
);

call keep_for_ever('sessions', 'update or delete');
call keep_for_ever('centres', 'update or delete');
call keep_for_ever('channel_keys', 'update or delete');
call let_nodes('select, insert', 'sessions, centres, channel_keys');
call let_nodes('select', 'devices');
