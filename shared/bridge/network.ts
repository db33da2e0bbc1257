import { z } from 'zod';
import { examined } from '../exchange/examined';
import { streamHours } from '../exchange/hours';
import { quarantined } from '../exchange/messages';
import { trouble } from '../exchange/trouble';
import { deviceId } from '../journal/launch';
import { entryId, streamId } from '../kernel/ids';
import { instant } from '../kernel/instant';
import { laterFault, storageFault } from '../kernel/storage';

const nothing = z.void();
const count = z.int().nonnegative();

/** Host and port, as `192.168.1.20:47110` or `[fd00::1]:47110`. */
export const hostAndPort = z.string().min(1).max(80);

/** A machine of the centre, when it last was in contact with a relay, and whether it is told of news as it comes. */
const contact = z.object({ device: deviceId.schema, at: instant.schema, listening: z.boolean() });

/** A relay of the centre, as this machine stands with it. */
const relayOfCentre = z.object({
  device: deviceId.schema,
  addresses: z.array(hostAndPort),
  /** The one that answered last; null before one did. */
  through: hostAndPort.nullable(),
  phase: z.enum(['opening', 'exchanging', 'level', 'waiting']),
  standing: z.enum(['granted', 'revoked']),
  lastContact: instant.schema.nullable(),
  nextTry: instant.schema.nullable(),
  pokes: z.boolean(),
  /** Milliseconds by which its clock is ahead of this machine's; null while not known. */
  ahead: z.int().nullable(),
  /** Entries held here that it has not signed for. */
  awaited: count,
  trouble: z.object({ what: trouble, since: instant.schema }).nullable(),
  /** The machines that it was in contact with, as it told at `heardAt`; a room's machine is told of none. */
  heard: z.array(contact),
  heardAt: instant.schema.nullable(),
});

/**
 * Who came to this relay and was turned away. `stranger`: none of the centre's. `other-centre`: asks for another centre.
 * `dismissed`: was one of the centre's. `forged`: not signed by whom it names, or said a second time. `not-theirs`: one of
 * the centre's asks for what it was not given. `too-much`: brings more that nobody may take than is kept. `flood`: asks
 * or connects more often than anybody needs to. `nonsense`: says nothing that is of the exchange. `wrong-code`,
 * `wrong-link`: wanted to join by what is not shown here.
 */
const turnedAway = z.object({
  because: z.enum([
    'stranger',
    'other-centre',
    'dismissed',
    'forged',
    'not-theirs',
    'too-much',
    'flood',
    'nonsense',
    'wrong-code',
    'wrong-link',
  ]),
  /** Null where it is nobody that the centre knows. */
  device: deviceId.schema.nullable(),
  /** From which it came last. */
  address: z.string().max(80),
  times: z.int().positive(),
  first: instant.schema,
  last: instant.schema,
});
export type TurnedAwayBecause = z.infer<typeof turnedAway>['because'];

/** How this machine stands in the centre's own network. Its moments are this machine's. */
export const networkState = z.object({
  device: deviceId.schema,
  /** This machine is a relay, and the others reach it there; null when it is none. */
  serving: z.object({ addresses: z.array(hostAndPort) }).nullable(),
  /** Why it is none, although it was asked to be. */
  notServing: z.enum(['port-taken', 'no-address', 'failed']).nullable(),
  /** The machines that came here, when they last did, and whether they are told of news as it comes. */
  heard: z.array(contact.extend({ address: z.string().max(80) })),
  /** Whom it turned away as a relay since it began to serve, the last first. */
  turnedAway: z.array(turnedAway).max(100),
  /** What came and was not welcome here: `aside`, beside the journal, or marked in it, where it counts for nothing. */
  asideHere: z.array(quarantined),
  relays: z.array(relayOfCentre),
  /** Milliseconds by which the centre's time is ahead of this machine's clock; null while nothing was compared with. */
  ahead: z.int().nullable(),
});
export type NetworkState = z.infer<typeof networkState>;
export type RelayState = z.infer<typeof relayOfCentre>;

const signedFor = z.object({
  chains: z.array(streamHours.extend({ seq: z.int().min(1) })),
  forks: z.array(entryId.schema),
});

const notAllowed = z.object({ kind: z.literal('not-allowed') });

function resultOf<Value extends z.ZodType, Fault extends z.ZodType>(value: Value, error: Fault) {
  return z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value }),
    z.object({ ok: z.literal(false), error }),
  ]);
}

/** What a window may ask of the centre's own network, which lives in the main process. */
export const networkMethods = {
  networkState: { input: nothing, output: networkState },
  /** Makes this machine a relay of its centre, or ends that. Remembered. */
  serve: {
    input: z.object({ on: z.boolean() }),
    output: resultOf(nothing, z.discriminatedUnion('kind', [notAllowed, laterFault, storageFault])),
  },
  /**
   * An address that somebody typed: whichever machine of the centre answers there is talked to as a relay from now on.
   * Resolves to which one it is. Not done where nobody answers (`nobody`), or somebody else (`stranger`), or this machine.
   */
  tryAddress: {
    input: z.object({ address: z.string().max(80) }),
    output: resultOf(
      deviceId.schema,
      z.discriminatedUnion('kind', [
        z.object({ kind: z.enum(['unreadable', 'nobody', 'stranger', 'own']) }),
        laterFault,
        storageFault,
      ]),
    ),
  },
  /** Does not wait for the next try. */
  networkNow: { input: nothing, output: nothing },
  /** Tries each known address of each relay once, within a few seconds, and tells what came of it. */
  examineNetwork: { input: nothing, output: examined },
  /** How far the streams of a machine have come here: what a dismissal cuts off. */
  endsOfDevice: {
    input: z.object({ device: deviceId.schema }),
    output: z.array(z.object({ stream: streamId.schema, seq: z.int().min(1), head: entryId.schema })),
  },
  /** As `receivedThere`, where this machine knows it by relays alone. */
  passedByRelays: { input: nothing, output: signedFor },
  /** What relays of the centre have signed for, as `receivedThere` tells it of headquarters. */
  receivedAtRelay: {
    input: nothing,
    output: signedFor,
  },
} as const;

export const networkEvents = {
  /** The state, and with it perhaps what `receivedAtRelay` tells. */
  networkChanged: networkState,
} as const;
