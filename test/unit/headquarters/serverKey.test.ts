import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Database } from '../../../headquarters/database/database';
import { migrate } from '../../../headquarters/database/migrate';
import { migrations } from '../../../headquarters/database/migrations/migrations';
import { openPglite } from '../../../headquarters/database/pgliteDatabase';
import { passphraseIn } from '../../../headquarters/identity/passphrase';
import { openServerKey } from '../../../headquarters/identity/serverKey';
import { toBase64url } from '../../../shared/kernel/bytes';
import { unwrap } from '../../../shared/kernel/result';
import { closing } from '../../support/closing';
import { inForm } from '../../support/headquarters';
import { grounds } from '../../support/headquartersGrounds';

const kept = z.object({ row: z.string() });
const rowOf = async (database: Database) => {
  const [row] = await database.rows(kept, 'select server_key::text as row from server_key');
  return row?.row ?? '';
};

describe.each(grounds)('headquarters’ private key, on $name', { timeout: 60_000 }, ({ ground }) => {
  test('lies closed in the database, opens under its passphrase and under no other', { timeout: 60_000 }, async () => {
    const { database, end } = await ground();
    try {
      const key = await openServerKey(database, closing);
      expect(await rowOf(database)).not.toContain('302e020100300506032b6570'); // how every private key begins
      expect((await openServerKey(database, closing)).server).toBe(key.server);
      await expect(openServerKey(database, { ...closing, passphrase: 'another one' })).rejects.toThrow(/passphrase/);
      await expect(
        database.run('update server_key set closed = null, private_key = $1', [new Uint8Array(48)]),
      ).rejects.toThrow(/never changed/);
      await expect(database.run('delete from server_key')).rejects.toThrow();
    } finally {
      await end();
    }
  });
});

test('a key that an earlier program left in clear is closed at the next start, and headquarters stays who it was', {
  timeout: 60_000,
}, async () => {
  const database = await openPglite();
  try {
    unwrap(await migrate(database, migrations.slice(0, 6)));
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const raw = new Uint8Array(publicKey.export({ format: 'der', type: 'spki' })).subarray(-32);
    await database.run('insert into server_key (public_key, private_key) values ($1, $2)', [
      raw,
      new Uint8Array(privateKey.export({ format: 'der', type: 'pkcs8' })),
    ]);
    await inForm(database);
    expect((await openServerKey(database, closing)).server).toBe(toBase64url(raw));
    expect(await rowOf(database)).not.toContain('302e020100300506032b6570');
    expect((await openServerKey(database, closing)).server).toBe(toBase64url(raw));
  } finally {
    await database.close();
  }
});

describe('the passphrase', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'cachet-passphrase-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  test('is made once, in a file that only this user reads, unless one is handed over', async () => {
    const made = await passphraseIn(folder, null, closing.random);
    expect(made).toMatch(/^[\w-]{43}$/);
    expect(await passphraseIn(folder, null, closing.random)).toBe(made);
    expect((await stat(path.join(folder, 'headquarters.secret'))).mode & 0o777).toBe(0o600);
    expect(await passphraseIn(folder, 'handed over', closing.random)).toBe('handed over');
    expect(await readFile(path.join(folder, 'headquarters.secret'), 'utf8')).toBe(made);
  });

  test('an empty file is not taken for one', async () => {
    await writeFile(path.join(folder, 'headquarters.secret'), '\n');
    await expect(passphraseIn(folder, null, closing.random)).rejects.toThrow(/empty/);
  });
});
