-- The role that serving nodes act in: it adds, and has no right to change or remove. Where this login may not make roles,
-- an administrator makes `cachet_node` beforehand; without it the triggers alone refuse.
do $$
begin
  if not exists (select from pg_roles where rolname = 'cachet_node') then
    create role cachet_node nologin;
  end if;
exception
  when duplicate_object or unique_violation or insufficient_privilege then null;
end $$;

create procedure let_nodes(rights text, what text) language plpgsql as $$
begin
  if exists (select from pg_roles where rolname = 'cachet_node') then
    execute format('grant %s on %s to cachet_node', rights, what);
  end if;
end $$;

-- Entries for ever: rows are added, never changed and never removed, whoever asks.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'what % keeps is never changed or removed', tg_table_name using errcode = 'restrict_violation';
end $$;

create table entries (
  centre text collate "C" not null,
  stream text collate "C" not null,
  seq integer not null check (seq >= 1),
  id bytea not null check (octet_length(id) = 32),
  bytes bytea not null check (octet_length(bytes) between 1 and 65536),
  signature bytea not null check (octet_length(signature) = 64),
  received timestamptz not null default clock_timestamp(),
  primary key (centre, stream, seq)
) partition by hash (centre);

-- Kept beside the chains: another entry held their place first.
create table forks (
  centre text collate "C" not null,
  id bytea not null check (octet_length(id) = 32),
  stream text collate "C" not null,
  seq integer not null check (seq >= 1),
  bytes bytea not null check (octet_length(bytes) between 1 and 65536),
  signature bytea not null check (octet_length(signature) = 64),
  received timestamptz not null default clock_timestamp(),
  primary key (centre, id)
) partition by hash (centre);

-- How far each stream has come: follows from the entries, kept in the same transaction, only ever moves on.
create table heads (
  centre text collate "C" not null,
  stream text collate "C" not null,
  seq integer not null,
  id bytea not null check (octet_length(id) = 32),
  primary key (centre, stream),
  foreign key (centre, stream, seq) references entries (centre, stream, seq)
) partition by hash (centre);

do $$
declare
  parts constant integer := 16;
  kept text;
begin
  foreach kept in array array['entries', 'forks', 'heads'] loop
    for part in 0 .. parts - 1 loop
      execute format(
        'create table %I partition of %I for values with (modulus %s, remainder %s) %s',
        kept || '_' || part, kept, parts, part, case when kept = 'heads' then 'with (fillfactor = 50)' else '' end);
    end loop;
  end loop;
end $$;

create function refuse_going_back() returns trigger language plpgsql as $$
begin
  if new.centre <> old.centre or new.stream <> old.stream or new.seq <= old.seq then
    raise exception 'a head only moves on' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

create trigger heads_move_on before update on heads for each row execute function refuse_going_back();

-- Makes a table, its partitions included, one to which rows are only added.
create procedure keep_for_ever(kept regclass, changes text) language plpgsql as $$
declare
  part regclass;
begin
  execute format('create trigger kept_for_ever before %s on %s for each row execute function refuse_change()', changes, kept);
  for part in select kept union all select inhrelid::regclass from pg_inherits where inhparent = kept loop
    execute format('create trigger never_emptied before truncate on %s for each statement execute function refuse_change()', part);
    execute format('alter table %s enable always trigger kept_for_ever', part);
    execute format('alter table %s enable always trigger never_emptied', part);
  end loop;
end $$;

call keep_for_ever('entries', 'update or delete');
call keep_for_ever('forks', 'update or delete');
call keep_for_ever('heads', 'delete');

-- Streams whose head is not their last entry, or whose chain has a hole: always empty.
create view head_faults as
select centre, stream, chain.entries, chain.last, heads.seq as head
from (
  select centre, stream, count(*)::integer as entries, max(seq) as last, (array_agg(id order by seq desc))[1] as id
  from entries group by centre, stream
) chain
full join heads using (centre, stream)
where heads.seq is distinct from chain.last or heads.id is distinct from chain.id or chain.entries is distinct from chain.last;

call let_nodes('usage', 'schema public');
call let_nodes('select', 'migrations, head_faults');
call let_nodes('select, insert', 'entries, forks');
call let_nodes('select, insert, update', 'heads');
