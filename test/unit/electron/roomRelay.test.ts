import { expect, test, vi } from 'vitest';
import { centreCode } from '../../../shared/exchange/names';
import type { VerifiedEntry } from '../../../shared/journal/verify';
import { unwrap } from '../../../shared/kernel/result';
import { channelOf } from '../../../shared/kernel/statement';
import { aCentre } from '../../support/copies';
import { aDraft, Writer } from '../../support/devices';
import { deviceNamed, wrappingOf } from '../../support/grants';
import { admits, founded, type RunningMachine } from '../../support/networkMachine';
import { networkOfTest } from '../../support/networkOfTest';
import { soon } from '../../support/soon';

const network = networkOfTest();

const holds = ({ journal }: RunningMachine, { entries }: { readonly entries: readonly VerifiedEntry[] }) =>
  entries.every(({ entry }) => journal.box.idAt(entry.stream, entry.seq) === entry.id);

test('a room’s machine that is a relay is brought the exam day, and neither the lists nor the contacts; nobody waits for them', async () => {
  const [chief, room] = [await network.aMachine().start(), await network.aMachine().start()];
  const [address = ''] = await founded(chief);
  await chief.say(admits(room.journal.device, room.journal.wrapping));
  const centre = { centre: centreCode.of(aCentre.code), roots: [chief.journal.device] };
  await room.network.met(chief.journal.device, [address], centre);
  await vi.waitFor(() => expect(room.journal.box.streams().size).toBe(chief.journal.box.streams().size), soon);

  await room.network.serve({ on: true });
  const [served = ''] = (await room.network.state()).serving?.addresses ?? [];
  expect(await chief.network.tryAddress({ address: served })).toEqual({ ok: true, value: room.journal.device });
  const admitted = await chief.say(admits(deviceNamed('office'), wrappingOf('office').publicKey, 'office'));
  await vi.waitFor(() => expect(holds(room, admitted)).toBe(true), soon);
  for (const channel of ['people', 'contacts'] as const)
    unwrap(await chief.journal.box.append(new Writer('office', 'AAAAAAAAAAA', null, channel).run(3)));
  const said = await chief.say(aDraft('of the exam day'));
  await vi.waitFor(async () => {
    expect(holds(room, said)).toBe(true);
    const [relay] = (await chief.network.state()).relays;
    expect(relay).toMatchObject({ device: room.journal.device, phase: 'level', awaited: 0 });
  }, soon);
  const held = [...room.journal.box.streams().keys()].map(channelOf);
  expect([...new Set(held)].sort()).toEqual(['rooms', 'session']);
});
