import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openBlackBox } from '../../../electron/journal/openBlackBox';
import { packCased, unpackCased } from '../../../shared/journal/cased';
import { unwrap } from '../../../shared/kernel/result';
import { aCasing } from '../../support/casings';
import { ed25519, Writer } from '../../support/devices';
import { FaultyFiles } from '../../support/faultyFiles';

const sealed = new Writer('a').sealed('Zoé Lefèvre');

describe('an entry in its casing', () => {
  test('comes back as it was, and shows nothing of what it says', () => {
    const casing = aCasing();
    const cased = casing.encase(sealed);
    expect(casing.open(cased)).toEqual(sealed);
    expect(Buffer.from(cased).includes('Lefèvre')).toBe(false);
    expect(Buffer.from(cased).includes('attendance')).toBe(false);
  });

  test('never looks the same twice', () => {
    const casing = aCasing();
    expect(casing.encase(sealed)).not.toEqual(casing.encase(sealed));
  });

  test('opens with a former key; without any key for it, says so', () => {
    const old = aCasing('old').encase(sealed);
    expect(aCasing('new', 'old').open(old)).toEqual(sealed);
    expect(aCasing('new').open(old)).toBe('no-key');
  });

  test('one byte altered, anywhere, or bytes cut off: it does not open', () => {
    const casing = aCasing();
    const cased = casing.encase(sealed);
    fc.assert(
      fc.property(fc.nat(cased.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const altered = cased.slice();
        altered[at] = (altered[at] ?? 0) ^ change;
        expect(casing.open(altered)).toMatch(/^(altered|no-key)$/);
        expect(casing.open(cased.slice(0, at))).toMatch(/^(altered|no-key)$/);
      }),
      { seed: 21, numRuns: 300 },
    );
  });

  test('many cross to another process as one run of bytes', () => {
    const casing = aCasing();
    const entries = new Writer('a').run(4).map(({ entry: { stream, seq, prev, id }, sealed }) => ({
      entry: { stream, seq, prev, id },
      casing: casing.encase(sealed),
    }));
    expect(unpackCased(packCased(entries))).toEqual(entries);
    expect(unpackCased(packCased([]))).toEqual([]);
    expect(() => unpackCased(packCased(entries).slice(0, -1))).toThrow('length');
  });
});

describe('a black box whose key is not at hand', () => {
  async function twoMornings() {
    const files = new FaultyFiles();
    const [before, after] = [new Writer('a').run(3), new Writer('b').run(2)];
    const first = await openBlackBox({ files, check: ed25519, casing: aCasing('lost') });
    unwrap(await first.box.append(before));
    await first.box.close();
    const second = await openBlackBox({ files, check: ed25519, casing: aCasing('fresh') });
    unwrap(await second.box.append(after));
    await second.box.close();
    return { files, second };
  }

  test('R42 keeps what it cannot read, says how much, and takes new entries', async () => {
    const { files, second } = await twoMornings();
    expect(second.report).toMatchObject({ entries: 0, unreadable: 3, forged: 0, damagedFiles: 0, absent: false });
    const again = await openBlackBox({ files, check: ed25519, casing: aCasing('fresh') });
    expect(again.report).toMatchObject({ entries: 2, unreadable: 3 });
  });

  test('R43 reads all of it again once the key is back', async () => {
    const { files } = await twoMornings();
    const { report, box } = await openBlackBox({ files, check: ed25519, casing: aCasing('fresh', 'lost') });
    expect(report).toMatchObject({ entries: 5, unreadable: 0 });
    expect([...(await box.frontier()).values()].map(({ seq }) => seq)).toEqual([3, 2]);
  });
});
