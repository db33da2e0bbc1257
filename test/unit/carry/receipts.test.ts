import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { OpenExchange } from '../../../electron/exchange/openExchange';
import { signature } from '../../../shared/exchange/signature';
import { unwrap } from '../../../shared/kernel/result';
import { aDraft } from '../../support/devices';
import { centre, TestServer } from '../../support/exchange';
import { ExchangeMachine } from '../../support/exchangeMachine';

const address = 'https://siege.example/cachet/';
const staff = (text: string) =>
  aDraft('', { channel: 'session', kind: 'staff.published', about: { session: 'S' }, data: { people: [text] } });
const until = (exchange: OpenExchange, state: object) =>
  vi.waitFor(async () => expect(await exchange.state()).toMatchObject(state), { timeout: 20_000, interval: 20 });
const awaits = (entries: number) => ({ awaited: { entries } });

/** A room whose network is away and that has said three things; the head's machine has brought them to headquarters. */
async function carried(server: TestServer, room: ExchangeMachine, head: ExchangeMachine) {
  const [there, here] = [await room.start(), await head.start()];
  for (const { exchange } of [there, here]) {
    expect(await exchange.enrol({ address, code: 'GOOD' })).toMatchObject({ ok: true, value: { centre } });
    await until(exchange, { phase: 'level', ...awaits(0) });
  }
  room.reachable = false;
  for (const text of ['a', 'b', 'c']) await there.say(staff(text));
  await until(there.exchange, { phase: 'waiting', ...awaits(3) });
  for (const [stream, { head: end }] of there.journal.box.streams())
    unwrap(await here.journal.box.append(await there.journal.box.after(stream, 0, end.seq)));
  here.exchange.now();
  await vi.waitFor(() => expect(here.exchange.receipts.length).toBe(1), { timeout: 20_000, interval: 20 });
  expect((await server.journal.frontier()).size).toBe(1);
  return { room: there, head: here, receipts: here.exchange.receipts };
}

describe('headquarters’ receipts that a key brings', () => {
  let [server, room, head]: [TestServer, ExchangeMachine, ExchangeMachine] = begin();
  function begin(): [TestServer, ExchangeMachine, ExchangeMachine] {
    const one = new TestServer();
    return [one, new ExchangeMachine(one), new ExchangeMachine(one)];
  }
  beforeEach(() => {
    [server, room, head] = begin();
  });
  afterEach(() => Promise.all([room.remove(), head.remove()]));

  test('tell a room without network what headquarters have, from then on and at its next start', async () => {
    const { room: there, receipts } = await carried(server, room, head);
    expect(await there.exchange.believe(receipts)).toBe(1);
    await until(there.exchange, { phase: 'waiting', ...awaits(0) });
    expect(await there.exchange.believe(receipts)).toBe(0);
    await there.say(staff('d'));
    await until(there.exchange, awaits(1));
    await there.close();
    const again = await room.start();
    await until(again.exchange, awaits(1));
    room.reachable = true;
    again.exchange.now();
    await until(again.exchange, { phase: 'level', ...awaits(0) });
  });

  test('that headquarters did not sign, or signed in another life of its store, are believed by nobody', async () => {
    const { room: there, head: here, receipts } = await carried(server, room, head);
    const forged = receipts.map((each) => ({ ...each, at: each.at + 1 }));
    const garbled = receipts.map((each) => ({ ...each, signature: signature.parse('A'.repeat(86)) }));
    expect(await there.exchange.believe(forged)).toBe(0);
    expect(await there.exchange.believe(garbled)).toBe(0);
    server.newEpoch();
    here.exchange.now();
    const later = () => here.exchange.receipts.filter(({ epoch }) => epoch === server.epoch);
    await vi.waitFor(() => expect(later().length).toBe(1), { timeout: 20_000, interval: 20 });
    expect(await there.exchange.believe(later())).toBe(0);
    await until(there.exchange, awaits(3));
  });

  test('a machine that is enrolled with nobody believes none', async () => {
    const { receipts } = await carried(server, room, head);
    const alone = new ExchangeMachine(server);
    const { exchange } = await alone.start();
    expect(await exchange.believe(receipts)).toBe(0);
    await alone.remove();
  });
});
