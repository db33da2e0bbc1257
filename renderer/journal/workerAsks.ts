import { z } from 'zod';
import { ENTRIES_PER_CALL, packedCasings } from '../../shared/bridge/journal';
import { entryId, streamId } from '../../shared/kernel/ids';
import { storageFault } from '../../shared/kernel/storage';

const nothing = z.void();
const head = z.object({ stream: streamId.schema, seq: z.int().min(1), id: entryId.schema });

/** Everything the window may ask of the worker that keeps the local database, with a parser both ways. */
export const workerAsks = {
  /** How far the database has come, and whether it is sound: a hole in a stream is damage. */
  census: { input: nothing, output: z.object({ heads: z.array(head), entries: z.int(), sound: z.boolean() }) },
  after: {
    input: z.object({ stream: streamId.schema, seq: z.int().nonnegative(), limit: z.int().max(ENTRIES_PER_CALL) }),
    output: packedCasings,
  },
  forks: { input: nothing, output: packedCasings },
  /** Commits in one strictly durable transaction. */
  append: {
    input: z.object({ cased: packedCasings }),
    output: z.object({ added: z.int(), known: z.int(), forked: z.int() }),
  },
  /** Removes entries that the file did not keep after all. */
  retract: { input: z.object({ claims: z.array(head) }), output: nothing },
  /** Empties the database, so that it is made again from the file. */
  clear: { input: nothing, output: nothing },
} as const;

export type WorkerAsk = keyof typeof workerAsks;
export type AskInput<A extends WorkerAsk> = z.output<(typeof workerAsks)[A]['input']>;
export type AskOutput<A extends WorkerAsk> = z.output<(typeof workerAsks)[A]['output']>;

/** `workerAsks`, in the form that lets a generic function pair an ask with its own parsers. */
export const askParsers: {
  readonly [A in WorkerAsk]: { readonly input: z.ZodType<AskInput<A>>; readonly output: z.ZodType<AskOutput<A>> };
} = workerAsks;

const names = z.enum(['census', 'after', 'forks', 'append', 'retract', 'clear'] satisfies WorkerAsk[]);

export const question = z.object({ number: z.int(), ask: names, input: z.unknown() });

const gapFault = z.object({
  kind: z.literal('gap'),
  stream: streamId.schema,
  seq: z.int(),
  has: z.int(),
});

export const answer = z.discriminatedUnion('outcome', [
  z.object({ number: z.int(), outcome: z.literal('done'), value: z.unknown() }),
  /** The database took nothing, for a reason that a person can be told. */
  z.object({
    number: z.int(),
    outcome: z.literal('refused'),
    fault: z.discriminatedUnion('kind', [storageFault, gapFault]),
  }),
  z.object({ number: z.int(), outcome: z.literal('broken'), message: z.string() }),
]);
export type Answer = z.infer<typeof answer>;
