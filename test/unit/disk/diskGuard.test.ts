import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openBlackBox } from '../../../electron/journal/openBlackBox';
import { unwrap } from '../../../shared/kernel/result';
import { aCasing } from '../../support/casings';
import { ed25519, Writer } from '../../support/devices';
import { SmallDisk } from '../../support/smallDisk';

const roomy = 500_000_000;

function open(disk: SmallDisk) {
  return openBlackBox({ files: disk.files, reserve: disk.guard, check: ed25519, casing: aCasing() });
}

describe('the guard', () => {
  test('R17 makes the ballast in the background where there is room for it, once', async () => {
    const disk = new SmallDisk(roomy);
    await disk.guard.look();
    expect(disk.ballast).toBe('none');
    await disk.guard.watch();
    expect(disk.ballast).toBe('there');
    await disk.guard.watch();
    expect(await disk.guard.takes()).toBe(true);
  });

  test('R17 makes none where it would leave too little for gestures', async () => {
    const disk = new SmallDisk(263_000_000);
    await disk.guard.watch();
    expect([disk.ballast, await disk.guard.takes()]).toEqual(['none', true]);
  });

  test('R17 refuses under 200 MB, tells the figure, and takes again by itself once there is room', async () => {
    const disk = new SmallDisk(roomy);
    disk.fill(150_000_000);
    await disk.guard.look();
    expect(await disk.guard.takes()).toBe(false);
    disk.clear();
    expect(await disk.guard.takes()).toBe(true);
    expect(disk.told).toEqual([
      { level: 'short', freeBytes: 150_000_000 },
      { level: 'low', freeBytes: roomy },
    ]);
  });

  test('R17 the write that meets a full disk succeeds on the ballast’s room; the next gesture is refused; room makes the ballast again', async () => {
    const disk = new SmallDisk(roomy);
    const { box } = await open(disk);
    const writer = new Writer('a');
    await disk.guard.watch();
    disk.fill(10);
    unwrap(await box.append([writer.next('the last one')]));
    expect(disk.ballast).toBe('none');
    expect(await disk.guard.takes()).toBe(false);
    disk.others -= 150_000_000;
    expect(await disk.guard.takes()).toBe(false);
    disk.clear();
    await disk.guard.watch();
    expect([disk.ballast, await disk.guard.takes()]).toEqual(['there', true]);
    unwrap(await box.append([writer.next('and on')]));
    await box.close();
    expect((await open(disk)).report).toMatchObject({ entries: 2, damagedFiles: 0, tornBytes: 0 });
  });

  test('R17 a full disk without ballast refuses honestly, and a quota that statfs does not know does not shut the desk for ever', async () => {
    const disk = new SmallDisk(1_000_000);
    disk.tells = false;
    const { box } = await open(disk);
    const writer = new Writer('a');
    disk.fill(10);
    const entry = writer.next('refused');
    expect(await box.append([entry])).toEqual({ ok: false, error: { kind: 'storage', reason: 'full' } });
    expect(await disk.guard.takes()).toBe(true);
    disk.clear();
    unwrap(await box.append([entry]));
  });

  test('R17 a ballast that is being made is given up when a write needs its room', async () => {
    const disk = new SmallDisk(roomy);
    await disk.guard.look();
    const making = disk.guard.watch();
    await Promise.resolve();
    await Promise.resolve();
    disk.fill(0);
    expect(typeof (await disk.guard.letGo())).toBe('boolean');
    await making;
    expect(disk.ballast).toBe('none');
  });
});

describe('R17 nothing acknowledged is lost', () => {
  const step = fc.oneof(
    { weight: 5, arbitrary: fc.record({ do: fc.constant('write' as const), count: fc.integer({ min: 1, max: 3 }) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('fill' as const), left: fc.nat(1200) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('clear' as const) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('watch' as const) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('reopen' as const) }) },
  );

  test('in any script of writes, fillings, releases and starts: acknowledged entries are there at three openings, refused ones never', async () => {
    let saved = 0;
    let refusals = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 25 }), async (script) => {
        const disk = new SmallDisk(roomy);
        let { box } = await open(disk);
        let writer = new Writer('a');
        const acknowledged: string[] = [];
        for (const each of script) {
          if (each.do === 'fill') disk.fill(each.left);
          if (each.do === 'clear') disk.clear();
          if (each.do === 'watch') await disk.guard.watch();
          if (each.do === 'reopen') {
            await box.close();
            ({ box } = await open(disk));
          }
          if (each.do !== 'write') continue;
          const before = writer.cloned();
          const entries = writer.run(each.count);
          const full = disk.free < 3000 && disk.ballast === 'there';
          const written = await box.append(entries);
          if (written.ok) {
            if (full) saved++;
            acknowledged.push(...entries.map(({ entry }) => entry.id));
          } else {
            refusals++;
            expect(written.error).toEqual({ kind: 'storage', reason: 'full' });
            writer = before;
          }
        }
        await box.close();
        disk.clear();
        for (let opening = 0; opening < 3; opening++) {
          const { box: again, report } = await open(disk);
          const held = await again.after(writer.stream, 0, 1000);
          expect(held.map(({ entry }) => entry.id)).toEqual(acknowledged);
          expect(report.damagedFiles).toBe(0);
          await again.close();
        }
      }),
      { seed: 1317, numRuns: 200 },
    );
    expect(saved).toBeGreaterThan(20);
    expect(refusals).toBeGreaterThan(20);
  });
});
