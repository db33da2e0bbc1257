import { afterEach, describe, expect, test, vi } from 'vitest';
import { Lookout } from '../../../electron/relay/lookout';
import type { NearbyRelay } from '../../../shared/bridge/pairing';
import { centreCode, serverId } from '../../../shared/exchange/names';
import { aCentre } from '../../support/copies';
import { aDraft } from '../../support/devices';
import { admits, founded, NetworkMachine, type RunningMachine } from '../../support/networkMachine';

const machines: NetworkMachine[] = [];
const aMachine = () => {
  const machine = new NetworkMachine();
  machines.push(machine);
  return machine.start();
};
afterEach(async () => {
  for (const machine of machines.splice(0)) {
    await machine.remove();
    expect(machine.bugs).toEqual([]);
  }
});

const soon = { timeout: 20_000, interval: 20 };

/** A head's machine with two rooms' that know of it, and of nothing else. */
async function centreOfThree() {
  const [chief, one, other] = [await aMachine(), await aMachine(), await aMachine()];
  const addresses = await founded(chief);
  for (const { journal } of [one, other]) await chief.say(admits(journal.device, journal.wrapping));
  for (const { network, journal } of [one, other]) {
    const told = { centre: centreCode.of(aCentre.code), roots: [chief.journal.device] };
    await network.met(chief.journal.device, addresses, told);
    await vi.waitFor(() => expect(journal.centre.membershipOf(other.journal.device)?.is).toBe('member'), soon);
  }
  return { chief, one, other };
}

async function serving({ network, journal }: RunningMachine): Promise<readonly NearbyRelay[]> {
  await network.serve({ on: true });
  const { serving } = await network.state();
  return (serving?.addresses ?? []).map((address) => ({ relay: serverId.of(journal.device), address }));
}

const knownTo = async ({ network }: RunningMachine) => (await network.state()).relays.map(({ device }) => device);

describe('relays that say they are near', () => {
  test('FAULT 59 when the one relay dies another machine opens one: who hears of it goes on there, untold', async () => {
    const { chief, one, other } = await centreOfThree();
    await chief.close();
    const heard = await serving(other);
    await one.say(aDraft('Salle sans relais'));
    await one.network.near(heard);
    const own = (stream: string) => stream.startsWith(one.journal.device);
    await vi.waitFor(async () => {
      expect([...(await other.journal.box.frontier()).keys()].filter(own)).not.toEqual([]);
    }, soon);
    expect(await knownTo(one)).toEqual([chief.journal.device, other.journal.device]);
  });

  test('FAULT 62 nobody is talked to for having said so who is not of the centre, nor is any address forgotten', async () => {
    const { chief, one, other } = await centreOfThree();
    const stranger = await aMachine();
    await founded(stranger);
    const [lie] = await serving(stranger);
    if (!lie) throw new Error('the stranger listens');
    const [before] = (await one.network.state()).relays;
    const flood = Array.from({ length: 40 }, (_, at) => ({ ...lie, address: `192.0.2.${at + 1}:47110` }));
    const inOthersName = flood.map((each) => ({ ...each, relay: serverId.of(chief.journal.device) }));
    await one.network.near([lie, ...flood, ...inOthersName]);
    expect(await knownTo(one)).toEqual([chief.journal.device]);
    const [after] = (await one.network.state()).relays;
    expect(after?.addresses).toEqual(expect.arrayContaining(before?.addresses ?? ['none']));
    expect(after?.addresses.length).toBeLessThan(10);
    expect((await stranger.network.state()).heard).toEqual([]);
    expect(other.journal.device).not.toBe(stranger.journal.device);
  });
});

describe('the lookout', () => {
  const trouble = { what: { kind: 'cut' }, since: 0 } as const;
  const relays = (...troubled: boolean[]) => troubled.map((is) => ({ trouble: is ? trouble : null }));

  function lookout() {
    const looks: { found: (near: readonly NearbyRelay[]) => void; over: boolean }[] = [];
    const timers: (() => void)[] = [];
    const found = vi.fn();
    const look = (told: (near: readonly NearbyRelay[]) => void) => {
      const one = { found: told, over: false };
      looks.push(one);
      return () => {
        one.over = true;
      };
    };
    const alarm = {
      set(_after: number, ring: () => void) {
        timers.push(ring);
        return () => void timers.splice(timers.indexOf(ring), 1);
      },
    };
    return { made: new Lookout({ look, alarm, found }), looks, timers, found };
  }

  test('looks while no relay that is known answers, again and again, and no longer once one does', () => {
    const { made, looks, timers, found } = lookout();
    made.see({ relays: [] });
    made.see({ relays: relays(true, false) });
    expect(looks).toHaveLength(0);
    made.see({ relays: relays(true, true) });
    made.see({ relays: relays(true, true) });
    expect(looks).toHaveLength(1);
    const near = [{ relay: serverId.of('A'.repeat(43)), address: '192.0.2.1:47110' }];
    looks[0]?.found(near);
    expect(found).toHaveBeenCalledWith(near);
    timers.shift()?.();
    expect(looks.map(({ over }) => over)).toEqual([true, false]);
    made.see({ relays: relays(true, false) });
    expect(looks.map(({ over }) => over)).toEqual([true, true]);
    expect(timers).toEqual([]);
  });
});
