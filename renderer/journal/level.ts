import type { Bridge } from '../../shared/bridge/bridge';
import type { Frontier } from '../../shared/journal/frontier';
import type { Gap } from '../../shared/journal/journal';
import type { StreamId } from '../../shared/kernel/ids';
import { err, ok, type Result } from '../../shared/kernel/result';
import type { StorageFault } from '../../shared/kernel/storage';
import type { JournalClient } from './journalClient';
import { countIn, type Group, groupsBetween, oneAhead } from './stretches';

/** What bringing file and database level found and did. Counts are of entries. */
export interface Levelled {
  /** In the file's chains, in the end. */
  readonly total: number;
  /** What the database held before. */
  readonly before: number;
  /** The database contradicted itself or the file, and was emptied first. */
  readonly emptied: boolean;
  /** Written into the database because it lacked them. */
  readonly rebuilt: number;
  /** In which chains it had lacked how many. */
  readonly lacked: ReadonlyMap<StreamId, number>;
  /** Written into the file because only the database had them. */
  readonly adopted: number;
  /** Only in the database, and not acceptable: altered, or without their predecessors. */
  readonly refused: number;
  /** Only in the database, under a key this machine does not have now: left there. */
  readonly unreadable: number;
}

export type LevelFault = { readonly side: 'file' | 'database'; readonly fault: StorageFault };

export type FileSide = Pick<Bridge, 'frontier' | 'casedIn' | 'casedForks' | 'adopt'>;

/** Told as it goes: entries copied, of so many. */
export type Progress = (done: number, of: number) => void;

const chunk = 500;

/**
 * Makes the journal's file and the local database hold the same entries, the poorer from the richer: first the file
 * takes back what only the database has, then the database what it lacks. A database that contradicts itself or the
 * file is emptied and made again. Works in chunks, so that the window stays alive; repeating it is harmless.
 */
export async function level(
  file: FileSide,
  base: JournalClient,
  progress: Progress = () => undefined,
): Promise<Result<Levelled, LevelFault>> {
  const census = await base.census();
  if (!census.ok) return databaseRefused(census.error);
  const { heads, entries: before, sound } = census.value;
  const had: Frontier = new Map(heads.map(({ stream, seq, id }) => [stream, { seq, id }]));
  const salvaged = await salvage(file, base, had);
  if (!salvaged.ok) return salvaged;
  const { shut, ...counts } = salvaged.value;

  const frontier = await frontierOf(file);
  const total = [...frontier.values()].reduce((sum, { seq }) => sum + seq, 0);
  const lacked = new Map(
    [...frontier].map(([stream, { seq }]) => [stream, seq - (had.get(stream)?.seq ?? 0)] as const),
  );
  const levelled = (emptied: boolean, rebuilt: number) => ok({ total, before, emptied, rebuilt, lacked, ...counts });
  if (shut.size > 0 || (sound && !contradicts(frontier, had))) {
    const filled = await fill(file, base, frontier, had, progress);
    if (!filled.ok) return filled;
    if (!filled.value.contradiction) return levelled(false, filled.value.copied);
  }
  const rebuilt = await rebuild(file, base, progress);
  return rebuilt.ok ? levelled(true, rebuilt.value) : rebuilt;
}

/**
 * Gives a level database what came into the file since, and takes nothing from it: what is being written into both at
 * this moment is left alone. False when something does not follow what is there: they are to be made level.
 */
export async function complete(file: FileSide, base: JournalClient): Promise<Result<boolean, LevelFault>> {
  const census = await base.census();
  if (!census.ok) return databaseRefused(census.error);
  const had: Frontier = new Map(census.value.heads.map(({ stream, seq, id }) => [stream, { seq, id }]));
  const filled = await fill(file, base, await frontierOf(file), had, () => undefined);
  return filled.ok ? ok(!filled.value.contradiction) : filled;
}

/** Empties the database and makes it again from the file; tells how many entries it copied. */
export async function rebuild(
  file: FileSide,
  base: JournalClient,
  progress: Progress = () => undefined,
): Promise<Result<number, LevelFault>> {
  const cleared = await base.clear();
  if (!cleared.ok) return databaseRefused(cleared.error);
  const filled = await fill(file, base, await frontierOf(file), new Map(), progress);
  if (!filled.ok) return filled;
  if (filled.value.contradiction) throw new Error('the black box delivered entries that do not follow each other');
  return ok(filled.value.copied);
}

/** The database alone has these: the file takes them back. Streams in doubt are sent whole; what is known is skipped. */
async function salvage(file: FileSide, base: JournalClient, had: Frontier) {
  const frontier = await frontierOf(file);
  const count = { adopted: 0, refused: 0, unreadable: 0 };
  /** Streams whose entries nobody can open now. */
  const shut = new Set<StreamId>();
  const send = async (cased: Uint8Array, of: StreamId | null): Promise<Result<void, LevelFault>> => {
    const taken = await file.adopt({ cased });
    if (!taken.ok) return err({ side: 'file', fault: taken.error });
    count.adopted += taken.value.adopted;
    count.refused += taken.value.refused;
    count.unreadable += taken.value.unreadable;
    if (taken.value.unreadable > 0 && of) shut.add(of);
    return ok(undefined);
  };
  for (const [stream, { seq, id }] of had) {
    const inFile = frontier.get(stream);
    if (inFile && (inFile.seq > seq || inFile.id === id)) continue;
    for (let from = 0; from < seq; from += chunk) {
      const read = await base.after({ stream, seq: from, limit: chunk });
      if (!read.ok) return databaseRefused(read.error);
      const sent = await send(read.value, stream);
      if (!sent.ok) return sent;
    }
  }
  const forks = await base.forks();
  if (!forks.ok) return databaseRefused(forks.error);
  const sent = await send(forks.value, null);
  return sent.ok ? ok({ ...count, shut }) : sent;
}

/** Whether the database is ahead of the file, which refused the difference, or ends a stream with another entry. */
function contradicts(frontier: Frontier, had: Frontier): boolean {
  return [...had].some(([stream, { seq, id }]) => {
    const inFile = frontier.get(stream);
    return !inFile || inFile.seq < seq || (inFile.seq === seq && inFile.id !== id);
  });
}

interface Filled {
  readonly copied: number;
  readonly contradiction: boolean;
}

/** Copies into the database what the file has beyond `had`, until something does not follow what is there. */
async function fill(
  file: FileSide,
  base: JournalClient,
  frontier: Frontier,
  had: Frontier,
  progress: Progress,
): Promise<Result<Filled, LevelFault>> {
  const groups = groupsBetween(had, frontier);
  const of = groups.reduce((sum, group) => sum + countIn(group), 0);
  const read = (group: Group) => file.casedIn({ stretches: [...group] });
  let copied = 0;
  const take = async (cased: Uint8Array): Promise<Result<boolean, LevelFault>> => {
    const appended = await base.append({ cased });
    if (!appended.ok) return appended.error.kind === 'gap' ? ok(false) : databaseRefused(appended.error);
    copied += appended.value.added;
    return ok(appended.value.forked === 0);
  };
  for await (const { answer } of oneAhead(groups, read)) {
    const taken = await take(answer);
    if (!taken.ok) return taken;
    if (!taken.value) return ok({ copied, contradiction: true });
    progress(copied, of);
  }
  const forks = await base.append({ cased: await file.casedForks() });
  if (!forks.ok) return forks.error.kind === 'gap' ? ok({ copied, contradiction: true }) : databaseRefused(forks.error);
  return ok({ copied: copied + forks.value.added, contradiction: forks.value.added > 0 });
}

async function frontierOf(file: FileSide): Promise<Frontier> {
  const heads = await file.frontier();
  return new Map<StreamId, { seq: number; id: (typeof heads)[number]['id'] }>(
    heads.map(({ stream, seq, id }) => [stream, { seq, id }]),
  );
}

function databaseRefused(fault: Gap | StorageFault): Result<never, LevelFault> {
  if (fault.kind === 'gap') throw new Error(`only an append can leave a gap: ${JSON.stringify(fault)}`);
  return err({ side: 'database', fault });
}
