import { access, rename } from 'node:fs/promises';

/** Gives a file that cannot be read another name, never one that is taken: `<file>.unreadable`, `<file>.unreadable-2` … */
export async function setAside(file: string): Promise<void> {
  let name = `${file}.unreadable`;
  for (let number = 2; await exists(name); number++) name = `${file}.unreadable-${number}`;
  await rename(file, name);
}

async function exists(file: string): Promise<boolean> {
  try {
    await access(file);
    return true;
  } catch {
    return false;
  }
}
