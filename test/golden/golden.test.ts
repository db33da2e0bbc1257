import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openBlackBox } from '../../electron/journal/openBlackBox';
import { catalogue, isEntryKind } from '../../shared/exam/catalogue';
import { encode, entryBody, idOf } from '../../shared/journal/entry';
import { VerifiedEntry } from '../../shared/journal/verify';
import { unwrap } from '../../shared/kernel/result';
import { aCasing } from '../support/casings';
import { ed25519 } from '../support/devices';
import { FaultyFiles } from '../support/faultyFiles';

/**
 * What released versions have written, frozen for ever: files are added here, never changed. All people are made up,
 * and the devices' keys are those of test/support/devices.ts.
 */
const folder = path.join(import.meta.dirname, 'v1');
const kept = z
  .array(z.object({ id: z.string(), kind: z.string(), bytes: z.string(), signature: z.base64() }))
  .parse(JSON.parse(readFileSync(path.join(folder, 'entries.json'), 'utf8')))
  .map(({ bytes, signature, ...said }) => ({
    ...said,
    sealed: { bytes: new Uint8Array(Buffer.from(bytes)), signature: new Uint8Array(Buffer.from(signature, 'base64')) },
  }));

describe('FAULT 42 entries of version 1', () => {
  for (const { id, kind, sealed } of kept) {
    test(`${kind} ${id.slice(0, 8)} keeps its name, its signature and its meaning`, () => {
      expect(idOf(sealed.bytes)).toBe(id);
      const before = ({ seq, prev }: { seq: number; prev: VerifiedEntry['entry']['prev'] }) =>
        seq > 1 && prev ? { seq: seq - 1, id: prev } : null;
      const { entry } = unwrap(VerifiedEntry.admit(ed25519, before, sealed));
      expect(entry.kind).toBe(kind);
      if (isEntryKind(entry.kind)) {
        expect(catalogue[entry.kind].facts(entry.version, entry, entry.id)).not.toBeNull();
      }
    });
  }

  test('this version still writes what version 1 wrote, byte for byte', () => {
    for (const { sealed } of kept) {
      const body = entryBody.parse(JSON.parse(Buffer.from(sealed.bytes).toString('utf8')));
      const { format, stream, seq, prev, at, by, kind, version, about, data, supersedes } = body;
      const again = encode({ format, stream, seq, prev, at, by, kind, version, about, data, supersedes });
      expect(Buffer.from(again).toString('utf8')).toBe(Buffer.from(sealed.bytes).toString('utf8'));
    }
  });

  test('the black box of version 1 opens whole: chains, relaunch, clone and unknown kind', async () => {
    const files = new FaultyFiles();
    files.put('journal-000001.cachet', new Uint8Array(readFileSync(path.join(folder, 'journal-000001.cachet'))));
    const { box, report } = await openBlackBox({ files, check: ed25519, casing: aCasing() });
    expect(report).toMatchObject({ entries: 10, stranded: 0, forged: 0, tornBytes: 0, damagedFiles: 0 });
    expect([...(await box.frontier()).values()].map(({ seq }) => seq)).toEqual([6, 1, 1]);
    const ids = new Set<string>((await box.forks()).map(({ entry }) => entry.id));
    for (const stream of (await box.frontier()).keys()) {
      for (const { entry } of await box.after(stream, 0, 100)) ids.add(entry.id);
    }
    expect([...ids].sort()).toEqual(kept.map(({ id }) => id).sort());
  });
});
