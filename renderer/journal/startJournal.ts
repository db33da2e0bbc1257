import type { Bridge } from '../../shared/bridge/bridge';
import { deviceOf } from '../../shared/journal/launch';
import type { VerifiedEntry } from '../../shared/journal/verify';
import type { StreamId } from '../../shared/kernel/ids';
import { breath } from '../store/inSlices';
import { type Notice, openingNotices, unlevelNotices } from '../text/opening';
import { deliveryPort } from './deliveryPort';
import { journalClient } from './journalClient';
import type { Progress } from './level';
import { type BaseState, WindowJournal } from './windowJournal';

export interface StartPorts {
  readonly bridge: Bridge;
  /** Shown every entry, verified, a batch at a time: all of the journal first, then what meets this window's writes. */
  readonly received: (entries: readonly VerifiedEntry[]) => void;
  readonly baseChanged: (state: BaseState) => void;
  readonly progress: Progress;
}

export interface StartedJournal {
  readonly journal: WindowJournal;
  /** What the person must know of how the journal was found. */
  readonly notices: readonly Notice[];
}

/** How long a database that failed is left alone before it is tried again, in milliseconds. */
const retryAfter = 30_000;

/**
 * Opens the journal in this window: file and database are compared and made level, and everything is read. No desk may
 * open before this resolves.
 */
export async function startJournal({ bridge, received, baseChanged, progress }: StartPorts): Promise<StartedJournal> {
  const worker = new Worker(new URL('../worker/journalWorker.ts', import.meta.url), { type: 'module' });
  const later = (work: () => void) => setTimeout(work, retryAfter);
  const base = journalClient(worker);
  const connected = deliveryPort(bridge).then((port) => base.connect(port));
  const found = bridge.openingReport();
  const forReading = async () => (await found).unwritable === 'read-only';
  const journal = new WindowJournal({
    file: bridge,
    base,
    received,
    baseChanged,
    later,
    forReading,
    breath,
  });
  const arrived = { before: false, opened: false };
  bridge.on.entriesCame(() => {
    if (arrived.opened) void journal.takeNews();
    else arrived.before = true;
  });
  // the database is opened while main opens the file, and the file is read while the two are compared: what either asks
  // of main waits there
  const levelling = journal.level(progress);
  const reading = journal.readAll(received);
  const [report, copies] = await Promise.all([found, bridge.safeCopyState(), connected]);
  // a file that may not be written takes nothing back, and a database on such a disk takes long to fail
  const [levelled] = await Promise.all([report.unwritable === null ? levelling : null, reading]);
  arrived.opened = true;
  if (arrived.before) void journal.takeNews();
  const notices = levelled?.ok
    ? openingNotices(report, levelled.value, {
        tookBack: copies.tookBackNow,
        came: countOfOthers(levelled.value.lacked, copies.device),
      })
    : unlevelNotices(report, levelled?.error);
  return { journal, notices };
}

/** How many of these entries other machines wrote: they may have come while no window was there to take them. */
function countOfOthers(counts: ReadonlyMap<StreamId, number>, device: string): number {
  return [...counts].reduce((sum, [stream, count]) => (deviceOf(stream) === device ? sum : sum + count), 0);
}
