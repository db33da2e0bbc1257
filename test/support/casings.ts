import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { Casing } from '../../electron/journal/casing';
import { type DataKeys, dataKeyOf } from '../../electron/keys/dataKeys';
import { fileKeychain } from '../../electron/keys/fileKeychain';
import { stretched } from '../../electron/keys/stretched';
import { Vault } from '../../electron/keys/vault';
import type { CasedEntry } from '../../shared/journal/cased';
import type { Frontier } from '../../shared/journal/frontier';
import type { AppendFault, Journal, Placed } from '../../shared/journal/journal';
import { VerifiedEntry } from '../../shared/journal/verify';
import type { StreamId } from '../../shared/kernel/ids';
import { ok, type Result, unwrap } from '../../shared/kernel/result';
import { keychain } from './keychain';
import { seededNumbers } from './seededNumbers';

/** The casing of a made-up machine: the same name, the same data key. */
export function aCasing(name = 'machine', ...former: readonly string[]): Casing {
  const numbers = seededNumbers(1);
  const keys = [name, ...former].map((each) => dataKeyOf(new TextEncoder().encode(each.padEnd(32, '.'))));
  const [inUse] = keys;
  if (!inUse) throw new Error('a machine has a data key');
  const random = { bytes: (count: number) => Uint8Array.from({ length: count }, () => Math.floor(numbers() * 256)) };
  return new Casing({ inUse, former: keys.slice(1) }, random);
}

const random = { bytes: (count: number) => new Uint8Array(randomBytes(count)) };

/** The data keys of the machine that was or will be started on a profile. */
export async function dataKeysOf(profile: string): Promise<DataKeys> {
  const vault = await Vault.open({
    file: path.join(profile, 'data.key'),
    found: fileKeychain(keychain, random),
    stretch: stretched,
    random,
    monotonic: () => 0,
    encased: async () => [],
  });
  return vault.keys;
}

/** The casing of the machine that was or will be started on a profile. */
export async function casingOf(profile: string): Promise<Casing> {
  return new Casing(await dataKeysOf(profile), random);
}

export interface CasedCopy {
  frontier(): Promise<Frontier>;
  after(stream: StreamId, seq: number, limit: number): Promise<readonly CasedEntry[]>;
  forks(): Promise<readonly CasedEntry[]>;
  append(batch: readonly CasedEntry[]): Promise<Result<Placed<CasedEntry>, AppendFault>>;
}

/** What a casing of this machine holds, taken for what it says it is: its signature was checked before it was encased. */
export function verifiedIn({ entry: { seq, prev }, casing: cased }: CasedEntry, casing = aCasing()): VerifiedEntry {
  const sealed = casing.open(cased);
  if (typeof sealed === 'string') throw new Error(`a casing of this machine does not open: ${sealed}`);
  const before = seq > 1 && prev ? { seq: seq - 1, id: prev } : null;
  return unwrap(
    VerifiedEntry.admit(
      () => true,
      () => before,
      sealed,
    ),
  );
}

/** A copy of cased entries as the journal it is to whoever has the data key. */
export function opened(copy: CasedCopy, casing = aCasing()): Journal {
  const verified = (each: CasedEntry) => verifiedIn(each, casing);
  return {
    frontier: () => copy.frontier(),
    after: async (stream, seq, limit) => (await copy.after(stream, seq, limit)).map(verified),
    forks: async () => (await copy.forks()).map(verified),
    async append(entries) {
      const cased = entries.map(({ entry, sealed }) => ({ entry, casing: casing.encase(sealed) }));
      const appended = await copy.append(cased);
      if (!appended.ok) return appended;
      const { added, known, forked } = appended.value;
      const given = (taken: readonly CasedEntry[]) =>
        taken.flatMap((each) => entries.find(({ entry }) => entry.id === each.entry.id) ?? []);
      return ok({ added: given(added), known, forked: given(forked) });
    },
  };
}
