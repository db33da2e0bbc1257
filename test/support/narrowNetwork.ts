import { execFileSync } from 'node:child_process';
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { chmodSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const ip = (...args: readonly string[]) => execFileSync('ip', [...args], { stdio: 'pipe' });

/** Why no network of its own can be made here, or null: it takes root on Linux. */
export function whyNoNetwork(): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'only root on Linux may make a network';
  const name = `cachet-try-${process.pid}`;
  try {
    ip('netns', 'add', name);
    ip('netns', 'del', name);
    return null;
  } catch (error) {
    return `this machine does not let root make a network: ${error instanceof Error ? error.message.trim() : error}`;
  }
}

/** A network of its own behind a cable that lets 1,280 bytes through at once and knows no IPv4. */
export class NarrowNetwork {
  private readonly name = `cachet-${process.pid}`;
  private readonly cable = `cachet${process.pid % 10_000}`;
  /** Of a server in it. */
  readonly address = 'fd00:cac8:e7::2';

  constructor() {
    ip('netns', 'add', this.name);
    ip(
      'link',
      'add',
      this.cable,
      'mtu',
      '1280',
      'type',
      'veth',
      'peer',
      'name',
      'far',
      'mtu',
      '1280',
      'netns',
      this.name,
    );
    ip('-6', 'address', 'add', 'fd00:cac8:e7::1/64', 'dev', this.cable, 'nodad');
    ip('link', 'set', this.cable, 'up');
    const there = ['-n', this.name];
    ip(...there, '-6', 'address', 'add', `${this.address}/64`, 'dev', 'far', 'nodad');
    ip(...there, 'link', 'set', 'far', 'up');
    ip(...there, 'link', 'set', 'lo', 'up');
    // Chromium asks for IPv6 addresses where it sees a way to that one
    ip('-6', 'route', 'add', '2001:4860:4860::8888/128', 'via', this.address, 'dev', this.cable);
  }

  /** What runs a program in it. */
  get within(): readonly string[] {
    return ['ip', 'netns', 'exec', this.name];
  }

  get addressBytes(): Uint8Array {
    return Buffer.from('fd00cac800e700000000000000000002', 'hex');
  }

  remove(): void {
    ip('netns', 'del', this.name);
  }
}

/** What the names' server does: nothing; sends to another machine; or says where a host is, by IPv6 alone. */
export type NamesMood = 'dead' | 'lying' | 'honest';

/** A server for names at 127.0.0.153. */
export class Names {
  mood: NamesMood = 'dead';
  private constructor(private readonly socket: Socket) {}

  /** @param lie the IPv4 address that it sends to when it lies @param truth the IPv6 address, as its bytes */
  static async begin(lie: string, truth: Uint8Array): Promise<Names> {
    const socket = createSocket('udp4');
    const names = new Names(socket);
    socket.on('message', (asked, { port, address }) => {
      if (names.mood === 'dead') return;
      let end = 12;
      while ((asked[end] ?? 0) > 0) end += (asked[end] ?? 0) + 1;
      const type = asked.readUInt16BE(end + 1);
      const lies = Buffer.from(lie.split('.').map(Number));
      const found = names.mood === 'lying' ? (type === 1 ? lies : null) : type === 28 ? truth : null;
      const header = Buffer.concat([asked.subarray(0, 2), Buffer.of(0x81, 0x80, 0, 1, 0, found ? 1 : 0, 0, 0, 0, 0)]);
      const record = found ? [Buffer.of(0xc0, 12, 0, type, 0, 1, 0, 0, 0, 0, 0, found.length), found] : [];
      socket.send(Buffer.concat([header, asked.subarray(12, end + 5), ...record]), port, address);
    });
    socket.bind(53, '127.0.0.153');
    await once(socket, 'listening');
    return names;
  }

  /** Makes a folder whose `electron` is the real one, for which this is the only server for names. */
  asking(folder: string, dist: string): string {
    const resolv = path.join(folder, 'resolv.conf');
    writeFileSync(resolv, 'nameserver 127.0.0.153\noptions timeout:1 attempts:1\n');
    const program = path.join(folder, 'electron');
    const script = `mount --bind '${resolv}' /etc/resolv.conf && exec '${dist}/electron' "$@"`;
    writeFileSync(
      program,
      `#!/bin/sh\nexec unshare --mount sh -c '${script.replaceAll("'", "'\\''")}' electron "$@"\n`,
    );
    chmodSync(program, 0o755);
    return folder;
  }

  async stop(): Promise<void> {
    this.socket.close();
    await once(this.socket, 'close');
  }
}
