import { execFileSync, spawnSync } from 'node:child_process';
import path from 'node:path';
import { electronDist } from '../../build/electronDist.mjs';

const wrapper = path.resolve(import.meta.dirname, 'inNamespace.mjs');

/** Why there can be no local network here, or null where there can: it takes root on Linux, and iproute2. */
export function whyNoNetwork(): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'network namespaces take root on Linux';
  if (spawnSync('ip', ['-V']).status !== 0) return 'iproute2 is not installed';
  const probe = `cachet-probe-${process.pid}`;
  if (spawnSync('ip', ['netns', 'add', probe]).status !== 0) return 'network namespaces are not allowed here';
  spawnSync('ip', ['netns', 'del', probe]);
  return null;
}

function ip(...args: readonly string[]): void {
  execFileSync('ip', args, { stdio: ['ignore', 'ignore', 'pipe'] });
}

let opened = 0;

/** A switch with machines on cables, each in a network namespace of its own; this process is on it too, at `.1`. */
export class LocalNetwork {
  private readonly name = `c${process.pid % 10_000}-${opened++}`;
  private readonly hub = `${this.name}-sw`;
  private readonly machines = new Map<string, Machine>();
  readonly prefix = `10.77.${opened}`;

  /** Opens it. To be closed, whatever happens. */
  constructor() {
    ip('netns', 'add', this.hub);
    this.inside(this.hub, 'link', 'add', 'br0', 'type', 'bridge');
    this.inside(this.hub, 'link', 'set', 'br0', 'up');
    ip('link', 'add', this.name, 'type', 'veth', 'peer', 'name', 'p-host', 'netns', this.hub);
    ip('addr', 'add', `${this.prefix}.1/24`, 'dev', this.name);
    ip('link', 'set', this.name, 'up');
    this.plug('p-host');
  }

  /** Where this process is reached from the machines. */
  get here(): string {
    return `${this.prefix}.1`;
  }

  /** Another machine on the switch. @param number of its address, 2 to 254 */
  machine(name: string, number: number): Machine {
    const namespace = `${this.name}-${name}`;
    const [port, address] = [`p-${name}`, `${this.prefix}.${number}`];
    ip('netns', 'add', namespace);
    ip('link', 'add', port, 'netns', this.hub, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', namespace);
    this.plug(port);
    this.inside(namespace, 'link', 'set', 'lo', 'up');
    this.inside(namespace, 'addr', 'add', `${address}/24`, 'dev', 'eth0');
    this.inside(namespace, 'link', 'set', 'eth0', 'up');
    this.inside(namespace, 'route', 'add', 'default', 'via', `${this.prefix}.1`);
    const machine = { namespace, port, address };
    this.machines.set(name, machine);
    return machine;
  }

  /** Pulls a machine's cable, or puts it back. */
  plugged({ port }: Machine, plugged: boolean): void {
    this.inside(this.hub, 'link', 'set', port, plugged ? 'up' : 'down');
  }

  /** The switch lets these machines speak with this process alone, as a school's Wi-Fi does; or with each other again. */
  isolated(machines: readonly Machine[], isolated: boolean): void {
    for (const { port } of machines)
      execFileSync('bridge', ['-n', this.hub, 'link', 'set', 'dev', port, 'isolated', isolated ? 'on' : 'off']);
  }

  /** A machine's firewall lets nobody speak with one of its TCP ports, without a word; or lets them again. */
  shut({ namespace }: Machine, port: number, shut: boolean): void {
    this.inside(namespace, 'rule', shut ? 'add' : 'del', 'ipproto', 'tcp', 'sport', `${port}`, 'blackhole');
  }

  /** A machine has spoken with this process, as a laptop has with whoever gave it its address. */
  met({ namespace }: Machine): void {
    const speak = `require('node:dgram').createSocket('udp4').send('.', 9, '${this.here}', () => process.exit())`;
    execFileSync('ip', ['netns', 'exec', namespace, process.execPath, '-e', speak]);
  }

  /** Gives a machine another address, of this network or another. */
  readdressed(machine: Machine, number: number, prefix = this.prefix): Machine {
    const address = `${prefix}.${number}`;
    this.inside(machine.namespace, 'addr', 'flush', 'dev', 'eth0');
    this.inside(machine.namespace, 'addr', 'add', `${address}/24`, 'dev', 'eth0');
    this.inside(machine.namespace, 'route', 'add', 'default', 'via', `${prefix}.1`);
    return { ...machine, address };
  }

  /** Makes a machine's line slow and lossy as `tc netem` says, both ways; null for as it was. */
  slowed({ namespace, port }: Machine, netem: readonly string[] | null): void {
    for (const [where, device] of [
      [namespace, 'eth0'],
      [this.hub, port],
    ] as const) {
      spawnSync('tc', ['-n', where, 'qdisc', 'del', 'dev', device, 'root']);
      if (netem) execFileSync('tc', ['-n', where, 'qdisc', 'add', 'dev', device, 'root', 'netem', ...netem]);
    }
  }

  close(): void {
    for (const { namespace } of this.machines.values()) spawnSync('ip', ['netns', 'del', namespace]);
    spawnSync('ip', ['netns', 'del', this.hub]);
    spawnSync('ip', ['link', 'del', this.name]);
  }

  private plug(port: string): void {
    this.inside(this.hub, 'link', 'set', port, 'master', 'br0');
    this.inside(this.hub, 'link', 'set', port, 'up');
  }

  private inside(namespace: string, ...args: readonly string[]): void {
    ip('-n', namespace, ...args);
  }
}

/** A machine on a local network, by its namespace and its port of the switch. */
export interface Machine {
  readonly namespace: string;
  readonly port: string;
  readonly address: string;
}

/** What `launch` needs to start a desk on a machine. */
export async function on({ namespace }: Machine) {
  const program = path.join(await electronDist(), 'electron');
  return { executable: wrapper, env: { CACHET_NAMESPACE: namespace, CACHET_NAMESPACE_PROGRAM: program } };
}
