import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type DesignatedPaper, designatedPaper } from '../../shared/exam/papers/designation';
import { type CentreCode, centreCode } from '../../shared/exchange/names';
import { type Instant, instant } from '../../shared/kernel/instant';
import { type WatchedMessage, watchedCentre, watchedMessage } from '../../shared/watch/live';
import { type CentreLine, centreLine } from '../../shared/watch/watched';
import type { Database } from '../database/database';
import { headsInDatabase, readChannels } from './journalReading';

/** What is shown of a centre, as it follows from its journal alone. */
export interface Status {
  readonly centre: CentreCode;
  /** Of what it was made from: see `headsDigest`. */
  readonly heads: string;
  readonly line: CentreLine | 'unpublished';
  readonly news: Instant | null;
  /** When another half-day may have to be shown; null when no later one begins. */
  readonly turn: Instant | null;
  readonly messages: readonly WatchedMessage[];
  readonly papers: readonly DesignatedPaper[];
}

const kept = z.object({
  line: z.union([z.literal('unpublished'), centreLine]),
  news: watchedCentre.shape.news,
  turn: instant.schema.nullable(),
  /** By name. */
  messages: z.array(z.string()),
  papers: z.array(designatedPaper),
});
const keptRow = z.object({ centre: centreCode.schema, heads: z.string(), shown: z.string() });
const messageRow = z.object({ name: z.string(), said: z.string() });
const atOnce = 200;

/**
 * The statuses that nodes leave each other, and themselves for when they start again: written now and then, believed
 * only as long as each centre's heads are those it was made from, by the same program.
 * @param program names what folds journals and makes lines of them
 */
export function keptStatuses(database: Database, program: string) {
  const waiting = new Map<CentreCode, Status>();

  async function writeSome(some: readonly Status[]): Promise<void> {
    const messages = new Map<string, string>();
    const shown = some.map(({ line, news, turn, messages: told, papers }) => {
      const named = told.map((message) => {
        const said = JSON.stringify(message);
        const name = createHash('sha256').update(said).digest('hex');
        messages.set(name, said);
        return name;
      });
      return JSON.stringify({ line, news, turn, messages: named, papers: [...papers] } satisfies z.infer<typeof kept>);
    });
    await database.run(
      `insert into kept_messages (name, said)
         select name, said from unnest($1::text[], $2::text[]) as new(name, said) order by name
         on conflict (name) do nothing`,
      [[...messages.keys()], [...messages.values()]],
    );
    await database.run(
      `insert into kept_statuses (centre, program, heads, shown)
         select centre, $1, heads, shown from unnest($2::text[], $3::text[], $4::text[]) as new(centre, heads, shown)
         order by centre
         on conflict (centre) do update set program = excluded.program, heads = excluded.heads, shown = excluded.shown
         where (kept_statuses.program, kept_statuses.heads, kept_statuses.shown)
           is distinct from (excluded.program, excluded.heads, excluded.shown)`,
      [program, some.map(({ centre }) => centre), some.map(({ heads }) => heads), shown],
    );
  }

  return {
    /** To be kept when `write` is called next. */
    note(status: Status): void {
      waiting.set(status.centre, status);
    },
    /** Writes what was noted since the last time; what could not be written is tried again then. */
    async write(): Promise<void> {
      const all = [...waiting.values()];
      for (let from = 0; from < all.length; from += atOnce) {
        const some = all.slice(from, from + atOnce);
        await writeSome(some);
        for (const status of some) if (waiting.get(status.centre) === status) waiting.delete(status.centre);
      }
    },
    /** Those made by this program of all that their centres' journals hold now, and not to be made anew by `now`. */
    async fresh(now: Instant): Promise<readonly Status[]> {
      const rows = await database.rows(
        keptRow,
        `select kept.centre, kept.heads, kept.shown
         from kept_statuses kept join (${headsInDatabase('$2')}) here using (centre)
         where kept.program = $1 and kept.heads = here.digest`,
        [program, readChannels],
      );
      const said = await database.rows(messageRow, 'select name, said from kept_messages');
      const messages = new Map(said.map(({ name, said: text }) => [name, parsed(watchedMessage, text)]));
      return rows.flatMap(({ centre, heads, shown }): readonly Status[] => {
        const read = parsed(kept, shown);
        if (!read || (read.turn !== null && read.turn <= now)) return [];
        const told = read.messages.map((name) => messages.get(name) ?? null);
        const there = told.filter((message) => message !== null);
        return there.length === told.length ? [{ ...read, centre, heads, messages: there }] : [];
      });
    },
  };
}

/** Null when a text is not what it should be: whatever it was kept of is made anew. */
function parsed<T>(schema: z.ZodType<T>, text: string): T | null {
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
