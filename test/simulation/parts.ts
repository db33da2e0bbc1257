import type { ScribePorts } from '../../electron/journal/scribe';
import type { JournalAsks } from '../../renderer/journal/journalClient';
import type { FileSide } from '../../renderer/journal/windowJournal';
import { apply } from '../../shared/exam/apply';
import { clonedDevices } from '../../shared/journal/clones';
import type { Journal } from '../../shared/journal/journal';
import type { SignatureCheck } from '../../shared/kernel/ports';
import { type Bundler, bundleFor } from './bundle';
import type { DiskPort } from './diskPort';
import { grantedTo } from './grantedMarks';

/** What one program is put together from. A planted bug is another way to make one of these. */
export interface Parts {
  /** The disk, as the black box sees it. */
  readonly disk: (disk: DiskPort) => DiskPort;
  readonly check: (check: SignatureCheck) => SignatureCheck;
  readonly scribe: (ports: ScribePorts, device: string) => ScribePorts;
  /** The main process, as the window sees it. */
  readonly file: (file: FileSide, box: Journal, base: JournalAsks) => FileSide;
  /** The database, as the window sees it. */
  readonly base: (base: JournalAsks) => JournalAsks;
  readonly apply: typeof apply;
  readonly clonedDevices: typeof clonedDevices;
  readonly bundleFor: Bundler;
  /** The black box, as the exchange sees it. */
  readonly exchanges: (box: Journal) => Journal;
  /** What a device was granted. */
  readonly granted: typeof grantedTo;
  /** Whether the scribe is told of what came from elsewhere. */
  readonly hears: boolean;
}

export const soundParts: Parts = {
  disk: (disk) => disk,
  check: (check) => check,
  scribe: (ports) => ports,
  file: (file) => file,
  base: (base) => base,
  apply,
  clonedDevices,
  bundleFor,
  exchanges: (box) => box,
  granted: grantedTo,
  hears: true,
};
