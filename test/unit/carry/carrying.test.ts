import { describe, expect, test } from 'vitest';
import { unwrap } from '../../../shared/kernel/result';
import { contents } from '../../contract/journalBench';
import { aMachine, Carrier, carriers, MemoryKey } from '../../support/carriers';
import { aCentre } from '../../support/copies';
import { Writer } from '../../support/devices';

async function two() {
  const [room, head] = await carriers('room', 'head');
  if (!room || !head) throw new Error('there are two machines');
  return { room, head, key: new MemoryKey() };
}

describe('FAULT 69 a key carries between a room and the head’s machine', () => {
  test('room, key, head, key, room: both hold the same, and each said so much', async () => {
    const { room, head, key } = await two();
    await room.say(5);
    await head.say(3, 'session');
    expect(unwrap(await room.write(key))).toMatchObject({ entries: 5, machines: 1 });
    const seen = unwrap(await head.look(key));
    expect(seen).toMatchObject({ fresh: 5, refused: [], others: [] });
    expect(seen.files).toMatchObject([{ writer: { name: 'room' }, ours: false, fresh: 5, known: 0 }]);
    expect(head.box.count).toBe(3);
    expect(await head.take(key)).toEqual({ added: 5, quarantined: 0, waiting: 0, receipts: 0 });
    expect(head.came).toEqual([5]);
    expect(unwrap(await head.write(key))).toMatchObject({ entries: 3 });
    expect(await room.take(key)).toMatchObject({ added: 3 });
    expect(await contents(room.box)).toEqual(await contents(head.box));
  });

  test('what a machine is known to hold is not written for it again; of whom nothing is known it is all written', async () => {
    const { room, head, key } = await two();
    await room.say(5);
    unwrap(await room.write(key));
    await head.take(key);
    unwrap(await head.write(key));
    await room.say(2);
    expect(unwrap(await room.write(key))).toMatchObject({ entries: 2 });
    const third = aMachine('third');
    room.machines = [...room.machines, third];
    expect(unwrap(await room.write(key))).toMatchObject({ entries: 7 });
  });

  test('the same key again changes nothing, and is told to bring nothing', async () => {
    const { room, head, key } = await two();
    await room.say(5);
    unwrap(await room.write(key));
    await head.take(key);
    const before = await contents(head.box);
    expect(unwrap(await head.look(key))).toMatchObject({ fresh: 0, files: [{ fresh: 0, known: 5 }] });
    expect(await head.take(key)).toMatchObject({ added: 0 });
    expect(await contents(head.box)).toEqual(before);
    expect(head.came).toEqual([5]);
  });

  test('forks go along, and stay beside their chain', async () => {
    const { room, head, key } = await two();
    const writer = new Writer('clone');
    const first = writer.run(2);
    const clone = writer.cloned();
    unwrap(await room.box.append([...first, ...writer.run(2, 3), ...clone.run(2, 13)]));
    unwrap(await room.write(key));
    expect(await head.take(key)).toMatchObject({ added: 6, waiting: 0 });
    expect((await head.box.forks()).length).toBe(2);
    unwrap(await head.write(key));
    await head.say(1);
    expect(unwrap(await room.write(key))).toMatchObject({ entries: 0 });
  });

  test('what would leave a hole waits on the key, and is taken once what comes before it is carried too', async () => {
    const { room, head, key } = await two();
    await room.say(5);
    unwrap(await room.write(key));
    await head.take(key);
    unwrap(await head.write(key));
    await room.say(2);
    unwrap(await room.write(key));
    // The head's machine is put back to the morning; its file on the key still says that it holds the five
    const restored = await Carrier.of('head', head.machines);
    expect(await restored.take(key)).toMatchObject({ added: 0, waiting: 2 });
    unwrap(await restored.write(key));
    expect(unwrap(await room.write(key))).toMatchObject({ entries: 7 });
    expect(await restored.take(key)).toMatchObject({ added: 7, waiting: 0 });
  });

  test('what the judge does not welcome is kept in sight, in its place, and counted', async () => {
    const { room, head, key } = await two();
    await room.say(3);
    unwrap(await room.write(key));
    head.judge = ({ seq }) => (seq === 2 ? { because: 'kind', held: 'in-chain' } : null);
    expect(await head.take(key)).toMatchObject({ added: 3, quarantined: 1 });
    expect([...head.quarantine.kept.values()].map(({ why }) => why.because)).toEqual(['kind']);
  });

  test('what says who may comes first: rights that the key brings count for the rest of it', async () => {
    const { room, head, key } = await two();
    await room.say(2, 'rooms');
    await room.say(1, 'session');
    unwrap(await room.write(key));
    let told = false;
    head.judge = ({ stream }) => {
      told ||= stream.endsWith('.session');
      return told ? null : { because: 'never-granted', held: 'in-chain' };
    };
    expect(await head.take(key)).toMatchObject({ added: 3, quarantined: 0 });
  });

  test('the age is told in this machine’s time, whatever each clock shows', async () => {
    const { room, head, key } = await two();
    await room.say(1);
    room.now += 60 * 60_000; // an hour ahead of the centre's clock
    room.offset = -60 * 60_000;
    unwrap(await room.write(key));
    head.now -= 10 * 60_000; // ten minutes behind it
    head.offset = 10 * 60_000;
    const [file] = unwrap(await head.look(key)).files;
    expect(file?.writtenAt).toBe(head.now);
  });

  test('before a session, without a key, or with no other machine known, nothing is written and each is told apart', async () => {
    const { room, key } = await two();
    expect(await room.carrying.write()).toEqual({ ok: false, error: { kind: 'no-key' } });
    room.centre = null;
    expect(await room.write(key)).toEqual({ ok: false, error: { kind: 'no-session' } });
    room.centre = aCentre;
    room.machines = [aMachine('room')];
    expect(await room.write(key)).toEqual({ ok: false, error: { kind: 'nobody' } });
    expect([...key.folders.keys()]).toEqual([]);
  });

  test('the state tells how many entries held here are not on the key', async () => {
    const { room, key } = await two();
    await room.say(4);
    room.carrying.choose(key);
    expect(await room.carrying.state()).toMatchObject({
      entries: 4,
      machines: [{ name: 'head' }],
      key: { ours: null },
    });
    unwrap(await room.write(key));
    await room.say(3);
    expect((await room.carrying.state()).key).toMatchObject({ gone: false, ours: { writtenAt: room.now, missing: 3 } });
    key.plugged = false;
    expect((await room.carrying.state()).key).toMatchObject({ gone: true, ours: null });
  });
});
