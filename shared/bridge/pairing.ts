import { z } from 'zod';
import { centreCode, serverId } from '../exchange/names';
import { pairingRefusal } from '../exchange/pairing';
import { LONGEST_LINK } from '../exchange/pairingLink';
import { trouble } from '../exchange/trouble';
import { deviceId } from '../journal/launch';
import { instant } from '../kernel/instant';
import { hostAndPort } from './network';

const nothing = z.void();
const count = z.int().nonnegative();

/** The longest code that a person may type. */
export const LONGEST_PAIRING_CODE = 40;

/** A machine is awaited here. Moments are this machine's. */
const offer = z.object({
  /** This machine, as it is known by. */
  relay: serverId.schema,
  addresses: z.array(hostAndPort),
  link: z.string(),
  until: instant.schema,
  code: z.object({
    text: z.string(),
    until: instant.schema,
    /** Why it is worth nothing any more. */
    dead: z.enum(['tries', 'expired', 'used']).nullable(),
    /** How often it was tried: by whoever is awaited, or by somebody who guesses. */
    tried: count,
  }),
  /** The machine that showed the link's secret, and whether it is one of the centre's by now. */
  arrived: z
    .object({
      device: deviceId.schema,
      wrapping: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
      address: z.string().max(80),
      member: z.boolean(),
    })
    .nullable(),
});
export type PairingOfferState = z.infer<typeof offer>;

/** Null while no machine is awaited. */
export const pairingState = offer.nullable();

const notAllowed = z.object({ kind: z.literal('not-allowed') });

const codeFault = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('length'), typed: count }),
  z.object({ kind: z.literal('group'), group: z.int().min(1) }),
]);

const notJoined = z.discriminatedUnion('kind', [
  notAllowed,
  z.object({ kind: z.literal('link'), because: z.enum(['not-a-link', 'damaged']) }),
  z.object({ kind: z.literal('address') }),
  z.object({ kind: z.literal('code'), fault: codeFault }),
  /** The link is this machine's own. */
  z.object({ kind: z.literal('itself') }),
  z.object({ kind: z.literal('refused'), refusal: pairingRefusal }),
  /** Nobody answered who is the relay of the link; which addresses were tried. */
  z.object({ kind: z.literal('trouble'), trouble, addresses: z.array(hostAndPort) }),
  /** The head did not say yes in time. */
  z.object({ kind: z.literal('too-late') }),
  /** The journal here is another centre's than the relay's. */
  z.object({ kind: z.literal('other-centre'), here: centreCode.schema, there: centreCode.schema }),
  /** What showed itself by the code is not what gave it out. */
  z.object({ kind: z.literal('not-proven') }),
]);
export type NotJoined = z.infer<typeof notJoined>;

/** How far this machine has come in joining a centre. */
export const joiningState = z.discriminatedUnion('step', [
  z.object({ step: z.literal('nothing') }),
  z.object({ step: z.literal('reaching') }),
  /** The relay knows this machine; a head has yet to say yes. */
  z.object({ step: z.literal('awaiting'), relay: serverId.schema, until: instant.schema }),
  /** One of the centre's: so many entries are to be fetched, in the background. */
  z.object({
    step: z.literal('joined'),
    relay: serverId.schema,
    centre: centreCode.schema,
    name: z.string(),
    entries: count,
  }),
  z.object({ step: z.literal('failed'), because: notJoined }),
]);
export type JoiningState = z.infer<typeof joiningState>;

/** A relay that says it is near, and where. Anybody may say so: it is proven by its key when it is reached. */
const nearbyRelay = z.object({ relay: serverId.schema, address: hostAndPort });
export type NearbyRelay = z.infer<typeof nearbyRelay>;

/** What a window may ask of pairing, which lives in the main process. */
export const pairingMethods = {
  /** Awaits one machine from now on, as a relay; the one that was awaited before is no longer. */
  pair: {
    input: nothing,
    output: z.discriminatedUnion('ok', [
      z.object({ ok: z.literal(true), value: offer }),
      z.object({
        ok: z.literal(false),
        /** `not-serving`: this machine could not be made a relay, or no network reaches it. */
        error: z.discriminatedUnion('kind', [notAllowed, z.object({ kind: z.enum(['not-serving', 'no-centre']) })]),
      }),
    ]),
  },
  pairingState: { input: nothing, output: pairingState },
  endPairing: { input: nothing, output: nothing },
  /** Joins a centre by a relay's link, or by a code that is shown there; `joiningChanged` tells what comes of it. */
  joinByLink: { input: z.object({ link: z.string().max(LONGEST_LINK) }), output: nothing },
  joinByCode: {
    input: z.object({ address: z.string().max(80), code: z.string().max(LONGEST_PAIRING_CODE) }),
    output: nothing,
  },
  joiningState: { input: nothing, output: joiningState },
  leaveJoining: { input: nothing, output: nothing },
  /** Looks for relays on this network while somebody is at the joining screen; `nearbyChanged` tells of them. */
  lookNearby: { input: z.object({ on: z.boolean() }), output: nothing },
  /** The next request of this page for the camera, within seconds, is granted. */
  allowCamera: { input: nothing, output: nothing },
} as const;

export const pairingEvents = {
  pairingChanged: pairingState,
  joiningChanged: joiningState,
  nearbyChanged: z.array(nearbyRelay),
} as const;
