import { once } from 'node:events';
import type { TLSSocket } from 'node:tls';
import { gzipSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import { PATHS } from '../../../shared/exchange/http';
import { MAX_REQUEST_BYTES } from '../../../shared/exchange/limits';
import { centreCode } from '../../../shared/exchange/names';
import { aCentre, randomly } from '../../support/copies';
import { aDraft } from '../../support/devices';
import { Intruder, refusedBecause } from '../../support/intruder';
import { admits, founded } from '../../support/networkMachine';
import { networkOfTest } from '../../support/networkOfTest';
import { soon } from '../../support/soon';

const { aMachine, closed } = networkOfTest();

/** A centre whose head's machine is its relay, with a room's machine that keeps level with it. */
async function aCentreAtWork() {
  const chiefs = aMachine();
  const [chief, room] = [await chiefs.start(), await aMachine().start()];
  const [address = ''] = await founded(chief);
  await chief.say(admits(room.journal.device, room.journal.wrapping));
  const centre = { centre: centreCode.of(aCentre.code), roots: [chief.journal.device] };
  await room.network.met(chief.journal.device, [address], centre);
  const intruder = (who: ConstructorParameters<typeof Intruder>[0], from: string) =>
    closed(new Intruder(who, { address, server: chief.journal.device }, from));
  /** What the room says is at the relay soon, whatever goes on meanwhile. */
  const goesOn = async (text: string) => {
    const said = await room.say(aDraft(text));
    await vi.waitFor(() => {
      for (const { entry } of said.entries) expect(chief.journal.box.idAt(entry.stream, entry.seq)).toBe(entry.id);
    }, soon);
  };
  const told = async (because: string) =>
    (await chief.network.state()).turnedAway.filter((each) => each.because === because).map(({ address }) => address);
  await goesOn('before');
  return { chiefs, chief, room, intruder, goesOn, told };
}

/** Connections that were made and still stand once all are settled. */
async function opened(intruder: Intruder, count: number): Promise<readonly TLSSocket[]> {
  const made: (TLSSocket | null)[] = [];
  for (let at = 0; at < count; at++) made.push(await intruder.connection());
  const open = made.flatMap((socket) => (socket === null ? [] : [socket]));
  for (const socket of open) closed({ close: () => socket.destroy() });
  return open;
}
const standing = (open: readonly TLSSocket[]) =>
  open.filter(({ destroyed, readyState }) => !destroyed && readyState === 'open');

describe('floods at the relay of a centre: held, told, and the others go on', { timeout: 60_000 }, () => {
  test('FAULT 39 connections of one address are so many and no more, and of all addresses together too', async () => {
    const { intruder, goesOn, told } = await aCentreAtWork();
    const one = await opened(intruder('floods', '127.0.2.1'), 100);
    await vi.waitFor(() => expect(standing(one).length).toBeLessThanOrEqual(64), soon);
    expect(await told('flood')).toEqual(['127.0.2.1']);
    await goesOn('while one floods');
    const all = [...one];
    for (let from = 2; from <= 9; from++) all.push(...(await opened(intruder('floods', `127.0.2.${from}`), 60)));
    await vi.waitFor(() => expect(standing(all).length).toBeLessThanOrEqual(400), soon);
    await goesOn('while nine flood');
  });

  test('FAULT 39 requests that never come whole hold their places for moments, whoever else asks', async () => {
    const { chiefs, intruder, goesOn } = await aCentreAtWork();
    for (let from = 1; from <= 2; from++) {
      for (const socket of await opened(intruder('is slow', `127.0.3.${from}`), 8))
        socket.write(`POST ${PATHS.hello} HTTP/1.1\r\nhost: relay\r\ncontent-length: 100000\r\n\r\nand so`);
    }
    const other = intruder('asks', '127.0.3.9');
    await vi.waitFor(async () => expect(refusedBecause(await other.hello())).toBe('busy'), soon);
    chiefs.later += 3_000;
    expect(refusedBecause(await other.hello())).toBe('unknown-device');
    await goesOn('meanwhile');
  });

  test('FAULT 39 a body that is too long, by itself or once it is unzipped, is read no further than any request may be', async () => {
    const { intruder, goesOn, told } = await aCentreAtWork();
    const huge = intruder('sends much', '127.0.4.1');
    for (const body of [randomly.bytes(MAX_REQUEST_BYTES + 1), gzipSync(new Uint8Array(64 * 1024 * 1024))]) {
      // whoever still sends may be cut off before the answer is read
      const came = await huge.post(PATHS.push, body);
      expect(came === 'nothing' || came instanceof Uint8Array).toBe(true);
    }
    expect(await told('nonsense')).toEqual(['127.0.4.1']);
    await goesOn('meanwhile');
  });

  test('FAULT 39 one of the centre’s machines that asks without end is answered at its pace, and told of', async () => {
    const { chief, room, intruder, goesOn, told } = await aCentreAtWork();
    const member = intruder(room.journal.signer, '127.0.5.1');
    await member.hello();
    const because = await Promise.all(Array.from({ length: 900 }, async () => refusedBecause(await member.hello())));
    const busy = because.filter((each) => each === 'busy');
    expect(busy.length).toBeGreaterThan(0);
    expect(because.filter((each) => each !== null)).toEqual(busy);
    expect(await told('flood')).toEqual(['127.0.5.1']);
    expect(chief.journal.centre.membershipOf(room.journal.device)).toMatchObject({ is: 'member' });
    await goesOn('meanwhile');
  });

  test('FAULT 39 of what nobody may take, one machine has so much kept and no more; another’s is kept all the same', async () => {
    const { chief, room, intruder, goesOn, told } = await aCentreAtWork();
    const other = await aMachine().start();
    await chief.say(admits(other.journal.device, other.journal.wrapping));
    const member = intruder(room.journal.signer, '127.0.6.1');
    await member.hello();
    const junk = () => ({ bytes: randomly.bytes(60_000), signature: randomly.bytes(64) });
    const answers: (string | null)[] = [];
    for (let batch = 0; batch < 22; batch++)
      answers.push(refusedBecause(await member.push(Array.from({ length: 15 }, junk))));
    expect(answers.at(0)).toBeNull();
    expect(answers.at(-1)).toBe('full');
    const kept = () => chief.quarantine.aside().reduce((sum, { sealed }) => sum + sealed.bytes.length, 0);
    expect(kept()).toBeLessThanOrEqual(16 * 1024 * 1024);
    expect(await told('too-much')).toEqual(['127.0.6.1']);
    const honest = intruder(other.journal.signer, '127.0.6.2');
    await honest.hello();
    expect(await honest.push([junk()])).toMatchObject({ type: 'taken', quarantined: [{ because: 'not-an-entry' }] });
    await goesOn('meanwhile');
  });

  test('a relay that closes leaves no connection behind, whatever was on them', async () => {
    const { chief, intruder } = await aCentreAtWork();
    const silent = await opened(intruder('says nothing', '127.0.7.1'), 5);
    const ended = silent.map((socket) => once(socket, 'close'));
    await chief.network.serve({ on: false });
    await Promise.all(ended);
    expect(standing(silent)).toEqual([]);
  });
});
