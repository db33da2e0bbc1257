import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { OpenExchange } from '../../../electron/exchange/openExchange';
import { unwrap } from '../../../shared/kernel/result';
import { aDraft, Writer } from '../../support/devices';
import { centre, TestServer } from '../../support/exchange';
import { ExchangeMachine } from '../../support/exchangeMachine';
import { soon } from '../../support/soon';

const address = 'https://siege.example/cachet/';
const base = 'https://siege.example/cachet';

let server: TestServer;
let machine: ExchangeMachine;
beforeEach(() => {
  server = new TestServer();
  machine = new ExchangeMachine(server);
});
afterEach(() => machine.remove());

const until = (exchange: OpenExchange, state: object) =>
  vi.waitFor(async () => expect(await exchange.state()).toMatchObject(state), soon);
const level = { kind: 'enrolled', phase: 'level', awaited: { entries: 0, since: null }, trouble: null };

const folder = () => path.join(machine.profile, 'exchange');
const file = (name: string) => path.join(folder(), name);
const receipts = () => readdirSync(folder()).filter((name) => name.endsWith('.receipts'));
const staff = (text: string) =>
  aDraft('', { channel: 'session', kind: 'staff.published', about: { session: 'S' }, data: { people: [text] } });

async function enrolled() {
  const running = await machine.start();
  expect(await running.exchange.enrol({ address, code: 'GOOD' })).toEqual({
    ok: true,
    value: { centre, reads: ['session', 'rooms'] },
  });
  await until(running.exchange, level);
  return running;
}

/** How many entries of the journal headquarters has signed for. */
async function signed(exchange: OpenExchange): Promise<number> {
  return (await exchange.receivedThere()).chains.reduce((sum, { seq }) => sum + seq, 0);
}

describe('a machine and its headquarters', () => {
  test('alone, it sends nothing; a code makes it one of the centre’s, and what is there comes at once', async () => {
    unwrap(await server.journal.append(new Writer('headquarters', 'BBBBBBBBBBB', null, 'session').run(3)));
    const { exchange } = await machine.start();
    expect(await exchange.state()).toEqual({ kind: 'alone' });
    expect(await exchange.receivedThere()).toEqual({ chains: [], forks: [] });
    unwrap(await exchange.enrol({ address, code: 'GOOD' }));
    await until(exchange, { ...level, address: base, server: server.id, centre, reads: ['rooms', 'session'] });
    expect(machine.came).toBe(3);
    expect(await signed(exchange)).toBe(3);
  });

  test('what keeps it from being enrolled is told: whoever asks, the address, the code, the network, another centre', async () => {
    const { exchange, say } = await machine.start();
    const tried = async (asked: { address: string; code: string }) => {
      const answer = await exchange.enrol(asked);
      return answer.ok ? null : answer.error;
    };
    expect(await tried({ address: 'http://siege.example', code: 'GOOD' })).toEqual({
      kind: 'address',
      because: 'not-secure',
    });
    expect(await tried({ address: 'siège !', code: 'GOOD' })).toEqual({ kind: 'address', because: 'unreadable' });
    expect(await tried({ address, code: 'BAD' })).toEqual({ kind: 'refused', refusal: { because: 'unknown-code' } });
    machine.reachable = false;
    expect(await tried({ address, code: 'GOOD' })).toEqual({
      kind: 'trouble',
      trouble: { kind: 'unreachable', how: 'refused' },
    });
    machine.reachable = true;
    machine.centreHere = '0929999Z';
    expect(await tried({ address, code: 'GOOD' })).toEqual({ kind: 'other-centre', centre });
    machine.centreHere = centre;
    expect(await tried({ address, code: 'GOOD' })).toBeNull();
    expect(await tried({ address, code: 'GOOD' })).toEqual({ kind: 'enrolled-already' });
    await say(
      aDraft('', {
        channel: 'session',
        kind: 'access.granted',
        about: { person: 'P-1' },
        data: { roles: ['invigilator'], pinHash: '$argon2id$x' },
      }),
    );
    expect(await tried({ address, code: 'GOOD' })).toEqual({ kind: 'not-allowed' });
    expect(await exchange.leave()).toEqual({ ok: false, error: { kind: 'not-allowed' } });
  });

  test('what is written waits for a receipt: counted, with the hour of the oldest, until headquarters has signed', async () => {
    const { exchange, say } = await enrolled();
    machine.reachable = false;
    await say(staff('one'));
    machine.now += 60_000;
    await say(staff('two'));
    await until(exchange, {
      phase: 'waiting',
      awaited: { entries: 2, since: expect.closeTo(machine.now - 60_000, -4) }, // in the centre's time: the way there took some
      trouble: { what: { kind: 'unreachable', how: 'refused' } },
    });
    expect(await signed(exchange)).toBe(0);
    machine.reachable = true;
    exchange.now();
    await until(exchange, level);
    expect(await signed(exchange)).toBe(2);
    expect(machine.states.some((state) => state.kind === 'enrolled' && state.phase === 'waiting')).toBe(true);
  });

  test('FAULT 24 entries go and come with no window and nobody asking', async () => {
    const { exchange, say } = await enrolled();
    await say(staff('written'));
    await until(exchange, level);
    unwrap(await server.journal.append(new Writer('elsewhere').run(2)));
    exchange.now();
    await vi.waitFor(() => expect(machine.came).toBe(2), soon);
    expect((await server.journal.frontier()).size).toBe(2);
  });

  test('FAULT 19 a clock that is off by 1 h 02 is told, and entries say by how much', async () => {
    server.now = machine.now + 62 * 60_000;
    const { exchange, journal, say } = await enrolled();
    const state = await exchange.state();
    const clock = state.kind === 'enrolled' ? state.notices.clock : null;
    expect(Math.round((clock?.ahead ?? 0) / 60_000)).toBe(62);
    await say(staff('said by the wrong clock'));
    const [stream] = [...(await journal.box.frontier()).keys()];
    if (!stream) throw new Error('something was said');
    const [entry] = await journal.box.after(stream, 0, 1);
    expect(entry?.entry.at.offset).toBeGreaterThan(61 * 60_000);
  });

  test('FAULT 31 headquarters put back to an earlier state: everything goes again, and how much was lost is told', async () => {
    const { exchange, say } = await enrolled();
    await say(staff('one'), staff('two'), staff('three'));
    await until(exchange, level);
    const fresh = new TestServer();
    server.journal = fresh.journal;
    server.newEpoch();
    exchange.now();
    await until(exchange, { ...level, notices: { restored: { lost: 3 } } });
    expect(await signed(exchange)).toBe(3);
  });

  test('FAULT 37 revoked, it is told so; what it writes stays here and is told as kept aside there', async () => {
    const { exchange, journal, say } = await enrolled();
    server.revoked.add(journal.device);
    server.judge = () => ({ because: 'revoked', held: 'aside' });
    await say(staff('after the cut-off'));
    exchange.now();
    await until(exchange, { standing: 'revoked', asideThere: [{ because: 'revoked', held: 'aside' }] });
    expect(journal.box.count).toBe(1);
    expect(await signed(exchange)).toBe(0);
  });

  test('FAULT 35 what came altered is kept aside, in sight, also after a start; the rest of the batch is taken in', async () => {
    const good = new Writer('elsewhere');
    const [first] = good.run(1);
    if (!first) throw new Error('a writer writes');
    const { exchange, journal, close } = await enrolled();
    const forged = new Writer('forger').run(1)[0];
    if (!forged) throw new Error('a writer writes');
    unwrap(await server.journal.append([first, forged]));
    const { after } = server.journal;
    server.journal.after = async (stream, seq, limit) => {
      const found = await after.call(server.journal, stream, seq, limit);
      for (const each of found) if (each.entry.id === forged.entry.id) each.sealed.signature.fill(7);
      return found;
    };
    exchange.now();
    await until(exchange, { asideHere: [{ id: forged.entry.id, because: 'bad-signature', held: 'aside' }] });
    await expect.poll(() => journal.box.count, soon).toBe(1);
    await close();
    const again = await machine.start();
    await until(again.exchange, { asideHere: [{ id: forged.entry.id, because: 'bad-signature', held: 'aside' }] });
  });

  test('the enrolment and the receipts outlive the program; lost or torn, nothing more is lost than a little asking', async () => {
    const first = await enrolled();
    await first.say(staff('one'), staff('two'));
    await until(first.exchange, level);
    await first.close();
    machine.reachable = false;
    const second = await machine.start();
    await until(second.exchange, { kind: 'enrolled', phase: 'waiting', awaited: { entries: 0 } });
    expect(await signed(second.exchange)).toBe(2);
    await second.close();

    const [name = ''] = receipts();
    truncateSync(file(name), readFileSync(file(name)).length - 5);
    const torn = await machine.start();
    await until(torn.exchange, { awaited: { entries: 2 } });
    machine.reachable = true;
    torn.exchange.now();
    await until(torn.exchange, level);
    await torn.close();

    rmSync(folder(), { recursive: true });
    const wiped = await machine.start();
    expect(await wiped.exchange.state()).toEqual({ kind: 'alone' });
    expect(wiped.journal.box.count).toBe(2);
    unwrap(await wiped.exchange.enrol({ address, code: 'GOOD' }));
    await until(wiped.exchange, level);
    expect(await signed(wiped.exchange)).toBe(2);
    await wiped.close();

    writeFileSync(file('enrolment'), '{"format":1,"address":"http');
    const unread = await machine.start();
    expect(await unread.exchange.state()).toEqual({ kind: 'alone' });
    expect(readdirSync(folder())).toContain('enrolment.unreadable');
  });

  test('cut loose, it sends nothing more, keeps its journal, and may be enrolled again', async () => {
    const { exchange, say, journal } = await enrolled();
    await say(staff('one'));
    await until(exchange, level);
    unwrap(await exchange.leave());
    await vi.waitFor(() => expect(machine.states.at(-1)).toEqual({ kind: 'alone' }), soon);
    await say(staff('two'));
    expect(journal.box.count).toBe(2);
    unwrap(await exchange.enrol({ address, code: 'GOOD' }));
    await until(exchange, level);
    expect(await signed(exchange)).toBe(2);
  });

  test('a bug ends it for a minute, is written down, and nothing is lost by it', async () => {
    const { exchange, say } = await enrolled();
    machine.patience = 50;
    machine.bug = new Error('a bug');
    await say(staff('one'));
    exchange.now();
    await vi.waitFor(() => expect(machine.bugs).toHaveLength(1), soon);
    await until(exchange, level);
    expect(await signed(exchange)).toBe(1);
    expect(machine.bugs).toEqual([new Error('a bug')]);
  });
});
