import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';
import { closing } from './headquarters';

const root = path.resolve(import.meta.dirname, '../..');

/** The program of headquarters as it is run, in a folder of its own. */
export interface HeadquartersProgram {
  /** Runs it on a PostgreSQL server; resolves once it listens. Throws when it ends before. */
  start(databaseUrl: string): Promise<HeadquartersProcess>;
  remove(): Promise<void>;
}

export interface HeadquartersProcess {
  readonly url: string;
  /** Whether it still runs. */
  readonly alive: boolean;
  /** SIGKILL. Resolves when it is gone. */
  kill(): Promise<void>;
}

export async function bundledHeadquarters(): Promise<HeadquartersProgram> {
  const folder = await mkdtemp(path.join(tmpdir(), 'cachet-program-'));
  await symlink(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  const outDir = path.join(folder, 'program');
  const configFile = path.join(root, 'build/vite.node.ts');
  await build({ configFile, mode: 'headquarters', logLevel: 'warn', build: { outDir, sourcemap: false } });
  return {
    start: (databaseUrl) => started(path.join(outDir, 'index.js'), databaseUrl, path.join(folder, 'node')),
    remove: () => rm(folder, { recursive: true }),
  };
}

async function started(program: string, databaseUrl: string, folder: string): Promise<HeadquartersProcess> {
  const child = spawn(process.execPath, [program], {
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      CACHET_HEADQUARTERS: folder,
      CACHET_ADDRESS: '127.0.0.1:0',
      CACHET_PASSPHRASE: closing.passphrase,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(child, 'exit');
  const said: string[] = [];
  const url = await new Promise<string>((resolve, reject) => {
    createInterface(child.stderr).on('line', (line) => {
      said.push(line);
      const address = /listens on (http:\S+)/.exec(line)?.[1];
      if (address !== undefined) resolve(address);
    });
    child.once('exit', () => reject(new Error(`headquarters ended: ${said.join('\n')}`)));
  });
  return {
    url,
    get alive() {
      return child.exitCode === null && child.signalCode === null;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
