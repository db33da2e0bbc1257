import { setImmediate as turn } from 'node:timers/promises';
import type { CarriedFault } from '../../shared/bridge/carry';
import { err, type Result } from '../../shared/kernel/result';
import type { ProvenNames } from '../disk/provenFile';
import type { FileStore } from '../journal/fileStore';
import { MOST_CARRIED_BYTES } from './carriedFormat';
import { type CarriedChannel, type CarriedReading, entriesOf, type OpenedCarried, openCarried } from './readCarried';

const ending = '.cachet-key';
const formerEnding = `-precedent${ending}`;

/** The names of one machine's file on a key. */
export const namesOf = (name: string): ProvenNames => ({
  kept: `${name}${ending}`,
  fresh: `${name}${ending}.new`,
  before: `${name}${formerEnding}`,
});

/** One file, with what this machine may read of it. */
export interface GoodFile extends OpenedCarried {
  readonly name: string;
  readonly channels: readonly CarriedChannel[];
}

export interface RefusedFile {
  readonly name: string;
  readonly because: CarriedFault;
}

/** What was read from a key. */
export interface FilesRead {
  readonly good: readonly GoodFile[];
  readonly refused: readonly RefusedFile[];
}

/** Reads every machine's file, and a former one only where a machine's own is not good: a key pulled out left it so. */
export async function filesOf(files: FileStore, reading: CarriedReading): Promise<FilesRead> {
  const there = (await files.list()).filter((name) => name.endsWith(ending)).sort();
  const good: GoodFile[] = [];
  const refused: RefusedFile[] = [];
  for (const name of [...there.filter((each) => !isFormer(each)), ...there.filter(isFormer)]) {
    if (good.some((each) => isFormer(name) && namesOf(stemOf(name)).kept === each.name)) continue;
    const opened = await openedFile(files, name, reading);
    const channels = opened.ok ? await entriesOf(opened.value, reading) : opened;
    if (opened.ok && channels.ok) good.push({ ...opened.value, name, channels: channels.value });
    else if (!channels.ok) refused.push({ name, because: channels.error });
    await turn();
  }
  return { good, refused };
}

/** What the files say of how far their writers have come; those that cannot be read are passed over. */
export async function indicesOf(files: FileStore, reading: CarriedReading): Promise<readonly OpenedCarried[]> {
  const all: OpenedCarried[] = [];
  const wanted = (name: string) => name.endsWith(ending) && !isFormer(name);
  for (const name of (await files.list()).filter(wanted)) {
    const opened = await openedFile(files, name, reading);
    if (opened.ok) all.push(opened.value);
    await turn();
  }
  return all;
}

async function openedFile(
  files: FileStore,
  name: string,
  reading: CarriedReading,
): Promise<Result<OpenedCarried, CarriedFault>> {
  let bytes: Uint8Array;
  try {
    if ((await files.readAt(name, MOST_CARRIED_BYTES, 1)).length > 0) return err({ kind: 'too-large' });
    bytes = await files.read(name);
  } catch {
    return err({ kind: 'unreadable' }); // the key was pulled out, or the file is no file
  }
  return openCarried(bytes, reading);
}

function isFormer(name: string): boolean {
  return name.endsWith(formerEnding);
}

function stemOf(name: string): string {
  return name.slice(0, isFormer(name) ? -formerEnding.length : -ending.length);
}
