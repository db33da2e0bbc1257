import { setImmediate as turn } from 'node:timers/promises';
import type { CopiedCentre } from '../../shared/bridge/copies';
import type { SealedEntry } from '../../shared/journal/entry';
import type { DeviceId } from '../../shared/journal/launch';
import { concatBytes } from '../../shared/kernel/bytes';
import type { Instant } from '../../shared/kernel/instant';
import type { Random } from '../../shared/kernel/ports';
import { type Digested, type ProvenNames, writeProven } from '../disk/provenFile';
import type { BlackBox } from '../journal/blackBox';
import { Casing } from '../journal/casing';
import type { FileStore } from '../journal/fileStore';
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

const entriesPerSlice = 100;

/** The names of one copy's file: itself, the one being written, and the whole one before it. */
export const namesOf = (name: string): ProvenNames => ({
  kept: `${name}.cachet`,
  fresh: `${name}.cachet.new`,
  before: `${name} (précédente).cachet`,
});

/**
 * Writes all that the black box holds now as one file: beside the one there is, synced, read back whole and compared; only then
 * does it take its place, and the former one stays beside it until the next time. Rejects with the system's error, or
 * `NotTheSame`, and leaves what was there. Works in slices. @returns how many entries it holds
 */
export async function writeCopy(files: FileStore, name: string, order: CopyOrder): Promise<number> {
  let entries = 0;
  await writeProven(files, namesOf(name), async (file) => {
    entries = await fill(file, order);
  });
  return entries;
}

async function fill(file: Digested, order: CopyOrder): Promise<number> {
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
  await file.append(encodeCopyHeader(header, raw));
  for (const { stream, seq } of heads) {
    for (let from = 0; from < seq; from += entriesPerSlice) {
      const sealed = await box.sealedAfter(stream, from, Math.min(entriesPerSlice, seq - from));
      await file.append(recordsOf(casing, sealed));
      await turn();
    }
  }
  const beside = forks.map(({ sealed }) => sealed);
  if (beside.length > 0) await file.append(recordsOf(casing, beside));
  await file.append(encodeEnd(file.length));
  return entries;
}

function recordsOf(casing: Casing, sealed: readonly SealedEntry[]): Uint8Array {
  return concatBytes(...sealed.map((each) => encodeRecord(casing.encase(each))));
}
