import { describe, expect, test, vi } from 'vitest';
import { centreCode } from '../../../shared/exchange/names';
import type { VerifiedEntry } from '../../../shared/journal/verify';
import { type EntryId, personId } from '../../../shared/kernel/ids';
import type { Actor, Draft } from '../../../shared/kernel/statement';
import { aCentre, publishing } from '../../support/copies';
import { aDraft, Writer } from '../../support/devices';
import { Intruder, refusedBecause } from '../../support/intruder';
import { admits, founded, type RunningMachine } from '../../support/networkMachine';
import { networkOfTest } from '../../support/networkOfTest';
import { soon } from '../../support/soon';

const { aMachine, closed } = networkOfTest();

const joined = (chief: RunningMachine) => ({ centre: centreCode.of(aCentre.code), roots: [chief.journal.device] });
const holds = ({ journal }: RunningMachine, { entry }: VerifiedEntry) =>
  journal.box.idAt(entry.stream, entry.seq) === entry.id;
const believes = ({ journal }: RunningMachine, { entry }: VerifiedEntry) => journal.centre.rightsHere(entry).ok;
const aside = async ({ network }: RunningMachine) =>
  (await network.state()).asideHere.map(({ id, because, held }) => [id, because, held]);
const said = async (machine: RunningMachine, draft: Draft): Promise<VerifiedEntry> => {
  const [only] = (await machine.say(draft)).entries;
  if (!only) throw new Error('one thing was said');
  return only;
};

/** The head dismisses a machine, as far as theirs knows what it wrote. */
async function dismisses(chief: RunningMachine, { journal: { device } }: RunningMachine, admitted: EntryId) {
  const cutOff = await chief.network.endsOfDevice({ device });
  const about = { channel: 'session', kind: 'admission.ended', about: { device } } as const;
  return said(chief, aDraft('', { ...about, data: { reason: 'volé', cutOff: [...cutOff] }, supersedes: [admitted] }));
}

/** A head's machine and a deputy's, both relays; a laptop of a room that is level with both, and is stolen then. */
async function aStolenLaptop() {
  const [chiefs, deputys] = [aMachine(), aMachine()];
  const [chief, deputy, laptop] = [await chiefs.start(), await deputys.start(), await aMachine().start()];
  const [address = ''] = await founded(chief);
  await said(chief, admits(deputy.journal.device, deputy.journal.wrapping, 'office'));
  const { id: admitted } = (await said(chief, admits(laptop.journal.device, laptop.journal.wrapping))).entry;
  await deputy.network.met(chief.journal.device, [address], joined(chief));
  await vi.waitFor(
    async () => expect(await deputy.journal.box.frontier()).toEqual(await chief.journal.box.frontier()),
    soon,
  );
  await deputy.network.serve({ on: true });
  const [second = ''] = (await deputy.network.state()).serving?.addresses ?? [];
  const listens = { channel: 'session', kind: 'machine.listens', about: { device: deputy.journal.device } } as const;
  await said(deputy, aDraft('', { ...listens, data: { addresses: [second] } }));
  await laptop.network.met(chief.journal.device, [address], joined(chief));
  const before = await said(laptop, aDraft('before noon'));
  await vi.waitFor(() => {
    for (const relay of [chief, deputy]) expect(holds(relay, before)).toBe(true);
  }, soon);
  await laptop.close();
  const thiefAt = (relay: RunningMachine, at: string) =>
    closed(new Intruder(laptop.journal.signer, { address: at, server: relay.journal.device }));
  const thief = new Writer(laptop.journal.signer, 'TTTTTTTTTTT');
  const writes = (text: string) => thief.next(text, aDraft(text), undefined, before.entry.at.wall - 3_600_000);
  return { chiefs, chief, deputys, deputy, laptop, before, admitted, address, second, thiefAt, writes };
}

describe('a laptop that is stolen in the morning and dismissed at noon', () => {
  test('FAULT 37 its connections end at once; what it wrote before counts, what it writes after is set aside, at any hour', async () => {
    const { chief, laptop, address, before, admitted, thiefAt, writes } = await aStolenLaptop();
    const thief = thiefAt(chief, address);
    await thief.hello();
    expect(await thief.pull([before.entry.stream])).toMatchObject({ type: 'given', entries: 1 });
    expect(await thief.listen()).toBe('pokes');
    const listening = async () =>
      (await chief.network.state()).heard.find(({ device }) => device === laptop.journal.device)?.listening;
    expect(await listening()).toBe(true);
    expect(thief.connections.map(({ destroyed }) => destroyed)).toContain(false);
    await dismisses(chief, laptop, admitted);
    expect(await listening()).toBe(false);
    await vi.waitFor(() => {
      for (const connection of thief.connections) expect(connection.destroyed).toBe(true);
    }, soon);

    expect(believes(chief, before)).toBe(true);
    const after = writes('dated back to the morning');
    expect(await thief.push([after.sealed])).toMatchObject({
      type: 'taken',
      receipts: [],
      quarantined: [{ because: 'revoked', held: 'aside' }],
    });
    expect(holds(chief, after)).toBe(false);
    expect(await aside(chief)).toEqual([[after.entry.id, 'revoked', 'aside']]);
    expect(refusedBecause(await thief.pull([before.entry.stream]))).toBe('revoked');
    expect(refusedBecause(await thief.listen())).toBe('revoked');
    const told = await thief.tell();
    if (typeof told === 'string' || told.type !== 'told') throw new Error('it is told that it was dismissed');
    expect(told).toMatchObject({ standing: 'revoked', reads: [] });
    for (const [, streams] of told.shelves)
      for (const [stream] of streams) expect(stream.startsWith(laptop.journal.device)).toBe(true);
    const { turnedAway } = await chief.network.state();
    expect(turnedAway).toMatchObject([{ because: 'dismissed', device: laptop.journal.device, times: 2 }]);
  });

  test('FAULT 37 a relay that has not heard yet serves the thief until it has: then what it took counts nowhere, and is told', async () => {
    const { chiefs, chief, deputys, deputy, laptop, before, admitted, address, second, thiefAt, writes } =
      await aStolenLaptop();
    chiefs.cutFrom.add(deputy.journal.device);
    deputys.cutFrom.add(chief.journal.device);
    await dismisses(chief, laptop, admitted);
    const [there, here] = [thiefAt(deputy, second), thiefAt(chief, address)];
    await there.hello();
    await here.hello();
    const after = writes('dated back to the morning');
    expect(await there.push([after.sealed])).toMatchObject({ type: 'taken', quarantined: [] });
    expect(await there.pull([before.entry.stream])).toMatchObject({ type: 'given', entries: 1 });
    expect(await there.listen()).toBe('pokes');
    expect(believes(deputy, after)).toBe(true);
    expect(refusedBecause(await here.pull([before.entry.stream]))).toBe('revoked');

    chiefs.cutFrom.clear();
    deputys.cutFrom.clear();
    for (const { network } of [chief, deputy]) network.now();
    await vi.waitFor(() => expect(believes(deputy, after)).toBe(false), soon);
    await vi.waitFor(() => {
      for (const connection of there.connections) expect(connection.destroyed).toBe(true);
    }, soon);
    expect(refusedBecause(await there.pull([before.entry.stream]))).toBe('revoked');
    await vi.waitFor(async () => {
      expect(await aside(deputy)).toEqual([[after.entry.id, 'revoked', 'in-chain']]);
      expect(await aside(chief)).toEqual([[after.entry.id, 'revoked', 'aside']]);
    }, soon);
    for (const relay of [chief, deputy]) expect(believes(relay, before)).toBe(true);
    const honest = await said(deputy, aDraft('the day goes on'));
    await vi.waitFor(() => expect(holds(chief, honest)).toBe(true), soon);
  });

  test('a room’s laptop that says it began the centre is believed by no machine of it, and the head sees what it said', async () => {
    const { chief, deputy, laptop, address, thiefAt } = await aStolenLaptop();
    const thief = thiefAt(chief, address);
    await thief.hello();
    const session = new Writer(laptop.journal.signer, 'TTTTTTTTTTT', null, 'session');
    const actor: Actor = { person: personId.of('P-CHEF'), role: 'centreHead', unlocked: 'pin' };
    const begun = session.next('', publishing(), actor, 1);
    const ends = { channel: 'session', kind: 'admission.ended', about: { device: chief.journal.device } } as const;
    const out = { ...ends, data: { reason: 'volé', cutOff: [] } };
    const dismissal = session.next('', out, actor, 2);
    expect(await thief.push([begun.sealed, dismissal.sealed])).toMatchObject({
      type: 'taken',
      quarantined: [{ held: 'in-chain' }, { held: 'in-chain' }],
    });
    await vi.waitFor(() => expect(holds(deputy, dismissal)).toBe(true), soon);
    for (const machine of [chief, deputy]) {
      expect(machine.journal.centre.roots()).toEqual([chief.journal.device]);
      expect(machine.journal.centre.membershipOf(chief.journal.device)).toMatchObject({ is: 'member' });
      expect((await aside(machine)).map(([id]) => id)).toEqual([begun.entry.id, dismissal.entry.id]);
    }
  });
});
