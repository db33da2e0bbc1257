import { z } from 'zod';
import { RECOVERY_GROUPS } from '../kernel/recoveryCode';

const nothing = z.void();

/** A passphrase has at least so many characters, and at least so many different ones. */
export const PASSPHRASE_LENGTH = 12;
export const PASSPHRASE_VARIETY = 6;
export const LONGEST_PASSPHRASE = 400;

const typedPassphrase = z.string().min(1).max(LONGEST_PASSPHRASE);
const chosenPassphrase = typedPassphrase
  .min(PASSPHRASE_LENGTH)
  .refine((text) => new Set(text).size >= PASSPHRASE_VARIETY);

/** What stands between this machine and its journal. */
export const vaultState = z.discriminatedUnion('step', [
  z.object({ step: z.literal('open') }),
  /** There is no keychain: a passphrase is to be chosen, for the first time or because the keys changed. */
  z.object({ step: z.literal('choose'), because: z.enum(['first-start', 'keys-changed']) }),
  z.object({ step: z.literal('passphrase') }),
  /** The key in use is not at hand. */
  z.object({
    step: z.literal('recovery'),
    because: z.enum(['keychain-refuses', 'keychain-absent', 'key-file-damaged', 'key-file-absent']),
  }),
]);
export type VaultState = z.infer<typeof vaultState>;

function stateOr<Fault extends z.ZodType>(error: Fault) {
  return z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value: vaultState }),
    z.object({ ok: z.literal(false), error }),
  ]);
}

/** What became of a data key that was no longer at hand. */
export const keyChange = z.object({
  key: z.string(),
  became: z.enum(['lost', 'recovered']),
  entries: z.int().nonnegative(),
});

/** What a window may ask of the vault that keeps the keys of the journal; served before the journal is open. */
export const vaultMethods = {
  vaultState: { input: nothing, output: vaultState },
  /** To be called in the step `choose` only. */
  choosePassphrase: { input: z.object({ passphrase: chosenPassphrase }), output: vaultState },
  /** `wait`: too many wrong ones, the next is heard in so many milliseconds. */
  typePassphrase: {
    input: z.object({ passphrase: typedPassphrase }),
    output: stateOr(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('wrong') }),
        z.object({ kind: z.literal('wait'), milliseconds: z.number() }),
      ]),
    ),
  },
  /** How many entries of the black box lie under keys that are not at hand, and in how many files. */
  encased: { input: nothing, output: z.object({ entries: z.int().nonnegative(), files: z.int().nonnegative() }) },
  /** `data.key` as it lies on the disk, for headquarters: nothing in it is in clear. Null where there is none. */
  keyFile: { input: nothing, output: z.custom<Uint8Array>((value) => value instanceof Uint8Array).nullable() },
  /** A code from headquarters, in any step. Once the journal is open, what it gives back is read at the next start. */
  typeRecoveryCode: {
    input: z.object({ code: z.string().max(400) }),
    output: stateOr(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('length'), typed: z.int() }),
        z.object({ kind: z.literal('group'), group: z.int().min(1).max(RECOVERY_GROUPS) }),
        z.object({ kind: z.literal('other-machine') }),
      ]),
    ),
  },
  /** Makes a new key; what lies under the others stays where it is. In the steps `passphrase` and `recovery` only. */
  goOnWithoutOldKeys: { input: nothing, output: vaultState },
  /** Ends Cachet and starts it again. */
  restart: { input: nothing, output: nothing },
  /** This device, how its keys are kept, and what became of those that were lost: for the journal to say. */
  machine: {
    input: nothing,
    output: z.object({
      device: z.string(),
      how: z.enum(['keychain', 'passphrase']),
      backend: z.string(),
      /** Its X25519 public key, raw in base64url. */
      wrapping: z.string(),
      changes: z.array(keyChange),
    }),
  },
} as const;
