import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Casing } from '../journal/casing';
import { openQuarantine, type QuarantineInSight } from './quarantineFile';

/** Where all exchanges of this machine, with headquarters and within the centre, keep what they remember. */
export interface ExchangeFolder {
  readonly folder: string;
  readonly quarantine: QuarantineInSight;
}

/** @param data the program's data folder */
export async function openExchangeFolder(data: string, casing: Casing): Promise<ExchangeFolder> {
  const folder = path.join(data, 'exchange');
  await mkdir(folder, { recursive: true }).catch(() => undefined); // a disk that takes nothing: each file says so
  return { folder, quarantine: await openQuarantine(path.join(folder, 'quarantine'), casing) };
}
