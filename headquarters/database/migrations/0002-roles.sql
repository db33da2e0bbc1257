-- The role that serving nodes act in: it may add, and has no right to change or remove. Where this login may not make
-- roles, an administrator makes `cachet_node` beforehand; without it the triggers alone refuse.
do $$
begin
  if not exists (select from pg_roles where rolname = 'cachet_node') then
    create role cachet_node nologin;
  end if;
exception
  when duplicate_object or unique_violation or insufficient_privilege then null;
end $$;

do $$
begin
  if exists (select from pg_roles where rolname = 'cachet_node') then
    grant usage on schema public to cachet_node;
    grant select, insert on entries, forks to cachet_node;
    grant select, insert, update on heads to cachet_node;
    grant select on head_faults to cachet_node;
  end if;
end $$;
