-- The private key no longer lies in clear: it is closed under a passphrase that the database does not hold. `closed`: AES-GCM
-- under what argon2id makes of the passphrase, the salt and the cost. A key from before is closed at the next start, once.
alter table server_key disable trigger kept_for_ever;
alter table server_key alter column private_key drop not null;
alter table server_key add column closed bytea;
alter table server_key add column salt bytea;
alter table server_key add column cost jsonb;
alter table server_key add check (
  (private_key is null) <> (closed is null) and (closed is null) = (salt is null) and (closed is null) = (cost is null)
);

create function only_close_the_key() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or new.public_key <> old.public_key or old.private_key is null or new.private_key is not null then
    raise exception 'the key of headquarters is never changed or removed' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

drop trigger kept_for_ever on server_key;
create trigger kept_for_ever before update or delete on server_key for each row execute function only_close_the_key();
alter table server_key enable always trigger kept_for_ever;
call let_nodes('update', 'server_key');
