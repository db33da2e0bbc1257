import { z } from 'zod';
import { entryId, personId, roomId, sittingId, streamId } from '../kernel/ids';
import { instant } from '../kernel/instant';
import { channel } from '../kernel/statement';

const nothing = z.void();
const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly();
const count = z.int().nonnegative();
const seq = z.int().min(1);
/** A device, by its Ed25519 public key in base64url. */
const device = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
const end = z.object({ seq, at: instant.schema });

/** What is wrong, with its stream and number; records are counted in the order in which they were read. */
export const auditFault = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['not-an-entry', 'altered']), record: seq }),
  z.object({
    kind: z.enum(['bad-signature', 'in-clear', 'closed-in-open', 'closed-altered', 'broken-link', 'lost-origin']),
    stream: streamId.schema,
    seq,
  }),
  z.object({ kind: z.enum(['gap', 'lost-end']), stream: streamId.schema, seq, until: seq }),
]);

const auditedStream = z.object({
  stream: streamId.schema,
  device,
  channel: channel.nullable(),
  entries: count,
  first: end,
  last: end,
  people: list(z.object({ person: personId.schema, entries: count })),
});

/** A point after which one device wrote several histories. */
export const branching = z.object({
  device,
  after: entryId.schema.nullable(),
  since: instant.schema,
  branches: list(
    z.object({
      first: z.object({ id: entryId.schema, stream: streamId.schema, seq, wall: instant.schema }),
      entries: count,
    }),
  ),
});

const checkedClosing = z.object({
  entry: entryId.schema,
  sitting: sittingId.schema,
  room: roomId.schema,
  at: instant.schema,
  by: personId.schema,
  outcome: z.enum(['agrees', 'differs', 'lost', 'unheld']),
  missing: list(z.object({ stream: streamId.schema, seq })),
  stands: z.boolean(),
  signatures: count,
  late: count,
});

/** What checking this machine's journal from its files found. */
export const journalAudit = z.object({
  entries: count,
  stranded: count,
  repeated: count,
  unreadable: count,
  closed: count,
  shut: count,
  files: count,
  damagedFiles: count,
  tornBytes: count,
  streams: list(auditedStream),
  branchings: list(branching),
  closings: list(checkedClosing),
  faults: list(auditFault),
});
export type JournalAudited = z.infer<typeof journalAudit>;

/** What a window may ask of the verifier. */
export const auditMethods = {
  /** Begins to read the journal's files again from their first byte; what was begun before is left. */
  startAudit: { input: nothing, output: nothing },
  /** Works for a moment, and says how far it has come. To be asked again until it is finished. */
  continueAudit: {
    input: nothing,
    output: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('reading'), done: count, of: count }),
      z.object({ kind: z.literal('closings') }),
      z.object({ kind: z.literal('finished'), found: journalAudit }),
    ]),
  },
  /** The devices that wrote twice from one point, as far as this machine's journal tells now. */
  branchings: { input: nothing, output: list(branching) },
} as const;
