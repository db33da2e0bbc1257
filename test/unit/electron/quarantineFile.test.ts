import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openQuarantine } from '../../../electron/exchange/quarantineFile';
import type { Kept } from '../../../shared/exchange/receive';
import { unwrap } from '../../../shared/kernel/result';
import { aCasing } from '../../support/casings';
import { Writer } from '../../support/devices';

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cachet-quarantine-'));
  file = path.join(folder, 'quarantine');
});
afterEach(() => rmSync(folder, { recursive: true }));

const casing = aCasing();
const open = () => openQuarantine(file, casing);

function unwelcome(count: number, held: Kept['why']['held'] = 'aside'): readonly Kept[] {
  return new Writer('elsewhere').run(count).map(({ entry: { id, stream, seq }, sealed }) => ({
    sealed,
    why: { id, stream, seq, because: 'bad-signature', held },
  }));
}
const whys = (kept: readonly Kept[]) => kept.map(({ why }) => why);

test('what was kept aside is in sight at every start, once each, and shows nothing of what it says', async () => {
  const kept = unwelcome(3);
  const first = await open();
  unwrap(await first.keep(kept));
  unwrap(await first.keep(kept));
  const written = readFileSync(file, 'utf8');
  expect(written.split('\n')).toHaveLength(4);
  expect(written).not.toContain('entry 1');
  expect(written).not.toContain('C-0001');
  const again = await open();
  expect(again.inSight(() => null)).toEqual(whys(kept));
  for (const { why } of kept) expect(await again.holdsAside(why.id)).toBe(true);
});

test('what stands in its chain is in sight for as long as it is not welcome', async () => {
  const kept = unwelcome(1, 'in-chain');
  const quarantine = await open();
  unwrap(await quarantine.keep(kept));
  expect(quarantine.inSight(() => ({ because: 'kind', held: 'in-chain' }))).toEqual(whys(kept));
  expect((await open()).inSight(() => null)).toEqual([]);
  const [first] = kept;
  expect(first && (await quarantine.holdsAside(first.why.id))).toBe(false);
});

test('cut at any byte, the file keeps what was whole, and takes what comes again', async () => {
  const kept = unwelcome(2);
  unwrap(await (await open()).keep(kept));
  const whole = readFileSync(file);
  const firstLine = whole.indexOf(0x0a);
  for (let length = 0; length < whole.length; length += 7) {
    writeFileSync(file, whole.subarray(0, length));
    const torn = await open();
    const left = torn.inSight(() => null).length;
    expect(left, `${length} bytes`).toBe(length >= firstLine ? 1 : 0);
    unwrap(await torn.keep(kept));
    expect(
      (await open()).inSight(() => null),
      `${length} bytes`,
    ).toHaveLength(2);
  }
});

test('wiped, it begins anew; on a disk that takes nothing, that is said and nothing is in sight', async () => {
  const kept = unwelcome(1);
  unwrap(await (await open()).keep(kept));
  rmSync(file);
  expect((await open()).inSight(() => null)).toEqual([]);
  const nowhere = await openQuarantine(path.join(folder, 'absent', 'quarantine'), casing);
  expect(await nowhere.keep(kept)).toEqual({ ok: false, error: { kind: 'storage', reason: 'failed' } });
  expect(nowhere.inSight(() => null)).toEqual([]);
});
