import { describe, expect, test, vi } from 'vitest';
import { centreCode } from '../../../shared/exchange/names';
import { keyOf } from '../../../shared/exchange/signature';
import { deviceOfKey } from '../../../shared/journal/launch';
import { MINUTE } from '../../../shared/kernel/clockTime';
import { aCentre } from '../../support/copies';
import { aDraft } from '../../support/devices';
import { TestServer } from '../../support/exchange';
import { admits, founded, type NetworkMachine, type RunningMachine } from '../../support/networkMachine';
import { networkOfTest } from '../../support/networkOfTest';
import { soon } from '../../support/soon';

const network = networkOfTest();
const aMachine = (clockOff: number) => Object.assign(network.aMachine(), { clockOff });
const code = centreCode.of(aCentre.code);

/** By how much each machine's idea of the centre's time is off, in milliseconds. */
async function expectAgreed(all: readonly (readonly [NetworkMachine, RunningMachine])[], centreOff: number) {
  await vi.waitFor(async () => {
    for (const [{ clockOff }, { network }] of all) {
      network.now(); // the comparison that an answer without delay gives stands
      const { ahead } = await network.state();
      expect(ahead).not.toBeNull();
      expect(Math.abs(clockOff + (ahead ?? 0) - centreOff)).toBeLessThan(100);
    }
  }, soon);
}

const listens = ({ journal }: RunningMachine, addresses: readonly string[]) =>
  aDraft('', {
    ...{ channel: 'session', kind: 'machine.listens', about: { device: journal.device } },
    data: { addresses: [...addresses] },
  });

describe('the centre’s time', () => {
  test('three machines whose clocks differ by minutes show the same end within 100 ms: the eldest relay’s clock counts', async () => {
    const [chiefs, deputys, rooms] = [aMachine(2 * MINUTE), aMachine(-4 * MINUTE), aMachine(7 * MINUTE)];
    const [chief, deputy, room] = [await chiefs.start(), await deputys.start(), await rooms.start()];
    const addresses = await founded(chief);
    await chief.say(listens(chief, addresses));
    await chief.say(admits(deputy.journal.device, deputy.journal.wrapping, 'office'));
    await chief.say(admits(room.journal.device, room.journal.wrapping));
    const roots = [chief.journal.device];
    await deputy.network.met(chief.journal.device, addresses, { centre: code, roots });
    await vi.waitFor(async () => {
      const [relay] = (await deputy.network.state()).relays;
      expect(relay).toMatchObject({ phase: 'level', awaited: 0 });
    }, soon);
    await deputy.network.serve({ on: true });
    const second = (await deputy.network.state()).serving?.addresses ?? [];
    await deputy.say(listens(deputy, second));
    // the room reaches the deputy's relay alone
    await room.network.met(deputy.journal.device, second, { centre: code, roots });
    await expectAgreed(
      [
        [chiefs, chief],
        [deputys, deputy],
        [rooms, room],
      ],
      2 * MINUTE,
    );
  });

  test('headquarters’ clock counts before a relay’s, also for a room that never asks headquarters', async () => {
    const server = new TestServer();
    server.centre = code;
    Object.defineProperty(server, 'now', { get: () => Date.now() - 3 * MINUTE });
    const [chiefs, rooms] = [aMachine(5 * MINUTE), aMachine(-9 * MINUTE)];
    chiefs.headquarters = server;
    const [chief, room] = [await chiefs.start(), await rooms.start()];
    const addresses = await founded(chief);
    await chief.say(listens(chief, addresses));
    await chief.say(admits(room.journal.device, room.journal.wrapping));
    const roots = [chief.journal.device, deviceOfKey(keyOf(server.id))];
    await room.network.met(chief.journal.device, addresses, { centre: code, roots });
    await expectAgreed(
      [
        [chiefs, chief],
        [rooms, room],
      ],
      -3 * MINUTE,
    );
  });
});
