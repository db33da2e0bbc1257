import { apply } from '../exam/apply';
import { listKinds } from '../exam/lists/kinds';
import { unheldSeats } from '../exam/rooms/unheldSeats';
import { scriptKinds } from '../exam/scripts/kinds';
import { arrivedLate } from '../exam/scripts/late';
import { reportOf, statedHash } from '../exam/scripts/reported';
import { type CentreState, emptyState, fact } from '../exam/state';
import { inRoomOfPaper } from '../exam/timing/kinds';
import type { Entry } from '../journal/entry';
import { type DeviceId, deviceOf } from '../journal/launch';
import type { EntryId, PersonId, RoomId, SittingId, StreamId } from '../kernel/ids';
import type { Instant } from '../kernel/instant';

/** A closed room report, held against the journal it was closed on. */
export interface CheckedClosing {
  readonly entry: EntryId;
  readonly sitting: SittingId;
  readonly room: RoomId;
  readonly at: Instant;
  readonly by: PersonId;
  /**
   * `agrees`: made again from the entries it was closed on, the report states exactly what its hash seals. `differs`: it
   * does not. `lost`: entries on which it was closed are not in this journal. `unheld`: who sat there is not in it, since
   * the room's list is not held on this machine, and the report cannot be made again here.
   */
  readonly outcome: 'agrees' | 'differs' | 'lost' | 'unheld';
  /** Streams whose entry at the closing is not there. */
  readonly missing: readonly { readonly stream: StreamId; readonly seq: number }[];
  /** Whether it is the report of the room now: nobody opened it again or closed it anew. */
  readonly stands: boolean;
  /** Who signed the room's report on the screen. */
  readonly signatures: number;
  /** Entries about the room that came after it, while it stands. */
  readonly late: number;
}

const entriesPerSlice = 100;

/** Meets every good entry of a journal, then checks its closed reports one after the other. */
export class ClosingsAudit {
  private readonly entries = new Map<EntryId, Entry>();
  private readonly closings: Entry[] = [];
  private readonly handings: Entry[] = [];

  meet(entry: Entry): void {
    this.entries.set(entry.id, entry);
    if (entry.kind === 'report.closed') this.closings.push(entry);
    if (entry.kind === 'candidates.handed') this.handings.push(entry);
  }

  /** Works in slices: a turn is over at each `yield`. Closings come in order of the frontier they were closed on. */
  *check(): Generator<undefined, readonly CheckedClosing[]> {
    const closed = this.closings.flatMap((entry) => readClosing(entry) ?? []).sort((a, b) => a.reach - b.reach);
    const fold = new Fold();
    const sealed: { readonly closing: Closing; readonly outcome: Sealed }[] = [];
    for (const closing of closed) sealed.push({ closing, outcome: yield* this.sealed(fold, closing) });
    yield* fold.take([...this.entries.values()]);
    return sealed.map(({ closing, outcome }) => ({ ...outcome, ...standing(fold.state, closing) }));
  }

  private *sealed(fold: Fold, closing: Closing): Generator<undefined, Sealed> {
    const { data, about, entry } = closing;
    const missing: { readonly stream: StreamId; readonly seq: number }[] = [];
    const known: Entry[] = [];
    for (const [stream, seq, id] of data.frontier) {
      const last = this.entries.get(id);
      if (last?.stream === stream && last.seq === seq) known.push(...this.chainTo(last, fold));
      else missing.push({ stream, seq });
    }
    if (missing.length > 0) return { outcome: 'lost', missing };
    yield* fold.take(known);
    const named = new Set(data.entries.match(/.{10}/g) ?? []);
    const beside = [...this.entries.values()].filter(({ id }) => named.has(id.slice(0, 10)) && !fold.has(id));
    const state = apply(fold.state, [...beside, ...this.listsRead(deviceOf(entry.stream), fold)]);
    const report = reportOf(state, about.sitting, about.room);
    if (report && statedHash(report) === data.statedHash) return { outcome: 'agrees', missing };
    const unheld = report !== null && unheldSeats(state, report.day, about.room).length > 0;
    return { outcome: unheld ? 'unheld' : 'differs', missing };
  }

  /** What a room's machine read of lists that it does not hold: the words by which candidates were handed to it. */
  private listsRead(device: DeviceId, fold: Fold): readonly Entry[] {
    const named = this.handings.filter(({ id }) => fold.has(id)).flatMap((entry) => versionsHanded(entry, device));
    return [...new Set(named)].flatMap((id) => (fold.has(id) ? [] : (this.entries.get(id) ?? [])));
  }

  /** The entries of a stream up to one of them, back to those already folded. */
  private chainTo(last: Entry, fold: Fold): readonly Entry[] {
    const chain: Entry[] = [];
    for (let entry: Entry | undefined = last; entry && !fold.has(entry.id); ) {
      chain.push(entry);
      const before: Entry | undefined = entry.prev === null ? undefined : this.entries.get(entry.prev);
      entry = before?.stream === last.stream ? before : undefined;
    }
    return chain.reverse();
  }
}

type Sealed = Pick<CheckedClosing, 'outcome' | 'missing'>;

/** A state that only grows. */
class Fold {
  state: CentreState = emptyState;
  private readonly taken = new Set<EntryId>();

  has(id: EntryId): boolean {
    return this.taken.has(id);
  }

  *take(entries: readonly Entry[]): Generator<undefined, void> {
    const fresh = entries.filter(({ id }) => !this.taken.has(id));
    for (let at = 0; at < fresh.length; at += entriesPerSlice) {
      const slice = fresh.slice(at, at + entriesPerSlice);
      this.state = apply(this.state, slice);
      for (const { id } of slice) this.taken.add(id);
      yield;
    }
  }
}

/** The entries of the lists that a handing to a machine names. */
function versionsHanded(entry: Entry, device: DeviceId): readonly EntryId[] {
  const said = listKinds['candidates.handed'].read(entry.version, entry);
  return said?.about.device === device ? said.about.candidates.flatMap(({ versions }) => versions) : [];
}

function readClosing(entry: Entry) {
  const said = scriptKinds['report.closed'].read(entry.version, entry);
  if (!said) return null;
  const reach = said.data.frontier.reduce((sum, [, seq]) => sum + seq, 0);
  return { ...said, entry, reach };
}
type Closing = NonNullable<ReturnType<typeof readClosing>>;

function standing(state: CentreState, { entry, about, data }: Closing): Omit<CheckedClosing, keyof Sealed> {
  const { sitting, room } = about;
  const now = fact(state, 'reports', sitting, room);
  const stands = now?.statedHash === data.statedHash && now.at === data.at;
  const signed = [...(state.shelves.get('signatures')?.get(sitting)?.keys() ?? [])];
  return {
    entry: entry.id,
    sitting,
    room,
    at: data.at,
    by: entry.by.person,
    stands,
    signatures: signed.filter((key) => key.startsWith(inRoomOfPaper(room, ''))).length,
    late: stands ? arrivedLate(state, sitting, room).length : 0,
  };
}
