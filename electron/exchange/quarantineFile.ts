import { open, readFile } from 'node:fs/promises';
import { z } from 'zod';
import { type Quarantined, quarantined } from '../../shared/exchange/messages';
import type { Judge, Kept, Quarantine } from '../../shared/exchange/receive';
import { decode, type Entry, type SealedEntry } from '../../shared/journal/entry';
import { type EntryId, entryId } from '../../shared/kernel/ids';
import { err, ok, type Result } from '../../shared/kernel/result';
import type { StorageFault } from '../../shared/kernel/storage';
import type { Casing } from '../journal/casing';
import { storageReasonOf } from '../journal/fileStore';

const line = z.union([
  z.object({ why: quarantined, casing: z.base64() }),
  /** Taken in since. */
  z.object({ released: z.array(entryId.schema) }),
]);

/** What came and was not welcome, in sight. */
export interface QuarantineInSight extends Quarantine {
  /** All of it, but for what stands in its chain and is welcome by now. */
  inSight(judge: Judge): readonly Quarantined[];
  /** What is kept apart, in the order of each chain; without what lies under a key this machine does not have now. */
  aside(): readonly Aside[];
  /** Takes entries out, because they were taken in. */
  release(ids: readonly EntryId[]): Promise<Result<void, StorageFault>>;
}

/** An entry that is kept apart. */
export interface Aside extends InMemory {
  readonly sealed: SealedEntry;
}

interface InMemory {
  readonly why: Quarantined;
  /** As it claims; null for what is none, or lies under a key this machine does not have now. */
  readonly entry: Entry | null;
  readonly sealed: SealedEntry | null;
}

/**
 * What was not welcome, in a file of its own beside the black box: one line each, encased as in the journal. A last line
 * that was cut short, or any that was changed, is passed over: what it held comes again, and is kept again.
 */
export async function openQuarantine(file: string, casing: Casing): Promise<QuarantineInSight> {
  const found = await textOf(file);
  const kept = new Map<EntryId, InMemory>();
  for (const text of found.split('\n')) {
    const read = lineIn(text);
    if (!read) continue;
    if ('released' in read) {
      for (const id of read.released) kept.delete(id);
      continue;
    }
    const sealed = casing.open(new Uint8Array(Buffer.from(read.casing, 'base64')));
    const readable = typeof sealed === 'string' ? null : sealed;
    kept.set(read.why.id, { why: read.why, sealed: readable, entry: readable && decode(readable.bytes) });
  }
  /** The file ends within a line. */
  let torn = found !== '' && !found.endsWith('\n');

  const lineOf = ({ why, sealed }: Kept): z.infer<typeof line> => {
    return { why, casing: Buffer.from(casing.encase(sealed)).toString('base64') };
  };
  const append = async (lines: readonly z.infer<typeof line>[]): Promise<Result<void, StorageFault>> => {
    try {
      await appendTo(file, `${torn ? '\n' : ''}${lines.map((each) => `${JSON.stringify(each)}\n`).join('')}`);
    } catch (error) {
      torn = true; // part of it may be there
      return err({ kind: 'storage', reason: storageReasonOf(error) });
    }
    torn = false;
    return ok(undefined);
  };
  return {
    holdsAside: async (id) => kept.get(id)?.why.held === 'aside',
    async keep(more) {
      const news = more.filter(({ why }) => !isSame(kept.get(why.id)?.why, why));
      if (news.length === 0) return ok(undefined);
      const written = await append(news.map(lineOf));
      if (!written.ok) return written;
      for (const { why, sealed } of news) kept.set(why.id, { why, sealed, entry: decode(sealed.bytes) });
      return written;
    },
    aside: () =>
      [...kept.values()]
        .flatMap((each) => (each.why.held === 'aside' && each.sealed ? [{ ...each, sealed: each.sealed }] : []))
        .sort((a, b) => (a.why.seq ?? 0) - (b.why.seq ?? 0)),
    async release(ids) {
      if (ids.length === 0) return ok(undefined);
      const written = await append([{ released: [...ids] }]);
      if (written.ok) for (const id of ids) kept.delete(id);
      return written;
    },
    inSight: (judge) =>
      [...kept.values()]
        .filter(({ why, entry }) => why.held === 'aside' || entry === null || judge(entry) !== null)
        .map(({ why }) => why),
  };
}

function isSame(known: Quarantined | undefined, { because, held }: Quarantined): boolean {
  return known?.because === because && known.held === held;
}

function lineIn(text: string): z.infer<typeof line> | null {
  try {
    return line.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    return ''; // absent or unreadable: what it held comes again
  }
}

async function appendTo(file: string, text: string): Promise<void> {
  const handle = await open(file, 'a', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
