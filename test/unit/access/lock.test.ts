import { describe, expect, test } from 'vitest';
import { type Access, Lock } from '../../../electron/access/lock';
import { hashPin, pinMatches } from '../../../electron/access/pin';
import { personId } from '../../../shared/kernel/ids';

const head = personId.of('P-1');
const other = personId.of('P-2');

function aLock(granted: ReadonlyMap<string, Access>) {
  let now = 0;
  const lock = new Lock({
    access: {
      get empty() {
        return granted.size === 0;
      },
      of: (person) => granted.get(person) ?? null,
    },
    pinMatches: async (pin, hash) => pin === hash,
    monotonic: () => now,
  });
  return {
    lock,
    wait: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

const granted = new Map<string, Access>([[head, { roles: ['centreHead', 'invigilator'], pinHash: '2580' }]]);

describe('who may act on this machine', () => {
  test('until somebody was granted access, the first-run actor', () => {
    expect(aLock(new Map()).lock.actor()).toEqual({ person: 'installation', role: 'setup', unlocked: 'first-run' });
    expect(aLock(granted).lock.actor()).toBeNull();
  });

  test('the right PIN lets a person act in a role granted to them, until the machine is locked', async () => {
    const { lock } = aLock(granted);
    const actor = { person: head, role: 'invigilator', unlocked: 'pin' };
    expect(await lock.unlock(head, 'invigilator', '2580')).toEqual({ ok: true, value: actor });
    expect(lock.actor()).toEqual(actor);
    lock.lock();
    expect(lock.actor()).toBeNull();
  });

  test('whoever loses the role they act in, or all access, is locked at once, and stays so when it comes back', async () => {
    const access = new Map<string, Access>(granted);
    access.set(other, { roles: ['invigilator'], pinHash: '1111' });
    const { lock } = aLock(access);
    const withRoles = (...roles: Access['roles']) => access.set(head, { roles, pinHash: '2580' });
    await lock.unlock(head, 'invigilator', '2580');
    withRoles('centreHead');
    expect(lock.actor()).toBeNull();
    withRoles('centreHead', 'invigilator');
    expect(lock.actor()).toBeNull();
    await lock.unlock(head, 'invigilator', '2580');
    access.delete(head);
    expect(lock.actor()).toBeNull();
    expect(await lock.unlock(head, 'invigilator', '2580')).toMatchObject({ error: { kind: 'no-access' } });
  });

  test('no access, another role or a wrong PIN unlocks nothing', async () => {
    const { lock } = aLock(granted);
    expect(await lock.unlock(other, 'invigilator', '2580')).toMatchObject({ error: { kind: 'no-access' } });
    expect(await lock.unlock(head, 'examSecretariat', '2580')).toMatchObject({ error: { kind: 'role-not-granted' } });
    expect(await lock.unlock(head, 'centreHead', '0000')).toMatchObject({ error: { kind: 'wrong-pin' } });
    expect(lock.actor()).toBeNull();
  });

  test('after three wrong PINs each further try waits longer, five minutes at most, even for the right one', async () => {
    const { lock, wait } = aLock(granted);
    const attempt = (pin: string) => lock.unlock(head, 'centreHead', pin);
    for (let failure = 0; failure < 3; failure++) await attempt('0000');
    const waits: number[] = [];
    for (let failure = 3; failure < 12; failure++) {
      const refused = await attempt('2580');
      if (refused.ok || refused.error.kind !== 'wait') throw new Error('a wait was due');
      waits.push(refused.error.milliseconds);
      wait(refused.error.milliseconds);
      expect(await attempt('0000')).toMatchObject({ error: { kind: 'wrong-pin' } });
    }
    expect(waits).toEqual([5, 10, 20, 40, 80, 160, 300, 300, 300].map((seconds) => seconds * 1000));
    wait(300_000);
    expect((await attempt('2580')).ok).toBe(true);
    lock.lock();
    expect(await attempt('0000')).toMatchObject({ error: { kind: 'wrong-pin' } });
    expect((await attempt('2580')).ok).toBe(true);
  });

  test('tries made at the same time do not slip through together', async () => {
    const { lock } = aLock(granted);
    const tries = await Promise.all(
      ['1', '2', '3', '4', '5', '2580'].map((pin) => lock.unlock(head, 'centreHead', pin)),
    );
    expect(tries.map((result) => (result.ok ? 'open' : result.error.kind))).toEqual([
      'wrong-pin',
      'wrong-pin',
      'wrong-pin',
      'wait',
      'wait',
      'wait',
    ]);
  });
});

describe('PINs', () => {
  const random = { bytes: (count: number) => new Uint8Array(count).fill(7) };

  test('are kept as argon2id with 19 MiB, two passes and one lane, and recognised', async () => {
    const hash = await hashPin('2580', random);
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(hash).not.toContain('2580');
    expect(await pinMatches('2580', hash)).toBe(true);
    expect(await pinMatches('2581', hash)).toBe(false);
  });

  test('a hash of another cost is not even tried', async () => {
    expect(await pinMatches('2580', '$argon2id$v=19$m=4194304,t=200,p=1$AAAA$AAAA')).toBe(false);
    expect(await pinMatches('2580', 'not a hash')).toBe(false);
  });
});
