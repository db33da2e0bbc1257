import os from 'node:os';
import { expect, test } from '@playwright/test';
import { centreCode } from '../../shared/exchange/names';
import { MINUTE } from '../../shared/kernel/clockTime';
import { aCentre } from '../support/copies';
import { type CountedWay, countedWay } from '../support/countedWay';
import { aDraft } from '../support/devices';
import { at as share, sorted } from '../support/measure';
import { admits, founded, NetworkMachine, type RunningMachine } from '../support/networkMachine';

const rooms = 12;
const marks = 60;
/** Three beats at least. */
const idleSeconds = 150;
const entriesOfCentre = 20_000;
const missing = 5_000;
const clocksOff = [2, -4, 7].map((minutes) => minutes * MINUTE);
const readings = 40;

const load = () => `load ${os.loadavg()[0]?.toFixed(1)}`;

/** The whole centre in one process: the head’s machine, which is the relay, and its rooms; each with its files and TLS. */
interface Centre {
  readonly chief: RunningMachine;
  readonly rooms: readonly RunningMachine[];
  readonly ways: readonly CountedWay[];
  joins(): Promise<{ readonly room: RunningMachine; readonly way: CountedWay }>;
  close(): Promise<void>;
}

async function aCentreOf(count: number): Promise<Centre> {
  const machines: NetworkMachine[] = [];
  const ways: CountedWay[] = [];
  const start = () => {
    const machine = new NetworkMachine();
    machines.push(machine);
    return machine.start();
  };
  const chief = await start();
  const [address = ''] = await founded(chief);
  const joins = async () => {
    const room = await start();
    const way = await countedWay(address);
    ways.push(way);
    await chief.say(admits(room.journal.device, room.journal.wrapping));
    const joined = { centre: centreCode.of(aCentre.code), roots: [chief.journal.device] };
    await room.network.met(chief.journal.device, [way.address], joined);
    return { room, way };
  };
  const all: RunningMachine[] = [];
  for (let joined = 0; joined < count; joined++) all.push((await joins()).room);
  await level([chief, ...all]);
  const close = async () => {
    for (const way of ways) way.close();
    for (const machine of machines) await machine.remove();
  };
  return { chief, rooms: all, ways, joins, close };
}

/** Resolves once all hold as many entries. */
async function level(machines: readonly RunningMachine[], entries?: number): Promise<void> {
  const most = entries ?? Math.max(...machines.map(({ journal }) => journal.box.count));
  await Promise.all(machines.map((machine) => holding(machine, most)));
}

function holding({ journal: { box } }: RunningMachine, entries: number): Promise<void> {
  return new Promise((resolve) => {
    if (box.count >= entries) return resolve();
    const unwatch = box.watch(() => {
      if (box.count < entries) return;
      unwatch();
      resolve();
    });
  });
}

async function fill({ say }: RunningMachine, entries: number): Promise<void> {
  for (let done = 0; done < entries; done += 500)
    await say(...Array.from({ length: Math.min(500, entries - done) }, (_, each) => aDraft(`${done + each}`)));
}

test('a mark « présent » from any of twelve machines to all the others, and what twelve idle ones send', async () => {
  test.setTimeout(600_000);
  const centre = await aCentreOf(rooms);
  const everybody = [centre.chief, ...centre.rooms];
  const times: number[] = [];
  for (let mark = 0; mark < marks; mark++) {
    const writer = centre.rooms[mark % rooms];
    if (!writer) throw new Error('there are rooms');
    const entries = centre.chief.journal.box.count + 1;
    const started = performance.now();
    await writer.say(aDraft(`mark ${mark}`));
    await Promise.all(
      everybody.map(async (machine) => {
        await holding(machine, entries);
        times.push(performance.now() - started);
      }),
    );
  }
  const all = sorted(times);
  console.log(
    `a mark on ${rooms + 1} machines of one process: median ${share(all, 0.5).toFixed(0)} ms, 95th of a hundred ${share(all, 0.95).toFixed(0)}, 99th ${share(all, 0.99).toFixed(0)}; ${load()}`,
  );
  const before = centre.ways.map(({ bytes }) => bytes);
  await new Promise((resolve) => setTimeout(resolve, idleSeconds * 1000));
  const idle = sorted(centre.ways.map(({ bytes }, way) => (bytes - (before[way] ?? 0)) / idleSeconds));
  console.log(`idle: ${share(idle, 0.5).toFixed(0)} bytes a second and machine, at most ${share(idle, 1).toFixed(0)}`);
  await centre.close();
  expect(share(idle, 1)).toBeLessThanOrEqual(1_000);
});

test('a fresh laptop, and a network that comes back', async () => {
  test.setTimeout(600_000);
  const centre = await aCentreOf(2);
  await fill(centre.chief, entriesOfCentre);
  await level([centre.chief, ...centre.rooms]);
  const started = performance.now();
  const { room, way } = await centre.joins();
  await level([room], centre.chief.journal.box.count);
  console.log(
    `a fresh laptop level with ${centre.chief.journal.box.count} entries: ${((performance.now() - started) / 1000).toFixed(1)} s; ${load()}`,
  );
  way.cut(true);
  await fill(room, missing / 2);
  await fill(centre.chief, missing / 2);
  const both = centre.chief.journal.box.count + missing / 2;
  const back = performance.now();
  way.cut(false);
  room.network.now();
  await level([centre.chief, room], both);
  console.log(
    `${missing} entries missing, half on each side, level after ${((performance.now() - back) / 1000).toFixed(1)} s; ${load()}`,
  );
  await centre.close();
});

test('the centre’s time on three machines whose clocks differ by minutes', async () => {
  test.setTimeout(300_000);
  const machines = clocksOff.map((off) => Object.assign(new NetworkMachine(), { clockOff: off }));
  const running = await Promise.all(machines.map((machine) => machine.start()));
  const [chief, ...others] = running;
  if (!chief) throw new Error('there is a head’s machine');
  const addresses = await founded(chief);
  const about = { device: chief.journal.device };
  const data = { addresses: [...addresses] };
  await chief.say(aDraft('', { channel: 'session', kind: 'machine.listens', about, data }));
  for (const { journal, network } of others) {
    await chief.say(admits(journal.device, journal.wrapping));
    const joined = { centre: centreCode.of(aCentre.code), roots: [chief.journal.device] };
    await network.met(chief.journal.device, addresses, joined);
  }
  await level(running);
  const apart: number[] = [];
  while (apart.length < readings) {
    for (const { network } of others) network.now();
    await new Promise((resolve) => setTimeout(resolve, 250));
    const now = running.map(({ network }, at) => (clocksOff[at] ?? 0) + (network.ahead ?? Number.NaN));
    if (now.every(Number.isFinite)) apart.push(Math.max(...now) - Math.min(...now));
  }
  const all = sorted(apart);
  console.log(
    `the same moment on three machines: ${share(all, 0.5).toFixed(0)} ms apart, at most ${share(all, 1).toFixed(0)}; ${load()}`,
  );
  for (const machine of machines) await machine.remove();
  expect(share(all, 0.5)).toBeLessThanOrEqual(100);
});
