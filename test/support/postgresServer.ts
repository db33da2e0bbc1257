import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';

const debian = '/usr/lib/postgresql';
const nobody = 65_534;

/** The folder of a PostgreSQL server's programs on this machine, the newest; null where there is none. */
export function postgresPrograms(): string | null {
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [process.env.CACHET_POSTGRES ?? '', ...versions.map((version) => path.join(debian, version, 'bin'))];
  return folders.find((folder) => folder !== '' && existsSync(path.join(folder, 'initdb'))) ?? null;
}

/** A PostgreSQL server of a test's own, in a folder of its own and reached through a socket in it. */
export interface PostgresServer {
  /** A new database, empty or a copy of one that nobody uses; the address of it. */
  database(copied?: string): Promise<string>;
  /** A new, empty database that lies in a folder of its own, which is given to the server; the address of it. */
  databaseIn(folder: string): Promise<string>;
  /** Gives a database's name to another one, nobody being connected to either any more: the first is then gone. */
  replaced(current: string, by: string): Promise<void>;
  /** Stops it at once, as a power cut would. */
  cut(): void;
  /** Starts it again. */
  start(): void;
  /** Starts it again where it has given up by itself, or is about to. */
  revive(): void;
  /** Stops it at once and starts it. */
  crash(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts a server, as a user without rights where the test runs as root: PostgreSQL refuses to run as root.
 * @param log the folder that its write-ahead log lies in, in pieces of a megabyte; beside its data unless told
 */
export async function startPostgres(programs: string, log?: string): Promise<PostgresServer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'cachet-postgres-'));
  const asRoot = process.getuid?.() === 0;
  if (asRoot) await chown(folder, nobody, nobody);
  const data = path.join(folder, 'data');
  const said = path.join(folder, 'log');
  if (asRoot && log !== undefined) await chown(log, nobody, nobody);
  const rights = ['--reuid=65534', '--regid=65534', '--clear-groups'];

  function run(name: string, args: readonly string[]) {
    const command = [path.join(programs, name), ...args];
    const [first = '', ...rest] = asRoot ? ['setpriv', ...rights, ...command] : command;
    return spawnSync(first, rest, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  }
  function program(name: string, ...args: string[]): void {
    const { status, stderr } = run(name, args);
    if (status !== 0) throw new Error(`${name} failed: ${stderr}`);
  }

  const start = () =>
    program(
      'pg_ctl',
      'start',
      '--wait',
      `--pgdata=${data}`,
      `--log=${said}`,
      `--options=-k ${folder} -c listen_addresses=`,
    );
  const stop = (mode: string) => program('pg_ctl', 'stop', '--wait', `--pgdata=${data}`, `--mode=${mode}`);
  const end = () => void run('pg_ctl', ['stop', '--wait', `--pgdata=${data}`, '--mode=immediate']);
  const url = (name: string) => `postgres://cachet@/${name}?host=${encodeURIComponent(folder)}`;

  program(
    'initdb',
    `--pgdata=${data}`,
    '--username=cachet',
    '--auth=trust',
    '--encoding=UTF8',
    '--locale=C',
    '--no-sync',
    ...(log === undefined ? [] : [`--waldir=${path.join(log, 'wal')}`, '--wal-segsize=1']),
  );
  start();
  const nameIn = (address: string) => new URL(address.replace('@/', '@socket/')).pathname.slice(1);
  const asOwner = async (...statements: readonly string[]) => {
    const client = new pg.Client({ connectionString: url('postgres') });
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  };
  let made = 0;
  return {
    async database(copied) {
      const name = `cachet_${++made}`;
      await asOwner(`create database ${name}${copied === undefined ? '' : ` template ${nameIn(copied)}`}`);
      return url(name);
    },
    async databaseIn(elsewhere) {
      if (asRoot) await chown(elsewhere, nobody, nobody);
      const name = `cachet_${++made}`;
      const place = `place_${made}`;
      await asOwner(
        `create tablespace ${place} location '${elsewhere}'`,
        `create database ${name} tablespace ${place}`,
      );
      return url(name);
    },
    async replaced(current, by) {
      const [name, other] = [nameIn(current), nameIn(by)];
      await asOwner(`drop database ${name} with (force)`, `alter database ${other} rename to ${name}`);
    },
    cut: () => stop('immediate'),
    start,
    revive() {
      end();
      start();
    },
    async crash() {
      stop('immediate');
      start();
    },
    async stop() {
      end();
      await rm(folder, { recursive: true });
    },
  };
}
