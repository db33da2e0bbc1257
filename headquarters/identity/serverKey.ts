import { createHmac, createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { z } from 'zod';
import { close, reopen } from '../../node/closed';
import { ed25519Signer } from '../../node/ed25519';
import { type ServerId, serverId } from '../../shared/exchange/names';
import { toBase64url } from '../../shared/kernel/bytes';
import type { Random, Signer } from '../../shared/kernel/ports';
import type { Database } from '../database/database';
import { type StretchCost, stretchCost, stretched, usualCost } from './passphrase';

export interface ServerKey {
  readonly server: ServerId;
  readonly signer: Signer;
  /** A keyed hash that all nodes share, for one purpose; nobody else can make it. */
  keyedHash(purpose: string, text: string): Uint8Array;
}

/** With what the private key is closed. */
export interface Closing {
  readonly passphrase: string;
  readonly random: Random;
  /** Of a key that is closed now; one that lies closed has its own. */
  readonly cost?: StretchCost;
}

const bytes = z.instanceof(Uint8Array);
const closedRow = z.object({ public_key: bytes, closed: bytes, salt: bytes, cost: stretchCost });
const clearRow = z.object({ public_key: bytes, private_key: bytes });
const purpose = 'cachet-server-key/1';

/**
 * The key by which headquarters is known: made with the database, the same for every node, closed under a passphrase
 * there. Throws where the passphrase is another.
 */
export async function openServerKey(database: Database, closing: Closing): Promise<ServerKey> {
  await closeWhatIsClear(database, closing);
  await makeUnlessThere(database, closing);
  const [row] = await database.rows(closedRow, 'select public_key, closed, salt, cost from server_key');
  if (!row) throw new Error('the server’s key was not kept');
  const secret = reopen(row.closed, await stretched(closing.passphrase, row.salt, row.cost), purpose);
  if (!secret) throw new Error('the passphrase does not open headquarters’ key: it is another one’s, or was mistyped');
  const key = createPrivateKey({ key: Buffer.from(secret), format: 'der', type: 'pkcs8' });
  const signer = ed25519Signer(key);
  return {
    server: serverId.of(toBase64url(signer.publicKey)),
    signer,
    keyedHash(of, text) {
      const forPurpose = createHmac('sha256', secret).update(of).digest();
      return new Uint8Array(createHmac('sha256', forPurpose).update(text).digest());
    },
  };
}

async function makeUnlessThere(database: Database, closing: Closing): Promise<void> {
  if ((await database.run('select from server_key')) > 0) return;
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const { closed, salt, cost } = await closedUnder(
    closing,
    new Uint8Array(privateKey.export({ format: 'der', type: 'pkcs8' })),
  );
  await database.run(
    `insert into server_key (public_key, closed, salt, cost) values ($1, $2, $3, $4) on conflict do nothing`,
    [publicKey.export({ format: 'der', type: 'spki' }).subarray(-32), closed, salt, cost],
  );
}

/** A key that an earlier program left in clear. */
async function closeWhatIsClear(database: Database, closing: Closing): Promise<void> {
  const [clear] = await database.rows(
    clearRow,
    'select public_key, private_key from server_key where private_key is not null',
  );
  if (!clear) return;
  const { closed, salt, cost } = await closedUnder(closing, clear.private_key);
  await database.run(
    `update server_key set private_key = null, closed = $1, salt = $2, cost = $3 where private_key is not null`,
    [closed, salt, cost],
  );
}

async function closedUnder({ passphrase, random, cost = usualCost }: Closing, secret: Uint8Array) {
  const salt = random.bytes(16);
  const closed = close(secret, await stretched(passphrase, salt, cost), purpose, random);
  return { closed, salt, cost: JSON.stringify(cost) };
}
