import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';
import { shiftedClock } from './atHour';
import type { Certified } from './authority';
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
  /** The address it listens on, an IPv6 one in brackets; 127.0.0.1 unless told. */
  readonly host?: string;
  /** Where it ends TLS: PEM both. */
  readonly tls?: Certified;
  /** What runs it, as a network of its own; itself unless told. */
  readonly within?: readonly string[];
  /** The file that says by how many milliseconds its clock is ahead of the machine's. */
  readonly clock?: string;
}

export interface HeadquartersProcess {
  readonly pid: number;
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

/** @param page whether it serves the vigie's page too */
export async function bundledHeadquarters(page = false): Promise<HeadquartersProgram> {
  const folder = await mkdtemp(path.join(tmpdir(), 'cachet-program-'));
  await symlink(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  const outDir = path.join(folder, 'program');
  const configFile = path.join(root, 'build/vite.node.ts');
  await build({ configFile, mode: 'headquarters', logLevel: 'warn', build: { outDir, sourcemap: false } });
  if (page) {
    const pageFile = path.join(root, 'build/vite.vigie.ts');
    await build({ configFile: pageFile, logLevel: 'warn', build: { outDir: path.join(folder, 'vigie') } });
  }
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
  { port = '0', host = '127.0.0.1', tls, within = [], codeFor, clock }: StartOptions,
): Promise<HeadquartersProcess> {
  const { DATABASE_URL: _inherited, ...inherited } = process.env;
  const certificate = tls && { CACHET_TLS_CERTIFICATE: `${folder}.pem`, CACHET_TLS_KEY: `${folder}.key` };
  if (certificate) await writeFile(certificate.CACHET_TLS_CERTIFICATE, tls.certificate);
  if (certificate) await writeFile(certificate.CACHET_TLS_KEY, tls.key);
  const run = [process.execPath, program, ...(codeFor === undefined ? [] : ['--code', codeFor])];
  const [first = '', ...rest] = [...within, ...run];
  const child = spawn(first, rest, {
    env: {
      ...inherited,
      ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }),
      CACHET_HEADQUARTERS: folder,
      CACHET_ADDRESS: `${host}:${port}`,
      ...certificate,
      CACHET_PASSPHRASE: closing.passphrase,
      ...(clock === undefined ? {} : { CACHET_TEST_CLOCK: clock, NODE_OPTIONS: `--require ${shiftedClock}` }),
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(child, 'exit');
  const said: string[] = [];
  const url = await new Promise<string>((resolve, reject) => {
    createInterface(child.stderr).on('line', (line) => {
      said.push(line);
      const address = /listens on (https?:\S+)/.exec(said.join('\n'))?.[1];
      const known = /Its key, .*: \S+/.test(line);
      if (address !== undefined && (codeFor === undefined ? known : line.startsWith('Enrolment code')))
        resolve(address);
    });
    child.once('exit', () => reject(new Error(`headquarters ended: ${said.join('\n')}`)));
  });
  const told = (pattern: RegExp) => pattern.exec(said.join('\n'))?.[1] ?? '';
  return {
    pid: child.pid ?? 0,
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
