import { open, readFile } from 'node:fs/promises';
import { z } from 'zod';
import { type Quarantined, quarantined } from '../../shared/exchange/messages';
import type { Judge, Kept, Quarantine } from '../../shared/exchange/receive';
import { decode, type Entry } from '../../shared/journal/entry';
import type { EntryId } from '../../shared/kernel/ids';
import { err, ok } from '../../shared/kernel/result';
import type { Casing } from '../journal/casing';
import { storageReasonOf } from '../journal/fileStore';

const line = z.object({ why: quarantined, casing: z.base64() });

/** What came and was not welcome, in sight. */
export interface QuarantineInSight extends Quarantine {
  /** All of it, but for what stands in its chain and is welcome by now. */
  inSight(judge: Judge): readonly Quarantined[];
}

interface InMemory {
  readonly why: Quarantined;
  /** As it claims; null for what is none, or lies under a key this machine does not have now. */
  readonly entry: Entry | null;
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
    const sealed = casing.open(new Uint8Array(Buffer.from(read.casing, 'base64')));
    kept.set(read.why.id, { why: read.why, entry: typeof sealed === 'string' ? null : decode(sealed.bytes) });
  }
  /** The file ends within a line. */
  let torn = found !== '' && !found.endsWith('\n');

  const lineOf = ({ why, sealed }: Kept) => {
    const cased = Buffer.from(casing.encase(sealed)).toString('base64');
    return `${JSON.stringify({ why, casing: cased } satisfies z.infer<typeof line>)}\n`;
  };
  return {
    holdsAside: async (id) => kept.get(id)?.why.held === 'aside',
    async keep(more) {
      const news = more.filter(({ why }) => !isSame(kept.get(why.id)?.why, why));
      if (news.length === 0) return ok(undefined);
      try {
        await appendTo(file, `${torn ? '\n' : ''}${news.map(lineOf).join('')}`);
      } catch (error) {
        torn = true; // part of it may be there
        return err({ kind: 'storage', reason: storageReasonOf(error) });
      }
      torn = false;
      for (const { why, sealed } of news) kept.set(why.id, { why, entry: decode(sealed.bytes) });
      return ok(undefined);
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
