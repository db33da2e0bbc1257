-- What the vigie last showed of each centre, so that a node that starts need not read every journal again: figures, the
-- names of the centre and of its session, and, of each message, the name of whoever read it there first. A cache: it
-- counts for nothing as soon as the centre's heads are others than those it was made from. Lost, it is made again.
create table kept_statuses (
  centre text collate "C" primary key,
  -- which program made it: another one makes it anew
  program text not null,
  -- SHA-256 over the heads it was made from
  heads text not null,
  shown text not null
);

-- What headquarters said to several centres, once: `shown` names it by its SHA-256.
create table kept_messages (
  name text collate "C" primary key,
  said text not null
);

call let_nodes('select, insert, update', 'kept_statuses');
call let_nodes('select, insert', 'kept_messages');
