import { setImmediate as turn } from 'node:timers/promises';
import type { CarriedIn, CarriedOut, CarriedPreview, CarryState, NotRead, NotWritten } from '../../shared/bridge/carry';
import type { CopiedCentre } from '../../shared/bridge/copies';
import type { Machine } from '../../shared/centre/machines';
import { takeIn } from '../../shared/exchange/carried';
import type { Receipt } from '../../shared/exchange/receipt';
import type { ChecksAhead, Judge, Quarantine } from '../../shared/exchange/receive';
import type { Zip } from '../../shared/exchange/reply';
import type { Tips } from '../../shared/exchange/tips';
import type { DeviceId } from '../../shared/journal/launch';
import type { Instant } from '../../shared/kernel/instant';
import type { Clock, Random } from '../../shared/kernel/ports';
import { err, ok, type Result } from '../../shared/kernel/result';
import { Turns } from '../../shared/kernel/turns';
import { NotTheSame, writeProven } from '../disk/provenFile';
import { storageReasonOf } from '../journal/fileStore';
import type { OpenJournal } from '../journal/openJournal';
import { fileNameOf } from './carriedFormat';
import { type FilesRead, filesOf, indicesOf, namesOf } from './filesOnKey';
import { previewOf } from './preview';
import type { CarriedReading, OpenedCarried } from './readCarried';
import type { UsbKey } from './usbKey';
import { carriedBytes } from './writeCarried';

export interface CarryingPorts {
  readonly journal: Pick<OpenJournal, 'box' | 'device' | 'wrapping' | 'signer' | 'check' | 'unseal'>;
  /** The centre's machines, as far as this one knows now. */
  readonly machines: () => readonly Machine[];
  /** Whether a device is one of the centre's machines, or was: what it wrote before it was dismissed is still taken. */
  readonly isOurs: (device: DeviceId) => boolean;
  readonly centre: () => CopiedCentre | null;
  /** Headquarters' recovery keys. */
  readonly recoveryKeys: () => readonly string[];
  /** Headquarters' receipts for what is held here. */
  readonly receipts: () => readonly Receipt[];
  /** Believes those of headquarters' receipts that are theirs; resolves to how many say something new. */
  readonly believe: (receipts: readonly Receipt[]) => Promise<number>;
  readonly judge: Judge;
  readonly ahead: ChecksAhead;
  readonly quarantine: Quarantine;
  /** Entries came, and are durable. */
  readonly came: (entries: number) => void;
  /** Of the program. */
  readonly version: string;
  readonly clock: Clock;
  /** Milliseconds by which the centre's clock is ahead of this machine's; null while it is not known. */
  readonly offset: () => number | null;
  readonly random: Random;
  readonly zip: Zip;
}

/**
 * Carries entries between the centre's machines on a USB key, which is one more replica: what one lacks is written for it
 * there, and what is read from it goes the way of any exchange. The key holds one file for each machine that wrote.
 */
export class Carrying {
  private key: UsbKey | null = null;
  private read: FilesRead | null = null;
  /** Who wrote on the key, and what they held; null until that was looked up. */
  private writers: readonly Writer[] | null = null;
  private readonly turns = new Turns();

  constructor(private readonly ports: CarryingPorts) {}

  choose(key: UsbKey): void {
    this.key = key;
    this.read = null;
    this.writers = null;
  }

  leave(): void {
    this.read = null;
  }

  state(): Promise<CarryState> {
    return this.turns.take(async () => {
      const { journal, centre, machines } = this.ports;
      const self = machines().find(({ device }) => device === journal.device);
      return {
        centre: centre(),
        self: { device: journal.device, name: self?.name ?? null },
        entries: journal.box.count,
        machines: this.others().map(({ device, name }) => ({ device, name })),
        key: this.key && (await this.atHand(this.key)),
      };
    });
  }

  write(): Promise<Result<CarriedOut, NotWritten>> {
    return this.turns.take(async () => {
      const at = await this.ready();
      if (!at.ok) return at;
      const { key, centre, reading } = at.value;
      const others = this.others();
      if (others.length === 0) return err({ kind: 'nobody' });
      const machines = [...others, this.self()];
      try {
        const files = await key.files(centre.code, true);
        if (!files) return err({ kind: 'medium', because: 'absent' });
        const writers = writersIn(await indicesOf(files, reading));
        const known = new Map(writers.map(({ device, tips }) => [device, tips]));
        const { journal, clock, offset, receipts, recoveryKeys, version, random, zip } = this.ports;
        const writtenAt = clock.now();
        const { bytes, entries } = await carriedBytes({
          ...{ journal: journal.box, of: centre, device: journal.device, signer: journal.signer, version, writtenAt },
          ...{ offset: offset(), machines, known, recoveryKeys: recoveryKeys(), receipts: receipts(), random, zip },
        });
        const names = namesOf(fileNameOf(journal.device));
        await writeProven(files, names, async (file) => {
          for (let from = 0; from < bytes.length; from += bytesPerWrite)
            await file.append(bytes.subarray(from, from + bytesPerWrite));
        });
        // The new one was read back whole: the one before it has nothing that it lacks
        await files.remove(names.before).catch(() => undefined);
        this.writers = null;
        return ok({ writtenAt, entries, bytes: bytes.length, machines: others.length });
      } catch (error) {
        return err({ kind: 'medium', because: troubleOf(error) });
      }
    });
  }

  /** Reads what the other machines wrote, for `take`. */
  look(): Promise<Result<CarriedPreview, NotRead>> {
    return this.turns.take(async () => {
      this.read = null;
      const at = await this.ready();
      if (!at.ok) return at;
      const { key, centre, reading } = at.value;
      try {
        if (!(await key.present())) return err({ kind: 'absent' });
        const files = await key.files(centre.code, false);
        this.read = files ? await filesOf(files, reading) : { good: [], refused: [] };
        this.writers = writersIn(this.read.good);
        const others = (await key.centres()).filter((code) => code !== centre.code);
        const names = new Map(this.ports.machines().map(({ device, name }) => [device, name]));
        const preview = await previewOf(this.read, { ...this.ports, offset: this.ports.offset(), names, others });
        return ok({ ...preview, receipts: preview.fresh === 0 ? await this.receiptsOf(this.read) : 0 });
      } catch (error) {
        if (!(error instanceof Error && 'code' in error)) throw error;
        return err({ kind: 'absent' }); // pulled out while it was read
      }
    });
  }

  /** Takes in what `look` read. What was taken before a fault stays: it is good, and the whole once more is harmless. */
  take(): Promise<Result<CarriedIn, NotRead>> {
    return this.turns.take(async () => {
      const { read, ports } = this;
      if (!read) return err({ kind: 'no-key' });
      const channels = read.good.flatMap((each) => each.channels);
      const first = channels.filter(({ channel }) => channel === 'session');
      const entries = [...first, ...channels.filter((each) => !first.includes(each))].flatMap((each) => each.entries);
      const { judge, quarantine, ahead } = ports;
      const taken = await takeIn({ journal: ports.journal.box, ahead, judge, quarantine }, entries, turn);
      const added = taken.ok ? taken.value.added : taken.error.added;
      if (added > 0) ports.came(added);
      if (!taken.ok) return taken;
      const receipts = await this.receiptsOf(read);
      this.read = null;
      const { quarantined, waiting } = taken.value;
      return ok({ added, quarantined: quarantined.length, waiting, receipts });
    });
  }

  /** Believes the receipts of headquarters that were read; resolves to how many say something new. */
  private receiptsOf({ good }: FilesRead): Promise<number> {
    return this.ports.believe(good.flatMap(({ index }) => index.receipts));
  }

  private async atHand(key: UsbKey): Promise<NonNullable<CarryState['key']>> {
    const { folder, ownDisk } = key;
    const gone = !(await key.present());
    if (gone) this.writers = null;
    const ours = gone ? null : await this.oursOn(key).catch(() => null); // a key that is pulled out just now
    return { folder, ownDisk, gone, ours };
  }

  /** When this machine last wrote there, and what it holds that none of the key's writers does. */
  private async oursOn(key: UsbKey): Promise<NonNullable<CarryState['key']>['ours']> {
    const { device, box } = this.ports.journal;
    this.writers ??= await this.writersOn(key);
    const own = this.writers.find((each) => each.device === device);
    if (!own) return null;
    let missing = 0;
    for (const [stream, { head }] of box.streams()) {
      const tips = this.writers.flatMap((each) => each.tips.get(stream) ?? []);
      missing += Math.max(0, head.seq - tips.reduce((most, [seq]) => Math.max(most, seq), 0));
    }
    return { writtenAt: own.writtenAt, missing };
  }

  private async writersOn(key: UsbKey): Promise<readonly Writer[]> {
    const at = await this.ready();
    const files = at.ok ? await key.files(at.value.centre.code, false) : null;
    return files && at.ok ? writersIn(await indicesOf(files, at.value.reading)) : [];
  }

  /** This machine as it reads again how far it had come; the entries it has anyway. */
  private self(): Machine {
    const { device, wrapping } = this.ports.journal;
    return { device, wrapping, name: null, reads: [] };
  }

  private others(): readonly Machine[] {
    return this.ports.machines().filter(({ device }) => device !== this.ports.journal.device);
  }

  private async ready(): Promise<
    Result<{ readonly key: UsbKey; readonly centre: CopiedCentre; readonly reading: CarriedReading }, NotReady>
  > {
    const { key, ports } = this;
    const centre = ports.centre();
    if (!centre) return err({ kind: 'no-session' });
    if (!key) return err({ kind: 'no-key' });
    const { check, unseal, device } = ports.journal;
    const isOurs = (writer: DeviceId) => writer === device || ports.isOurs(writer);
    return ok({ key, centre, reading: { check, zip: ports.zip, unseal, centre, isOurs } });
  }

  /** One after the other, whoever asks. */
}

interface Writer {
  readonly device: DeviceId;
  readonly writtenAt: Instant;
  readonly tips: Tips;
}

function writersIn(files: readonly OpenedCarried[]): readonly Writer[] {
  return files.map(({ header: { device, writtenAt }, index }) => ({ device, writtenAt, tips: new Map(index.tips) }));
}

type NotReady = { readonly kind: 'no-session' | 'no-key' };

const bytesPerWrite = 1_048_576;

function troubleOf(error: unknown) {
  if (error instanceof NotTheSame) return 'not-the-same';
  if (!(error instanceof Error && 'code' in error)) throw error;
  const gone = error.code === 'ENOENT' || error.code === 'ENODEV' || error.code === 'ENXIO';
  return gone ? 'absent' : storageReasonOf(error);
}
