import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { neighboursIn } from '../../shared/exchange/neighbours';

const run = promisify(execFile);

/** Addresses at which the system knows a network card; null where it does not tell. */
export async function knownNeighbours(): Promise<readonly string[] | null> {
  try {
    return neighboursIn(process.platform === 'linux' ? await readFile('/proc/net/arp', 'utf8') : await printed());
  } catch {
    return null; // a system without such a table: the diagnosis does without it
  }
}

async function printed(): Promise<string> {
  const all = process.platform === 'win32' ? '-a' : '-an';
  const { stdout } = await run('arp', [all], { timeout: 2_000, windowsHide: true });
  return stdout;
}
