import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Certified } from './authority';

/** Debian's packages with squid, what it stands on, and what installs a certificate for Chromium. */
const packages = [
  ...['squid-openssl', 'squid-common', 'libecap3', 'libltdl7', 'libnfnetlink0', 'libnetfilter-conntrack3', 'libtdb1'],
  'squid-langpack',
  'libnss3-tools',
];
const nobody = 65_534;

/** Squid and certutil, unpacked in a folder of their own: nothing is installed on this machine. */
export class ProxyPrograms {
  private constructor(readonly folder: string) {}

  /** Null where this machine gives none, with the reason. */
  static fetch(): { readonly programs: ProxyPrograms } | { readonly whyNot: string } {
    if (process.platform !== 'linux' || process.getuid?.() !== 0)
      return { whyNot: 'squid is unpacked and run by root on Linux' };
    const folder = mkdtempSync(path.join(tmpdir(), 'cachet-squid-'));
    chmodSync(folder, 0o755);
    const apt = (...args: string[]) =>
      execFileSync('apt-get', ['-qq', ...args], { cwd: folder, stdio: 'pipe', timeout: 60_000 });
    try {
      try {
        apt('download', ...packages);
      } catch {
        // a machine that has never listed its packages; two workers may find so at once, and apt lets one alone list them
        const options = { stdio: 'pipe', timeout: 120_000 } as const;
        execFileSync('flock', [path.join(tmpdir(), 'cachet-apt.lock'), 'apt-get', '-qq', 'update'], options);
        apt('download', ...packages);
      }
      execFileSync('sh', ['-c', 'for each in *.deb; do dpkg -x "$each" root; rm "$each"; done'], {
        cwd: folder,
        stdio: 'pipe',
      });
      return { programs: new ProxyPrograms(folder) };
    } catch (error) {
      rmSync(folder, { recursive: true });
      return {
        whyNot: `this machine gives no squid: ${error instanceof Error ? error.message.split('\n')[0] : error}`,
      };
    }
  }

  get environment(): NodeJS.ProcessEnv {
    return { ...process.env, LD_LIBRARY_PATH: path.join(this.folder, 'root/usr/lib/x86_64-linux-gnu') };
  }

  path(name: string): string {
    return path.join(this.folder, 'root/usr', name);
  }

  /** Makes a home folder in which Chromium trusts these authorities, as an administrator installs them. */
  trusting(home: string, authorities: readonly Certified[]): void {
    const store = path.join(home, '.pki/nssdb');
    mkdirSync(store, { recursive: true });
    const certutil = (...args: string[]) =>
      execFileSync(this.path('bin/certutil'), ['-d', `sql:${store}`, ...args], {
        env: this.environment,
        stdio: 'pipe',
      });
    certutil('-N', '--empty-password');
    for (const [at, { certificate }] of authorities.entries()) {
      const file = path.join(home, `authority-${at}.pem`);
      writeFileSync(file, certificate);
      certutil('-A', '-n', `authority ${at}`, '-t', 'C,,', '-i', file);
    }
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The doors of one squid, by what it does with who comes in there. */
const doors = ['tunnel', 'login', 'inspect', 'strip'] as const;

export interface RealProxy {
  /** `127.0.0.1:port` of each door. `strip` inspects too, and takes our header out of answers. */
  readonly at: Readonly<Record<(typeof doors)[number], string>>;
  /** What it has written of requests so far. */
  log(): string;
  stop(): Promise<void>;
}

/**
 * Squid, that inspects with the certificate of an authority, knows one made-up host, and lets no request pass whose body
 * is longer than `mostKilobytes` where it can see it.
 */
export async function startSquid(
  programs: ProxyPrograms,
  { inspecting, host, mostKilobytes }: { inspecting: Certified; host: string; mostKilobytes: number },
): Promise<RealProxy> {
  const folder = path.join(programs.folder, 'run');
  mkdirSync(folder);
  const ports = await freePorts(doors.length);
  const at = (door: (typeof doors)[number]) => `127.0.0.1:${ports[doors.indexOf(door)]}`;
  const file = (name: string, text: string) => {
    const full = path.join(folder, name);
    writeFileSync(full, text, { mode: 0o644 });
    return full;
  };
  const authority = file('authority.pem', inspecting.certificate + inspecting.key);
  const bump = `ssl-bump tls-cert=${authority} generate-host-certificates=on dynamic_cert_mem_cache_size=4MB`;
  const certificates = path.join(folder, 'certificates');
  const certgen = programs.path('lib/squid/security_file_certgen');
  const configuration = file(
    'squid.conf',
    `
http_port ${at('tunnel')}
http_port ${at('login')}
http_port ${at('inspect')} name=inspect ${bump}
http_port ${at('strip')} name=strip ${bump}
sslcrtd_program ${certgen} -s ${certificates} -M 4MB
sslcrtd_children 1
tls_outgoing_options flags=DONT_VERIFY_PEER
acl logins myport ${at('login').split(':')[1]}
acl strips myportname strip
auth_param basic program ${programs.path('lib/squid/basic_ncsa_auth')} ${file('passwords', '')}
auth_param basic children 1
acl known proxy_auth REQUIRED
http_access deny logins !known
http_access allow all
ssl_bump bump all
request_body_max_size ${mostKilobytes} KB
reply_header_access cachet-protocol deny strips
hosts_file ${file('hosts', `127.0.0.1 ${host}\n`)}
error_directory ${programs.path('share/squid-langpack/templates')}
icon_directory ${programs.path('share/squid/icons')}
mime_table ${path.join(programs.folder, 'root/usr/share/squid/mime.conf')}
pid_filename ${folder}/squid.pid
access_log stdio:${folder}/access.log
cache_log ${folder}/cache.log
cache_effective_user nobody
coredump_dir ${folder}
netdb_filename none
pinger_enable off
unlinkd_program ${programs.path('lib/squid/unlinkd')}
logfile_daemon ${programs.path('lib/squid/log_file_daemon')}
shutdown_lifetime 0 seconds
cache deny all
`,
  );
  execFileSync(certgen, ['-c', '-s', certificates, '-M', '4MB'], { env: programs.environment, stdio: 'pipe' });
  execFileSync('chown', ['-R', `${nobody}:${nobody}`, folder]);
  chownSync(folder, nobody, nobody);
  const child = spawn(programs.path('sbin/squid'), ['-N', '-f', configuration], {
    env: programs.environment,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(child, 'exit');
  const complaints: Buffer[] = [];
  child.stderr.on('data', (part: Buffer) => complaints.push(part));
  const said = () => {
    try {
      return readFileSync(path.join(folder, 'cache.log'), 'utf8');
    } catch {
      return '';
    }
  };
  await new Promise<void>((resolve, reject) => {
    const look = setInterval(() => {
      if (child.exitCode !== null) {
        clearInterval(look);
        reject(new Error(`squid ended: ${said()}${Buffer.concat(complaints)}`));
      } else if (said().split('Accepting').length > doors.length) {
        clearInterval(look);
        resolve();
      }
    }, 20);
  });
  return {
    at: { tunnel: at('tunnel'), login: at('login'), inspect: at('inspect'), strip: at('strip') },
    log: () => readFileSync(path.join(folder, 'access.log'), 'utf8'),
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function freePorts(count: number): Promise<readonly number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  const ports: number[] = [];
  for (const server of servers) {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address: AddressInfo | string | null = server.address();
    if (typeof address === 'object' && address) ports.push(address.port);
  }
  for (const server of servers) {
    server.close();
    await once(server, 'close');
  }
  return ports;
}
