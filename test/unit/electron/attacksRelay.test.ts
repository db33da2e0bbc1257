import { describe, expect, test, vi } from 'vitest';
import { PATHS } from '../../../shared/exchange/http';
import { centreCode } from '../../../shared/exchange/names';
import { readLink } from '../../../shared/exchange/pairingLink';
import { CODE_TRIES } from '../../../shared/exchange/pairingOffer';
import { streamId } from '../../../shared/kernel/ids';
import { unwrap } from '../../../shared/kernel/result';
import { channelOf } from '../../../shared/kernel/statement';
import { aCentre, publishing } from '../../support/copies';
import { aDraft, aSigner, Writer } from '../../support/devices';
import { deviceNamed, wrappingOf } from '../../support/grants';
import { Intruder, refusedBecause } from '../../support/intruder';
import { admits, founded, type RunningMachine } from '../../support/networkMachine';
import { networkOfTest } from '../../support/networkOfTest';
import { soon } from '../../support/soon';

const network = networkOfTest();
const aMachine = () => network.aMachine().start();
const anIntruder = (...given: ConstructorParameters<typeof Intruder>) => network.closed(new Intruder(...given));

const told = async ({ network }: RunningMachine) =>
  (await network.state()).turnedAway.map(({ because, device, address, times }) => ({
    because,
    device,
    address,
    times,
  }));

/** A centre whose head's machine is its relay and has a room's machine that keeps level with it. */
async function aCentreAtWork() {
  const [chief, room] = [await aMachine(), await aMachine()];
  const [address = ''] = await founded(chief);
  await chief.say(admits(room.journal.device, room.journal.wrapping));
  const centre = { centre: centreCode.of(aCentre.code), roots: [chief.journal.device] };
  await room.network.met(chief.journal.device, [address], centre);
  const target = { address, server: chief.journal.device };
  /** What the room says is at the relay soon: whatever goes on meanwhile. */
  const goesOn = async (text: string) => {
    const said = await room.say(aDraft(text));
    await vi.waitFor(() => {
      for (const { entry } of said.entries) expect(chief.journal.box.idAt(entry.stream, entry.seq)).toBe(entry.id);
    }, soon);
  };
  await goesOn('before');
  return { chief, room, address, target, goesOn };
}

describe('attacks on the relay of a centre, over TLS: refused, told, and nothing lost', () => {
  test('FAULT 38 a machine of another centre is given nothing, and the head sees how often it was refused', async () => {
    const { chief, target, goesOn } = await aCentreAtWork();
    const before = chief.journal.box.streams();
    const elsewhere = anIntruder('of elsewhere', target, '127.0.0.7', '0990099Z');
    for (let times = 0; times < 3; times++) expect(refusedBecause(await elsewhere.hello())).toBe('wrong-centre');
    const pretends = anIntruder('of elsewhere', target, '127.0.0.7');
    for (let times = 0; times < 14; times++) expect(refusedBecause(await pretends.hello())).toBe('unknown-device');
    const brings = new Writer('of elsewhere').run(3).map(({ sealed }) => sealed);
    expect(refusedBecause(await pretends.push(brings))).toBe('unknown-device');
    expect([...chief.journal.box.streams().keys()]).toEqual([...before.keys()]);
    expect(await told(chief)).toEqual([
      { because: 'stranger', device: null, address: '127.0.0.7', times: 15 },
      { because: 'other-centre', device: null, address: '127.0.0.7', times: 3 },
    ]);
    await goesOn('meanwhile');
  });

  test('FAULT 36 strangers with a new key and a new address each time: what is told of them takes no more room', async () => {
    const { chief, target, goesOn } = await aCentreAtWork();
    for (let number = 0; number < 60; number++) {
      const stranger = anIntruder(`stranger ${number}`, target, `127.0.1.${number + 1}`);
      expect(refusedBecause(await stranger.hello())).toBe('unknown-device');
    }
    const rows = await told(chief);
    expect(rows).toHaveLength(40);
    expect(rows[0]).toEqual({ because: 'stranger', device: null, address: '127.0.1.60', times: 1 });
    await goesOn('meanwhile');
  });

  test('FAULT 35 a request that is altered, borrowed or said a second time does nothing, and is told', async () => {
    const { chief, room, target, goesOn } = await aCentreAtWork();
    const thief = anIntruder('thief', target);
    const borrowed = thief.frame('hello', { speaks: { oldest: 1, newest: 1 } }, [], { device: room.journal.device });
    expect(refusedBecause(await thief.send('hello', borrowed))).toBe('bad-signature');
    const own = anIntruder(room.journal.signer, target);
    await own.hello();
    const entries = new Writer('unheard of').run(1).map(({ sealed }) => sealed);
    const once = own.frame('push', { entries: 1 }, entries);
    expect(await own.send('push', once)).toMatchObject({ type: 'taken' });
    expect(refusedBecause(await thief.send('push', once))).toBe('replayed');
    const altered = once.map((byte, at) => (at === once.length - 80 ? byte ^ 1 : byte));
    expect(['bad-signature', 'not-understood']).toContain(refusedBecause(await thief.send('push', altered)));
    const because = (await told(chief)).map((each) => each.because);
    expect(because).toContain('forged');
    await goesOn('meanwhile');
  });

  test('a changed program of a room that asks for channels it was not given gets none of their entries, and is told of', async () => {
    const { chief, room, target, goesOn } = await aCentreAtWork();
    const office = new Writer('office', 'AAAAAAAAAAA', null, 'contacts');
    await chief.say(admits(deviceNamed('office'), wrappingOf('office').publicKey, 'office'));
    const lists = new Writer('office', 'AAAAAAAAAAA', null, 'people');
    unwrap(await chief.journal.box.append([...office.run(5), ...lists.run(5)]));
    const changed = anIntruder(room.journal.signer, target);
    await changed.hello();
    const tips = await changed.tell();
    if (typeof tips === 'string' || tips.type !== 'told') throw new Error('one of the centre’s is told');
    expect(tips.reads).toEqual(['session', 'rooms', 'lists']);
    expect(tips).not.toHaveProperty('heard');
    const streams = tips.shelves.flatMap(([, each]) => each.map(([stream]) => stream));
    const reserved = streams.filter((stream) => channelOf(stream) === 'contacts' || channelOf(stream) === 'people');
    expect(new Set(reserved)).toEqual(new Set([office.stream, lists.stream]));
    // what it is told of them is where they end, so that it never takes a narrower grant for a loss
    const ends = new Map(tips.shelves.flatMap(([, each]) => each));
    expect(reserved.map((stream) => ends.get(stream)?.length)).toEqual([1, 1]);
    expect(await changed.pull(reserved)).toMatchObject({
      type: 'given',
      entries: 0,
      receipts: [],
      unmet: [],
      more: false,
    });
    const guessed = ['marks', 'jury', 'scripts'].map((name) => streamId.of(office.stream.replace(/contacts$/, name)));
    expect(await changed.pull(guessed)).toMatchObject({ type: 'given', entries: 0, unmet: [] });
    expect(await told(chief)).toEqual([
      { because: 'not-theirs', device: room.journal.device, address: '127.0.0.1', times: 2 },
    ]);
    await goesOn('meanwhile');
  });

  test('FAULT 62 another relay at the address of the true one, in its name: told to the room, which goes on at the true one', async () => {
    const { chief, room, address, goesOn } = await aCentreAtWork();
    const rogue = await aMachine();
    await rogue.say(aDraft('', publishing()));
    await rogue.network.serve({ on: true });
    const rogueAt = (await rogue.network.state()).serving?.addresses ?? [];
    const centre = { centre: centreCode.of(aCentre.code), roots: [chief.journal.device] };
    const third = await aMachine();
    await chief.say(admits(third.journal.device, third.journal.wrapping));
    await third.network.met(chief.journal.device, rogueAt, centre);
    await vi.waitFor(async () => {
      const [relay] = (await third.network.state()).relays;
      expect(relay?.trouble?.what).toEqual({ kind: 'tls', how: 'certificate' });
    }, soon);
    expect((await rogue.network.state()).heard).toEqual([]);
    expect(await third.network.tryAddress({ address })).toEqual({ ok: true, value: chief.journal.device });
    await vi.waitFor(async () => {
      const [relay] = (await third.network.state()).relays;
      expect(relay).toMatchObject({ through: address, phase: 'level', trouble: null });
    }, soon);
    expect(room.network.runs).toBe(true);
    await goesOn('meanwhile');
  });

  test('FAULT 65 a code that is guessed is told while it is, and so is a link that nobody shows', async () => {
    const { chief, target, goesOn } = await aCentreAtWork();
    const newcomer = await aMachine();
    const { code, link } = unwrap(await chief.pairing.pair());
    const wrong = code.text === '00000-00001' ? '00001-0000G' : '00000-00001';
    for (let guess = 1; guess <= 7; guess++) {
      newcomer.joining.joinByCode({ address: target.address, code: wrong });
      await vi.waitFor(() => expect(newcomer.joining.state()).toMatchObject({ step: 'failed' }), soon);
      newcomer.joining.leave();
      expect(chief.pairing.state()?.code).toMatchObject({ tried: Math.min(guess, CODE_TRIES) });
    }
    expect(chief.pairing.state()?.code.dead).toBe('tries');
    expect(await told(chief)).toEqual([{ because: 'wrong-code', device: null, address: '127.0.0.1', times: 2 }]);
    expect(unwrap(readLink(link)).relay).toBe(chief.journal.device);
    chief.pairing.end();
    newcomer.joining.joinByLink({ link });
    await vi.waitFor(() => expect(newcomer.joining.state()).toMatchObject({ step: 'failed' }), soon);
    expect((await told(chief))[0]).toMatchObject({ because: 'wrong-link', times: 1 });
    await goesOn('meanwhile');
  });

  test('FAULT 39 words at any path that are none are refused as such, and told', async () => {
    const { chief, target, goesOn } = await aCentreAtWork();
    const noisy = anIntruder(aSigner('noisy'), target);
    for (const path of [...Object.values(PATHS), '/', '/pairing/join', '/nowhere'])
      expect(await noisy.post(path, new Uint8Array([1, 2, 3]))).toBeInstanceOf(Uint8Array);
    expect(await told(chief)).toEqual([{ because: 'nonsense', device: null, address: '127.0.0.1', times: 8 }]);
    await goesOn('meanwhile');
  });
});
