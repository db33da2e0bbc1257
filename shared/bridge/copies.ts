import { z } from 'zod';
import { instant } from '../kernel/instant';
import { RECOVERY_GROUPS } from '../kernel/recoveryCode';
import { laterFault, storageReason } from '../kernel/storage';

const nothing = z.void();
const count = z.int().nonnegative();

/** The centre and session whose entries a copy holds. */
export const copiedCentre = z.object({
  session: z.string().min(1).max(120),
  sessionName: z.string().max(120),
  year: z.int(),
  /** IANA zone of the centre. */
  zone: z.string().max(64),
  demonstration: z.boolean(),
  code: z.string().max(20),
  name: z.string().max(120),
  town: z.string().max(80),
});
export type CopiedCentre = z.infer<typeof copiedCentre>;

const codeFault = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('length'), typed: count }),
  z.object({
    kind: z.literal('group'),
    group: z.int().min(1).max(RECOVERY_GROUPS),
  }),
]);

/** Why a file was not read as a copy; `entry` counts from 1, `at` is the byte where it begins. Nothing was touched. */
export const copyFault = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('not-a-copy') }),
  /** Written by a version of Cachet that knows more than this one. */
  z.object({ kind: z.literal('newer') }),
  z.object({ kind: z.literal('header-cut') }),
  z.object({ kind: z.literal('header-damaged') }),
  /** Whole, and changed by somebody who did not have its key. */
  z.object({ kind: z.literal('header-altered') }),
  z.object({ kind: z.literal('end-missing'), at: count }),
  z.object({ kind: z.literal('length'), said: count, found: count }),
  /** Well typed, and of another copy. */
  z.object({ kind: z.literal('other-code') }),
  z.object({ kind: z.literal('damaged'), entry: count, at: count }),
  z.object({ kind: z.literal('altered'), entry: count }),
  z.object({
    kind: z.literal('chain'),
    entry: count,
    because: z.enum([
      'not-an-entry',
      'bad-signature',
      'in-clear',
      'closed-in-open',
      'broken-link',
      'out-of-place',
      'twice',
    ]),
  }),
  /** Good entries, and not those that the header names. */
  z.object({ kind: z.literal('other-entries'), said: count, found: count }),
  z.object({ kind: z.literal('session-not-in-it') }),
]);
export type CopyFault = z.infer<typeof copyFault>;

/** Why the last attempt at a copy left none. `absent`: the folder, or the key it lies on, is not there. */
export const copyTrouble = z.enum(['absent', 'not-the-same', 'full', 'read-only', 'closed', 'failed']);
export type CopyTrouble = z.infer<typeof copyTrouble>;

export const safeCopyState = z.object({
  /** Null until somebody has set it up on this machine. */
  kept: z
    .object({
      folder: z.string(),
      /** Whether the state of the rooms goes there as PDF. */
      rooms: z.boolean(),
      /** Public half of what the code de secours stands for, base64url. */
      key: z.string(),
    })
    .nullable(),
  /** The last good copy. */
  last: z.object({ madeAt: instant.schema, entries: count }).nullable(),
  /** Entries of this machine that are not in it. */
  missing: count,
  trouble: copyTrouble.nullable(),
  /** This machine, and the copies it took back. */
  device: z.string(),
  /** Whether one of them was since the program started. */
  tookBackNow: z.boolean(),
  takenBack: z.array(z.object({ madeAt: instant.schema, from: z.string(), entries: count, added: count })),
});
export type SafeCopyState = z.infer<typeof safeCopyState>;

/** Nobody is unlocked, or not somebody who may. */
const notAllowed = z.object({ kind: z.literal('not-allowed') });
const copyMade = z.object({ code: z.string(), state: safeCopyState });

const notCopied = z.discriminatedUnion('kind', [
  notAllowed,
  z.object({ kind: z.literal('no-folder') }),
  z.object({ kind: z.literal('no-session') }),
  laterFault,
  z.object({ kind: z.literal('not-copied'), because: copyTrouble }),
]);

function resultOf<Value extends z.ZodType, Fault extends z.ZodType>(value: Value, error: Fault) {
  return z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value }),
    z.object({ ok: z.literal(false), error }),
  ]);
}

/** What a copy holds, against what is here. Nothing is written before it is confirmed. */
export const copyPreview = z.object({
  of: copiedCentre,
  madeAt: instant.schema,
  device: z.string(),
  /** Whether this machine made it. */
  ours: z.boolean(),
  version: z.string(),
  entries: count,
  /** Will be added here. */
  fresh: count,
  /** Are here already. */
  known: count,
  /** Claim a place that another entry holds here: kept beside it. */
  beside: count,
  /** Are here and not in the copy: they stay. */
  onlyHere: count,
});
export type CopyPreview = z.infer<typeof copyPreview>;

const bareName = z.string().regex(/^[^\p{Cc}\\/:*?"<>|]{1,120}\.pdf$/u);

/** What a window may ask of the safe copies, made and taken back. */
export const copiesMethods = {
  safeCopyState: { input: nothing, output: safeCopyState },
  /** Lets the person choose the folder for `startSafeCopy`. */
  chooseCopyFolder: {
    input: nothing,
    output: z.object({ folder: z.string().nullable() }),
  },
  /** Makes a new code and a first copy in the folder chosen before; it is set up only once that copy is good. */
  startSafeCopy: { input: z.object({ rooms: z.boolean() }), output: resultOf(copyMade, notCopied) },
  /** Makes another code, and a copy that only it opens. */
  newCopyCode: { input: nothing, output: resultOf(copyMade, notCopied) },
  /** No more copies from this machine; those that are there stay. */
  stopSafeCopy: { input: nothing, output: resultOf(safeCopyState, notAllowed) },
  copyNow: { input: nothing, output: safeCopyState },
  /** Puts the state of the rooms beside the copy, in place of those before, if that was chosen; true when all is there. */
  keepRoomStates: {
    input: z.object({ pages: z.array(z.object({ name: bareName, bytes: z.instanceof(Uint8Array) })).max(500) }),
    output: z.boolean(),
  },
  /** Lets the person choose a copy to take back, and reads what its header says of itself. */
  chooseCopy: {
    input: nothing,
    output: z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('cancelled') }),
      z.object({ outcome: z.literal('chosen'), name: z.string() }),
      z.object({ outcome: z.literal('unreadable'), name: z.string() }),
      z.object({
        outcome: z.literal('refused'),
        name: z.string(),
        because: copyFault,
      }),
    ]),
  },
  /** Opens the chosen copy with its code, checks all of it and compares it with what is here. */
  openCopy: {
    input: z.object({ code: z.string().max(200) }),
    output: resultOf(
      copyPreview,
      z.discriminatedUnion('kind', [
        notAllowed,
        z.object({ kind: z.literal('no-file') }),
        z.object({ kind: z.literal('code'), fault: codeFault }),
        z.object({ kind: z.literal('copy'), fault: copyFault }),
        /** Of another centre, or of another session of this one. */
        z.object({
          kind: z.literal('other-centre'),
          copy: copiedCentre,
          here: copiedCentre,
        }),
      ]),
    ),
  },
  /** Takes the entries of the opened copy into the journal of this machine. What was taken before a fault stays. */
  restoreCopy: {
    input: nothing,
    output: resultOf(
      z.object({ added: count, beside: count }),
      z.discriminatedUnion('kind', [
        notAllowed,
        z.object({ kind: z.literal('no-file') }),
        z.object({
          kind: z.literal('storage'),
          reason: storageReason,
          taken: count,
        }),
      ]),
    ),
  },
  /** Forgets the chosen copy. */
  leaveCopy: { input: nothing, output: nothing },
} as const;
