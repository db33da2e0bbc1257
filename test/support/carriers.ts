import { Carrying, type CarryingPorts } from '../../electron/carry/carrying';
import type { UsbKey } from '../../electron/carry/usbKey';
import { openSealed } from '../../node/sealedTo';
import { zip } from '../../node/zip';
import type { CopiedCentre } from '../../shared/bridge/copies';
import type { Machine } from '../../shared/centre/machines';
import type { Receipt } from '../../shared/exchange/receipt';
import type { DeviceId } from '../../shared/journal/launch';
import { instant } from '../../shared/kernel/instant';
import { unwrap } from '../../shared/kernel/result';
import type { Channel } from '../../shared/kernel/statement';
import { aBoxOf, aCentre, randomly } from './copies';
import { aSigner, Writer } from './devices';
import { check, memoryQuarantine, welcomesAll } from './exchange';
import { FaultyFiles } from './faultyFiles';
import { deviceNamed, wrappingOf } from './grants';

/** A USB key in memory: a folder for each centre, and whether it is plugged in. */
export class MemoryKey implements UsbKey {
  readonly folder = '/media/cle';
  ownDisk = false;
  plugged = true;
  readonly folders = new Map<string, FaultyFiles>();

  present = async () => this.plugged;
  centres = async () => [...this.folders.keys()];

  async files(code: string, made: boolean): Promise<FaultyFiles | null> {
    if (!this.plugged) return null;
    const there = this.folders.get(code);
    return there ?? (made ? this.of(code) : null);
  }

  /** The files of one centre. */
  of(code: string = aCentre.code): FaultyFiles {
    const files = this.folders.get(code) ?? new FaultyFiles();
    this.folders.set(code, files);
    return files;
  }
}

export const openChannels: readonly Channel[] = ['session', 'rooms'];

/** One of a centre's machines as the others know it. */
export function aMachine(name: string, reads: readonly string[] = openChannels): Machine {
  return { device: deviceNamed(name), wrapping: wrappingOf(name).publicKey, name, reads };
}

/** A machine of a centre, with a black box in memory, that carries by a key. */
export class Carrier {
  readonly device: DeviceId;
  readonly quarantine = memoryQuarantine();
  /** How many entries came, each time that some did. */
  readonly came: number[] = [];
  readonly believed: Receipt[] = [];
  receipts: readonly Receipt[] = [];
  centre: CopiedCentre | null = aCentre;
  /** Milliseconds since the morning, by its own clock. */
  now = Date.UTC(2026, 5, 16, 8);
  offset: number | null = null;
  judge: CarryingPorts['judge'] = welcomesAll;
  readonly recoveryKeys: string[] = [];

  private constructor(
    readonly name: string,
    readonly box: Awaited<ReturnType<typeof aBoxOf>>['box'],
    /** The centre's machines as this one knows them. */
    public machines: readonly Machine[],
    readonly carrying: Carrying,
  ) {
    this.device = deviceNamed(name);
  }

  static async of(name: string, machines: readonly Machine[]): Promise<Carrier> {
    const { box } = await aBoxOf([]);
    const wrapping = wrappingOf(name);
    const ports: CarryingPorts = {
      journal: {
        ...{ box, check, device: deviceNamed(name), signer: aSigner(name), wrapping: wrapping.publicKey },
        unseal: (sealedFor, sealed) => openSealed(sealedFor, sealed, wrapping),
      },
      machines: () => carrier.machines,
      isOurs: (device) => carrier.machines.some((each) => each.device === device),
      centre: () => carrier.centre,
      recoveryKeys: () => carrier.recoveryKeys,
      receipts: () => carrier.receipts,
      believe: async (receipts) => carrier.believed.push(...receipts),
      ahead: async () => check,
      judge: (entry) => carrier.judge(entry),
      get quarantine() {
        return carrier.quarantine;
      },
      came: (entries) => carrier.came.push(entries),
      version: '1.0.0',
      clock: { now: () => instant.of(carrier.now) },
      offset: () => carrier.offset,
      random: randomly,
      zip,
    };
    const carrier = new Carrier(name, box, machines, new Carrying(ports));
    return carrier;
  }

  /** Writes as this device, into the stream of one launch and channel. */
  async say(count: number, channel: Channel = 'rooms', launch = 'AAAAAAAAAAA'): Promise<void> {
    const name = `${launch} ${channel}`;
    const writer = this.writers.get(name) ?? new Writer(this.name, launch, null, channel);
    this.writers.set(name, writer);
    const entries = Array.from({ length: count }, (_, at) => writer.next(`${this.name} ${at}`, { channel }));
    unwrap(await this.box.append(entries));
  }

  /** Plugs the key in and writes on it. */
  write(key: UsbKey) {
    this.carrying.choose(key);
    return this.carrying.write();
  }

  /** Plugs the key in, and reads it without taking anything. */
  look(key: UsbKey) {
    this.carrying.choose(key);
    return this.carrying.look();
  }

  /** Plugs the key in, reads it and takes what it brings. */
  async take(key: UsbKey) {
    unwrap(await this.look(key));
    return unwrap(await this.carrying.take());
  }

  private readonly writers = new Map<string, Writer>();
}

/** Machines that all know each other, by their names. */
export async function carriers(...names: readonly string[]): Promise<readonly Carrier[]> {
  const machines = names.map((name) => aMachine(name));
  return Promise.all(names.map((name) => Carrier.of(name, machines)));
}
