import { createHash, timingSafeEqual } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import type { CopiedCentre } from '../../shared/bridge/copies';
import type { SealedEntry } from '../../shared/journal/entry';
import type { DeviceId } from '../../shared/journal/launch';
import { concatBytes } from '../../shared/kernel/bytes';
import type { Instant } from '../../shared/kernel/instant';
import type { Random } from '../../shared/kernel/ports';
import type { BlackBox } from '../journal/blackBox';
import { Casing } from '../journal/casing';
import type { AppendFile, FileStore } from '../journal/fileStore';
import { encodeRecord } from '../journal/recordFormat';
import { DATA_KEY_BYTES, dataKeyOf } from '../keys/dataKeys';
import type { SealedKey } from '../keys/keyFile';
import { type RecoverySeal, sealTo } from '../keys/recoverySeal';
import { type CopyHeader, encodeCopyHeader, encodeEnd } from './copyHeader';

export interface CopyOrder {
  readonly box: Pick<BlackBox, 'frontier' | 'forks' | 'sealedAfter'>;
  readonly of: CopiedCentre;
  readonly madeAt: Instant;
  readonly device: DeviceId;
  /** Of the program. */
  readonly version: string;
  /** That machine's data keys, sealed to headquarters. */
  readonly machineKeys: readonly SealedKey[];
  /** Public keys that open it: that of the code de secours first, then headquarters'. */
  readonly openedBy: readonly string[];
  readonly random: Random;
}

/** What the medium gave back is not what was written to it. */
export class NotTheSame extends Error {}

const entriesPerSlice = 100;
const bytesPerRead = 1_048_576;

/** The names of one copy's file: itself, the one being written, and the whole one before it. */
export const namesOf = (name: string) =>
  ({
    kept: `${name}.cachet`,
    fresh: `${name}.cachet.new`,
    before: `${name} (précédente).cachet`,
  }) as const;

/**
 * Writes all that the black box holds now as one file: beside the one there is, synced, read back whole and compared; only then
 * does it take its place, and the former one stays beside it until the next time. Rejects with the system's error, or
 * `NotTheSame`, and leaves what was there. Works in slices. @returns how many entries it holds
 */
export async function writeCopy(files: FileStore, name: string, order: CopyOrder): Promise<number> {
  const { kept, fresh, before } = namesOf(name);
  const there = new Set(await files.list());
  if (there.has(fresh)) await files.remove(fresh);
  try {
    const written = await writeFresh(files, fresh, order);
    await readBack(files, fresh, written);
    // Two renames rather than one: a USB key's file system may lose both names of a file that is renamed over another
    if (there.has(kept)) await files.rename(kept, before);
    await files.rename(fresh, kept);
    await files.syncFolder();
    return written.entries;
  } catch (error) {
    await files.remove(fresh).catch(() => undefined); // a key that was pulled out refuses this too
    throw error;
  }
}

interface Written {
  readonly entries: number;
  readonly length: number;
  readonly digest: Uint8Array;
}

async function writeFresh(files: FileStore, name: string, order: CopyOrder): Promise<Written> {
  const { box, random } = order;
  const [frontier, forks] = [await box.frontier(), await box.forks()];
  const raw = random.bytes(DATA_KEY_BYTES);
  const key = dataKeyOf(raw);
  const casing = new Casing({ inUse: key, former: [] }, random);
  const heads = [...frontier].map(([stream, { seq, id }]) => ({ stream, seq, id }));
  const entries = heads.reduce((sum, { seq }) => sum + seq, forks.length);
  const seals = order.openedBy.flatMap((to): readonly RecoverySeal[] => {
    const seal = sealTo(to, key.id, raw, random);
    return seal ? [seal] : [];
  });
  const { of, madeAt, device, version, machineKeys } = order;
  const header: CopyHeader = {
    ...{
      format: 1,
      of,
      madeAt,
      device,
      version,
      entries,
      forks: forks.length,
      frontier: heads,
    },
    key: { id: key.id, seals },
    machineKeys: [...machineKeys],
  };
  const file = new Digested(await files.create(name));
  try {
    await file.append(encodeCopyHeader(header, raw));
    for (const { stream, seq } of heads) {
      for (let from = 0; from < seq; from += entriesPerSlice) {
        const sealed = await box.sealedAfter(stream, from, Math.min(entriesPerSlice, seq - from));
        await file.append(recordsOf(casing, sealed));
        await turn();
      }
    }
    if (forks.length > 0)
      await file.append(
        recordsOf(
          casing,
          forks.map(({ sealed }) => sealed),
        ),
      );
    await file.append(encodeEnd(file.length));
    await file.sync();
  } finally {
    await file.close();
  }
  return { entries, length: file.length, digest: file.digest() };
}

function recordsOf(casing: Casing, sealed: readonly SealedEntry[]): Uint8Array {
  return concatBytes(...sealed.map((each) => encodeRecord(casing.encase(each))));
}

async function readBack(files: FileStore, name: string, { length, digest }: Written): Promise<void> {
  const hash = createHash('sha256');
  for (let at = 0; at <= length; at += bytesPerRead) {
    hash.update(await files.readAt(name, at, bytesPerRead));
    await turn();
  }
  if (!timingSafeEqual(hash.digest(), digest)) throw new NotTheSame(`${name} is not what was written`);
}

/** A file that is being appended to, and the hash of what it should hold. */
class Digested {
  length = 0;
  private readonly hash = createHash('sha256');

  constructor(private readonly file: AppendFile) {}

  async append(bytes: Uint8Array): Promise<void> {
    this.hash.update(bytes);
    await this.file.append(bytes);
    this.length += bytes.length;
  }

  sync = () => this.file.sync();
  close = () => this.file.close();
  digest = () => new Uint8Array(this.hash.digest());
}
