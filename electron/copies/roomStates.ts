import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { writeWhole } from '../journal/writeWhole';

/** The folder beside the copy where the state of the rooms lies. */
const folderName = 'état-des-salles';

export interface Page {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Puts each page in place of the one before, whole or not at all, and takes away those of `former` that are no more. */
export async function writeRoomStates(
  beside: string,
  pages: readonly Page[],
  former: readonly string[],
): Promise<void> {
  const folder = path.join(beside, folderName);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const { name, bytes } of pages) await writeWhole(path.join(folder, name), bytes);
  const now = new Set(pages.map(({ name }) => name));
  for (const name of former) if (!now.has(name)) await rm(path.join(folder, name), { force: true });
}
