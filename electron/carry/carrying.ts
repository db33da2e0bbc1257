import { setImmediate as turn } from 'node:timers/promises';
import type { CarriedIn, CarriedOut, CarriedPreview, CarryState, NotRead, NotWritten } from '../../shared/bridge/carry';
import type { CopiedCentre } from '../../shared/bridge/copies';
import type { Machine } from '../../shared/centre/machines';
import { takeIn } from '../../shared/exchange/carried';
import type { Receipt } from '../../shared/exchange/receipt';
import type { Judge, Quarantine } from '../../shared/exchange/receive';
import type { Zip } from '../../shared/exchange/reply';
import type { Tips } from '../../shared/exchange/tips';
import type { DeviceId } from '../../shared/journal/launch';
import type { Clock, Random } from '../../shared/kernel/ports';
import { err, ok, type Result } from '../../shared/kernel/result';
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
  readonly centre: () => CopiedCentre | null;
  /** Headquarters' recovery keys. */
  readonly recoveryKeys: () => readonly string[];
  /** Headquarters' receipts for what is held here. */
  readonly receipts: () => readonly Receipt[];
  /** Believes those of headquarters' receipts that are theirs; resolves to how many say something new. */
  readonly believe: (receipts: readonly Receipt[]) => Promise<number>;
  readonly judge: Judge;
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
  /** What this machine last wrote on the key; undefined until that was looked up. */
  private own: OpenedCarried | null | undefined;
  private running: Promise<unknown> = Promise.resolve();

  constructor(private readonly ports: CarryingPorts) {}

  choose(key: UsbKey): void {
    this.key = key;
    this.read = null;
    this.own = undefined;
  }

  leave(): void {
    this.read = null;
  }

  state(): Promise<CarryState> {
    return this.inTurn(async () => {
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
    return this.inTurn(async () => {
      const at = await this.ready();
      if (!at.ok) return at;
      const { key, centre, reading } = at.value;
      const others = this.others();
      if (others.length === 0) return err({ kind: 'nobody' });
      const machines = [...others, this.self()];
      try {
        const files = await key.files(centre.code, true);
        if (!files) return err({ kind: 'medium', because: 'absent' });
        const known = new Map<DeviceId, Tips>();
        for (const { header, index } of await indicesOf(files, reading)) known.set(header.device, new Map(index.tips));
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
        this.own = undefined;
        return ok({ writtenAt, entries, bytes: bytes.length, machines: others.length });
      } catch (error) {
        return err({ kind: 'medium', because: troubleOf(error) });
      }
    });
  }

  /** Reads what the other machines wrote, for `take`. */
  look(): Promise<Result<CarriedPreview, NotRead>> {
    return this.inTurn(async () => {
      this.read = null;
      const at = await this.ready();
      if (!at.ok) return at;
      const { key, centre, reading } = at.value;
      try {
        if (!(await key.present())) return err({ kind: 'absent' });
        const files = await key.files(centre.code, false);
        this.read = files ? await filesOf(files, reading) : { good: [], refused: [] };
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
    return this.inTurn(async () => {
      const { read, ports } = this;
      if (!read) return err({ kind: 'no-key' });
      const channels = read.good.flatMap((each) => each.channels);
      const first = channels.filter(({ channel }) => channel === 'session');
      const entries = [...first, ...channels.filter((each) => !first.includes(each))].flatMap((each) => each.entries);
      const { box: journal, check } = ports.journal;
      const { judge, quarantine } = ports;
      const taken = await takeIn({ journal, check, judge, quarantine }, entries, turn);
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
    if (gone) this.own = undefined;
    const ours = gone ? null : await this.oursOn(key).catch(() => null); // a key that is pulled out just now
    return { folder, ownDisk, gone, ours };
  }

  /** What this machine last wrote there, against what it holds now. */
  private async oursOn(key: UsbKey): Promise<NonNullable<CarryState['key']>['ours']> {
    const { journal } = this.ports;
    if (this.own === undefined) this.own = await this.ownOn(key);
    const { own } = this;
    if (!own) return null;
    const told = new Map(own.index.tips);
    let missing = 0;
    for (const [stream, { head }] of journal.box.streams()) {
      const reached = (told.get(stream) ?? []).reduce((most, [seq]) => Math.max(most, seq), 0);
      missing += Math.max(0, head.seq - reached);
    }
    return { writtenAt: own.header.writtenAt, missing };
  }

  private async ownOn(key: UsbKey): Promise<OpenedCarried | null> {
    const { device } = this.ports.journal;
    const at = await this.ready();
    const files = at.ok ? await key.files(at.value.centre.code, false) : null;
    if (!files || !at.ok) return null;
    const [own] = await indicesOf(files, at.value.reading, fileNameOf(device));
    return own?.header.device === device ? own : null;
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
    const ours = new Set(ports.machines().map((each) => each.device));
    const isOurs = (writer: DeviceId) => writer === device || ours.has(writer);
    return ok({ key, centre, reading: { check, zip: ports.zip, unseal, centre, isOurs } });
  }

  /** One after the other, whoever asks. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.running.then(work);
    this.running = result.catch(() => undefined);
    return result;
  }
}

type NotReady = { readonly kind: 'no-session' | 'no-key' };

const bytesPerWrite = 1_048_576;

function troubleOf(error: unknown) {
  if (error instanceof NotTheSame) return 'not-the-same';
  if (!(error instanceof Error && 'code' in error)) throw error;
  const gone = error.code === 'ENOENT' || error.code === 'ENODEV' || error.code === 'ENXIO';
  return gone ? 'absent' : storageReasonOf(error);
}
