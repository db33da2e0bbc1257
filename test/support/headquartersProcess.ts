import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';
import { closing } from './closing';

const root = path.resolve(import.meta.dirname, '../..');

/** The program of headquarters as it is run, in a folder of its own. */
export interface HeadquartersProgram {
  /**
   * Runs it on a PostgreSQL server, or on PGlite in its folder where there is none; resolves once it listens. Throws when
   * it ends before.
   */
  start(databaseUrl: string | null, options?: StartOptions): Promise<HeadquartersProcess>;
  remove(): Promise<void>;
}

interface StartOptions {
  /** The port of an earlier one; any that is free unless told. */
  readonly port?: string;
  /** The centre to make a code for. */
  readonly codeFor?: string;
}

export interface HeadquartersProcess {
  readonly url: string;
  /** The key by which machines know it. */
  readonly key: string;
  /** The enrolment code it told, if it was to make one. */
  readonly code: string;
  /** The code for its first administrator, while it has nobody yet. */
  readonly administrator: string;
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
    start: (databaseUrl, options = {}) =>
      started(path.join(outDir, 'index.js'), databaseUrl, path.join(folder, 'node'), options),
    remove: () => rm(folder, { recursive: true }),
  };
}

async function started(
  program: string,
  databaseUrl: string | null,
  folder: string,
  { port = '0', codeFor }: StartOptions,
): Promise<HeadquartersProcess> {
  const { DATABASE_URL: _inherited, ...inherited } = process.env;
  const child = spawn(process.execPath, codeFor === undefined ? [program] : [program, '--code', codeFor], {
    env: {
      ...inherited,
      ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }),
      CACHET_HEADQUARTERS: folder,
      CACHET_ADDRESS: `127.0.0.1:${port}`,
      CACHET_PASSPHRASE: closing.passphrase,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(child, 'exit');
  const said: string[] = [];
  const url = await new Promise<string>((resolve, reject) => {
    createInterface(child.stderr).on('line', (line) => {
      said.push(line);
      const address = /listens on (http:\S+)/.exec(said.join('\n'))?.[1];
      const known = /Its key, .*: \S+/.test(line);
      if (address !== undefined && (codeFor === undefined ? known : line.startsWith('Enrolment code')))
        resolve(address);
    });
    child.once('exit', () => reject(new Error(`headquarters ended: ${said.join('\n')}`)));
  });
  const told = (pattern: RegExp) => pattern.exec(said.join('\n'))?.[1] ?? '';
  return {
    url,
    key: told(/Its key, .*: (\S+)/),
    code: told(/Enrolment code .*: (\S+)/),
    administrator: told(/first administrator, .*: (\S+)/),
    get alive() {
      return child.exitCode === null && child.signalCode === null;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
