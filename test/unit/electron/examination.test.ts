import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { alarm } from '../../../electron/exchange/alarm';
import { attempted } from '../../../electron/relay/attempt';
import { examine } from '../../../electron/relay/examination';
import { examined } from '../../../shared/exchange/examined';
import { centreCode } from '../../../shared/exchange/names';
import { deviceOfKey } from '../../../shared/journal/launch';
import { aCentre } from '../../support/copies';
import { ed25519 } from '../../support/devices';
import { founded, NetworkMachine } from '../../support/networkMachine';

const machine = new NetworkMachine();
afterEach(() => machine.remove());

const stranger = deviceOfKey(new Uint8Array(32).fill(9));
const ports = { check: ed25519, alarm };

describe('an attempt at an address', () => {
  it('is answered by who shows the key, and by nobody else; a shut door is told as such', async () => {
    const running = await machine.start();
    const [address = ''] = await founded(running);
    const own = running.journal.device;
    expect(await attempted(own, address, ports)).toEqual({ kind: 'answered' });
    expect(await attempted(stranger, address, ports)).toEqual({ kind: 'tls', how: 'certificate' });
    await running.network.serve({ on: false });
    expect(await attempted(own, address, ports)).toEqual({ kind: 'unreachable', how: 'refused' });
    expect(await attempted(own, 'not an address', ports)).toEqual({ kind: 'unreachable', how: 'dns' });
    expect(machine.bugs).toEqual([]);
  });

  it('ends where a door opens and nobody speaks', async () => {
    const mute = createServer((socket) => socket.on('error', () => undefined).destroy());
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
    const address = mute.address();
    if (address === null || typeof address === 'string') throw new Error('it listens');
    expect(await attempted(stranger, `127.0.0.1:${address.port}`, ports)).toMatchObject({ kind: 'unreachable' });
    await new Promise((resolve) => mute.close(resolve));
  });
});

describe('an examination', () => {
  it('tries each address of each relay once, and this machine’s own', async () => {
    const running = await machine.start();
    await founded(running);
    const told = { centre: centreCode.of(aCentre.code), roots: [running.journal.device] };
    await running.network.met(stranger, ['10.0.0.2:47110', '[fd00::1]:47110'], told);
    const state = await running.network.state();
    const tried: string[] = [];
    const facts = await examine(state, {
      interfaces: () => [{ name: 'eth0', address: '10.0.0.7', prefix: 24 }],
      neighbours: async () => ['10.0.0.2'],
      async attempt(device, address) {
        tried.push(`${device} ${address}`);
        return device === state.device ? { kind: 'answered' } : { kind: 'unreachable', how: 'timeout' };
      },
    });
    expect(examined.parse(facts)).toEqual(facts);
    expect(tried.toSorted()).toEqual(
      [
        `${stranger} 10.0.0.2:47110`,
        `${stranger} [fd00::1]:47110`,
        `${state.device} ${state.serving?.addresses[0]}`,
      ].toSorted(),
    );
    const seen = facts.relays.flatMap(({ attempts }) => attempts.map((each) => [each.address, each.seen]));
    expect(seen).toHaveLength(2);
    expect(seen).toContainEqual(['10.0.0.2:47110', true]);
    expect(seen).toContainEqual(['[fd00::1]:47110', null]);
    expect(facts.relays.map(({ before }) => before)).toEqual([false]);
    expect(facts.own?.map(({ ended }) => ended.kind)).toEqual(['answered']);
  });
});
