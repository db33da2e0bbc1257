-- When a machine of a centre last spoke to headquarters. A convenience: lost, it is known again within a minute.
create table contacts (
  centre text collate "C" primary key,
  last timestamptz not null
) with (fillfactor = 50);

call let_nodes('select, insert, update', 'contacts');
