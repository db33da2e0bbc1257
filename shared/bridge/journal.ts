import { z } from 'zod';
import { entryId, personId, streamId } from '../kernel/ids';
import { noGrant } from '../kernel/noGrant';
import { role } from '../kernel/role';
import { actor, draft } from '../kernel/statement';
import { storageFault, storageReason } from '../kernel/storage';

/**
 * Sealed entries as `packSealed` makes them, closed ones with what main opened of them: one run of bytes crosses far
 * faster than many. Who receives verifies.
 */
export const packedEntries = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

/** Cased entries as `packCased` makes them: for the window's database, which keeps what it cannot read. */
export const packedCasings = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

const nothing = z.void();
const pin = z.string().regex(/^\d{4,12}$/);

/** How many entries cross the bridge in one call at most. */
export const ENTRIES_PER_CALL = 1000;

/** Entries of some streams: of each those that follow the first `seq`, `limit` at most. */
const stretches = z.object({
  stretches: z
    .array(z.object({ stream: streamId.schema, seq: z.int().nonnegative(), limit: z.int().min(1) }))
    .refine((all) => all.reduce((sum, { limit }) => sum + limit, 0) <= ENTRIES_PER_CALL),
});

function resultOf<Value extends z.ZodType, Fault extends z.ZodType>(value: Value, error: Fault) {
  return z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value }),
    z.object({ ok: z.literal(false), error }),
  ]);
}

/** Settings of this machine that a later version may have written, in a form this one does not read. */
export const laterFile = z.enum(['enrolment', 'network', 'copies']);
export type LaterFile = z.infer<typeof laterFile>;

/** What opening the journal's file found and did. */
export const openingReport = z.object({
  /** Entries found whole and in their place. */
  entries: z.int().nonnegative(),
  /** How many there were, forks aside, when the file was last opened, as noted beside it; null when that note is missing. */
  expected: z.int().nonnegative().nullable(),
  /** There was no file at all. */
  absent: z.boolean(),
  /** Bytes of a last write that was cut short; nobody had been told that they were saved. */
  tornBytes: z.int().nonnegative(),
  damagedFiles: z.int().nonnegative(),
  /** Whole entries that wait for lost predecessors. */
  stranded: z.int().nonnegative(),
  /** Entries in the file whose signature is wrong. */
  forged: z.int().nonnegative(),
  /** Entries encased under a key this machine does not have now. */
  unreadable: z.int().nonnegative(),
  /** Why nothing can be written, or null. */
  unwritable: storageReason.nullable(),
  deviceKey: z.enum(['known', 'created', 'replaced']),
  /** Devices that wrote twice from one point: a disk was cloned or an old copy put back. */
  clonedDevices: z.int().nonnegative(),
  /** Left as they are: they do not serve until a version that reads them is back. */
  laterFiles: z.array(laterFile),
});
export type OpeningReport = z.infer<typeof openingReport>;

/** What a window may ask of the journal, the scribe and the lock, all of which live in the main process. */
export const journalMethods = {
  frontier: {
    input: nothing,
    output: z.array(z.object({ stream: streamId.schema, seq: z.int().min(1), id: entryId.schema })),
  },
  /** The entries of these stretches, one stretch after the other, as the file holds them. */
  entriesIn: { input: stretches, output: packedEntries },
  /** Entries kept beside their chain because another one holds their place. */
  forkedEntries: { input: nothing, output: packedEntries },
  /** As `entriesIn` and `forkedEntries`, in their casings. */
  casedIn: { input: stretches, output: packedCasings },
  casedForks: { input: nothing, output: packedCasings },
  /**
   * Gives the drafts of one gesture their place and signs them, all or none; resolves once the file has them durably, or
   * took none. Under the number of a `delivery` they are handed to the asking window's journal worker while the file is
   * being written; that they were `kept` by the file is what makes them count.
   */
  inscribe: {
    input: z.object({
      drafts: z.array(draft).min(1).max(ENTRIES_PER_CALL),
      delivery: z.int().min(1).nullable(),
    }),
    output: resultOf(
      z.object({
        entries: packedEntries,
        /** `beside`: those that stand beside their chain, as a clone of this machine had written in their place. */
        kept: resultOf(z.object({ beside: z.array(entryId.schema) }), storageFault),
      }),
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('locked') }),
        z.object({ kind: z.literal('forbidden'), entryKind: z.string() }),
        /** Headquarters' grant to this machine, or that it has none, does not allow it. */
        z.object({ kind: z.literal('no-grant'), entryKind: z.string(), why: noGrant }),
        z.object({ kind: z.literal('too-large'), bytes: z.int(), limit: z.int() }),
        /** The disk has too little room: nothing was written, so that what is kept stays sound. */
        z.object({ kind: z.literal('no-recipient') }),
        z.object({ kind: z.literal('disk-short') }),
        storageFault,
      ]),
    ),
  },
  /** Takes back into the file what only the window's database still has; every entry is opened and verified first. */
  adopt: {
    input: z.object({ cased: packedCasings }),
    output: resultOf(
      z.object({
        adopted: z.int().nonnegative(),
        known: z.int().nonnegative(),
        refused: z.int().nonnegative(),
        /** Under a key this machine does not have now. */
        unreadable: z.int().nonnegative(),
      }),
      storageFault,
    ),
  },
  openingReport: { input: nothing, output: openingReport },
  /** Lets a person act in one of the roles granted to them, if the PIN is theirs. */
  unlock: {
    input: z.object({ person: personId.schema, role, pin }),
    output: resultOf(
      actor,
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('no-access') }),
        z.object({ kind: z.literal('role-not-granted') }),
        z.object({ kind: z.literal('wrong-pin') }),
        z.object({ kind: z.literal('wait'), milliseconds: z.number() }),
      ]),
    ),
  },
  lock: { input: nothing, output: nothing },
  /** The hash to write into an `access.granted` entry. */
  hashPin: { input: z.object({ pin }), output: z.string() },
  /** Who acts on this machine now: the first-run actor until somebody was granted access, null while locked. */
  whoIsUnlocked: { input: nothing, output: actor.nullable() },
} as const;
