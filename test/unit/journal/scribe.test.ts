import { describe, expect, test } from 'vitest';
import { openBlackBox } from '../../../electron/journal/openBlackBox';
import { type Inscribed, Scribe, type ScribePorts } from '../../../electron/journal/scribe';
import type { Journal } from '../../../shared/journal/journal';
import { deviceOf, deviceOfKey } from '../../../shared/journal/launch';
import { memoryJournal } from '../../../shared/journal/memoryJournal';
import { HOUR, instant } from '../../../shared/kernel/instant';
import { unwrap } from '../../../shared/kernel/result';
import { type Actor, channelOf } from '../../../shared/kernel/statement';
import { aCasing } from '../../support/casings';
import { aDraft, aSigner, ed25519, someone, Writer } from '../../support/devices';
import { FaultyFiles } from '../../support/faultyFiles';
import { kept } from '../../support/inscribed';
import { unlimited } from '../../support/unlimited';

const noon = Date.UTC(2026, 5, 16, 10);
let launches = 0;

function aScribe(journal: Journal, change: Partial<ScribePorts> = {}) {
  let launch = ++launches;
  return new Scribe({
    breath: () => Promise.resolve(),
    journal,
    known: () => new Map(),
    signer: aSigner('desk'),
    clock: { now: () => instant.of(noon) },
    random: { bytes: (count) => new Uint8Array(count).fill(launch++) },
    zone: () => 'Europe/Paris',
    offset: () => null,
    actor: () => someone,
    permit: () => true,
    granted: unlimited,
    ...change,
  });
}

function entriesOf({ entries }: Inscribed) {
  return entries.map(({ entry }) => entry);
}

describe('the scribe', () => {
  test('gives drafts their place, author and time, and signs them with the device’s key', async () => {
    const journal = memoryJournal();
    const scribe = aScribe(journal);
    const sealed = await kept(scribe.inscribe([aDraft('one'), aDraft('two')]));
    const [one, two] = entriesOf(sealed);
    unwrap(await sealed.kept);
    expect(one).toMatchObject({ seq: 1, prev: null, by: someone, at: { wall: noon, zone: 'Europe/Paris' } });
    expect(two).toMatchObject({ seq: 2, prev: one?.id });
    expect(deviceOf(unwrap({ ok: true, value: one?.stream ?? two?.stream ?? new Writer('a').stream }))).toBe(
      deviceOfKey(aSigner('desk').publicKey),
    );
    const [stream] = [...(await journal.frontier()).keys()];
    expect(stream && (await journal.after(stream, 0, 9)).map((entry) => entry.sealed)).toEqual(
      sealed.entries.map((entry) => entry.sealed),
    );
    expect((two?.at.logical[1] ?? 0) - (one?.at.logical[1] ?? 0)).toBe(1);
  });

  test('one stream per channel', async () => {
    const scribe = aScribe(memoryJournal());
    const drafts = [aDraft('one'), aDraft('two', { channel: 'contacts' }), aDraft('three')];
    const entries = entriesOf(unwrap(await scribe.inscribe(drafts)));
    expect(entries.map(({ stream, seq }) => [channelOf(stream), seq])).toEqual([
      ['rooms', 1],
      ['contacts', 1],
      ['rooms', 2],
    ]);
  });

  test('R7 a new launch is a new stream that continues the last head of its channel', async () => {
    const files = new FaultyFiles();
    const { box } = await openBlackBox({ files, check: ed25519, casing: aCasing() });
    const [yesterday] = entriesOf(await kept(aScribe(box).inscribe([aDraft('yesterday')])));
    const launched = aScribe(box, { known: () => box.streams() });
    const [noon_] = entriesOf(await kept(launched.inscribe([aDraft('noon')])));
    expect(noon_?.stream).not.toBe(yesterday?.stream);
    expect(noon_).toMatchObject({ seq: 1, prev: yesterday?.id });
    const later = aScribe(box, { known: () => box.streams() });
    const [today, contact] = entriesOf(
      await kept(later.inscribe([aDraft('today'), aDraft('first contact', { channel: 'contacts' })])),
    );
    expect(today).toMatchObject({ seq: 1, prev: noon_?.id });
    expect(contact).toMatchObject({ seq: 1, prev: null });
  });

  test('FAULT 6 what levelling brought back after the start is what a new launch continues', async () => {
    const { box } = await openBlackBox({ files: new FaultyFiles(), check: ed25519, casing: aCasing() });
    const scribe = aScribe(box, { known: () => box.streams() });
    const lost = new Writer('desk').next('torn off the file, still in the database');
    unwrap(await box.append([lost]));
    const [entry] = entriesOf(unwrap(await scribe.inscribe([aDraft('after it')])));
    expect(entry).toMatchObject({ seq: 1, prev: lost.entry.id });
  });

  test('writes nothing while the machine is locked, nor what the role may not write', async () => {
    let actor: Actor | null = null;
    const journal = memoryJournal();
    const scribe = aScribe(journal, {
      actor: () => actor,
      permit: (role, kind) => role === 'invigilator' && kind !== 'jury.decided',
    });
    expect(await scribe.inscribe([aDraft('x')])).toEqual({ ok: false, error: { kind: 'locked' } });
    actor = someone;
    const refused = await scribe.inscribe([aDraft('x'), aDraft('y', { kind: 'jury.decided' })]);
    expect(refused).toEqual({ ok: false, error: { kind: 'forbidden', entryKind: 'jury.decided' } });
    expect((await journal.frontier()).size).toBe(0);
  });

  test('refuses a gesture with an entry over 64 KiB whole, and the next one goes on without a gap', async () => {
    const scribe = aScribe(memoryJournal());
    const [refused, written] = await Promise.all([
      scribe.inscribe([aDraft('fine'), aDraft('x'.repeat(70_000))]),
      scribe.inscribe([aDraft('next')]),
    ]);
    expect(refused).toMatchObject({ ok: false, error: { kind: 'too-large', limit: 65_536 } });
    expect(entriesOf(unwrap(written))).toMatchObject([{ seq: 1 }]);
  });

  test('drafts that arrive while a write is under way are sealed together, in order, each gesture getting its own', async () => {
    const files = new FaultyFiles();
    const { box } = await openBlackBox({ files, check: ed25519, casing: aCasing() });
    const scribe = aScribe(box);
    files.log.length = 0;
    const results = await Promise.all(['a', 'b', 'c', 'd'].map((text) => kept(scribe.inscribe([aDraft(text)]))));
    const seqs = results.map((result) => entriesOf(result).map(({ seq }) => seq));
    expect(seqs).toEqual([[1], [2], [3], [4]]);
    expect(files.log).toEqual(['append', 'sync', 'append', 'sync']);
  });

  test('FAULT 18 a disk that fails gives no place away: the next gesture takes the one that was refused', async () => {
    const files = new FaultyFiles();
    const { box } = await openBlackBox({ files, check: ed25519, casing: aCasing() });
    const scribe = aScribe(box);
    await kept(scribe.inscribe([aDraft('one')]));
    files.trouble = (operation) => (operation === 'sync' ? { code: 'EIO', through: 0 } : null);
    const both = await Promise.all([scribe.inscribe([aDraft('lost')]), scribe.inscribe([aDraft('lost too')])]);
    for (const result of both)
      expect(await unwrap(result).kept).toEqual({ ok: false, error: { kind: 'storage', reason: 'failed' } });
    files.trouble = () => null;
    expect(entriesOf(await kept(scribe.inscribe([aDraft('two')])))).toMatchObject([{ seq: 2 }]);
  });

  test('FAULT 19 and 20 a clock set back, or far ahead elsewhere, refuses nothing and is recorded as it is', async () => {
    let wall = noon;
    const scribe = aScribe(memoryJournal(), { clock: { now: () => instant.of(wall) } });
    const [before] = entriesOf(await kept(scribe.inscribe([aDraft('before')])));
    wall -= 72 * HOUR;
    const [after] = entriesOf(await kept(scribe.inscribe([aDraft('after')])));
    expect(after?.at.wall).toBe(wall);
    expect(after?.at.logical).toEqual([noon, 1]);
    expect(after?.prev).toBe(before?.id);
    const poisoned = new Writer('elsewhere').next('2099');
    wall = Date.UTC(2020, 0, 1);
    const fresh = aScribe(memoryJournal(), { clock: { now: () => instant.of(wall) } });
    fresh.heard([poisoned]);
    const [own] = entriesOf(await kept(fresh.inscribe([aDraft('own')])));
    expect(own?.at.logical).toEqual([wall, 0]);
  });

  test('a bug in what it stands on reaches the one who asked', async () => {
    const journal = { ...memoryJournal(), append: () => Promise.reject(new Error('a bug')) };
    const scribe = aScribe(journal);
    await expect(unwrap(await scribe.inscribe([aDraft('one')])).kept).rejects.toThrow('a bug');
    await expect(unwrap(await scribe.inscribe([aDraft('two')])).kept).rejects.toThrow('a bug');
  });
});
