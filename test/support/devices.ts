import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import type { SealedEntry } from '../../shared/journal/entry';
import type { Head } from '../../shared/journal/frontier';
import { deviceOfKey, launchId, streamOf } from '../../shared/journal/launch';
import { seal } from '../../shared/journal/seal';
import { type VerifiedEntry, verifyEntry } from '../../shared/journal/verify';
import type { EntryId } from '../../shared/kernel/ids';
import { instant } from '../../shared/kernel/instant';
import type { ChannelCipher, SignatureCheck, Signer } from '../../shared/kernel/ports';
import { unwrap } from '../../shared/kernel/result';
import type { Actor, Channel, Draft, HybridTime } from '../../shared/kernel/statement';
import { actor } from '../../shared/kernel/statement';
import { unlimited } from './unlimited';

const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex');
const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex');

/** The private key of a made-up device. */
export function signingKeyOf(name: string): KeyObject {
  const seed = createHash('sha256').update(name).digest();
  return createPrivateKey({ key: Buffer.concat([pkcs8Prefix, seed]), format: 'der', type: 'pkcs8' });
}

/** A device with a key derived from its name: the same name always signs alike. */
export function aSigner(name: string): Signer {
  const key = signingKeyOf(name);
  const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32);
  return { publicKey: new Uint8Array(publicKey), sign: (bytes) => new Uint8Array(sign(null, bytes, key)) };
}

/** The real Ed25519 check. */
export const ed25519: SignatureCheck = (publicKey, bytes, signature) =>
  signature.length === 64 &&
  verify(
    null,
    bytes,
    createPublicKey({ key: Buffer.concat([spkiPrefix, publicKey]), format: 'der', type: 'spki' }),
    signature,
  );

export const someone = actor.parse({ person: 'P-MARCHAND', role: 'invigilator', unlocked: 'pin' });

export function aDraft(text: string, change: Partial<Draft> = {}): Draft {
  return {
    channel: 'rooms',
    kind: 'attendance.recorded',
    version: 1,
    about: { candidate: 'C-0001', paper: 'FR-E', note: text },
    data: { status: 'present', text },
    supersedes: [],
    ...change,
  };
}

const noon = instant.of(Date.UTC(2026, 5, 16, 10, 0));

/** Writes one stream of a made-up device: each call seals the next entry of its chain. */
export class Writer {
  private readonly signer: Signer;
  readonly stream;
  private head: Head | null = null;

  constructor(
    device: string | Signer,
    launch = 'AAAAAAAAAAA',
    private readonly continues: EntryId | null = null,
    channel: Channel = 'rooms',
    /** For a closed channel. */
    private readonly cipher: ChannelCipher = unlimited,
  ) {
    this.signer = typeof device === 'string' ? aSigner(device) : device;
    this.stream = streamOf(deviceOfKey(this.signer.publicKey), launchId.of(launch), channel);
  }

  /** A copy of the disk at this moment: from here both write on their own. */
  cloned(): Writer {
    const copy: Writer = Object.create(Writer.prototype);
    return Object.assign(copy, this);
  }

  sealed(text: string, change: Partial<Draft> = {}): SealedEntry {
    return this.next(text, change).sealed;
  }

  /** @param wall the device's clock; noon and as many milliseconds as it has written unless told */
  next(text: string, change: Partial<Draft> = {}, by: Actor = someone, wall?: number): VerifiedEntry {
    const seq = (this.head?.seq ?? 0) + 1;
    const at: HybridTime = {
      wall: instant.of(wall ?? noon + seq),
      logical: [wall ?? noon + seq, 0],
      zone: 'Europe/Paris',
      offset: null,
    };
    const place = { stream: this.stream, seq, prev: this.head?.id ?? this.continues };
    const sealed = unwrap(seal(aDraft(text, change), by, place, at, this.signer, this.cipher));
    const verified = unwrap(verifyEntry(ed25519, this.head, sealed));
    this.head = { seq, id: verified.entry.id };
    return verified;
  }

  run(count: number, from = 1): VerifiedEntry[] {
    return Array.from({ length: count }, (_, index) => this.next(`entry ${from + index}`));
  }
}
