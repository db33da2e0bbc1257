import { z } from 'zod';
import type { SealedEntry } from '../journal/entry';
import type { DeviceId } from '../journal/launch';
import type { VerifiedEntry } from '../journal/verify';
import type { Clock, SignatureCheck, Signer } from '../kernel/ports';
import { err, ok, type Result } from '../kernel/result';
import { type Guest, givenTo, mayRead, takenFrom, toldTo } from './answers';
import type { CentreTime } from './centreTime';
import { type Frame, readFrame, signedBy, writeFrame } from './frame';
import { type Answer, type Request, request } from './messages';
import { type CentreCode, type Challenge, type Epoch, type Nonce, nonce, type ServerId } from './names';
import { negotiated, SPEAKS } from './protocol';
import { type Receipt, signReceipt } from './receipt';
import type { ChecksAhead } from './receive';
import type { Refusal } from './refusals';
import { keyOf, signatureOf } from './signature';

/** What a server is made of. None of it belongs to a connection: any node of it may answer any request. */
export interface AnsweringPorts {
  readonly server: ServerId;
  readonly signer: Signer;
  readonly check: SignatureCheck;
  readonly ahead: ChecksAhead;
  readonly clock: Clock;
  /** Of the store as it is now. */
  epoch(): Promise<Epoch>;
  challengeFor(device: DeviceId): Challenge;
  /** Whether it is one that was made for this device within `CHALLENGE_LIFE`. */
  takesBack(given: Challenge, device: DeviceId): boolean;
  /** Remembers a device's nonce for `CHALLENGE_LIFE`; false when it was remembered already. */
  firstUse(used: Nonce, device: DeviceId): Promise<boolean>;
  /** Who a device is in a centre. It has proven its key by then. */
  guest(device: DeviceId, centre: CentreCode): Promise<Result<Guest, 'unknown-device' | 'wrong-centre'>>;
  /** SHA-256 of the certificate shown to callers (DER), in hexadecimal; null where the server does not know it. */
  readonly certificate: string | null;
  /** The centre's time as a relay knows it; null where it is its own. Left out, no answer tells it. */
  readonly time?: () => CentreTime | null;
  /** What a relay tells beside what all servers do. */
  readonly besideTold?: (guest: Guest, asked: Extract<Request, { type: 'tell' }>) => BesideTold;
}

export type BesideTold = Partial<Pick<Extract<Answer, { type: 'told' }>, 'passed' | 'heard'>>;

/** An answer's frame, and what the transport must know of it. */
export interface Answered {
  readonly frame: Uint8Array;
  /** Null when the request was not refused; else `statusOf` has the HTTP status. */
  readonly refusal: Refusal | null;
  /** The guest whose `listen` is welcome: the transport goes on with pokes. */
  readonly listener: Guest | null;
  /** What a push brought that was not held before, and who brought it: the transport pokes the others. */
  readonly brought: { readonly by: Guest; readonly entries: readonly VerifiedEntry[] } | null;
  /** The guest asked for streams that are not theirs to read, and was given nothing of them. */
  readonly withheld: boolean;
}

/** How far a request was understood before it was refused. */
interface Asker {
  readonly nonce: Nonce;
  /** Null as long as it has not proven its key. */
  readonly device: DeviceId | null;
}

const nobody = z.object({ nonce: nonce.schema });

/**
 * Answers one request, from frame to frame. Checks who asks before anything else, changes nothing when it refuses, and
 * acknowledges only what is durable. What its ports throw it throws: the transport answers that with `refusing` `failed`.
 */
export async function answering(ports: AnsweringPorts, bytes: Uint8Array): Promise<Answered> {
  const read = readFrame(bytes);
  if (!read.ok) return refusing(ports, { because: 'not-understood' });
  const understood = requestIn(ports, read.value);
  if (!understood.ok) return refusing(ports, understood.error.refusal, understood.error.asker);
  const { asked, version } = understood.value;
  const { device } = asked;
  if (asked.type !== 'hello' && !ports.takesBack(asked.challenge, device))
    return refusing(ports, { because: 'challenge' }, asked);
  const found = await ports.guest(device, asked.centre);
  if (!found.ok) return refusing(ports, { because: found.error }, asked);
  if (asked.type !== 'hello' && !(await ports.firstUse(asked.nonce, device)))
    return refusing(ports, { because: 'replayed' }, asked);

  const guest = found.value;
  const { server, signer, clock } = ports;
  // Read before the commit: should the store be replaced meanwhile, the receipts are of the lost one
  const epoch = await ports.epoch();
  const receiptFor = ({ entry: { stream, seq, id } }: VerifiedEntry): Receipt =>
    signReceipt({ stream, seq, head: id, server, epoch, at: clock.now(), nonce: asked.nonce }, (said) =>
      signatureOf(signer.sign(said)),
    );
  const answered = (said: object, entries: readonly SealedEntry[] = []): Answered => {
    const time = ports.time?.();
    const common = { protocol: version, server, epoch, nonce: asked.nonce, at: clock.now(), ...(time && { time }) };
    const head = { ...common, challenge: ports.challengeFor(device), ...said };
    const frame = writeFrame('answer', head, entries, (body) => signer.sign(body));
    return { frame, refusal: null, listener: null, brought: null, withheld: false };
  };
  const welcome = () => answered({ type: 'welcome', certificate: ports.certificate });

  switch (asked.type) {
    case 'hello':
      return welcome();
    case 'tell':
      return answered({ ...(await toldTo(guest, asked)), ...ports.besideTold?.(guest, asked) });
    case 'push': {
      const { entries } = read.value;
      const taken = await takenFrom(guest, entries, ports.ahead, receiptFor);
      if (taken.ok) return { ...answered(taken.value.said), brought: { by: guest, entries: taken.value.added } };
      return refusing(ports, { because: taken.error.reason === 'full' ? 'full' : 'failed' }, asked);
    }
    case 'pull': {
      if (guest.standing === 'revoked') return refusing(ports, { because: 'revoked' }, asked);
      const { said, entries } = await givenTo(guest, asked, receiptFor);
      return { ...answered(said, entries), withheld: asked.wants.some((want) => !mayRead(guest, want)) };
    }
    case 'listen':
      if (guest.standing === 'revoked') return refusing(ports, { because: 'revoked' }, asked);
      return { ...welcome(), listener: guest };
  }
}

/** A refusal's frame. The transport makes its own where it did not come to read the request. */
export async function refusing(ports: AnsweringPorts, refusal: Refusal, asker?: Asker): Promise<Answered> {
  const { server, signer, clock } = ports;
  const device = asker?.device ?? null;
  const head = {
    type: 'refused',
    protocol: SPEAKS.newest,
    server,
    epoch: await ports.epoch(),
    nonce: asker?.nonce ?? null,
    at: clock.now(),
    challenge: device ? ports.challengeFor(device) : null,
    refusal,
  };
  const frame = writeFrame('answer', head, [], (body) => signer.sign(body));
  return { frame, refusal, listener: null, brought: null, withheld: false };
}

interface Understood {
  readonly asked: Request;
  readonly version: number;
}

/** The request in a frame, once it is certain that the device it names has made it for this server. */
function requestIn(
  { server, check }: AnsweringPorts,
  frame: Frame,
): Result<Understood, { readonly refusal: Refusal; readonly asker?: Asker }> {
  const parsed = request.safeParse(frame.head);
  const asker = nobody.safeParse(frame.head);
  const unproven = asker.success ? { asker: { nonce: asker.data.nonce, device: null } } : {};
  if (!parsed.success) return err({ refusal: { because: 'not-understood' }, ...unproven });
  const asked = parsed.data;
  if (asked.server !== server) return err({ refusal: { because: 'other-server' }, ...unproven });
  if (!signedBy('request', frame, keyOf(asked.device), check))
    return err({ refusal: { because: 'bad-signature' }, ...unproven });
  if (frame.entries.length !== (asked.type === 'push' ? asked.entries : 0))
    return err({ refusal: { because: 'not-understood' }, asker: asked });
  const theirs = asked.type === 'hello' ? asked.speaks : { oldest: asked.protocol, newest: asked.protocol };
  const version = negotiated(SPEAKS, theirs);
  if (!version.ok) return err({ refusal: { because: 'protocol', ...SPEAKS }, asker: asked });
  return ok({ asked, version: version.value });
}
