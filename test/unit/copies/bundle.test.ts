import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { newCopyCode, openerOfCode, openerOfPrivateKey } from '../../../electron/copies/copyCode';
import { decodeCopyHeader } from '../../../electron/copies/copyHeader';
import { readCopy } from '../../../electron/copies/readCopy';
import { namesOf, writeCopy } from '../../../electron/copies/writeCopy';
import { NotTheSame } from '../../../electron/disk/provenFile';
import { newRecoveryKey, openSeal } from '../../../electron/keys/recoverySeal';
import { unwrap } from '../../../shared/kernel/result';
import { aBoxOf, aCentre, checks, copiedBox, madeAt, orderOf, randomly } from '../../support/copies';
import { Writer } from '../../support/devices';
import { DiskError, FaultyFiles } from '../../support/faultyFiles';

const { kept, fresh, before } = namesOf('copy');
const code = newCopyCode(randomly);
const keys = unwrap(openerOfCode(code.code));
const read = (file: Uint8Array) => readCopy(file, keys, checks);

async function aCopy(files = new FaultyFiles()) {
  const { box, entries } = await copiedBox();
  await writeCopy(files, 'copy', orderOf(box, [code.publicKey]));
  return { file: files.contents(kept), files, entries };
}

describe('a copy of all entries', () => {
  test('opens with its code, and holds every entry, forks too, byte for byte', async () => {
    const { file, entries } = await aCopy();
    const copy = unwrap(await read(file));
    expect(copy.header).toMatchObject({
      of: aCentre,
      madeAt,
      entries: entries.length,
      forks: 2,
    });
    expect(new Set(copy.entries.map(({ entry }) => entry.id))).toEqual(new Set(entries.map(({ entry }) => entry.id)));
    const again = await aBoxOf(copy.entries);
    expect(again.box.count).toBe(entries.length);
  });

  test('names nobody in clear, and never encases twice alike', async () => {
    const [{ file }, other] = [await aCopy(), await aCopy()];
    const text = Buffer.from(file).toString('latin1');
    for (const planted of ['C-0001', 'entry 1', 'P-MARCHAND', 'attendance']) expect(text).not.toContain(planted);
    const until = unwrap(decodeCopyHeader(file)).until;
    expect(Buffer.from(other.file.subarray(until)).equals(file.subarray(until))).toBe(false);
  });

  test('opens with headquarters’ recovery key where the code is lost', async () => {
    const hq = newRecoveryKey();
    const files = new FaultyFiles();
    await writeCopy(files, 'copy', orderOf((await copiedBox()).box, [code.publicKey, hq.publicKey]));
    const opener = openerOfPrivateKey(hq.privatePem);
    if (!opener) throw new Error('a recovery key opens something');
    expect((await readCopy(files.contents(kept), opener, checks)).ok).toBe(true);
    const { header } = unwrap(decodeCopyHeader(files.contents(kept)));
    const [forCode] = header.key.seals;
    if (!forCode) throw new Error('a copy is sealed to its code');
    expect(openSeal(forCode, header.key.id, hq.privatePem)).toBeNull();
  });

  test('another copy’s code does not open it, and is told as such', async () => {
    const other = unwrap(openerOfCode(newCopyCode(randomly).code));
    expect(await readCopy((await aCopy()).file, other, checks)).toMatchObject({
      error: { kind: 'other-code' },
    });
  });
});

describe('FAULT 50: a corrupted copy is refused with the exact reason', () => {
  let file: Uint8Array = new Uint8Array();
  beforeAll(async () => {
    file = (await aCopy()).file;
  });

  test('FAULT 50 any one byte flipped, in any region', async () => {
    for (let at = 0; at < file.length; at++) {
      const bad = file.slice();
      bad[at] = (bad[at] ?? 0) ^ (1 + (at % 255));
      const result = await read(bad);
      if (result.ok) throw new Error(`byte ${at} changed and nobody noticed`);
      expect(reasonsAt(file, at), `byte ${at}`).toContain(result.error.kind);
    }
  }, 60_000);

  test('FAULT 50 cut at any byte', async () => {
    for (let length = 0; length < file.length; length++) {
      const result = await read(file.slice(0, length));
      if (result.ok) throw new Error(`cut to ${length} bytes and nobody noticed`);
      expect(['not-a-copy', 'newer', 'header-cut', 'end-missing'], `${length} bytes`).toContain(result.error.kind);
    }
  });

  test('FAULT 50 bytes taken out, put in, or many of them changed', async () => {
    const change = fc.record({
      at: fc.nat(file.length - 1),
      gone: fc.nat(60),
      put: fc.uint8Array({ maxLength: 60 }),
    });
    await fc.assert(
      fc.asyncProperty(change, async ({ at, gone, put }) => {
        const bad = Uint8Array.from([...file.subarray(0, at), ...put, ...file.subarray(at + gone)]);
        if (Buffer.from(bad).equals(file)) return;
        expect((await read(bad)).ok).toBe(false);
      }),
      { seed: 50, numRuns: 400 },
    );
  });

  test('FAULT 50 bytes that were never a copy', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        expect(await read(bytes)).toEqual({
          ok: false,
          error: { kind: 'not-a-copy' },
        });
      }),
      { seed: 50, numRuns: 300 },
    );
  });

  test('FAULT 50 a whole record taken out or doubled by somebody who mends lengths', async () => {
    const { files } = await aCopy();
    const { box } = await copiedBox();
    const lying = {
      ...box,
      frontier: () => box.frontier(),
      forks: async () => [],
      sealedAfter: box.sealedAfter,
    };
    lying.sealedAfter = async (stream, seq, limit) => (await box.sealedAfter(stream, seq, limit)).slice(0, -1);
    await writeCopy(files, 'copy', orderOf(lying, [code.publicKey]));
    expect(await read(files.contents(kept))).toMatchObject({
      error: { kind: 'other-entries' },
    });
    lying.sealedAfter = async (stream, seq, limit) => {
      const sealed = await box.sealedAfter(stream, seq, limit);
      return [...sealed.slice(0, 1), ...sealed];
    };
    await writeCopy(files, 'copy', orderOf(lying, [code.publicKey]));
    expect(await read(files.contents(kept))).toMatchObject({
      error: { kind: 'chain', because: 'twice', entry: 2 },
    });
  });

  test('FAULT 50 an entry that its device did not sign', async () => {
    const forged = new Writer('z').sealed('forged');
    const signature = forged.signature.map((byte) => byte ^ 1);
    const { box } = await copiedBox();
    const lying = {
      frontier: () => box.frontier(),
      forks: async () => [],
      sealedAfter: async () => [{ ...forged, signature }],
    };
    const files = new FaultyFiles();
    await writeCopy(files, 'copy', orderOf(lying, [code.publicKey]));
    expect(await read(files.contents(kept))).toMatchObject({
      error: { kind: 'chain', because: 'bad-signature' },
    });
  });

  test('FAULT 51 a header that names another session than its entries', async () => {
    const files = new FaultyFiles();
    const { box } = await copiedBox();
    await writeCopy(files, 'copy', {
      ...orderOf(box, [code.publicKey]),
      of: { ...aCentre, session: 'BCP-2027' },
    });
    expect(await read(files.contents(kept))).toEqual({
      ok: false,
      error: { kind: 'session-not-in-it' },
    });
  });
});

describe('writing a copy over the one before', () => {
  test('keeps the former one beside it', async () => {
    const { files, file } = await aCopy();
    const { box } = await copiedBox(3);
    await writeCopy(files, 'copy', orderOf(box, [code.publicKey]));
    expect(files.names()).toEqual([before, kept].sort());
    expect(Buffer.from(files.contents(before)).equals(file)).toBe(true);
    expect((await read(files.contents(kept))).ok).toBe(true);
  });

  test('a write stopped at any operation, whatever the power cut leaves, keeps a whole copy', async () => {
    const longer = (await copiedBox(3)).box;
    const steps = new FaultyFiles();
    steps.put(kept, (await aCopy()).file);
    await writeCopy(steps, 'copy', orderOf(longer, [code.publicKey]));
    expect(steps.log.length).toBeGreaterThan(6);
    for (let stop = 0; stop < steps.log.length; stop++) {
      for (const through of [0, 30]) {
        const { files } = await aCopy();
        let done = 0;
        files.trouble = () => (done++ >= stop ? { code: 'EIO', through } : null);
        await expect(
          writeCopy(files, 'copy', orderOf(longer, [code.publicKey])),
          `stopped at ${stop}`,
        ).rejects.toThrow();
        for (const left of [0, 1]) {
          const disk = files.afterPowerCut(() => left);
          const whole = await Promise.all(
            [kept, before].filter((name) => disk.names().includes(name)).map((name) => read(disk.contents(name))),
          );
          expect(
            whole.some(({ ok }) => ok),
            `stopped at ${stop}, ${left} left`,
          ).toBe(true);
        }
      }
    }
  }, 60_000);

  test('a full key is told with its code, the former copy stays under its name and nothing is left beside', async () => {
    const { files, file } = await aCopy();
    files.trouble = (operation) => (operation === 'append' ? { code: 'ENOSPC', through: 5 } : null);
    await expect(writeCopy(files, 'copy', orderOf((await copiedBox(3)).box, [code.publicKey]))).rejects.toThrow(
      DiskError,
    );
    expect(files.names()).toEqual([kept]);
    expect(Buffer.from(files.contents(kept)).equals(file)).toBe(true);
  });

  test('a key that does not give back what it was given is found out before the former copy is touched', async () => {
    const { files, file } = await aCopy();
    const whole = files.readAt.bind(files);
    files.readAt = async (name, offset, length) => {
      const bytes = await whole(name, offset, length);
      return name === fresh ? bytes.map((byte, at) => (offset + at === 700 ? byte ^ 4 : byte)) : bytes;
    };
    await expect(writeCopy(files, 'copy', orderOf((await copiedBox(3)).box, [code.publicKey]))).rejects.toThrow(
      NotTheSame,
    );
    expect(files.names()).toEqual([kept]);
    expect(Buffer.from(files.contents(kept)).equals(file)).toBe(true);
  });
});

/** What a change of the byte at `at` may be told as. */
function reasonsAt(file: Uint8Array, at: number): readonly string[] {
  const { until } = unwrap(decodeCopyHeader(file));
  if (at < 12) return ['not-a-copy'];
  if (at < 14) return ['newer'];
  if (at < until) return ['header-damaged', 'header-cut'];
  return at < file.length - 28 ? ['damaged'] : ['end-missing'];
}
