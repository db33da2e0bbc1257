import { createPrivateKey } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { decodeCarried, encodeCarried, INDEX, sectionSealing } from '../../../electron/carry/carriedFormat';
import { newRecoveryKey } from '../../../electron/keys/recoverySeal';
import { openSealed } from '../../../node/sealedTo';
import { pairOf } from '../../../node/x25519';
import { instant } from '../../../shared/kernel/instant';
import { unwrap } from '../../../shared/kernel/result';
import { aMachine, Carrier, MemoryKey } from '../../support/carriers';
import { aSigner } from '../../support/devices';
import { check } from '../../support/exchange';
import { wrappingOf } from '../../support/grants';

const everything = ['session', 'rooms', 'contacts', 'finance'];

async function office() {
  const machines = [aMachine('head', everything), aMachine('office', everything), aMachine('room')];
  const [head, secretariat, room] = await Promise.all(
    ['head', 'office', 'room'].map((name) => Carrier.of(name, machines)),
  );
  if (!head || !secretariat || !room) throw new Error('there are three machines');
  return { head, secretariat, room, key: new MemoryKey() };
}

function fileOf(key: MemoryKey) {
  const [name] = key.of().names();
  return key.of().contents(name ?? '');
}

describe('who may read what a key carries', () => {
  test('a channel that a machine does not read is not opened by it, nor counted to it; who reads it gets it', async () => {
    const { head, secretariat, room, key } = await office();
    await head.say(2);
    await head.say(3, 'contacts');
    await head.say(1, 'finance');
    expect(unwrap(await head.write(key))).toMatchObject({ entries: 6 });
    expect(unwrap(await room.look(key)).files).toMatchObject([
      { fresh: 2, channels: [{ channel: 'rooms', fresh: 2 }] },
    ]);
    expect(await room.take(key)).toMatchObject({ added: 2 });
    expect(await secretariat.take(key)).toMatchObject({ added: 6 });
  });

  test('each section’s key is sealed to the machines that read its channel, and to no other', async () => {
    const { head, key } = await office();
    await head.say(2);
    await head.say(3, 'contacts');
    unwrap(await head.write(key));
    const { header } = unwrap(decodeCarried(fileOf(key), check));
    const sealedTo = (names: readonly string[]) => names.map((name) => wrappingOf(name).publicKey).sort();
    const readers = new Map(
      header.channels.map(({ channel, key: { seals } }) => [channel, seals.map(({ to }) => to).sort()]),
    );
    expect(readers.get('rooms')).toEqual(sealedTo(['office', 'room']));
    expect(readers.get('contacts')).toEqual(sealedTo(['office']));
    expect(header.index.key.seals.map(({ to }) => to).sort()).toEqual(sealedTo(['head', 'office', 'room']));
  });

  test('a channel that no other machine reads is not on the key at all', async () => {
    const { head, key } = await office();
    head.machines = [aMachine('head', everything), aMachine('room')];
    await head.say(3, 'contacts');
    expect(unwrap(await head.write(key))).toMatchObject({ entries: 0 });
    expect(unwrap(decodeCarried(fileOf(key), check)).header.channels).toEqual([]);
  });

  test('a part does not pass for another of the file, nor for the same of an earlier one, whoever signs it', async () => {
    const { head, room, key } = await office();
    await head.say(2);
    await head.say(2, 'session');
    unwrap(await head.write(key));
    const { header, parts } = unwrap(decodeCarried(fileOf(key), check));
    const [name] = key.of().names();
    const [index, session, rooms] = parts;
    if (!name || !index || !session || !rooms) throw new Error('an index and two channels');
    const [first, second] = header.channels;
    if (!first || !second) throw new Error('two channels');
    const signed = (as: typeof header, of: readonly Uint8Array[]) => encodeCarried(as, of, aSigner('head').sign);
    const forged = [
      signed({ ...header, channels: [second, first].map((each) => ({ ...each })) }, [index, session, rooms]),
      signed({ ...header, channels: [first, { ...second, parts: first.parts }] }, [index, session, session]),
      signed({ ...header, writtenAt: instant.of(header.writtenAt + 1) }, parts),
    ];
    for (const file of forged) {
      key.of().put(name, file);
      expect(unwrap(await room.look(key))).toMatchObject({ files: [], refused: [{ because: { kind: 'damaged' } }] });
    }
    key.of().put(name, signed(header, parts));
    expect(unwrap(await room.look(key))).toMatchObject({ fresh: 4, refused: [] });
  });

  test('nothing on the key names anybody in clear, neither file names nor content', async () => {
    const { head, key } = await office();
    await head.say(4);
    unwrap(await head.write(key));
    const text = Buffer.from(fileOf(key)).toString('latin1');
    for (const planted of ['C-0001', 'head 1', 'P-MARCHAND', 'attendance']) expect(text).not.toContain(planted);
    expect(key.of().names()).toEqual([`poste-${head.device.slice(0, 12)}.cachet-key`]);
  });

  test('headquarters open every section with their recovery key', async () => {
    const { head, key } = await office();
    const recovery = newRecoveryKey();
    head.recoveryKeys.push(recovery.publicKey);
    await head.say(2);
    await head.say(3, 'contacts');
    unwrap(await head.write(key));
    const { header } = unwrap(decodeCarried(fileOf(key), check));
    const pair = pairOf(createPrivateKey(recovery.privatePem));
    for (const {
      name,
      key: { id, seals },
    } of [
      { name: INDEX, key: header.index.key },
      ...header.channels.map((each) => ({ name: each.channel, key: each.key })),
    ])
      expect(seals.some((seal) => openSealed(sectionSealing(name, id), seal, pair)?.length === 32)).toBe(true);
  });
});
