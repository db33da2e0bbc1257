import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { electronDist } from '../../build/electronDist.mjs';
import { Namespace } from './namespace';
import { type LineQuality, SlowLine } from './slowLine';

const wrapper = path.resolve(import.meta.dirname, 'inNamespace.mjs');

/** Why there can be no local network here, or null where there can: it takes root on Linux, and iproute2. */
export function whyNoNetwork(): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'network namespaces take root on Linux';
  for (const tool of ['ip', 'bridge']) if (spawnSync(tool, ['-V']).status !== 0) return 'iproute2 is not installed';
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
  private readonly lines = new Map<Machine, SlowLine>();
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
    // a neighbour that is gone is missed within seconds, and not half a minute
    for (const sooner of ['base_reachable_time_ms=1000', 'delay_first_probe_time=1'])
      namespace.run('sysctl', '-qw', `net.ipv4.neigh.eth0.${sooner}`);
    return machine;
  }

  /** Gives a machine an IPv6 address too, and a way to all others. @param number of its address, 2 to 255 */
  byIpv6({ namespace }: Machine, number: number): { readonly address: string; readonly bytes: Uint8Array } {
    namespace.run('ip', '-6', 'address', 'add', `fd00:cac8:e7::${number.toString(16)}/64`, 'dev', 'eth0', 'nodad');
    namespace.run('ip', '-6', 'route', 'add', 'default', 'via', 'fd00:cac8:e7::1');
    const bytes = Uint8Array.of(0xfd, 0, 0xca, 0xc8, 0, 0xe7, 0, 0, 0, 0, 0, 0, 0, 0, 0, number);
    return { address: `fd00:cac8:e7::${number.toString(16)}`, bytes };
  }

  /** Lets so many bytes through a machine's line at once. */
  narrowed({ namespace, port }: Machine, bytes: number): void {
    namespace.run('ip', 'link', 'set', 'eth0', 'mtu', `${bytes}`);
    this.hub.run('ip', 'link', 'set', port, 'mtu', `${bytes}`);
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

  /** Makes a machine's line slow, lossy or narrow from now on. */
  async slowed(machine: Machine, quality: LineQuality): Promise<SlowLine> {
    const line = this.lines.get(machine) ?? (await this.lined(machine));
    this.lines.set(machine, line);
    line.quality = quality;
    return line;
  }

  /** Whoever still runs on a machine is cut off. */
  close(): void {
    for (const line of this.lines.values()) line.close();
    execFileSync('ip', ['link', 'del', this.cable]);
    for (const { namespace } of this.machines) namespace.close();
    this.hub.close();
    rmSync(this.folder, { recursive: true });
  }

  /** Takes a machine's port from the switch, and puts a line through this process between them. */
  private async lined({ port }: Machine): Promise<SlowLine> {
    const switchs = `${this.prefix}.254`;
    const first = 4_800 + 2 * this.lines.size;
    if (this.lines.size === 0) this.hub.run('ip', 'address', 'add', `${switchs}/24`, 'dev', 'br0');
    const line = await SlowLine.open(this.here, switchs, [first, first + 1]);
    const apart = port.replace('p-', 'b-');
    this.hub.run('ip', 'link', 'add', apart, 'type', 'bridge');
    for (const [index, bridge] of [apart, 'br0'].entries()) {
      const end = `${port.replace('p-', 'x-')}${index}`;
      const through = ['id', '1', 'local', switchs, 'remote', this.here, 'dstport', `${first + index}`];
      this.hub.run('ip', 'link', 'add', end, 'mtu', '1500', 'type', 'vxlan', ...through);
      this.hub.run('ip', 'link', 'set', end, 'master', bridge, 'up');
    }
    this.hub.run('ip', 'link', 'set', apart, 'up');
    this.hub.run('ip', 'link', 'set', port, 'master', apart);
    return line;
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
