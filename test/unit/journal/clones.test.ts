import { expect, test } from 'vitest';
import { openBlackBox } from '../../../electron/journal/openBlackBox';
import { clonedDevices } from '../../../shared/journal/clones';
import { unwrap } from '../../../shared/kernel/result';
import { aCasing } from '../../support/casings';
import { ed25519, Writer } from '../../support/devices';
import { FaultyFiles } from '../../support/faultyFiles';
import { deviceNamed } from '../../support/grants';

/** What a black box tells of clones once it holds a first launch of three entries and a second that continues one. */
async function told(continued: number): Promise<number> {
  const { box } = await openBlackBox({ files: new FaultyFiles(), check: ed25519, casing: aCasing() });
  const first = new Writer('a', 'AAAAAAAAAAA');
  const entries = first.run(3);
  const second = new Writer('a', 'BBBBBBBBBBB', entries[continued - 1]?.entry.id);
  unwrap(await box.append([...entries, second.next('a later launch')]));
  return clonedDevices(box.streams(), await box.forks(), box.branchedFrom()).length;
}

test('R7 a launch that continues the last entry of the one before is no clone', async () => {
  expect(await told(3)).toBe(0);
});

test('R8 a launch that continues an entry after which its own stream went on tells a restored copy', async () => {
  expect(await told(1)).toBe(1);
  expect(await told(2)).toBe(1);
});

test('FAULT 64 two launches that begin the same channel out of nothing tell two histories', async () => {
  const { box } = await openBlackBox({ files: new FaultyFiles(), check: ed25519, casing: aCasing() });
  const [first, second] = [new Writer('a', 'AAAAAAAAAAA'), new Writer('a', 'BBBBBBBBBBB')];
  unwrap(await box.append([...first.run(2), ...new Writer('b', 'AAAAAAAAAAA').run(1)]));
  expect(clonedDevices(box.streams(), await box.forks(), box.branchedFrom())).toEqual([]);
  expect(await box.stored.branchings()).toEqual([]);
  unwrap(await box.append(second.run(1)));
  expect(clonedDevices(box.streams(), await box.forks(), box.branchedFrom())).toHaveLength(1);
  const branches = (await box.stored.branchings()).map((each) => [
    each.after,
    each.branches.map(({ entries }) => entries).sort(),
  ]);
  expect(branches).toEqual([[null, [1, 2]]]);
});

test('headquarters begins a channel anew on each of its nodes: that is no second history; a fork of its is', async () => {
  const { box } = await openBlackBox({ files: new FaultyFiles(), check: ed25519, casing: aCasing() });
  const nodes = ['AAAAAAAAAAA', 'BBBBBBBBBBB'].map((launch) => new Writer('headquarters', launch));
  unwrap(await box.append(nodes.flatMap((node) => [...node.run(2)])));
  const own = deviceNamed('headquarters');
  const isOwn = (device: string) => device === own;
  expect(clonedDevices(box.streams(), await box.forks(), box.branchedFrom(), isOwn)).toEqual([]);
  expect(await box.stored.branchings(isOwn)).toEqual([]);
  const [before] = new Writer('headquarters', 'AAAAAAAAAAA').run(1);
  const continued = new Writer('headquarters', 'CCCCCCCCCCC', before?.entry.id);
  unwrap(await box.append([continued.next('a later launch')]));
  expect(clonedDevices(box.streams(), await box.forks(), box.branchedFrom(), isOwn)).toEqual([own]);
  expect(await box.stored.branchings(isOwn)).toHaveLength(1);
});
