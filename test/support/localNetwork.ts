import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { electronDist } from '../../build/electronDist.mjs';
import { Namespace } from './namespace';

const wrapper = path.resolve(import.meta.dirname, 'inNamespace.mjs');

/** Why there can be no local network here, or null where there can: it takes root on Linux, and iproute2. */
export function whyNoNetwork(): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'network namespaces take root on Linux';
  for (const tool of ['ip', 'bridge', 'tc'])
    if (spawnSync(tool, ['-V']).status !== 0) return 'iproute2 is not installed';
  const tried = 'ip link add v0 type veth peer name v1 && ip link add br0 type bridge';
  if (spawnSync('unshare', ['--net', 'sh', '-c', tried]).status !== 0) return 'no network may be made here';
  return null;
}

/** A machine on a local network, by its namespace, its port of the switch and its own files. */
export interface Machine {
  readonly namespace: Namespace;
  readonly port: string;
  readonly address: string;
  readonly folder: string;
}

/** A switch with machines on cables, each in a network namespace of its own; this process is on it too, at `.1`. */
export class LocalNetwork {
  private readonly machines: Machine[] = [];
  private readonly folder = mkdtempSync(path.join(tmpdir(), 'cachet-network-'));

  private constructor(
    private readonly hub: Namespace,
    private readonly cable: string,
    readonly prefix: string,
  ) {
    execFileSync('ip', ['address', 'add', `${this.here}/24`, 'dev', cable]);
    execFileSync('ip', ['link', 'set', cable, 'up']);
    hub.run('ip', 'link', 'add', 'br0', 'type', 'bridge');
    hub.run('ip', 'link', 'set', 'br0', 'up');
    this.plug('p-host');
  }

  /** Opens it. To be closed, whatever happens. */
  static async open(): Promise<LocalNetwork> {
    const hub = await Namespace.open();
    const [cable, prefix] = cabled(hub);
    return new LocalNetwork(hub, cable, prefix);
  }

  /** Where this process is reached from the machines. */
  get here(): string {
    return `${this.prefix}.1`;
  }

  /** Another machine on the switch. It asks this process for names. @param number of its address, 2 to 254 */
  async machine(name: string, number: number): Promise<Machine> {
    const namespace = await Namespace.open();
    const [port, address, folder] = [`p-${name}`, `${this.prefix}.${number}`, path.join(this.folder, name)];
    const machine = { namespace, port, address, folder };
    this.machines.push(machine);
    mkdirSync(folder);
    writeFileSync(path.join(folder, 'resolv.conf'), `nameserver ${this.here}\noptions timeout:1 attempts:1\n`);
    this.hub.run('ip', 'link', 'add', port, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', namespace.pid);
    this.plug(port);
    namespace.run('ip', 'address', 'add', `${address}/24`, 'dev', 'eth0');
    namespace.run('ip', 'link', 'set', 'eth0', 'up');
    namespace.run('ip', 'route', 'add', 'default', 'via', this.here);
    return machine;
  }

  /** Pulls a machine's cable, or puts it back. */
  plugged({ port }: Machine, plugged: boolean): void {
    this.hub.run('ip', 'link', 'set', port, plugged ? 'up' : 'down');
  }

  /** The switch lets these machines speak with this process alone, as a school's Wi-Fi does; or with each other again. */
  isolated(machines: readonly Machine[], isolated: boolean): void {
    for (const { port } of machines)
      this.hub.run('bridge', 'link', 'set', 'dev', port, 'isolated', isolated ? 'on' : 'off');
  }

  /** A machine's firewall lets nobody speak with one of its TCP ports, without a word; or lets them again. */
  shut({ namespace }: Machine, port: number, shut: boolean): void {
    namespace.run('ip', 'rule', shut ? 'add' : 'del', 'ipproto', 'tcp', 'sport', `${port}`, 'blackhole');
  }

  /** A machine has spoken with this process, as a laptop has with whoever gave it its address. */
  met({ namespace }: Machine): void {
    const speak = `require('node:dgram').createSocket('udp4').send('.', 9, '${this.here}', () => process.exit())`;
    namespace.run(process.execPath, '-e', speak);
  }

  /** Gives a machine another address, of this network or another. */
  readdressed(machine: Machine, number: number, prefix = this.prefix): Machine {
    const address = `${prefix}.${number}`;
    machine.namespace.run('ip', 'address', 'flush', 'dev', 'eth0');
    machine.namespace.run('ip', 'address', 'add', `${address}/24`, 'dev', 'eth0');
    machine.namespace.run('ip', 'route', 'add', 'default', 'via', `${prefix}.1`);
    return { ...machine, address };
  }

  /** Makes a machine's line slow and lossy as `tc netem` says, both ways; null for as it was. */
  slowed({ namespace, port }: Machine, netem: readonly string[] | null): void {
    for (const [where, device] of [
      [namespace, 'eth0'],
      [this.hub, port],
    ] as const) {
      const change = netem ? ['replace', 'dev', device, 'root', 'netem', ...netem] : ['del', 'dev', device, 'root'];
      where.run('tc', 'qdisc', ...change);
    }
  }

  /** Whoever still runs on a machine is cut off. */
  close(): void {
    execFileSync('ip', ['link', 'del', this.cable]);
    for (const { namespace } of this.machines) namespace.close();
    this.hub.close();
    rmSync(this.folder, { recursive: true });
  }

  private plug(port: string): void {
    this.hub.run('ip', 'link', 'set', port, 'master', 'br0');
    this.hub.run('ip', 'link', 'set', port, 'up');
  }
}

/** Lays a cable from this machine to a switch: its name, and the network's prefix, that nobody here has at the time. */
function cabled(hub: Namespace): readonly [cable: string, prefix: string] {
  for (let number = 1; number < 255; number++) {
    const cable = `cachet-${number}`;
    // what makes a device takes its name in the same breath: two of us cannot both have it
    const add = ['link', 'add', cable, 'type', 'veth', 'peer', 'name', 'p-host', 'netns', hub.pid];
    const { status, stderr } = spawnSync('ip', add, { encoding: 'utf8' });
    if (status === 0) return [cable, `10.77.${number}`];
    if (!stderr.includes('exists')) throw new Error(`no cable to a switch: ${stderr}`);
  }
  throw new Error('254 networks are open already');
}

/** What `launch` needs to start a desk on a machine: the folder of an Electron that runs there. */
export async function on({ namespace, folder }: Machine): Promise<{ readonly dist: string }> {
  const program = path.join(folder, 'electron');
  const run = [process.execPath, wrapper, namespace.pid, folder, path.join(await electronDist(), 'electron')];
  writeFileSync(program, `#!/bin/sh\nexec ${run.map((word) => `'${word}'`).join(' ')} "$@"\n`);
  chmodSync(program, 0o755);
  return { dist: folder };
}
