import type { Bridge } from '../../shared/bridge/bridge';
import { folding } from '../../shared/exam/apply';
import { expectedAt } from '../../shared/exam/rooms/expected';
import { rollOf } from '../../shared/exam/rooms/roll';
import { currentSitting } from '../../shared/exam/session/today';
import { type CentreState, emptyState } from '../../shared/exam/state';
import type { VerifiedEntry } from '../../shared/journal/verify';
import type { EntryId } from '../../shared/kernel/ids';
import type { Instant } from '../../shared/kernel/instant';
import type { Clock, Random } from '../../shared/kernel/ports';
import { ok } from '../../shared/kernel/result';
import type { Actor, Statement } from '../../shared/kernel/statement';
import type { EntryPlace } from '../headquarters/reach';
import { startJournal } from '../journal/startJournal';
import type { BaseState, WindowJournal } from '../journal/windowJournal';
import { type CentreDesk, type Inscriber, openDesk } from '../store/centreStore';
import { breath, inSlices } from '../store/inSlices';
import type { Notice } from '../text/opening';

export interface CentrePorts {
  readonly bridge: Bridge;
  readonly clock: Clock;
  readonly random: Random;
  readonly zone: string;
  /** Milliseconds since some fixed moment: how long a piece of work took. */
  readonly elapsed: () => number;
  readonly baseChanged: (state: BaseState) => void;
}

/** Milliseconds between two pictures of how far the opening has come: each one costs as much as folding many entries. */
const between = 50;

/** How far the opening has come: entries copied of so many, while there are any to copy; else entries read. */
export type OpeningProgress =
  | { readonly kind: 'levelling'; readonly done: number; readonly of: number }
  | { readonly kind: 'reading'; readonly done: number };

export interface OpenCentre {
  readonly desk: CentreDesk;
  /** Who acts on this machine already: the first run, or whoever had unlocked before a reload. */
  readonly unlocked: Actor | null;
  /** Where a saved entry lies in the journal; null for one that is not saved yet. */
  placeOf(id: EntryId): EntryPlace | null;
  /** What was found and repaired. */
  readonly notices: readonly Notice[];
}

/** Opens the journal, folds all of it, and finds out who is there. */
export async function openCentre(ports: CentrePorts, progress: (to: OpeningProgress) => void): Promise<OpenCentre> {
  const { bridge, clock, random, zone, elapsed, baseChanged } = ports;
  let journal: WindowJournal | null = null;
  const places = new Map<EntryId, Pick<EntryPlace, 'stream' | 'seq'>>();
  const note = (entries: readonly VerifiedEntry[]) => {
    for (const { entry } of entries) places.set(entry.id, { stream: entry.stream, seq: entry.seq });
    return entries.map(({ entry }) => entry);
  };
  const inscriber: Inscriber = {
    async inscribe(drafts) {
      if (!journal) throw new Error('something was said before the journal was open');
      const written = await journal.inscribe(drafts);
      // what is kept in the file alone is said: `baseChanged` tells how the database stands, until it is level again
      return written.ok ? ok(note(written.value.entries)) : written;
    },
  };
  const fold = folding(emptyState);
  const read: Statement[] = [];
  let desk: CentreDesk | null = null;
  let copied = { done: 0, of: 0 };
  let told = Number.NEGATIVE_INFINITY;
  function tell(): void {
    if (elapsed() - told < between) return;
    told = elapsed();
    progress(copied.done < copied.of ? { kind: 'levelling', ...copied } : { kind: 'reading', done: read.length });
  }
  const intake = inSlices<Statement>(elapsed, (statements) => {
    if (desk) return desk.receive(statements);
    fold.take(statements);
    for (const each of statements) read.push(each);
    tell();
  });
  const started = await startJournal({
    bridge,
    received: (entries) => intake.take(note(entries)),
    baseChanged,
    progress: (done, of) => {
      copied = { done, of };
      tell();
    },
  });
  journal = started.journal;
  await intake.drained();
  desk = openDesk({ clock, random, zone, inscriber }, { state: fold.done(), statements: read });
  await drawRolls(desk.store.getState().state, clock.now());
  const unlocked = await bridge.whoIsUnlocked();
  desk.act(unlocked);
  const placeOf = (id: EntryId) => {
    const place = places.get(id);
    return place ? { ...place, beside: started.journal.isBeside(id) } : null;
  };
  return { desk, unlocked, placeOf, notices: started.notices };
}

/** Draws the rolls of the present half-day room by room, so that the first board has them at hand. */
async function drawRolls(state: CentreState, now: Instant): Promise<void> {
  const sitting = currentSitting(state, now);
  if (!sitting) return;
  for (const room of expectedAt(state, sitting.id).keys()) {
    rollOf(state, sitting.id, room);
    await breath();
  }
}
