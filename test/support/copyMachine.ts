import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { KnownCentre, openCopies } from '../../electron/copies/openCopies';
import type { BlackBox } from '../../electron/journal/blackBox';
import { openJournal } from '../../electron/journal/openJournal';
import { type DataKeys, dataKeyOf } from '../../electron/keys/dataKeys';
import { accessOf } from '../../shared/centre/access';
import { concernsCover, coverOfStatements } from '../../shared/centre/cover';
import { permit } from '../../shared/centre/permit';
import type { EntryId } from '../../shared/kernel/ids';
import { instant } from '../../shared/kernel/instant';
import type { Draft } from '../../shared/kernel/statement';
import { aCentre, publishing, randomly } from './copies';
import { aDraft } from './devices';
import { kept } from './inscribed';

/** A room described anew, which replaces what `supersedes` said of it. */
export function aRoom(building: string, supersedes: readonly EntryId[] = []): Draft {
  const room = { id: 'B12', name: 'B12', building, rows: 5, columns: 6, off: [], extraTime: false };
  return aDraft('', {
    channel: 'session',
    kind: 'rooms.published',
    about: { session: aCentre.session },
    data: { rooms: [room] },
    supersedes: [...supersedes],
  });
}

const morning = Date.UTC(2026, 5, 16, 8);

/** One machine of a centre: a data folder of its own, a clock that is set by hand, and a USB key. */
export class CopyMachine {
  readonly profile = mkdtempSync(path.join(tmpdir(), 'cachet-copies-'));
  readonly usb = path.join(this.profile, 'usb');
  /** Minutes since the morning. */
  minutes = 0;
  private readonly boxes: BlackBox[] = [];
  private readonly keys: DataKeys = { inUse: dataKeyOf(randomly.bytes(32)), former: [] };

  constructor() {
    mkdirSync(this.usb);
  }

  /** Starts the program on this machine. */
  async start() {
    const known = new KnownCentre();
    const clock = { now: () => instant.of(morning + this.minutes * 60_000) };
    const monotonic = () => this.minutes * 60_000;
    const ports = { folder: path.join(this.profile, 'data'), keys: this.keys, clock, random: randomly, monotonic };
    const journal = await openJournal({
      ...ports,
      reserve: { letGo: async () => false },
      zone: () => 'Europe/Paris',
      offset: () => null,
      accessOf,
      permit,
      cover: { concerns: concernsCover, coverOf: coverOfStatements },
      learner: { concerns: () => true, meet: (entry) => known.meet(entry) },
    });
    this.boxes.push(journal.box);
    const copies = await openCopies({ ...ports, machineKeys: () => [], journal, known, version: '1.0.0' });
    const say = (...drafts: Draft[]) => kept(journal.scribe.inscribe(drafts));
    return { journal, ...copies, say, publish: (of = aCentre) => say(aDraft('', publishing(of))) };
  }

  /** The files on the USB key. */
  names(): string[] {
    return readdirSync(this.usb).sort();
  }

  /** The copy on the USB key. */
  copyFile(): string {
    const name = this.names().find((each) => each.endsWith('.cachet') && !each.includes('précédente'));
    if (!name) throw new Error('no copy on the key');
    return path.join(this.usb, name);
  }

  /** Ends what was started and removes the machine. */
  async remove(): Promise<void> {
    for (const box of this.boxes) await box.close();
    rmSync(this.profile, { recursive: true });
  }
}
