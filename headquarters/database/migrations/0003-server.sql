-- The key by which headquarters is known and signs its receipts: one for all nodes.
create table server_key (
  single boolean primary key default true check (single),
  public_key bytea not null check (octet_length(public_key) = 32),
  private_key bytea not null,
  made timestamptz not null default clock_timestamp()
);

-- The lives of this database. A new one begins whenever it may hold less than was acknowledged: when it is made, and when
-- it is found elsewhere than where it was (`whereabouts`) or behind what a node remembers.
create table epochs (
  number integer generated always as identity primary key,
  epoch text collate "C" not null unique,
  because text not null check (because in ('created', 'moved', 'behind')),
  whereabouts text not null,
  began timestamptz not null default clock_timestamp()
);

call keep_for_ever('server_key', 'update or delete');
call keep_for_ever('epochs', 'update or delete');
call let_nodes('select, insert', 'server_key, epochs');
