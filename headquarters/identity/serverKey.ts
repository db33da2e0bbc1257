import { createHmac, createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { z } from 'zod';
import { type ServerId, serverId } from '../../shared/exchange/names';
import { toBase64url } from '../../shared/kernel/bytes';
import type { Signer } from '../../shared/kernel/ports';
import type { Database } from '../database/database';
import { ed25519Signer } from './ed25519';

export interface ServerKey {
  readonly server: ServerId;
  readonly signer: Signer;
  /** A keyed hash that all nodes share, for one purpose; nobody else can make it. */
  keyedHash(purpose: string, text: string): Uint8Array;
}

const kept = z.object({ private_key: z.instanceof(Uint8Array) });

/** The key by which headquarters is known: made with the database, the same for every node. */
export async function openServerKey(database: Database): Promise<ServerKey> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  await database.run(
    `insert into server_key (public_key, private_key) select $1, $2
     where not exists (select from server_key) on conflict do nothing`,
    [
      publicKey.export({ format: 'der', type: 'spki' }).subarray(-32),
      privateKey.export({ format: 'der', type: 'pkcs8' }),
    ],
  );
  const [row] = await database.rows(kept, 'select private_key from server_key');
  if (!row) throw new Error('the server’s key was not kept');
  const key = createPrivateKey({ key: Buffer.from(row.private_key), format: 'der', type: 'pkcs8' });
  const signer = ed25519Signer(key);
  return {
    server: serverId.of(toBase64url(signer.publicKey)),
    signer,
    keyedHash(purpose, text) {
      const forPurpose = createHmac('sha256', row.private_key).update(purpose).digest();
      return new Uint8Array(createHmac('sha256', forPurpose).update(text).digest());
    },
  };
}
