import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { CopiedCentre } from '../../shared/bridge/copies';
import { publishedCentre } from '../../shared/centre/publishedCentre';
import { recoveryKeysOf } from '../../shared/centre/recoveryKeys';
import type { Clock, Random } from '../../shared/kernel/ports';
import type { Statement } from '../../shared/kernel/statement';
import { nodeFileStore } from '../journal/nodeFileStore';
import type { OpenJournal } from '../journal/openJournal';
import type { DataKeys } from '../keys/dataKeys';
import type { SealedKey } from '../keys/keyFile';
import { isFileOfLaterForm } from '../laterForm';
import { readCopySettings, writeCopySettings } from './copySettings';
import { Restoring } from './restoring';
import { SafeCopies } from './safeCopies';

/** What the entries of this machine say of the centre, gathered as they are met. */
export class KnownCentre {
  private known: CopiedCentre | null = null;
  private readonly keys = new Set<string>();

  meet(entry: Statement): void {
    this.known = publishedCentre(entry) ?? this.known;
    for (const key of recoveryKeysOf(entry)) this.keys.add(key);
  }

  get centre(): CopiedCentre | null {
    return this.known;
  }

  get recoveryKeys(): readonly string[] {
    return [...this.keys];
  }
}

export interface OpenCopies {
  readonly safe: SafeCopies;
  readonly restoring: Restoring;
}

/** The safe copies of this machine, made and taken back, over its open journal. */
export async function openCopies(ports: {
  /** The program's data folder. */
  readonly folder: string;
  readonly keys: DataKeys;
  /** The same keys as headquarters alone can open them. */
  readonly machineKeys: () => readonly SealedKey[];
  readonly journal: OpenJournal;
  readonly known: KnownCentre;
  readonly version: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly monotonic: () => number;
}): Promise<OpenCopies> {
  const { folder, keys, machineKeys, journal, known, version, clock, random, monotonic } = ports;
  const { box, device, check } = journal;
  const file = path.join(folder, 'copies.settings');
  const centre = () => known.centre;
  const safe = new SafeCopies({
    ...{ box, device, version, clock, random, monotonic, centre, machineKeys },
    recoveryKeys: () => known.recoveryKeys,
    openFolder: async (chosen) => ((await isFolder(chosen)) ? nodeFileStore(chosen) : null),
    settings: await readCopySettings(file, keys),
    keep: (settings) => writeCopySettings(file, settings, keys, random),
    mayKeep: async () => !(await isFileOfLaterForm(file)),
  });
  return { safe, restoring: new Restoring({ box, device, check, centre, centreOf: publishedCentre }) };
}

async function isFolder(chosen: string): Promise<boolean> {
  try {
    return (await stat(chosen)).isDirectory();
  } catch {
    return false; // the key it lies on was pulled out
  }
}
