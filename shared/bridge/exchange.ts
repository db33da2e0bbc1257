import { z } from 'zod';
import { enrolmentRefusal } from '../exchange/enrolment';
import { streamHours } from '../exchange/hours';
import { quarantined } from '../exchange/messages';
import { centreCode, serverId } from '../exchange/names';
import { notices } from '../exchange/notices';
import { trouble } from '../exchange/trouble';
import { entryId } from '../kernel/ids';
import { instant } from '../kernel/instant';
import { laterFault, storageFault } from '../kernel/storage';

const nothing = z.void();
const count = z.int().nonnegative();
const seq = z.int().min(1);

/** The longest address and code that a person may type. */
export const LONGEST_ADDRESS = 200;
export const LONGEST_CODE = 60;

/** How this machine stands with headquarters. Its moments are this machine's, not yet corrected by what is known of its clock. */
export const exchangeState = z.discriminatedUnion('kind', [
  /** Not enrolled: nothing is sent anywhere. */
  z.object({ kind: z.literal('alone') }),
  z.object({
    kind: z.literal('enrolled'),
    /** Its base address, as it was enrolled under. */
    address: z.string(),
    server: serverId.schema,
    centre: centreCode.schema,
    /** The channels headquarters gives this machine; none before it has told since the program started. */
    reads: z.array(z.string()),
    /**
     * `opening`: nothing was heard since the program started. `exchanging`: there is something to send or to fetch, and
     * it goes. `level`: neither lacks anything of the other. `waiting`: an attempt failed, for `trouble`.
     */
    phase: z.enum(['opening', 'exchanging', 'level', 'waiting']),
    /** Entries held here that no receipt names, and when the oldest was written; `since` is null when there are none. */
    awaited: z.object({ entries: count, since: instant.schema.nullable() }),
    /** When headquarters itself last answered, or signed for something before the program started; null for never. */
    lastContact: instant.schema.nullable(),
    /** When it will be asked again, unless something happens before; null while it is being asked. */
    nextTry: instant.schema.nullable(),
    standing: z.enum(['granted', 'revoked']),
    /** Headquarters tells at once when it has news. */
    pokes: z.boolean(),
    /** Why the last attempt failed, and since when attempts fail. */
    trouble: z.object({ what: trouble, since: instant.schema }).nullable(),
    notices,
    /** Entries of this machine's journal that headquarters keeps aside: they are not received, and not sent again. */
    asideThere: z.array(quarantined),
    /** What headquarters gave and this machine did not welcome: `aside`, beside its journal, or marked in it. */
    asideHere: z.array(quarantined),
  }),
]);
export type ExchangeState = z.infer<typeof exchangeState>;

/** Nobody is unlocked, or not somebody who may: see `mayEnrol`. */
const notAllowed = z.object({ kind: z.literal('not-allowed') });

const notEnrolledHere = z.discriminatedUnion('kind', [
  notAllowed,
  /** `not-secure`: it does not begin with https. */
  z.object({ kind: z.literal('address'), because: z.enum(['unreadable', 'not-secure']) }),
  /** This machine is enrolled with a server already: it leaves that one first. */
  z.object({ kind: z.literal('enrolled-already') }),
  /** Headquarters answered, and refuses. */
  z.object({ kind: z.literal('refused'), refusal: enrolmentRefusal }),
  /** Headquarters did not answer, or something else did. */
  z.object({ kind: z.literal('trouble'), trouble }),
  /** The journal here is another centre's. */
  z.object({ kind: z.literal('other-centre'), centre: centreCode.schema }),
  /** This machine is enrolled, in a form that this version does not read: nobody was asked. */
  laterFault,
  /** Enrolled there, and not kept here: the same code does again. */
  storageFault,
]);
export type NotEnrolledHere = z.infer<typeof notEnrolledHere>;

function resultOf<Value extends z.ZodType, Fault extends z.ZodType>(value: Value, error: Fault) {
  return z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value }),
    z.object({ ok: z.literal(false), error }),
  ]);
}

/** What a window may ask of the exchange with headquarters, which lives in the main process. */
export const exchangeMethods = {
  exchangeState: { input: nothing, output: exchangeState },
  /** Shows a code to the headquarters at an address; the exchange with it begins at once. */
  enrol: {
    input: z.object({ address: z.string().max(LONGEST_ADDRESS), code: z.string().max(LONGEST_CODE) }),
    output: resultOf(z.object({ centre: centreCode.schema, reads: z.array(z.string()) }), notEnrolledHere),
  },
  /** Ends the exchange; the journal stays, and a new code enrols again. */
  leaveServer: {
    input: nothing,
    output: resultOf(nothing, z.discriminatedUnion('kind', [notAllowed, laterFault, storageFault])),
  },
  /** Does not wait for the next try. */
  exchangeNow: { input: nothing, output: nothing },
  /** Opens the page of a network that wants a login, in the system's browser. */
  openPortal: { input: nothing, output: z.object({ outcome: z.enum(['opened', 'failed']) }) },
  /**
   * What headquarters has signed for: of each stream's chain the entries up to `seq`, and these forks. The rest is here
   * alone. `hours` are headquarters', whatever this machine's clock says, as far as this machine pushed the entries.
   */
  receivedThere: {
    input: nothing,
    output: z.object({ chains: z.array(streamHours.extend({ seq })), forks: z.array(entryId.schema) }),
  },
} as const;

export const exchangeEvents = {
  /** The state, and with it perhaps what `receivedThere` tells. */
  exchangeChanged: exchangeState,
  /** Entries arrived from elsewhere and lie in the journal: to be read from there. */
  entriesCame: z.object({ entries: count }),
} as const;
