import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { type LaterFile, laterFile } from '../shared/bridge/journal';

/** A file is in a form that only a later version of the program knows: it is left as it is. */
export class LaterForm extends Error {
  constructor(file: string) {
    super(`${path.basename(file)} is of a later version`);
  }
}

/** The form of every file of JSON that this version keeps. */
const ownFormat = 1;

const formed = z.object({ format: z.int().min(ownFormat + 1) });

/** Whether a kept file says that it is in a later form than this version's. What says nothing is not. */
export function isOfLaterForm(text: string): boolean {
  try {
    return formed.safeParse(JSON.parse(text)).success;
  } catch {
    return false; // damaged, which its reader tells
  }
}

/** Before a kept file is written or removed: throws `LaterForm` where that would cost what a later version wrote. */
export async function refuseLaterForm(file: string): Promise<void> {
  if (await isFileOfLaterForm(file)) throw new LaterForm(file);
}

const settings: Readonly<Record<LaterFile, string>> = {
  enrolment: 'exchange/enrolment',
  network: 'exchange/network',
  copies: 'copies.settings',
};

/** Which settings of this machine a later version wrote: they do not serve now, and the person is told. */
export async function laterFilesIn(folder: string): Promise<readonly LaterFile[]> {
  const found = await Promise.all(
    laterFile.options.map(async (each) => ((await isFileOfLaterForm(path.join(folder, settings[each]))) ? each : null)),
  );
  return found.flatMap((each) => each ?? []);
}

/** As `isOfLaterForm`, of the file as it is now. */
export async function isFileOfLaterForm(file: string): Promise<boolean> {
  try {
    return isOfLaterForm(await readFile(file, 'utf8'));
  } catch {
    return false; // absent, or nothing that can be read now
  }
}
