import { z } from 'zod';
import { auditMethods } from './audit';
import { copiesMethods } from './copies';
import { coverMethods } from './cover';
import { deliveryMethods } from './delivery';
import { diskEvents, diskMethods } from './disk';
import { exchangeEvents, exchangeMethods } from './exchange';
import { journalMethods } from './journal';
import { networkEvents, networkMethods } from './network';
import { pairingEvents, pairingMethods } from './pairing';
import { typedMethods } from './typed';
import { vaultMethods } from './vault';

const nothing = z.void();

/**
 * Everything a window may ask of the main process: one line per method, with a parser for what goes in and for what comes
 * out. A method added here needs its handler in `electron/bridge/handlers/`; nothing else.
 */
export const bridgeMethods = {
  /** What this program is and runs on. */
  environment: {
    input: nothing,
    output: z.object({
      version: z.string(),
      electron: z.string(),
      platform: z.enum(['linux', 'darwin', 'win32']),
      packaged: z.boolean(),
      /** Started to be shown: an empty profile proposes the demonstration centre. */
      demonstrationRequested: z.boolean(),
      /** Requests to the network that a window made and that were refused since the start: always 0. */
      requestsRefused: z.int().nonnegative(),
    }),
  },
  /** Opens the room's clock in its own window, on the second screen when there is one, or brings it to the front. */
  openClock: { input: nothing, output: nothing },
  closeClock: { input: nothing, output: nothing },
  /** Lets the person choose where a file goes, and writes it whole or not at all. */
  saveFile: {
    input: z.object({ suggestedName: fileName(), bytes: z.instanceof(Uint8Array) }),
    output: z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('saved'), path: z.string() }),
      z.object({ outcome: z.literal('cancelled') }),
      z.object({ outcome: z.literal('failed'), because: z.enum(['disk-full', 'not-allowed', 'unknown']) }),
    ]),
  },
  /** Sends a PDF to the default printer, or opens it in the person's reader where no print queue takes PDF. */
  printPdf: {
    input: z.object({ title: z.string().min(1), bytes: z.instanceof(Uint8Array) }),
    output: z.object({ outcome: z.enum(['printed', 'opened', 'no-printer', 'failed']) }),
  },
  ...coverMethods,
  ...diskMethods,
  ...journalMethods,
  ...deliveryMethods,
  ...vaultMethods,
  ...auditMethods,
  ...copiesMethods,
  ...typedMethods,
  ...exchangeMethods,
  ...networkMethods,
  ...pairingMethods,
} as const;

/** What the main process may tell a window of its own accord. */
export const bridgeEvents = {
  clockClosed: nothing,
  /** The machine slept or its system was locked: nobody is unlocked any more. */
  locked: nothing,
  ...diskEvents,
  ...exchangeEvents,
  ...networkEvents,
  ...pairingEvents,
} as const;

/** A bare file name: no folder, no control character, nothing that Windows refuses. */
function fileName() {
  return z
    .string()
    .regex(/^[^\p{Cc}\\/:*?"<>|]{1,200}$/u)
    .refine((name) => !/^\.+$/.test(name));
}

export type BridgeMethod = keyof typeof bridgeMethods;
export type BridgeInput<M extends BridgeMethod> = z.output<(typeof bridgeMethods)[M]['input']>;
export type BridgeOutput<M extends BridgeMethod> = z.output<(typeof bridgeMethods)[M]['output']>;

export type BridgeEvent = keyof typeof bridgeEvents;
export type BridgeNews<E extends BridgeEvent> = z.output<(typeof bridgeEvents)[E]>;

/** `bridgeMethods`, in the form that lets a generic function pair a method with its own parsers. */
export const bridgeParsers: {
  readonly [M in BridgeMethod]: {
    readonly input: z.ZodType<BridgeInput<M>>;
    readonly output: z.ZodType<BridgeOutput<M>>;
  };
} = bridgeMethods;

/** As a window sees it, at `window.cachet`. A call whose input or output does not parse is a bug, and rejects. */
export type Bridge = {
  readonly [M in BridgeMethod]: (input: BridgeInput<M>) => Promise<BridgeOutput<M>>;
} & {
  /** Listens to one event; returns what stops it. */
  readonly on: { readonly [E in BridgeEvent]: (listener: (news: BridgeNews<E>) => void) => () => void };
};
