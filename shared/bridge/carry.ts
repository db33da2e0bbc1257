import { z } from 'zod';
import { roomId } from '../kernel/ids';
import { instant } from '../kernel/instant';
import { storageReason } from '../kernel/storage';
import { copiedCentre, copyTrouble } from './copies';

const nothing = z.void();
const count = z.int().nonnegative();

/** Why a file of the key was not read. Nothing was touched. */
export const carriedFault = z.discriminatedUnion('kind', [
  z.object({
    kind: z.enum([
      /** Not one of Cachet's, whatever its name. */
      'not-carried',
      /** Written by a version of Cachet that knows more than this one. */
      'newer',
      /** It ends before its end: the key was pulled out, or was full. */
      'cut',
      /** Whole, and not as it was written. */
      'damaged',
      /** Written for machines of the centre among which this one was not. */
      'not-for-us',
      /** Its writer is none of the machines that this one knows to be the centre's, or no longer is. */
      'unknown-writer',
      'too-large',
      /** The system did not let it be read. */
      'unreadable',
    ]),
  }),
  /** Of another centre, or of another session of this one. */
  z.object({ kind: z.literal('other-centre'), of: copiedCentre }),
]);
export type CarriedFault = z.infer<typeof carriedFault>;

const machineName = z.object({ device: z.string(), name: z.string().nullable() });

/** Where the key is, and what of this machine lies on it. */
export const keyAtHand = z.object({
  folder: z.string(),
  /** Pulled out, or no longer the one that was chosen. */
  gone: z.boolean(),
  /** On the disk of this machine: no key. */
  ownDisk: z.boolean(),
  /** When this machine last wrote on it, and how many of the entries held here none of its writers holds. */
  ours: z.object({ writtenAt: instant.schema, missing: count }).nullable(),
});

export const carryState = z.object({
  /** Null before a session is published. */
  centre: copiedCentre.nullable(),
  self: machineName,
  /** Entries this machine holds. */
  entries: count,
  /** The centre's other machines, for which it can write. */
  machines: z.array(machineName),
  /** Null until a key was chosen since the program started. */
  key: keyAtHand.nullable(),
});
export type CarryState = z.infer<typeof carryState>;

/** One file of the key, read whole, against what is here. */
export const carriedFile = z.object({
  writer: machineName,
  /** Whether this machine wrote it. */
  ours: z.boolean(),
  /** When it was written, in this machine's time as far as the clocks' differences are known. */
  writtenAt: instant.schema,
  /** Entries it brings to this machine, and those that are here already. */
  fresh: count,
  known: count,
  /** Of those it brings: how many by channel, and the rooms they speak of. */
  channels: z.array(z.object({ channel: z.string(), fresh: count })),
  rooms: z.array(roomId.schema),
});
export type CarriedFile = z.infer<typeof carriedFile>;

export const carriedPreview = z.object({
  files: z.array(carriedFile),
  refused: z.array(z.object({ name: z.string(), because: carriedFault })),
  /** Other centres whose folders lie on the key. */
  others: z.array(z.string()),
  /** Entries that all files together bring. */
  fresh: count,
  /** Headquarters' receipts that were believed at once: where there is nothing to take, nobody is asked. */
  receipts: count,
});
export type CarriedPreview = z.infer<typeof carriedPreview>;

const carriedOut = z.object({
  writtenAt: instant.schema,
  /** On the key now. */
  entries: count,
  bytes: count,
  /** For how many other machines. */
  machines: count,
});
export type CarriedOut = z.infer<typeof carriedOut>;

const takenIn = z.object({
  added: count,
  /** Kept in sight, and not counted. */
  quarantined: count,
  /** Left on the key until what comes before them is carried here too. */
  waiting: count,
  /** Headquarters' receipts that were believed. */
  receipts: count,
});
export type CarriedIn = z.infer<typeof takenIn>;

const noKey = z.object({ kind: z.enum(['not-allowed', 'no-session', 'no-key']) });

export const notWritten = z.discriminatedUnion('kind', [
  noKey,
  /** No other machine of the centre is known: nobody could read it. */
  z.object({ kind: z.literal('nobody') }),
  z.object({ kind: z.literal('medium'), because: copyTrouble }),
]);
export type NotWritten = z.infer<typeof notWritten>;

export const notRead = z.discriminatedUnion('kind', [
  noKey,
  z.object({ kind: z.literal('absent') }),
  /** This machine's own disk took no more; what was taken before stays. */
  z.object({ kind: z.literal('storage'), reason: storageReason, added: count }),
]);
export type NotRead = z.infer<typeof notRead>;

function resultOf<Value extends z.ZodType, Fault extends z.ZodType>(value: Value, error: Fault) {
  return z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value }),
    z.object({ ok: z.literal(false), error }),
  ]);
}

/** What a window may ask of the USB key that carries entries between the centre's machines. */
export const carryMethods = {
  carryState: { input: nothing, output: carryState },
  /** Lets the person say where the key is. */
  chooseKey: { input: nothing, output: z.object({ outcome: z.enum(['chosen', 'cancelled']) }) },
  /** Writes what the centre's other machines may lack, whole or not at all, and reads it back. */
  writeKey: { input: nothing, output: resultOf(carriedOut, notWritten) },
  /** Reads what the others wrote, all of it, and compares it with what is here. Nothing is taken. */
  readKey: { input: nothing, output: resultOf(carriedPreview, notRead) },
  /** Takes what was read into the journal of this machine. */
  takeFromKey: { input: nothing, output: resultOf(takenIn, notRead) },
  /** Forgets what was read. */
  leaveKey: { input: nothing, output: nothing },
} as const;
